package exact

import (
	"reflect"

	"github.com/expr-lang/expr/ast"
	"github.com/expr-lang/expr/checker/nature"
)

// literals makes exact numbers of those that are written with a point or an
// exponent and, where the dialect says so, of whole ones, before types are known.
type literals struct {
	source []rune
	whole  bool
}

func (l literals) Visit(node *ast.Node) {
	switch n := (*node).(type) {
	case *ast.FloatNode:
		// The check has read it already.
		value, _ := ParseLiteral(written(l.source, n))
		ast.Patch(node, &ast.ConstantNode{Value: value})
	case *ast.IntegerNode:
		if l.whole {
			ast.Patch(node, &ast.ConstantNode{Value: Int(int64(n.Value))})
		}
	}
}

// arithmeticOf replaces operators where an exact number takes part, every division
// and the order of texts by functions. The types of the children are known: the walk goes from
// the leaves to the root, and what it replaces gets its type at once. Variables
// have theirs only in the next round.
type arithmeticOf struct{ changed bool }

func (a *arithmeticOf) Reset()             { a.changed = false }
func (a *arithmeticOf) ShouldRepeat() bool { return a.changed }

func (a *arithmeticOf) Visit(node *ast.Node) {
	switch n := (*node).(type) {
	case *ast.UnaryNode:
		if n.Operator == "-" && isExact(n.Node.Type()) {
			a.replace(node, "-", &ast.IntegerNode{Value: 0}, n.Node)
		}
	case *ast.BinaryNode:
		if !OnNumbers(n.Operator) {
			return
		}
		left, right := n.Left.Type(), n.Right.Type()
		numbers := fits(left) && fits(right) && (isExact(left) || isExact(right) || n.Operator == "/")
		if numbers || Orders(n.Operator) && mayBeText(left) && mayBeText(right) {
			a.replace(node, n.Operator, n.Left, n.Right)
		}
	}
}

func isExact(t reflect.Type) bool { return t == decimalType || t == amountType }

// fits leaves what is no number to the compiler, whose message names the types.
func fits(t reflect.Type) bool {
	return t == nil || isExact(t) || t.Kind() == reflect.Int || t.Kind() == reflect.Interface
}

// mayBeText holds also of what has its type only when it runs: of one list of texts and
// numbers, any element.
func mayBeText(t reflect.Type) bool {
	return t.Kind() == reflect.String || t.Kind() == reflect.Interface
}

func (a *arithmeticOf) replace(node *ast.Node, symbol string, left, right ast.Node) {
	a.changed = true
	o := operators[symbol]
	callee := &ast.IdentifierNode{Value: o.function}
	callee.SetLocation((*node).Location())
	call := &ast.CallNode{Callee: callee, Arguments: []ast.Node{left, right}}
	ast.Patch(node, call)
	if o.compares {
		call.SetType(reflect.TypeFor[bool]())
	} else {
		call.SetType(decimalType)
	}
}

// recheck makes the compiler look at the arguments of calls again: it takes the
// type that a call was given and does not descend.
type recheck struct{}

// Reset and ShouldRepeat put the visitor into the last rounds, after which types
// are checked for good.
func (recheck) Reset() {}

// ShouldRepeat says that it needs no round of its own.
func (recheck) ShouldRepeat() bool { return false }

func (recheck) Visit(node *ast.Node) {
	if call, ok := (*node).(*ast.CallNode); ok {
		call.SetNature(nature.Nature{})
	}
}
