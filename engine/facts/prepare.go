package facts

// prepare returns what is known: a copy of the document without its nulls, but
// for those in maps and lists, which stand for something that is not known; with
// what the schema assumes there is none of and the flags that other facts imply. What
// is assumed stands where its object does, and an implied flag where the fact
// does that implies it, so that each value has a line to look at.
func prepare(n *Node, f *field) *Node {
	switch n.Kind {
	case Object:
		known := &Node{Kind: Object, Position: n.Position}
		for _, member := range n.Members {
			switch {
			case member.Value.Known():
				known.Add(Member{Key: member.Key, KeyPosition: member.KeyPosition, Value: prepare(member.Value, f.step(member.Key))})
			case f.isMap():
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
			var items *field
			if f != nil {
				items = f.items
			}
			// A null keeps its place: the index of an element is part of its path.
			known.Elements[i] = prepare(element, items)
		}
		return known
	default:
		return n
	}
}

// isMap reports whether the schema leaves the names of the members open.
func (f *field) isMap() bool { return f != nil && f.additional != nil && len(f.names) == 0 }

func complete(known *Node, f *field) {
	if f == nil {
		return
	}
	for _, name := range f.names {
		property := f.properties[name]
		if known.Child(name) != nil {
			continue
		}
		sign, given := property.signOf(known)
		switch {
		case given:
			member, _ := known.Member(sign)
			known.Add(Member{Key: name, KeyPosition: member.KeyPosition, Value: &Node{Kind: Bool, Position: member.Value.Position, Bool: true}})
		case property.fallback != nil:
			assumed := *property.fallback
			assumed.Position = known.Position
			known.Add(Member{Key: name, KeyPosition: known.Position, Value: &assumed})
		}
	}
}

// signOf returns the fact for whose sake a flag that nobody gave is true: one that
// asserts part of what the flag says there is, or else one that is given at all.
func (f *field) signOf(known *Node) (name string, ok bool) {
	for _, ref := range f.impliedBy {
		if asserted(known.Child(ref)) {
			return ref, true
		}
	}
	for _, ref := range f.presumedBy {
		if known.Child(ref).Known() {
			return ref, true
		}
	}
	return "", false
}
