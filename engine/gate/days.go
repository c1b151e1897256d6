package gate

import (
	"cmp"
	"time"

	"github.com/expr-lang/expr/ast"

	"github.com/dsaeval/dsaeval/internal/document"
	"github.com/dsaeval/dsaeval/internal/exact"
)

// The fields that hold a day. No other section has one of these names.
const (
	assessmentDate = "assessment_date"
	endedOn        = "ended_on" // empty where nothing has ended
)

// checkDays refuses a day that is compared with a constant that is none. As text,
// 2023-9-2 comes after 2023-10-02, so that a gate would open, or close, on the wrong days.
func checkDays(root ast.Node) *exact.Fault {
	elements := dayElements{}
	ast.Walk(&root, elements)
	compared := comparedDays{elements: elements}
	ast.Walk(&root, &compared)
	return compared.found
}

// dayElements tells of # within a predicate the field whose days the list holds; "" if none.
type dayElements map[*ast.PointerNode]string

// Visit meets the predicates within before those around them.
func (d dayElements) Visit(node *ast.Node) {
	n, ok := (*node).(*ast.BuiltinNode)
	if !ok || len(n.Arguments) < 2 {
		return
	}
	field := d.ofList(n.Arguments[0])
	ast.Walk(&n.Arguments[1], visit(func(within ast.Node) {
		if pointer, ok := within.(*ast.PointerNode); ok {
			if _, met := d[pointer]; !met {
				d[pointer] = field
			}
		}
	}))
}

type visit func(ast.Node)

func (v visit) Visit(node *ast.Node) { v(*node) }

// of is the field whose day a node gives; "" if it gives none.
func (d dayElements) of(n ast.Node) string {
	switch n := n.(type) {
	case *ast.IdentifierNode:
		if n.Value == assessmentDate {
			return assessmentDate
		}
	case *ast.MemberNode:
		if name, ok := n.Property.(*ast.StringNode); ok {
			if name.Value == endedOn || name.Value == assessmentDate {
				return name.Value
			}
			return ""
		}
		return d.ofList(n.Node)
	case *ast.PointerNode:
		return d[n]
	case *ast.PredicateNode:
		return d.of(n.Node)
	case *ast.ChainNode:
		return d.of(n.Node)
	case *ast.ConditionalNode:
		return cmp.Or(d.of(n.Exp1), d.of(n.Exp2))
	case *ast.BuiltinNode:
		switch n.Name {
		case "trim", "lower", "upper":
			return d.of(n.Arguments[0])
		case "first", "last", "find":
			return d.ofList(n.Arguments[0])
		}
	}
	return ""
}

// ofList is the field of which a list holds days; "" if it holds none.
func (d dayElements) ofList(n ast.Node) string {
	switch n := n.(type) {
	case *ast.ArrayNode:
		for _, each := range n.Nodes {
			if field := d.of(each); field != "" {
				return field
			}
		}
	case *ast.ConditionalNode:
		return cmp.Or(d.ofList(n.Exp1), d.ofList(n.Exp2))
	case *ast.BuiltinNode:
		switch {
		case n.Name == "map" && len(n.Arguments) > 1:
			return d.of(n.Arguments[1])
		case n.Name == "filter":
			return d.ofList(n.Arguments[0])
		}
	}
	return ""
}

// comparedDays keeps the first wrong comparison in the order of the walk.
type comparedDays struct {
	elements dayElements
	found    *exact.Fault
}

func (c *comparedDays) Visit(node *ast.Node) {
	n, ok := (*node).(*ast.BinaryNode)
	if !ok {
		return
	}
	switch operator := n.Operator; {
	case exact.Compares(operator):
		c.compare(c.elements.of(n.Left), n.Right, exact.Orders(operator))
		c.compare(c.elements.of(n.Right), n.Left, exact.Orders(operator))
		if exact.Orders(operator) {
			c.emptiness(n.Left)
			c.emptiness(n.Right)
		}
	case operator == "in" || operator == "not in":
		if list, ok := n.Right.(*ast.ArrayNode); ok {
			for _, each := range list.Nodes {
				c.compare(c.elements.of(n.Left), each, false)
				c.compare(c.elements.of(each), n.Left, false)
			}
		}
	}
}

// compare looks at the constants that a day of the field is compared with.
func (c *comparedDays) compare(field string, with ast.Node, order bool) {
	if field == "" || c.found != nil {
		return
	}
	switch n := with.(type) {
	case *ast.ConditionalNode:
		c.compare(field, n.Exp1, order)
		c.compare(field, n.Exp2, order)
	case *ast.BuiltinNode:
		if n.Name == "trim" || n.Name == "lower" || n.Name == "upper" {
			c.compare(field, n.Arguments[0], order)
		}
	case *ast.StringNode:
		if document.IsDate(n.Value) || field == endedOn && n.Value == "" && !order {
			return
		}
		c.found = exact.At(n, "%s is compared with %q, which is not a calendar day YYYY-MM-DD", field, n.Value)
		c.found.Hint = dayHint(field, n.Value)
	}
}

// emptiness refuses to ask what comes before or after an empty text, since nothing does:
// who writes .code > "" asks whether there is one.
func (c *comparedDays) emptiness(n ast.Node) {
	if text, ok := n.(*ast.StringNode); ok && text.Value == "" && c.found == nil {
		c.found = exact.At(n, `nothing comes before or after ""`)
		c.found.Hint = `== "" or != "" says whether a text is there`
	}
}

func dayHint(field, text string) string {
	if field == endedOn && text == "" {
		return "ended says whether it has ended"
	}
	if day, err := time.Parse("2006-1-2", text); err == nil {
		return "write " + day.Format(time.DateOnly)
	}
	return "such as 2025-02-17"
}
