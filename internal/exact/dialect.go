package exact

import (
	"reflect"
	"slices"
	"strings"

	"github.com/expr-lang/expr"
	"github.com/expr-lang/expr/ast"
	"github.com/expr-lang/expr/parser"
	"github.com/expr-lang/expr/vm"

	"github.com/dsaeval/dsaeval/internal/document"
)

// Limits of an expression, which may come from a pull request of a stranger: a run
// must end. The length also bounds how deeply brackets nest, which the parser
// follows by recursion; loops are bounded by whoever allows them.
const (
	MaxLength = 2000
	maxNodes  = 400
	maxMemory = 1_000_000
)

// Dialect is a language of expressions over one environment, in which numbers
// are exact.
type Dialect struct {
	// Name is what an expression is called in messages, such as "the formula".
	Name string
	// Environment is a struct whose fields have expr tags, or a map of values.
	Environment any
	// Gives is the type of the result: bool, or Decimal.
	Gives reflect.Type
	// WholeNumbers makes exact numbers of whole ones too, which could overflow;
	// they are no indexes of lists then.
	WholeNumbers bool
	// Options are functions of the dialect, and what it leaves out.
	Options []expr.Option
	// Check refuses what the dialect does not have, before types are known.
	Check func(root ast.Node) *Fault
	// Rewrite changes the tree before types are known; nil for nothing.
	Rewrite ast.Visitor
	// CheckTypes refuses what only types show; nil for nothing.
	CheckTypes func(root ast.Node) *Fault
	// Words returns the words that a text can be, nil where it can be any. It is
	// asked when the types of nodes are known.
	Words func(n ast.Node) *Words
	// Place is where a character of the expression stands, counted from 0, -1 for the
	// whole; nil for an expression that stands in no file.
	Place func(offset int) document.Problem
}

// Program is a compiled expression. It is immutable and safe for concurrent use.
type Program struct {
	dialect Dialect
	source  string
	program *vm.Program
}

// Compile checks and compiles an expression. The error is a [document.Problem].
func (d Dialect) Compile(source string) (*Program, error) {
	program, wrong := d.compile(source)
	if wrong != nil {
		return nil, d.problem(source, wrong)
	}
	return &Program{d, source, program}, nil
}

func (d Dialect) compile(source string) (*vm.Program, *Fault) {
	if n := len([]rune(source)); n > MaxLength {
		return nil, whole("%s has %d characters; at most %d are read", d.Name, n, MaxLength)
	}
	if strings.TrimSpace(source) == "" {
		return nil, whole("%s is empty", d.Name)
	}
	tree, err := parser.Parse(source)
	if err != nil {
		return nil, placed(err)
	}
	runes := []rune(source)
	first := firstCheck{source: runes}
	ast.Walk(&tree.Node, &first)
	if wrong := d.Check(tree.Node); wrong != nil {
		return nil, wrong
	}
	if first.found != nil {
		return nil, first.found
	}
	closed := &words{of: d.Words}
	program, err := expr.Compile(source, d.options(runes, closed)...)
	if err != nil {
		return nil, placed(err)
	}
	if d.Words != nil {
		if wrong := closed.check(); wrong != nil {
			return nil, wrong
		}
	}
	root := program.Node()
	if d.CheckTypes != nil {
		if wrong := d.CheckTypes(root); wrong != nil {
			return nil, wrong
		}
	}
	if t := root.Type(); !d.gives(t) {
		return nil, whole("%s gives %s; expected %s", d.Name, typeName(t), typeName(d.Gives))
	}
	return program, nil
}

// gives reports whether an expression of a type can give what the dialect asks for;
// what is only known when it runs is looked at then.
func (d Dialect) gives(t reflect.Type) bool {
	if d.Gives == decimalType {
		return isExact(t)
	}
	return t == d.Gives || t == nil || t.Kind() == reflect.Interface
}

func (d Dialect) options(source []rune, closed *words) []expr.Option {
	// The optimizer folds whole numbers, of which an exact dialect has none.
	list := []expr.Option{expr.Env(d.Environment), expr.MaxNodes(maxNodes), expr.Optimize(!d.WholeNumbers)}
	list = append(list, d.Options...)
	for _, symbol := range sortedSymbols() {
		list = append(list, operators[symbol].option())
	}
	if d.Rewrite != nil {
		list = append(list, expr.Patch(d.Rewrite))
	}
	list = append(list, expr.Patch(literals{source, d.WholeNumbers}), expr.Patch(&arithmeticOf{}))
	if d.Words != nil {
		list = append(list, expr.Patch(closed))
	}
	// The last one, for types are checked before each, and what has one by then is
	// not looked at again.
	return append(list, expr.Patch(recheck{}))
}

func sortedSymbols() []string {
	var symbols []string
	for symbol := range operators {
		symbols = append(symbols, symbol)
	}
	slices.Sort(symbols)
	return symbols
}

// firstCheck refuses what no dialect has: literals that are no exact numbers.
type firstCheck struct {
	source []rune
	found  *Fault
}

func (c *firstCheck) Visit(node *ast.Node) {
	n, ok := (*node).(*ast.FloatNode)
	if !ok || c.found != nil {
		return
	}
	if _, err := ParseLiteral(written(c.source, n)); err != nil {
		c.found = At(n, "%v", err)
	}
}

// Run evaluates the expression. The environment must be of the type with which
// it was compiled. The error is a [document.Problem], which wraps that of an amount
// that is not known.
func (p *Program) Run(environment any) (any, error) {
	result, wrong := p.run(environment)
	if wrong != nil {
		return nil, p.dialect.problem(p.source, wrong)
	}
	return result, nil
}

func (p *Program) run(environment any) (any, *Fault) {
	machine := vm.VM{MemoryBudget: maxMemory}
	result, err := machine.Run(p.program, environment)
	if err != nil {
		return nil, placed(err)
	}
	if p.dialect.Gives == decimalType {
		if result, err = number(result); err != nil {
			return nil, whole("%s gives %T; expected a number", p.dialect.Name, result)
		}
	} else if reflect.TypeOf(result) != p.dialect.Gives {
		return nil, whole("%s gives %v; expected %s", p.dialect.Name, result, typeName(p.dialect.Gives))
	}
	return result, nil
}
