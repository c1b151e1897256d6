package facts

import (
	"slices"

	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/internal/document"
)

// SetAside is a fact that a document gives and that decides nothing. It is no
// known value but an unknown, so that supplying what is missing can never turn
// a verdict that was reached without it.
type SetAside struct {
	Pointer string
	Reason  report.AsideReason
	// Value is what was given, with its place.
	Value *Node
	// Wholes are the dotted paths of which one would have to be known to be 0,
	// false or empty for an empty sample to count.
	Wholes []string
}

// Why says in words why the fact does not count.
func (s SetAside) Why() string {
	switch s.Reason {
	case report.Alleged:
		return "it is alleged and nobody has tested it"
	case report.Annulled:
		return "what established it was annulled"
	default:
		why := "an empty sample shows nothing"
		if len(s.Wholes) > 0 {
			why += " unless it is known that there is nothing in " + document.List(s.Wholes)
		}
		return why
	}
}

// disqualified says of a path whether, and why, its source keeps what stands
// there from counting; "" if it does not.
type disqualified func(Path) report.AsideReason

// SetAside returns the facts that are given and decide nothing, those with a
// doubtful source first, in the order of the document. Each call makes a new list.
func (f *Facts) SetAside() []SetAside { return slices.Clone(f.made().aside) }

// Aside returns the fact that was set aside at a pointer.
func (f *Facts) Aside(pointer string) (SetAside, bool) {
	f = f.made()
	i := slices.IndexFunc(f.aside, func(s SetAside) bool { return s.Pointer == pointer })
	if i < 0 {
		return SetAside{}, false
	}
	return f.aside[i], true
}

// usable returns what is known of a document, and what it gives in vain: first
// what a source disqualifies, since that implies no flag and is no whole, then the
// samples that are empty. Where the caller has prepared the document already, that is
// used unless something is disqualified.
func usable(root, prepared *Node, r *Relations, why disqualified) (known *Node, aside []SetAside) {
	given := root
	if why != nil {
		root, aside = setAside(root, nil, why)
	}
	if known = prepared; known == nil || root != given {
		known = prepare(root, r.root)
	}
	if samples := r.emptySamples(known); len(samples) > 0 {
		pointers := make(map[string]bool, len(samples))
		for _, sample := range samples {
			pointers[sample.Pointer] = true
		}
		known, aside = without(known, nil, pointers), append(aside, samples...)
	}
	return known, aside
}

// setAside takes the facts away that a source disqualifies. It looks at the
// values that hold no others, lists of words included: a section with a doubtful
// source can hold facts with a better one.
func setAside(n *Node, path Path, why disqualified) (*Node, []SetAside) {
	var aside []SetAside
	switch {
	case !n.Known() || len(path) == 2 && path[0] == "assessment" && path[1] == "date":
		// The day of the assessment is nobody's claim.
	case n.Kind == Object:
		kept := n.Replacing()
		for i, member := range n.Members {
			value, below := setAside(member.Value, append(path, member.Key), why)
			aside = append(aside, below...)
			if value == nil {
				// A map without the member would say that there is none.
				value = &Node{Kind: Null, Position: member.Value.Position}
			}
			kept.Member(i, value)
		}
		if len(aside) > 0 && !slices.ContainsFunc(kept.Node().Members, func(m Member) bool { return m.Value.Known() }) {
			return nil, aside // nor is an object empty because nothing in it counts
		}
		return kept.Node(), aside
	case n.Kind == Array && slices.ContainsFunc(n.Elements, func(e *Node) bool { return e.Kind == Object }):
		kept := n.Replacing()
		for i, element := range n.Elements {
			value, below := setAside(element, append(path, i), why)
			aside = append(aside, below...)
			if value == nil {
				value = &Node{Kind: Null, Position: element.Position} // the others keep their indexes
			}
			kept.Element(i, value)
		}
		return kept.Node(), aside
	default:
		if reason := why(path); reason != "" {
			return nil, []SetAside{{Pointer: path.Pointer(), Reason: reason, Value: n}}
		}
	}
	return n, aside
}
