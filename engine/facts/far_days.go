package facts

import (
	"fmt"
	"slices"

	"github.com/dsaeval/dsaeval/internal/document"
	"github.com/dsaeval/dsaeval/internal/factschema"
)

// farDays finds days that no rule can reckon with, such as 9999-12-31 for what has no end. To
// the schema they are days like any other.
func farDays(n *Node, f *factschema.Field, path Path) Problems {
	if n == nil || f == nil || !anyFar(n) {
		return nil
	}
	var problems Problems
	switch n.Kind {
	case String:
		if !f.IsDate() || !far(n.Text) {
			return nil
		}
		return Problems{{
			Position: n.Position, Pointer: path.Pointer(), Message: path.Subject() + " is " + outOfReach(n.Text),
			Hint: "leave it out if it is not known, or if there is no such day",
		}}
	case Array:
		for i, element := range n.Elements {
			problems = append(problems, farDays(element, f.Items, append(path, i))...)
		}
	case Object:
		for _, member := range n.Members {
			problems = append(problems, farDays(member.Value, f.Step(member.Key), append(path, member.Key))...)
		}
	}
	return problems
}

// anyFar reports whether there is such a day at all: hardly any document has one, and to look
// for it takes no path.
func anyFar(n *Node) bool {
	switch n.Kind {
	case String:
		return far(n.Text)
	case Array:
		return slices.ContainsFunc(n.Elements, anyFar)
	case Object:
		return slices.ContainsFunc(n.Members, func(m Member) bool { return anyFar(m.Value) })
	}
	return false
}

func far(text string) bool { return document.IsDate(text) && !document.InReach(text) }

func outOfReach(day string) string {
	return fmt.Sprintf("%s; days are reckoned with from %s to %s", day, document.FirstDay, document.LastDay)
}
