package facts

import "github.com/dsaeval/dsaeval/internal/factschema"

// unknowns lists the highest paths of the schema at which nothing is known, in
// the order of their names. The order matters to nobody but must not change.
//
// Highest, because below an absent parent a computed key (input.section[key])
// finds nothing that could be unknown, and partial evaluation would take the
// missing answer for a no.
func unknowns(known *Node, schema *factschema.Field) []Path {
	w := unknownWalk{}
	for _, name := range schema.Names {
		switch name {
		case "sources", "provenance":
			// They say where facts come from and are none; policies never see them.
			continue
		case "assessment":
			w.assessment(known.Child(name), schema.Properties[name])
			continue
		}
		w.member(known, schema, nil, name)
	}
	return w.found
}

type unknownWalk struct{ found []Path }

// assessment never lists the date: it must be known before anything is judged,
// and may be set after the document has been read. So the section is treated as
// present even if it is not.
func (w *unknownWalk) assessment(known *Node, f *factschema.Field) {
	if known == nil {
		known = &Node{Kind: Object}
	}
	for _, name := range f.Names {
		if name != "date" {
			w.member(known, f, Path{"assessment"}, name)
		}
	}
}

func (w *unknownWalk) member(parent *Node, f *factschema.Field, path Path, name string) {
	value := parent.Child(name)
	if !value.Known() {
		w.found = append(w.found, path.With(name))
		return
	}
	w.value(value, f.Properties[name], path.With(name))
}

func (w *unknownWalk) value(n *Node, f *factschema.Field, path Path) {
	if f == nil {
		return
	}
	switch n.Kind {
	case Object:
		for _, name := range f.Names {
			w.member(n, f, path, name)
		}
		// The members of a map (sections by language, say) are those it has.
		if f.Additional != nil {
			for _, member := range n.Members {
				switch {
				case f.Properties[member.Key] != nil:
				case member.Value.Known():
					w.value(member.Value, f.Additional, path.With(member.Key))
				default:
					w.found = append(w.found, path.With(member.Key))
				}
			}
		}
	case Array:
		for i, element := range n.Elements {
			w.value(element, f.Items, path.With(i))
		}
	}
}
