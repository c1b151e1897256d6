package facts

import "strings"

// side is one side of a relation: where its value stands. Paths are made only where there is
// something to say, as most relations hold.
type side struct {
	object *Node
	path   Path // of the object; not to be kept
	key    string
}

// own is the path of the value itself.
func (s side) own() Path { return s.path.With(s.key) }

// other is the path of what a name in a relation stands for.
func (s side) other(ref string) Path { return target(s.path, ref) }

// find returns the value that a name in a relation stands for: without a dot that of a
// sibling, with dots one that starts at the document.
func (c *contradictions) find(at side, ref string) *Node {
	if !strings.Contains(ref, ".") {
		return at.object.Child(ref)
	}
	n := c.root
	for step := range strings.SplitSeq(ref, ".") {
		n = n.Child(step)
	}
	return n
}
