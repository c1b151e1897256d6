package document

import (
	"maps"
	"slices"
)

// Replacing is a copy of an object or a list in the making, which is made only once a value in
// it is another: most of a document stays as it is.
type Replacing struct {
	of, copied *Node
}

// Replacing begins with the node itself.
func (n *Node) Replacing() Replacing { return Replacing{of: n} }

// Member puts a member of the same key in the place of another.
func (r *Replacing) Member(i int, value *Node) {
	if value != r.of.Members[i].Value {
		r.copy()
		r.copied.Members[i].Value = value
	}
}

// Element puts an element in the place of another.
func (r *Replacing) Element(i int, value *Node) {
	if value != r.of.Elements[i] {
		r.copy()
		r.copied.Elements[i] = value
	}
}

func (r *Replacing) copy() {
	if r.copied == nil {
		node := *r.of
		node.Members, node.Elements, node.index = slices.Clone(node.Members), slices.Clone(node.Elements), maps.Clone(node.index)
		r.copied = &node
	}
}

// Node is what became of it.
func (r *Replacing) Node() *Node {
	if r.copied == nil {
		return r.of
	}
	return r.copied
}
