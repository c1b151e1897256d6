package facts

import (
	"fmt"
	"slices"

	"github.com/dsaeval/dsaeval/internal/document"
	"github.com/dsaeval/dsaeval/internal/factschema"
)

// misread finds values that are right to the schema and that its author will hardly have
// meant so: nobody else would ask.
func misread(n *Node, f *factschema.Field, path Path) Problems {
	// Hardly any document has one, and to look for it takes no path.
	if n == nil || f == nil || !mayBeMisread(n) {
		return nil
	}
	var problems Problems
	switch n.Kind {
	case Array:
		for i, element := range n.Elements {
			problems = append(problems, misread(element, f.Items, append(path, i))...)
		}
	case Object:
		for _, member := range n.Members {
			problems = append(problems, misread(member.Value, f.Step(member.Key), append(path, member.Key))...)
		}
	default:
		if is, hint := meantOtherwise(n, f); is != "" {
			return Problems{{Position: n.Position, Pointer: path.Pointer(), Message: path.Subject() + " is " + is, Hint: hint}}
		}
	}
	return problems
}

func mayBeMisread(n *Node) bool {
	switch n.Kind {
	case Number:
		_, _, two := document.Grouped(n.Text)
		return two
	case String:
		return far(n.Text)
	case Array:
		return slices.ContainsFunc(n.Elements, mayBeMisread)
	case Object:
		return slices.ContainsFunc(n.Members, func(m Member) bool { return mayBeMisread(m.Value) })
	}
	return false
}

// meantOtherwise says what a value is that may be meant otherwise; "" of any other. A whole
// number such as 1.000 is 1 to JSON and YAML, and a thousand to an author on much of the
// continent. A day such as 9999-12-31 stands for what has no end.
func meantOtherwise(n *Node, f *factschema.Field) (is, hint string) {
	whole, thousands, two := document.Grouped(n.Text)
	switch {
	case n.Kind == Number && two && f.Is("integer") && !f.Is("number"):
		return fmt.Sprintf("%s, which can be read as %s or as %s", n.Text, whole, thousands), "write the one that is meant, without a point"
	case n.Kind == String && f.IsDate() && far(n.Text):
		return document.OutOfReach(n.Text), "leave it out if it is not known, or if there is no such day"
	}
	return "", ""
}

// far reports whether a text is a day that no rule can reckon with.
func far(text string) bool { return document.IsDate(text) && !document.InReach(text) }
