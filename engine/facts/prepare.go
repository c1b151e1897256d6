package facts

import "github.com/dsaeval/dsaeval/internal/factschema"

// prepare returns what is known: a copy of the document without its nulls, but
// for those in maps and lists, which stand for something that is not known; with
// what the schema assumes there is none of and the flags that other facts imply. What
// is assumed stands where its object does, and an implied flag where the fact
// does that implies it, so that each value has a line to look at.
func prepare(n *Node, f *factschema.Field) *Node {
	switch n.Kind {
	case Object:
		known := n.Emptied(0)
		for _, member := range n.Members {
			switch {
			case member.Value.Known():
				known.Add(Member{Key: member.Key, KeyPosition: member.KeyPosition, Value: prepare(member.Value, f.Step(member.Key))})
			case f.IsMap():
				// The schema does not name the members of a map, so that only the null
				// says that there is one, and that it is not known.
				known.Add(member)
			}
		}
		complete(known, f)
		return known
	case Array:
		known := &Node{Kind: Array, Position: n.Position, Elements: make([]*Node, len(n.Elements))}
		for i, element := range n.Elements {
			var items *factschema.Field
			if f != nil {
				items = f.Items
			}
			// A null keeps its place: the index of an element is part of its path.
			known.Elements[i] = prepare(element, items)
		}
		return known
	default:
		return n
	}
}

func complete(known *Node, f *factschema.Field) {
	if f == nil {
		return
	}
	for _, name := range f.Assumed {
		property := f.Properties[name]
		if known.Child(name) != nil {
			continue
		}
		sign, given := signOf(property, known)
		switch {
		case given:
			member, _ := known.Member(sign)
			known.Add(Member{Key: name, KeyPosition: member.KeyPosition, Value: &Node{Kind: Bool, Position: member.Value.Position, Bool: true}})
		case property.Default != nil:
			assumed := *property.Default
			assumed.Position = known.Position
			known.Add(Member{Key: name, KeyPosition: known.Position, Value: &assumed})
		}
	}
}

// signOf returns the fact for whose sake a flag that nobody gave is true: one that
// asserts part of what the flag says there is, or else one that is given at all.
func signOf(f *factschema.Field, known *Node) (name string, ok bool) {
	for _, ref := range f.ImpliedBy {
		if asserted(known.Child(ref)) {
			return ref, true
		}
	}
	for _, ref := range f.PresumedBy {
		if known.Child(ref).Known() {
			return ref, true
		}
	}
	return "", false
}
