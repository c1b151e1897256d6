package gate

import (
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strings"

	"github.com/expr-lang/expr"
	"github.com/expr-lang/expr/ast"
	"github.com/expr-lang/expr/file"
	"github.com/expr-lang/expr/parser"
	"github.com/expr-lang/expr/vm"

	"github.com/dsaeval/dsaeval/internal/document"
)

// Limits of an expression. It may come from a pull request of a stranger, and
// a run must end: length and nodes bound the compiler, steps bound the loops,
// and the check in check.go leaves nothing else that grows.
const (
	maxLength = 2000
	maxNodes  = 400
	maxSteps  = 500_000
	maxMemory = 1_000_000
)

// ExpressionError says what is wrong with an expression, and where in it.
type ExpressionError struct {
	Source       string
	Line, Column int // from 1, in characters; 0 for the expression as a whole
	Message      string
	Hint         string // what to try; often empty
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
	program       *vm.Program
	readsBaseline bool
}

// compile checks an expression against an environment, a struct whose fields
// have expr tags.
func compile(source string, environment any) (*expression, error) {
	if n := len([]rune(source)); n > maxLength {
		return nil, &ExpressionError{Source: source, Message: fmt.Sprintf("the expression has %d characters; at most %d are read", n, maxLength)}
	}
	if strings.TrimSpace(source) == "" {
		return nil, &ExpressionError{Source: source, Message: "the expression is empty"}
	}
	names := namesOf(environment)
	tree, err := parser.Parse(source)
	if err != nil {
		return nil, wrong(source, err, names)
	}
	c := check{source: []rune(source), names: names}
	ast.Walk(&tree.Node, &c)
	if c.found != nil {
		return nil, wrong(source, c.found.Bind(file.NewSource(source)), names)
	}
	options := []expr.Option{
		expr.Env(environment), expr.AsBool(), expr.MaxNodes(maxNodes),
		expr.Patch(&rewriting{source: []rune(source)}), expr.Patch(exact{}), expr.Patch(recheck{}),
	}
	for symbol, o := range operators {
		options = append(options, expr.Function(functionOf[symbol], o.call, o.signatures()...))
	}
	program, err := expr.Compile(source, options...)
	if err != nil {
		return nil, wrong(source, err, names)
	}
	typed := typeCheck{}
	node := program.Node()
	ast.Walk(&node, &typed)
	if typed.found != nil {
		return nil, wrong(source, typed.found.Bind(file.NewSource(source)), names)
	}
	return &expression{source: source, program: program, readsBaseline: c.readsBaseline}, nil
}

// run evaluates the expression. What it reads and nobody knows is an
// *unknownError.
func (e *expression) run(environment any) (bool, error) {
	machine := vm.VM{MemoryBudget: maxMemory}
	result, err := machine.Run(e.program, environment)
	if err != nil {
		var unknown *unknownError
		if errors.As(err, &unknown) {
			return false, unknown
		}
		return false, wrong(e.source, err, nil)
	}
	holds, ok := result.(bool)
	if !ok {
		return false, &ExpressionError{Source: e.source, Message: fmt.Sprintf("the expression gives %v; expected true or false", result)}
	}
	return holds, nil
}

// wrong puts an error of expr into our words and form.
func wrong(source string, err error, names []string) error {
	problem := &ExpressionError{Source: source, Message: err.Error()}
	var at *file.Error
	if errors.As(err, &at) {
		problem.Message = strings.NewReplacer("gate.number", "an exact number", "gate.", "").Replace(at.Message)
		if at.Line > 0 {
			problem.Line, problem.Column = at.Line, at.Column+1
		}
	}
	if name, ok := strings.CutPrefix(problem.Message, "unknown name "); ok {
		problem.Hint = "one of " + strings.Join(names, ", ")
		if near := document.Nearest(name, names); near != "" {
			problem.Hint = near
		}
	}
	if kind, rest, ok := strings.Cut(strings.TrimPrefix(problem.Message, "type "), " has no field "); ok {
		for _, s := range sections {
			if s.of.Name() == kind {
				fields := namesIn(s.of)
				problem.Message = fmt.Sprintf("%s has no field %s", s.words, rest)
				problem.Hint = "one of " + strings.Join(fields, ", ")
				if near := document.Nearest(rest, fields); near != "" {
					problem.Hint = near
				}
			}
		}
	}
	if strings.HasPrefix(problem.Message, "expected bool, but got") {
		problem.Message = "the expression gives no answer, true or false: " + problem.Message
		problem.Hint = "breach > 0, or any(findings, .basis == \"law\")"
	}
	return problem
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
