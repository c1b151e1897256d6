package fines

import (
	"cmp"
	"errors"
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strings"

	"github.com/expr-lang/expr"
	"github.com/expr-lang/expr/ast"

	"github.com/dsaeval/dsaeval/internal/document"
	"github.com/dsaeval/dsaeval/internal/exact"
)

// formula is a compiled expression that gives a Decimal. It has no loops and no
// recursion, so that it always ends, and calculates with decimals only.
type formula struct {
	source  text
	program *exact.Program
	reads   []string // names of inputs, each once, sorted
}

// names are what a formula can read, each with a value of its type.
type names map[string]any

// compileFormula checks and compiles one expression. The problem has the
// position inside the YAML file.
func compileFormula(source text, known names) (*formula, *document.Problem) {
	check := formulaCheck{known: known}
	program, err := exact.Dialect{
		Name: "the formula", Environment: map[string]any(known), Gives: reflect.TypeFor[Decimal](), WholeNumbers: true,
		Options: functions(),
		Check:   check.root,
		Rewrite: decimals{},
		Words:   wordsOf,
		Place:   func(offset int) document.Problem { return *source.problem(max(offset, 0), "") },
	}.Compile(source.Text)
	if err != nil {
		return nil, source.wrong(err, known)
	}
	slices.Sort(check.reads)
	return &formula{source: source, program: program, reads: slices.Compact(check.reads)}, nil
}

// run evaluates the formula. The values must be those of the names that it was
// compiled with.
func (f *formula) run(values map[string]any) (Decimal, *document.Problem) {
	result, err := f.program.Run(values)
	if err != nil {
		return Decimal{}, f.source.wrong(err, nil)
	}
	return result.(Decimal), nil
}

// wrong gives an error of the dialect a hint.
func (s text) wrong(err error, known names) *document.Problem {
	var p document.Problem
	if !errors.As(err, &p) {
		return s.problem(0, err.Error())
	}
	if name, unknown := strings.CutPrefix(p.Message, "unknown name "); p.Hint == "" && unknown && known != nil {
		p.Hint = known.hint(name)
	}
	return &p
}

// hint says what an unknown name was likely meant to be, or which there are.
func (n names) hint(unknown string) string {
	return cmp.Or(document.DidYouMean(unknown, n.sorted()),
		"a formula reads the inputs and values of the model: "+strings.Join(n.sorted(), ", "))
}

func (n names) sorted() []string { return slices.Sorted(maps.Keys(n)) }

// wordsOf returns the words of an input that has some.
func wordsOf(n ast.Node) *exact.Words {
	name, ok := n.(*ast.IdentifierNode)
	if !ok {
		return nil
	}
	t, isInput := inputTypeOf(name.Value)
	if !isInput || t.number() {
		return nil
	}
	return &exact.Words{Of: t.name, Each: t.words}
}

// functions are the four of formulas, and nothing else that expr has.
func functions() []expr.Option {
	return []expr.Option{
		expr.DisableAllBuiltins(),
		expr.Function("min", extreme(Decimal.Min), new(func(Decimal, ...Decimal) Decimal)),
		expr.Function("max", extreme(Decimal.Max), new(func(Decimal, ...Decimal) Decimal)),
		expr.Function("clamp", clamp, new(func(Decimal, Decimal, Decimal) Decimal)),
	}
}

func clamp(args ...any) (any, error) {
	x, low, high := args[0].(Decimal), args[1].(Decimal), args[2].(Decimal)
	if low.Cmp(high) > 0 {
		return nil, fmt.Errorf("clamp: the lower limit %s is above the upper limit %s", low, high)
	}
	return x.Max(low).Min(high), nil
}

func extreme(of func(x, y Decimal) Decimal) func(...any) (any, error) {
	return func(args ...any) (any, error) {
		result := args[0].(Decimal)
		for _, arg := range args[1:] {
			result = of(result, arg.(Decimal))
		}
		return result, nil
	}
}

// decimals reads decimal("0.35"), an older way to write 0.35.
type decimals struct{}

func (decimals) Visit(node *ast.Node) {
	if n, ok := (*node).(*ast.CallNode); ok {
		if text, ok := decimalLiteral(n); ok {
			ast.Patch(node, &ast.ConstantNode{Value: exact.MustParse(text)})
		}
	}
}

// decimalLiteral returns the text of a call such as decimal("0.35").
func decimalLiteral(call *ast.CallNode) (string, bool) {
	callee, ok := call.Callee.(*ast.IdentifierNode)
	if !ok || callee.Value != "decimal" || len(call.Arguments) != 1 {
		return "", false
	}
	literal, ok := call.Arguments[0].(*ast.StringNode)
	if !ok {
		return "", false
	}
	return literal.Value, true
}
