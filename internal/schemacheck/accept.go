package schemacheck

import (
	"slices"
	"unicode/utf8"

	"github.com/dsaeval/dsaeval/internal/document"
)

// accepts reports whether a value is allowed. Keywords about one kind of value
// allow all others.
func (r *rule) accepts(n *document.Node) bool {
	if r.never || !r.acceptsType(n) || r.listed && !r.lists(n) || r.fixed != nil && !equal(n, r.fixed) {
		return false
	}
	switch n.Kind {
	case document.Object:
		if !r.acceptsObject(n) {
			return false
		}
	case document.Array:
		if !r.acceptsArray(n) {
			return false
		}
	case document.String:
		if !r.acceptsText(n.Text) {
			return false
		}
	case document.Number:
		if !r.acceptsNumber(n.Text) {
			return false
		}
	}
	return r.acceptsTogether(n)
}

func (r *rule) acceptsType(n *document.Node) bool {
	return r.types == 0 || r.types&kindsOf(n.Kind) != 0 ||
		r.types&integer != 0 && n.Kind == document.Number && whole(n.Text)
}

// lists reports whether a value is one of an enum.
func (r *rule) lists(n *document.Node) bool {
	if n.Kind == document.String {
		return r.words[n.Text]
	}
	return slices.ContainsFunc(r.values, func(value *document.Node) bool { return equal(n, value) })
}

func (r *rule) acceptsText(text string) bool {
	if r.minLength > 0 || r.maxLength > 0 {
		if length := utf8.RuneCountInString(text); r.minLength.above(length) || r.maxLength.below(length) {
			return false
		}
	}
	return (r.pattern == nil || r.pattern.matches(text)) && (r.format == nil || r.format(text))
}

func (r *rule) acceptsArray(n *document.Node) bool {
	if r.minItems.above(len(n.Elements)) || r.maxItems.below(len(n.Elements)) {
		return false
	}
	if r.items != nil {
		for _, element := range n.Elements {
			if !r.items.accepts(element) {
				return false
			}
		}
	}
	return !r.unique || distinctNodes(n.Elements)
}

func (r *rule) acceptsObject(n *document.Node) bool {
	if r.minProperties.above(len(n.Members)) || r.maxProperties.below(len(n.Members)) {
		return false
	}
	for _, name := range r.required {
		if _, given := n.Member(name); !given {
			return false
		}
	}
	for name, others := range r.dependent {
		if _, given := n.Member(name); !given {
			continue
		}
		for _, other := range others {
			if _, given := n.Member(other); !given {
				return false
			}
		}
	}
	for i := range n.Members {
		if !r.acceptsMember(&n.Members[i]) {
			return false
		}
	}
	return true
}

func (r *rule) acceptsMember(member *document.Member) bool {
	if r.names != nil && !r.names.accepts(&document.Node{Kind: document.String, Text: member.Key}) {
		return false
	}
	property, named := r.properties[member.Key]
	if named && !property.accepts(member.Value) {
		return false
	}
	for _, each := range r.patterns {
		if each.pattern.matches(member.Key) {
			named = true
			if !each.rule.accepts(member.Value) {
				return false
			}
		}
	}
	return named || r.additional == nil || r.additional.accepts(member.Value)
}

// acceptsTogether asks the rules that are about the same value.
func (r *rule) acceptsTogether(n *document.Node) bool {
	accepted := func(each *rule) bool { return each.accepts(n) }
	for _, each := range r.all {
		if !each.accepts(n) {
			return false
		}
	}
	if len(r.any) > 0 && !slices.ContainsFunc(r.any, accepted) || r.not != nil && r.not.accepts(n) {
		return false
	}
	if len(r.one) == 0 {
		return true
	}
	first := slices.IndexFunc(r.one, accepted)
	return first >= 0 && !slices.ContainsFunc(r.one[first+1:], accepted)
}
