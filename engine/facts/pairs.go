package facts

import (
	"encoding/json"
	"fmt"
	"slices"

	"github.com/dsaeval/dsaeval/internal/document"
	"github.com/dsaeval/dsaeval/internal/factschema"
)

// includes reports whether a value is one of those that one side of a pair means.
func includes(v factschema.Values, n *Node) bool {
	if len(v) == 0 {
		return asserted(n)
	}
	return slices.ContainsFunc(v, func(value any) bool { return equal(n, value) })
}

// asserted reports whether a value says that there is something: true, more than
// 0, a day, a word, or a list or an object in which there is something. False, 0
// and [] agree with absence.
func asserted(n *Node) bool {
	switch {
	case !n.Known():
		return false
	case n.Kind == Object:
		return slices.ContainsFunc(n.Members, func(m Member) bool { return asserted(m.Value) })
	default:
		return !empty(n)
	}
}

// equal reports whether a value is the one that is meant, or a list holds it.
func equal(n *Node, value any) bool {
	if n.Kind == Array {
		return slices.ContainsFunc(n.Elements, func(e *Node) bool { return equal(e, value) })
	}
	switch value := value.(type) {
	case bool:
		return n.Kind == Bool && n.Bool == value
	case string:
		return n.Kind == String && n.Text == value
	case json.Number:
		return n.Kind == Number && document.Rational(n).Cmp(document.Rational(&Node{Text: value.String()})) == 0
	case float64:
		return n.Kind == Number && document.Rational(n).Cmp(document.Rational(&Node{Text: fmt.Sprint(value)})) == 0
	default:
		return false
	}
}

// pair checks one pair. The other side counts only where it is known.
func (c *contradictions) pair(n *Node, this side, p factschema.Pair) {
	if !n.Known() || !includes(p.Is, n) {
		return
	}
	other := c.find(this, p.Other)
	if !other.Known() || includes(p.OtherIs, other) == p.Negated {
		return
	}
	at, otherAt := this.own(), this.other(p.Other)
	said := fmt.Sprintf("%s is %s", at, n.Show())
	theOther := fmt.Sprintf("%s is %s%s", otherAt, other.Show(), beside(other.Position))
	switch p.Keyword {
	case "present_only_if":
		c.add(n, said+", but "+theOther, "correct one of the two; of what is not there, "+nothing(n), at, otherAt)
	case "implies":
		c.add(n, fmt.Sprintf("%s, but %s; expected %s", said, theOther, wordsOf(p.OtherIs)), "one of the two is wrong", at, otherAt)
	default:
		c.add(n, said+", and "+theOther+": one excludes the other", "one of the two is wrong", at, otherAt)
	}
}

// implied checks implied_by.
func (c *contradictions) implied(flag *Node, this side, ref string) {
	sign := c.find(this, ref)
	if flag.Kind != Bool || flag.Bool || !asserted(sign) {
		return
	}
	at, signAt := this.own(), this.other(ref)
	given, remove := "given", "remove the date"
	if date(sign) == "" {
		given, remove = sign.Show(), "correct the other"
	}
	c.add(flag, fmt.Sprintf("%s is false, but %s is %s%s", at, signAt, given, beside(sign.Position)),
		"write true, leave the flag out, or "+remove, at, signAt)
}

// wordsOf says in words what the values of one side are.
func wordsOf(v factschema.Values) string {
	switch {
	case len(v) == 0:
		return "that there is something"
	default:
		words := make([]string, len(v))
		for i, value := range v {
			words[i] = fmt.Sprint(value)
		}
		return document.List(words)
	}
}

// nothing says how one writes that there is nothing.
func nothing(n *Node) string {
	switch n.Kind {
	case Bool:
		return "write false or leave it out"
	case Number:
		return "write 0 or leave it out"
	case Array:
		return "write [] or leave it out"
	default:
		return "leave this out"
	}
}
