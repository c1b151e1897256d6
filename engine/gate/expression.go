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

// ExpressionError says what is wrong with an expression, and where in it.
type ExpressionError struct {
	Source       string
	Line, Column int // from 1, in characters; 0 for the expression as a whole
	Message      string
	Hint         string // what to try; often empty
	// NeedsBaseline is set where a baseline is read and none was given.
	NeedsBaseline bool
}

// Error returns line:column and the message, the line of the expression with a
// caret below the place, and the hint on a line of its own.
func (e *ExpressionError) Error() string {
	text := e.Message
	if e.Line > 0 {
		line := strings.Split(e.Source, "\n")[e.Line-1]
		// Tabs are as wide as the terminal likes, so that the caret needs spaces.
		line = strings.ReplaceAll(line, "\t", " ")
		text = fmt.Sprintf("%d:%d: %s\n  %s\n  %s^", e.Line, e.Column, e.Message, line, strings.Repeat(" ", e.Column-1))
	}
	if e.Hint != "" {
		text += "\n  try: " + e.Hint
	}
	return text
}

// expression is a checked expression that gives true or false.
type expression struct {
	source        string
	program       *exact.Program
	readsBaseline bool
}

// compile checks an expression against an environment, a struct whose fields
// have expr tags.
func compile(source string, environment any) (*expression, error) {
	c := check{}
	program, err := exact.Dialect{
		Name: "the expression", Environment: environment, Gives: reflect.TypeFor[bool](),
		Check: func(root ast.Node) *exact.Error {
			ast.Walk(&root, &c)
			return c.found
		},
		Rewrite: rewriting{},
		CheckTypes: func(root ast.Node) *exact.Error {
			typed := typeCheck{}
			ast.Walk(&root, &typed)
			return typed.found
		},
		Words: wordsOf,
	}.Compile(source)
	if err != nil {
		return nil, wrong(source, err, namesOf(environment))
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
		return false, wrong(e.source, err, nil)
	}
	return result.(bool), nil
}

// wrong puts an error of the dialect into our words and form.
func wrong(source string, err error, names []string) error {
	problem := &ExpressionError{Source: source, Message: strings.ReplaceAll(err.Error(), "gate.", "")}
	var at *exact.Error
	if errors.As(err, &at) {
		problem.Line, problem.Column = at.LineColumn(source)
		problem.Hint = cmp.Or(at.Near, at.Hint)
	}
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
	if strings.HasSuffix(problem.Message, "; expected true or false") {
		problem.Hint = "breach > 0, or any(findings, .basis == \"law\")"
	}
	return problem
}

// oneOf is the name that was likely meant, or else all of them.
func oneOf(name string, names []string) string {
	if near := document.Nearest(name, names); near != "" {
		return near
	}
	return "one of " + strings.Join(names, ", ")
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
