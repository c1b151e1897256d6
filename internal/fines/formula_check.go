package fines

import (
	"fmt"
	"slices"

	"github.com/expr-lang/expr/ast"

	"github.com/dsaeval/dsaeval/internal/exact"
)

// formulaCheck refuses what expr allows and a formula must not hold: loops, lists
// and member access, because a formula is a finite calculation on known names. It
// stops at the first of them.
type formulaCheck struct {
	known names
	local []string // let variables
	reads []string
	found *exact.Fault
}

func (c *formulaCheck) root(node ast.Node) *exact.Fault {
	c.visit(node)
	return c.found
}

func (c *formulaCheck) refuse(n ast.Node, format string, args ...any) {
	c.refuseWith(n, "", format, args...)
}

func (c *formulaCheck) refuseWith(n ast.Node, hint, format string, args ...any) {
	if c.found == nil {
		c.found = exact.At(n, format, args...)
		c.found.Hint = hint
	}
}

func (c *formulaCheck) visit(node ast.Node) {
	if c.found != nil {
		return
	}
	switch n := node.(type) {
	case *ast.IntegerNode, *ast.FloatNode, *ast.BoolNode:
	case *ast.StringNode:
		c.refuse(n, "the word %q stands alone; words are only compared, as in gravity == \"high\"", n.Value)
	case *ast.IdentifierNode:
		c.identifier(n)
	case *ast.UnaryNode:
		if !slices.Contains([]string{"-", "not", "!"}, n.Operator) {
			c.refuse(n, "the operator %s is not part of formulas", n.Operator)
		}
		c.visit(n.Node)
	case *ast.BinaryNode:
		c.binary(n)
	case *ast.ConditionalNode:
		c.visit(n.Cond)
		c.visit(n.Exp1)
		c.visit(n.Exp2)
	case *ast.VariableDeclaratorNode:
		if _, taken := c.known[n.Name]; taken {
			c.refuse(n, "%s is already a name of the model; choose another for the variable", n.Name)
		}
		c.visit(n.Value)
		c.local = append(c.local, n.Name)
		c.visit(n.Expr)
	case *ast.CallNode:
		c.call(n)
	case *ast.BuiltinNode:
		if n.Name != "min" && n.Name != "max" {
			c.loop(n, n.Name)
			return
		}
		if len(n.Arguments) == 0 {
			c.refuse(n, "%s needs at least one number", n.Name)
		}
		for _, argument := range n.Arguments {
			c.visit(argument)
		}
	default:
		c.refuse(n, "formulas have no %s", nodeName(node))
	}
}

func (c *formulaCheck) identifier(n *ast.IdentifierNode) {
	if slices.Contains(c.local, n.Value) {
		return
	}
	if _, known := c.known[n.Value]; !known {
		hint := c.known.hint(n.Value)
		if _, exists := inputTypeOf(n.Value); exists {
			hint = fmt.Sprintf("list %s under inputs, with what to assume where it is not known", n.Value)
		}
		c.refuseWith(n, hint, "unknown name %s", n.Value)
		return
	}
	if _, isInput := inputTypeOf(n.Value); isInput {
		c.reads = append(c.reads, n.Value)
	}
}

func (c *formulaCheck) binary(n *ast.BinaryNode) {
	if !exact.OnNumbers(n.Operator) && !slices.Contains([]string{"and", "or", "&&", "||"}, n.Operator) {
		if n.Operator == ".." {
			c.loop(n, "..")
			return
		}
		c.refuse(n, "the operator %s is not part of formulas; use + - * / < <= > >= == != and or not", n.Operator)
		return
	}
	if n.Operator == "==" || n.Operator == "!=" {
		if c.comparison(n.Left, n.Right) || c.comparison(n.Right, n.Left) {
			return
		}
	}
	c.visit(n.Left)
	c.visit(n.Right)
}

// comparison checks that only an input is compared with a word; which words it can
// be is for the dialect to check.
func (c *formulaCheck) comparison(name, word ast.Node) bool {
	literal, ok := word.(*ast.StringNode)
	if !ok {
		return false
	}
	identifier, ok := name.(*ast.IdentifierNode)
	if !ok {
		c.refuse(word, "only an input is compared with a word, as in gravity == \"high\"")
		return true
	}
	c.identifier(identifier)
	if t, isInput := inputTypeOf(identifier.Value); isInput && t.number() {
		c.refuse(word, "%s is a number, in %s; it is never %q", t.name, t.unit, literal.Value)
	}
	return true
}

func (c *formulaCheck) call(n *ast.CallNode) {
	callee, ok := n.Callee.(*ast.IdentifierNode)
	if !ok {
		c.refuse(n, "only min, max, clamp and decimal can be called")
		return
	}
	switch callee.Value {
	case "decimal":
		literal, ok := decimalLiteral(n)
		if !ok {
			c.refuse(n, `decimal takes one number in quotes, as in decimal("0.35")`)
			return
		}
		if _, err := exact.Parse(literal); err != nil {
			c.refuse(n.Arguments[0], "%v", err)
		}
		return
	case "clamp":
		if len(n.Arguments) != 3 {
			c.refuse(n, "clamp takes a number, a lower and an upper limit")
		}
	case "min", "max":
	default:
		c.refuse(n, "there is no function %s; only min, max, clamp and decimal", callee.Value)
	}
	for _, argument := range n.Arguments {
		c.visit(argument)
	}
}

func (c *formulaCheck) loop(n ast.Node, what string) {
	c.refuseWith(n, "calculate with + - * /, compare, choose with condition ? this : that, and use min, max, clamp", "%s is not part of formulas: they have no loops, lists or ranges, so that each of them ends", what)
}

func nodeName(node ast.Node) string {
	switch node.(type) {
	case *ast.ArrayNode, *ast.MapNode, *ast.SliceNode:
		return "lists"
	case *ast.MemberNode, *ast.ChainNode:
		return "members"
	case *ast.NilNode:
		return "nil: what is missing is assumed by the inputs"
	case *ast.SequenceNode:
		return "sequences"
	case *ast.PredicateNode, *ast.PointerNode:
		return "loops"
	}
	return "such expressions"
}
