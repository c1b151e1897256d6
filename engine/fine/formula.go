package fine

import (
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strings"

	"github.com/expr-lang/expr"
	"github.com/expr-lang/expr/ast"
	"github.com/expr-lang/expr/checker/nature"
	"github.com/expr-lang/expr/file"
	"github.com/expr-lang/expr/parser"
	"github.com/expr-lang/expr/vm"
)

// maxFormula is the length of a formula in characters. The limit also bounds
// how deeply brackets nest, which the parser follows by recursion.
const maxFormula = 2000

// formula is a compiled expression that gives a Decimal. It has no loops and no
// recursion, so that it always ends, and calculates with decimals only.
type formula struct {
	source  text
	program *vm.Program
	reads   []string // names of inputs, each once, sorted
}

var decimalType = reflect.TypeFor[Decimal]()

// names are what a formula can read, each with a value of its type.
type names map[string]any

// compileFormula checks and compiles one expression. The problem has the
// position inside the YAML file.
func compileFormula(source text, known names) (*formula, *Problem) {
	if strings.TrimSpace(source.Text) == "" {
		return nil, source.problem(0, "the formula is empty")
	}
	if n := len([]rune(source.Text)); n > maxFormula {
		return nil, source.problem(0, fmt.Sprintf("the formula has %d characters; at most %d are read", n, maxFormula))
	}
	tree, err := parser.Parse(source.Text)
	if err != nil {
		return nil, source.exprProblem(err, known)
	}
	check := formulaCheck{known: known}
	check.visit(tree.Node)
	if check.message != "" {
		p := source.problem(check.at, check.message)
		p.Hint = check.hint
		return nil, p
	}
	program, err := expr.Compile(source.Text, options(known)...)
	if err != nil {
		return nil, source.exprProblem(err, known)
	}
	if t := program.Node().Type(); t != decimalType {
		return nil, source.problem(0, fmt.Sprintf("the formula gives %s; expected a number", typeName(t)))
	}
	slices.Sort(check.reads)
	return &formula{source: source, program: program, reads: slices.Compact(check.reads)}, nil
}

// run evaluates the formula. The values must be those of the names that it was
// compiled with.
func (f *formula) run(values map[string]any) (Decimal, *Problem) {
	result, err := expr.Run(f.program, values)
	if err != nil {
		return Decimal{}, f.source.exprProblem(err, nil)
	}
	d, ok := result.(Decimal)
	if !ok {
		return Decimal{}, f.source.problem(0, fmt.Sprintf("the formula gives %T; expected a number", result))
	}
	return d, nil
}

// exprProblem gives an error of expr the position in the file and our words.
func (s text) exprProblem(err error, known names) *Problem {
	var at *file.Error
	if !errors.As(err, &at) {
		return s.problem(0, err.Error())
	}
	message := strings.ReplaceAll(at.Message, "fine.Decimal", "number")
	p := s.problem(at.From, message)
	if strings.HasPrefix(message, "unknown name") && known != nil {
		p.Hint = "a formula reads the inputs and values of the model: " + strings.Join(known.sorted(), ", ")
	}
	return p
}

func (n names) sorted() []string {
	var list []string
	for name := range n {
		list = append(list, name)
	}
	slices.Sort(list)
	return list
}

func typeName(t reflect.Type) string {
	switch {
	case t == nil:
		return "nothing"
	case t.Kind() == reflect.Bool:
		return "true or false"
	case t.Kind() == reflect.String:
		return "a word"
	}
	return t.String()
}

