package gate

import (
	"reflect"
	"slices"
	"strings"

	"github.com/expr-lang/expr/ast"

	"github.com/dsaeval/dsaeval/internal/exact"
)

// builtins are the functions of expr that an expression can call. What is left
// out makes lists or texts longer than they were, reads the clock, or works with
// floats.
var builtins = []string{"all", "any", "count", "filter", "find", "first", "last", "len", "lower", "map", "none", "one", "sum", "trim", "upper"}

var binaryOperators = []string{
	"<", "<=", ">", ">=", "==", "!=", "+", "-", "*", "/", "and", "or", "&&", "||", "in", "not in", "contains", "startsWith", "endsWith", "matches",
}

// counts are the names that `> baseline` can be said of.
var counts = []string{"breach", "breach_ended", "compliant", "not_applicable", "undetermined"}

// check refuses, before types are known, what expr allows and a gate must not
// hold. It keeps the first problem in the order of the walk.
type check struct {
	readsBaseline bool
	found         *exact.Fault
}

func (c *check) refuse(n ast.Node, format string, args ...any) {
	if c.found == nil {
		c.found = exact.At(n, format, args...)
	}
}

func (c *check) Visit(node *ast.Node) {
	switch n := (*node).(type) {
	case *ast.NilNode:
		if c.found == nil {
			c.found = exact.At(n, "nothing here is ever nil")
			c.found.Hint = `a text that is not there is "", an item -1; an amount that is not known leaves the expression undecided`
		}
	case *ast.IdentifierNode:
		if strings.HasPrefix(n.Value, "_") || n.Value == "$env" {
			c.refuse(n, "unknown name %s", n.Value)
		}
		c.readsBaseline = c.readsBaseline || n.Value == "baseline"
	case *ast.BuiltinNode:
		if !slices.Contains(builtins, n.Name) {
			c.refuse(n, "%s is not part of these expressions; they have %s", n.Name, strings.Join(builtins, ", "))
		}
	case *ast.BinaryNode:
		c.binary(n)
	case *ast.VariableDeclaratorNode:
		c.refuse(n, "let is not part of these expressions")
	case *ast.SequenceNode:
		c.refuse(n, "a semicolon is not part of these expressions; join them by and, or")
	case *ast.SliceNode, *ast.BytesNode, *ast.MapNode:
		c.refuse(n, "%s is not part of these expressions", n)
	}
}

func (c *check) binary(n *ast.BinaryNode) {
	if !slices.Contains(binaryOperators, n.Operator) {
		c.refuse(n, "the operator %s is not part of these expressions", n.Operator)
	}
	if n.Operator == "in" || n.Operator == "not in" {
		// In a list that is written out, so that the search is short.
		if _, ok := n.Right.(*ast.ArrayNode); !ok {
			c.refuse(n, "in needs a list that is written out, as in .code in [\"lost\", \"late\"]")
		}
	}
	if n.Operator == "matches" {
		if _, ok := n.Right.(*ast.StringNode); !ok {
			c.refuse(n, "matches needs a pattern that is written out")
		}
	}
}

// typeCheck refuses what only types show: joining texts and comparing lists,
// which cost more than a step.
type typeCheck struct{ found *exact.Fault }

func (c *typeCheck) Visit(node *ast.Node) {
	n, ok := (*node).(*ast.BinaryNode)
	if !ok || c.found != nil {
		return
	}
	left := kindOf(n.Left)
	switch {
	case n.Operator == "+" && left == reflect.String:
		c.found = exact.At(n, "texts cannot be joined here")
	case (n.Operator == "==" || n.Operator == "!=") && (left == reflect.Slice || left == reflect.Struct):
		c.found = exact.At(n, "lists and sections cannot be compared; compare what is in them")
	}
}

func kindOf(n ast.Node) reflect.Kind {
	if t := n.Type(); t != nil {
		return t.Kind()
	}
	return reflect.Invalid
}
