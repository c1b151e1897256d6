package fine

import (
	"fmt"
	"slices"
	"strings"

	"github.com/expr-lang/expr/ast"
)

// formulaCheck refuses what expr allows and a formula must not hold: floats,
// because they are not exact; loops, lists and member access, because a formula
// is a finite calculation on known names. It stops at the first of them.
type formulaCheck struct {
	known   names
	local   []string // let variables
	reads   []string
	at      int
	message string
	hint    string
}

const exactHint = `write %[1]s as decimal("%[1]s"), or a share as 35 * percent`

func (c *formulaCheck) refuse(n ast.Node, format string, args ...any) {
	if c.message == "" {
		c.at, c.message = n.Location().From, fmt.Sprintf(format, args...)
	}
}

func (c *formulaCheck) visit(node ast.Node) {
	if c.message != "" {
		return
	}
	switch n := node.(type) {
	case *ast.IntegerNode, *ast.BoolNode:
	case *ast.FloatNode:
		c.refuse(n, "%v is a floating-point number, which is not exact", n.Value)
		c.hint = fmt.Sprintf(exactHint, fmt.Sprint(n.Value))
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
		c.refuse(n, "unknown name %s", n.Value)
		c.hint = "a formula reads the inputs and values of the model: " + strings.Join(c.known.sorted(), ", ")
		if _, exists := inputTypeOf(n.Value); exists {
			c.hint = fmt.Sprintf("list %s under inputs, with what to assume where it is not known", n.Value)
		}
		return
	}
	if _, isInput := inputTypeOf(n.Value); isInput {
		c.reads = append(c.reads, n.Value)
	}
}

func (c *formulaCheck) binary(n *ast.BinaryNode) {
	_, arithmetic := operators[n.Operator]
	if !arithmetic && !slices.Contains([]string{"and", "or", "&&", "||"}, n.Operator) {
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

// comparison checks gravity == "high": the word must be one of the input's, or
// the formula would silently never be true.
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
	if t, isInput := inputTypeOf(identifier.Value); isInput && c.message == "" {
		switch {
		case t.number():
			c.refuse(word, "%s is a number, in %s; it is never %q", t.name, t.unit, literal.Value)
		case !slices.Contains(t.words, literal.Value):
			c.refuse(word, "%s is never %q; expected one of %s", t.name, literal.Value, strings.Join(t.words, ", "))
		}
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
		if _, err := ParseDecimal(literal); err != nil {
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
	c.refuse(n, "%s is not part of formulas: they have no loops, lists or ranges, so that each of them ends", what)
	c.hint = "calculate with + - * /, compare, choose with condition ? this : that, and use min, max, clamp"
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
