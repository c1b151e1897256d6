package gate

import (
	"reflect"
	"slices"

	"github.com/expr-lang/expr/ast"
	"github.com/expr-lang/expr/checker/nature"
)

var numberType = reflect.TypeFor[number]()

// functionOf names the function that stands in for an operator on numbers.
var functionOf = map[string]string{
	"<": "_less", "<=": "_atMost", ">": "_more", ">=": "_atLeast", "==": "_equal", "!=": "_unequal",
	"+": "_add", "-": "_subtract", "*": "_multiply", "/": "_divide",
}

// signatures are the pairs of types that an operator takes.
func (o operator) signatures() []any {
	if o.compares {
		return []any{
			new(func(number, number) bool), new(func(number, int) bool), new(func(int, number) bool), new(func(int, int) bool),
		}
	}
	return []any{
		new(func(number, number) number), new(func(number, int) number), new(func(int, number) number), new(func(int, int) number),
	}
}

// rewriting changes the tree before types are known: literals with a point or an
// exponent become exact numbers, read from the text; `undetermined > baseline`
// compares the counts of the whole reports; and each turn of a loop is a step.
type rewriting struct{ source []rune }

func (r *rewriting) Visit(node *ast.Node) {
	switch n := (*node).(type) {
	case *ast.FloatNode:
		// The check has read it already.
		value, _ := parseNumber(textOf(r.source, n))
		ast.Patch(node, &ast.ConstantNode{Value: value})
	case *ast.BinaryNode:
		if o, ok := operators[n.Operator]; ok && o.compares {
			withBaseline(n, &n.Left, &n.Right)
			withBaseline(n, &n.Right, &n.Left)
		}
	case *ast.PredicateNode:
		step := &ast.CallNode{Callee: &ast.IdentifierNode{Value: stepName}, Arguments: []ast.Node{}}
		step.Callee.SetLocation(n.Node.Location())
		step.SetLocation(n.Node.Location())
		sequence := &ast.SequenceNode{Nodes: []ast.Node{step, n.Node}}
		sequence.SetLocation(n.Node.Location())
		n.Node = sequence
	}
}

// stepName is the field of an environment that counts steps.
const stepName = "_step"

// withBaseline rewrites count > baseline to total.count > baseline.count: a
// count alone is only of what is new, and that is never above the past.
func withBaseline(n *ast.BinaryNode, count, baseline *ast.Node) {
	name, ok := (*count).(*ast.IdentifierNode)
	other, also := (*baseline).(*ast.IdentifierNode)
	if !ok || !also || other.Value != "baseline" || !slices.Contains(counts, name.Value) {
		return
	}
	of := func(section string, at ast.Node) ast.Node {
		identifier := &ast.IdentifierNode{Value: section}
		identifier.SetLocation(at.Location())
		property := &ast.StringNode{Value: name.Value}
		property.SetLocation(at.Location())
		member := &ast.MemberNode{Node: identifier, Property: property}
		member.SetLocation(at.Location())
		return member
	}
	left, right := of("total", name), of("baseline", other)
	*count, *baseline = left, right
}

// exact replaces operators where a number takes part, and every division, by
// functions. The types of the children are known: the walk goes from the leaves
// to the root, and what it replaces gets its type at once.
type exact struct{}

func (exact) Visit(node *ast.Node) {
	switch n := (*node).(type) {
	case *ast.UnaryNode:
		if n.Operator == "-" && n.Node.Type() == numberType {
			replace(node, "-", &ast.IntegerNode{Value: 0}, n.Node)
		}
	case *ast.BinaryNode:
		if _, ok := operators[n.Operator]; !ok {
			return
		}
		left, right := n.Left.Type(), n.Right.Type()
		if fits(left) && fits(right) && (left == numberType || right == numberType || n.Operator == "/") {
			replace(node, n.Operator, n.Left, n.Right)
		}
	}
}

// fits leaves what is no number to the compiler, whose message names the types.
func fits(t reflect.Type) bool {
	return t == nil || t == numberType || t.Kind() == reflect.Int || t.Kind() == reflect.Interface
}

func replace(node *ast.Node, symbol string, left, right ast.Node) {
	at := (*node).Location()
	callee := &ast.IdentifierNode{Value: functionOf[symbol]}
	callee.SetLocation(at)
	call := &ast.CallNode{Callee: callee, Arguments: []ast.Node{left, right}}
	ast.Patch(node, call)
	call.SetLocation(at)
	if operators[symbol].compares {
		call.SetType(reflect.TypeFor[bool]())
	} else {
		call.SetType(numberType)
	}
}

// recheck makes the compiler look at the arguments of calls again: it takes the
// type that a call was given and does not descend.
type recheck struct{}

// Reset and ShouldRepeat put the visitor into the last round, after which types
// are checked for good.
func (recheck) Reset() {}

// ShouldRepeat says that one such round is enough.
func (recheck) ShouldRepeat() bool { return false }

func (recheck) Visit(node *ast.Node) {
	if call, ok := (*node).(*ast.CallNode); ok {
		call.SetNature(nature.Nature{})
	}
}
