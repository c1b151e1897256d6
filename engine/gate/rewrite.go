package gate

import (
	"slices"

	"github.com/expr-lang/expr/ast"

	"github.com/dsaeval/dsaeval/internal/exact"
)

// rewriting changes the tree before types are known: `undetermined > baseline`
// compares the counts of the whole reports, and each turn of a loop is a step.
type rewriting struct{}

func (rewriting) Visit(node *ast.Node) {
	switch n := (*node).(type) {
	case *ast.BinaryNode:
		if exact.Compares(n.Operator) {
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