// operators maps the operators on numbers to the functions that stand for them.
var operators = map[string]struct {
	function string
	do       func(x, y Decimal) (any, error)
	gives    any
}{
	"+":  {"_add", func(x, y Decimal) (any, error) { return x.Add(y) }, new(func(Decimal, Decimal) Decimal)},
	"-":  {"_sub", func(x, y Decimal) (any, error) { return x.Sub(y) }, new(func(Decimal, Decimal) Decimal)},
	"*":  {"_mul", func(x, y Decimal) (any, error) { return x.Mul(y) }, new(func(Decimal, Decimal) Decimal)},
	"/":  {"_div", func(x, y Decimal) (any, error) { return x.Div(y) }, new(func(Decimal, Decimal) Decimal)},
	"<":  {"_lt", func(x, y Decimal) (any, error) { return x.Cmp(y) < 0, nil }, new(func(Decimal, Decimal) bool)},
	"<=": {"_le", func(x, y Decimal) (any, error) { return x.Cmp(y) <= 0, nil }, new(func(Decimal, Decimal) bool)},
	">":  {"_gt", func(x, y Decimal) (any, error) { return x.Cmp(y) > 0, nil }, new(func(Decimal, Decimal) bool)},
	">=": {"_ge", func(x, y Decimal) (any, error) { return x.Cmp(y) >= 0, nil }, new(func(Decimal, Decimal) bool)},
	"==": {"_eq", func(x, y Decimal) (any, error) { return x.Cmp(y) == 0, nil }, new(func(Decimal, Decimal) bool)},
	"!=": {"_ne", func(x, y Decimal) (any, error) { return x.Cmp(y) != 0, nil }, new(func(Decimal, Decimal) bool)},
}

// options are the language of formulas: decimals instead of integers, the
// operators on them, four functions, and nothing else of expr.
func options(known names) []expr.Option {
	opts := []expr.Option{
		expr.Env(map[string]any(known)),
		expr.DisableAllBuiltins(),
		expr.Optimize(false), // it folds integers, of which there are none
		expr.Patch(literals{}),
		expr.Function("_neg", func(args ...any) (any, error) { return Decimal{}.Sub(args[0].(Decimal)) }, new(func(Decimal) Decimal)),
		expr.Function("min", extreme(Decimal.Min), new(func(Decimal, ...Decimal) Decimal)),
		expr.Function("max", extreme(Decimal.Max), new(func(Decimal, ...Decimal) Decimal)),
		expr.Function("clamp", func(args ...any) (any, error) {
			x, low, high := args[0].(Decimal), args[1].(Decimal), args[2].(Decimal)
			if low.Cmp(high) > 0 {
				return nil, fmt.Errorf("clamp: the lower limit %s is above the upper limit %s", low, high)
			}
			return x.Max(low).Min(high), nil
		}, new(func(Decimal, Decimal, Decimal) Decimal)),
	}
	for _, symbol := range sortedKeys(operators) {
		o := operators[symbol]
		opts = append(opts,
			expr.Function(o.function, func(args ...any) (any, error) { return o.do(args[0].(Decimal), args[1].(Decimal)) }, o.gives),
			expr.Patch(recheck{}), expr.Operator(symbol, o.function))
	}
	return append(opts, expr.Patch(recheck{}))
}

// recheck makes expr look at the arguments of calls again. Its checker takes
// the type that a call was given in an earlier pass and does not descend, so
// that operators inside the arguments would neither be overloaded nor checked.
type recheck struct{}

func (recheck) Visit(node *ast.Node) {
	if call, ok := (*node).(*ast.CallNode); ok {
		call.SetNature(nature.Nature{})
	}
}

// Reset and ShouldRepeat let expr run the visitor in every round of operators.
func (recheck) Reset() {}

func (recheck) ShouldRepeat() bool { return false }

func extreme(of func(x, y Decimal) Decimal) func(...any) (any, error) {
	return func(args ...any) (any, error) {
		result := args[0].(Decimal)
		for _, arg := range args[1:] {
			result = of(result, arg.(Decimal))
		}
		return result, nil
	}
}

// literals turns integer literals and decimal("0.35") into decimals, before
// expr looks at the types of what stands around them.
type literals struct{}

func (literals) Visit(node *ast.Node) {
	switch n := (*node).(type) {
	case *ast.IntegerNode:
		ast.Patch(node, &ast.ConstantNode{Value: Int(int64(n.Value))})
	case *ast.CallNode:
		if text, ok := decimalLiteral(n); ok {
			ast.Patch(node, &ast.ConstantNode{Value: mustDecimal(text)})
		}
	case *ast.UnaryNode:
		if n.Operator == "-" {
			ast.Patch(node, &ast.CallNode{Callee: &ast.IdentifierNode{Value: "_neg"}, Arguments: []ast.Node{n.Node}})
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
