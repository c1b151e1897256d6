package schemacheck

import (
	"math/big"
	"slices"
	"strconv"
	"strings"

	"github.com/dsaeval/dsaeval/internal/document"
)

// equal reports whether two values are the same to JSON Schema: numbers by their
// value and not by how they are written, objects in whatever order.
func equal(a, b *document.Node) bool {
	if a.Kind != b.Kind {
		return false
	}
	switch a.Kind {
	case document.String:
		return a.Text == b.Text
	case document.Number:
		return a.Text == b.Text || identity(a) == identity(b)
	case document.Bool:
		return a.Bool == b.Bool
	case document.Array:
		return slices.EqualFunc(a.Elements, b.Elements, equal)
	case document.Object:
		return len(a.Members) == len(b.Members) && !slices.ContainsFunc(a.Members, func(member document.Member) bool {
			other, ok := b.Member(member.Key)
			return !ok || !equal(member.Value, other.Value)
		})
	default:
		return true
	}
}

// fewElements are compared pair by pair, which needs no memory. Beyond, that would
// take as many comparisons as the square of their number.
const fewElements = 12

// distinctNodes reports whether no two of the values are equal.
func distinctNodes(all []*document.Node) bool {
	if len(all) <= fewElements {
		for i, n := range all {
			if slices.ContainsFunc(all[:i], func(before *document.Node) bool { return equal(before, n) }) {
				return false
			}
		}
		return true
	}
	seen := make(map[string]bool, len(all))
	for _, n := range all {
		id := identity(n)
		if seen[id] {
			return false
		}
		seen[id] = true
	}
	return true
}

// identity returns a text that equal values share, and no others.
func identity(n *document.Node) string {
	var b strings.Builder
	identify(&b, n)
	return b.String()
}

func identify(b *strings.Builder, n *document.Node) {
	switch n.Kind {
	case document.String:
		b.WriteString(strconv.Itoa(len(n.Text)) + ":" + n.Text)
	case document.Number:
		exact, ok := new(big.Rat).SetString(n.Text)
		if !ok {
			b.WriteString("#" + n.Text) // no number, and equal to what is written alike
			return
		}
		b.WriteString(exact.RatString())
	case document.Bool:
		b.WriteString(strconv.FormatBool(n.Bool))
	case document.Array:
		b.WriteByte('[')
		for _, element := range n.Elements {
			identify(b, element)
			b.WriteByte(',')
		}
		b.WriteByte(']')
	case document.Object:
		b.WriteByte('{')
		members := slices.Clone(n.Members)
		slices.SortFunc(members, func(a, b document.Member) int { return strings.Compare(a.Key, b.Key) })
		for _, member := range members {
			b.WriteString(strconv.Itoa(len(member.Key)) + ":" + member.Key)
			identify(b, member.Value)
			b.WriteByte(',')
		}
		b.WriteByte('}')
	default:
		b.WriteString("null")
	}
}
