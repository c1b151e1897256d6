package facts

import (
	"github.com/dsaeval/dsaeval/internal/document"
	"github.com/dsaeval/dsaeval/internal/factschema"
)

// Some codes are written in more than one way. The schema says of which kind a
// text is ("x-code": "state"), and every way but one is read as that one, so that
// a rule compares codes and nobody owes less for an unusual spelling.

const stateCode = "state"

// Greece is GR in ISO 3166-1 and EL in the documents of the institutions.
const greece, greeceOfTheUnion = "GR", "EL"

// statesMeant are codes that people write for another.
var statesMeant = map[string]string{"UK": "GB", greeceOfTheUnion: greece}

// statesOf returns the codes of all States that a schema knows: the longest of
// its lists of States, as the others are of some of them.
func statesOf(node any) (states []string) {
	object, _ := node.(map[string]any)
	if list := factschema.Names(object["enum"]); object["x-code"] == stateCode {
		states = list
	}
	for _, member := range object {
		if below := statesOf(member); len(below) > len(states) {
			states = below
		}
	}
	return states
}

// readCode returns how a text is read.
func readCode(f *factschema.Field, text string) string {
	if f != nil && f.Code == stateCode && text == greeceOfTheUnion {
		return greece
	}
	return text
}

// codes returns a document with its codes as they are read, in values, in the
// keys of maps and in the pointers of provenance, each at its place. A key that
// is then given twice is a problem.
func (s *Schema) codes(root *Node) (*Node, Problems) {
	r := codeReader{schema: s.root}
	return r.value(root, s.root, nil), r.problems
}

type codeReader struct {
	schema   *factschema.Field
	problems Problems
}

func (r *codeReader) value(n *Node, f *factschema.Field, path Path) *Node {
	if n == nil || f == nil {
		return n
	}
	switch n.Kind {
	case String:
		if code := readCode(f, n.Text); code != n.Text {
			return &Node{Kind: String, Position: n.Position, Text: code}
		}
		return n
	case Array:
		read := n.Replacing()
		for i, element := range n.Elements {
			read.Element(i, r.value(element, f.Items, append(path, i)))
		}
		return read.Node()
	case Object:
		if f.Keys == nil && !isProvenance(path) {
			read := n.Replacing()
			for i, member := range n.Members {
				read.Member(i, r.value(member.Value, f.Step(member.Key), append(path, member.Key)))
			}
			return read.Node()
		}
		read := n.Emptied(0)
		for _, member := range n.Members {
			key := readCode(f.Keys, member.Key)
			if isProvenance(path) {
				key = r.pointer(member.Key)
			}
			value := r.value(member.Value, f.Step(member.Key), append(path, key))
			if !read.Add(Member{Key: key, KeyPosition: member.KeyPosition, Value: value}) {
				first, _ := read.Member(key)
				at := path.With(key)
				r.problems = append(r.problems, Problem{
					Position: member.KeyPosition, Pointer: at.Pointer(),
					Message: at.String() + " is given twice" + firstAt(first.KeyPosition),
				})
			}
		}
		return read
	default:
		return n
	}
}

// isProvenance reports whether the keys of what stands at a path are pointers.
func isProvenance(path Path) bool { return len(path) == 1 && path[0] == "provenance" }

// pointer reads the codes in a pointer.
func (r *codeReader) pointer(pointer string) string {
	steps, ok := document.SplitPointer(pointer)
	if !ok {
		return pointer
	}
	f := r.schema
	for i, step := range steps {
		if f == nil {
			return pointer
		}
		steps[i] = readCode(f.Keys, step)
		f = f.Step(step)
	}
	return Path(anySteps(steps)).Pointer()
}
