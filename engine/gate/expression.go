package gate

import (
	"cmp"
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strings"

	"github.com/expr-lang/expr/ast"

	"github.com/dsaeval/dsaeval/internal/document"
	"github.com/dsaeval/dsaeval/internal/exact"
)

// maxSteps bounds the loops of an expression, which may come from a pull request
// of a stranger: a run must end. The dialect bounds its length and its nodes, and the
// check in check.go leaves nothing else that grows.
const maxSteps = 500_000

// ErrNoBaseline means that an expression reads a baseline, and none was given.
var ErrNoBaseline = errors.New("the expression reads baseline, but there is none")

// expression is a checked expression that gives true or false.
type expression struct {
	source        string
	program       *exact.Program
	readsBaseline bool
}

// compile checks an expression against an environment, a struct whose fields
// have expr tags.
func compile(source string, environment any, known ...map[string][]string) (*expression, error) {
	c := check{}
	program, err := exact.Dialect{
		Name: "the expression", Environment: environment, Gives: reflect.TypeFor[bool](),
		Check: func(root ast.Node) *exact.Fault {
			if ast.Walk(&root, &c); c.found != nil {
				return c.found
			}
			return checkDays(root)
		},
		Rewrite: rewriting{},
		CheckTypes: func(root ast.Node) *exact.Fault {
			typed := typeCheck{}
			ast.Walk(&root, &typed)
			return typed.found
		},
		Words: wordsAmong(known),
	}.Compile(source)
	if err != nil {
		return nil, wrong(err, namesOf(environment))
	}
	return &expression{source: source, program: program, readsBaseline: c.readsBaseline}, nil
}

// run evaluates the expression. What it reads and nobody knows is an
// *unknownError.
func (e *expression) run(environment any) (bool, error) {
	result, err := e.program.Run(environment)
	if err != nil {
		var unknown *unknownError
		if errors.As(err, &unknown) {
			return false, unknown
		}
		return false, wrong(err, nil)
	}
	return result.(bool), nil
}

// wrong puts an error of the dialect into our words.
func wrong(err error, names []string) error {
	var problem document.Problem
	if !errors.As(err, &problem) {
		return err
	}
	problem.Message = strings.ReplaceAll(problem.Message, "gate.", "")
	if name, ok := strings.CutPrefix(problem.Message, "unknown name "); ok {
		problem.Hint = oneOf(name, names)
	}
	if kind, rest, ok := strings.Cut(strings.TrimPrefix(problem.Message, "type "), " has no field "); ok {
		for _, s := range sections {
			if s.of.Name() == kind {
				problem.Message = fmt.Sprintf("%s has no field %s", s.words, rest)
				problem.Hint = oneOf(rest, namesIn(s.of))
			}
		}
	}
	// A field alone is of nothing: .basis == "law".
	if strings.HasSuffix(problem.Message, "; expected true or false") || problem.Message == `"." is not expected here` {
		problem.Hint = "breach > 0, or any(findings, .basis == \"law\")"
	}
	return problem
}

// oneOf is a hint at the name that was likely meant, or else all of them.
func oneOf(name string, names []string) string {
	return cmp.Or(document.DidYouMean(name, names), "one of "+strings.Join(names, ", "))
}

// namesOf lists the names that an environment offers, sorted.
func namesOf(environment any) []string { return namesIn(reflect.TypeOf(environment)) }

// sections are the types within environments, in the words of messages.
var sections = []struct {
	words string
	of    reflect.Type
}{
	{"a finding", reflect.TypeFor[findingFacts]()},
	{"an obligation", reflect.TypeFor[obligationFacts]()},
	{"service", reflect.TypeFor[serviceNames]()},
	{"total, and baseline,", reflect.TypeFor[totals]()},
	{"fine", reflect.TypeFor[fineFacts]()},
	{"fine.statutory_cap", reflect.TypeFor[capFacts]()},
	{"the cap of an infringement", reflect.TypeFor[infringementFact]()},
	{"fine.indicative", reflect.TypeFor[indicativeFacts]()},
}

func namesIn(t reflect.Type) []string {
	var names []string
	for i := range t.NumField() {
		if name := t.Field(i).Tag.Get("expr"); name != "" && !strings.HasPrefix(name, "_") {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	return names
}
