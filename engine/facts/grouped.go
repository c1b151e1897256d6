package facts

import (
	"fmt"
	"slices"

	"github.com/dsaeval/dsaeval/internal/document"
	"github.com/dsaeval/dsaeval/internal/factschema"
)

// grouped finds whole numbers that can be read in two ways, such as 1.000: to JSON and
// YAML that is 1, to an author on much of the continent a thousand. To the schema it is
// a whole number like any other, so that nobody else would ask.
func grouped(n *Node, f *factschema.Field, path Path) Problems {
	if n == nil || f == nil || !anyGrouped(n) {
		return nil
	}
	var problems Problems
	switch n.Kind {
	case Number:
		whole, thousands, two := document.Grouped(n.Text)
		if !two || !f.Is("integer") || f.Is("number") {
			return nil
		}
		return Problems{{
			Position: n.Position, Pointer: path.Pointer(),
			Message: fmt.Sprintf("%s is %s, which can be read as %s or as %s", path.Subject(), n.Text, whole, thousands),
			Hint:    "write the one that is meant, without a point",
		}}
	case Array:
		for i, element := range n.Elements {
			problems = append(problems, grouped(element, f.Items, append(path, i))...)
		}
	case Object:
		for _, member := range n.Members {
			problems = append(problems, grouped(member.Value, f.Step(member.Key), append(path, member.Key))...)
		}
	}
	return problems
}

// anyGrouped reports whether there is such a number at all. Hardly any document has one,
// and to look for it takes no path.
func anyGrouped(n *Node) bool {
	switch n.Kind {
	case Number:
		_, _, two := document.Grouped(n.Text)
		return two
	case Array:
		return slices.ContainsFunc(n.Elements, anyGrouped)
	case Object:
		return slices.ContainsFunc(n.Members, func(m Member) bool { return anyGrouped(m.Value) })
	}
	return false
}
