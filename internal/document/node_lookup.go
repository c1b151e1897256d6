package document

import (
	"strconv"
)

// Known tells a value from an absent or null one.
func (n *Node) Known() bool { return n != nil && n.Kind != Null }

// Child returns the value of a member, or nil.
func (n *Node) Child(key string) *Node {
	member, _ := n.Member(key)
	return member.Value
}

// Step goes to a member or, where the name is an index, to an element.
func (n *Node) Step(name string) *Node {
	if n == nil {
		return nil
	}
	if n.Kind != Array {
		return n.Child(name)
	}
	// Only the canonical form is an index: "01" and "+1" lead nowhere.
	i, err := strconv.Atoi(name)
	if err != nil || i < 0 || i >= len(n.Elements) || strconv.Itoa(i) != name {
		return nil
	}
	return n.Elements[i]
}

// Lookup returns the value that a JSON Pointer leads to, if it is there and not null.
func (n *Node) Lookup(pointer string) (*Node, bool) {
	steps, ok := SplitPointer(pointer)
	if !ok {
		return nil, false
	}
	for _, step := range steps {
		n = n.Step(step)
	}
	return n, n.Known()
}

// At returns the value at a path below, nil if there is none.
func (n *Node) At(path Path) *Node {
	for _, step := range path {
		switch step := step.(type) {
		case string:
			n = n.Child(step)
		case int:
			if n == nil || n.Kind != Array || step >= len(n.Elements) {
				return nil
			}
			n = n.Elements[step]
		}
	}
	return n
}
