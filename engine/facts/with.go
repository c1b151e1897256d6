package facts

import (
	"fmt"
	"strconv"

	"github.com/dsaeval/dsaeval/internal/document"
)

// With returns the facts with another value at a JSON Pointer, checked again as a
// whole; those that are given stay as they are. Sections on the way are made where
// there are none. The value is read as by [Schema.From] and has no place in a file;
// nil says that the fact is not known. In a list, "-" adds an element. The digest is
// then that of the JSON of the changed document. The error is [Problems], and
// [ErrNoFacts] of facts that no schema made.
//
// Who established the fact is said by provenance, as before: where its entry no
// longer holds, set /provenance too.
func (f *Facts) With(pointer string, value any) (*Facts, error) {
	if f.Empty() {
		return nil, ErrNoFacts
	}
	n, err := nodeOf(f.name, value)
	if err != nil {
		return nil, err
	}
	return f.replaced(pointer, n)
}

// Without returns the facts without what is given at a JSON Pointer, as if nobody
// knew it. An element of a list stays as one of which nothing is known, so that the
// others keep their indexes. Where nothing is given the facts stay as they are. The
// errors are those of [Facts.With].
func (f *Facts) Without(pointer string) (*Facts, error) {
	if f.Empty() {
		return nil, ErrNoFacts
	}
	return f.replaced(pointer, nil)
}

// replaced puts a value at a pointer, or takes it away if it is nil.
func (f *Facts) replaced(pointer string, value *Node) (*Facts, error) {
	steps, ok := document.SplitPointer(pointer)
	if !ok || len(steps) == 0 {
		return nil, Problems{{Position: Position{File: f.name}, Message: document.Quoted(pointer) + " is no JSON Pointer to a fact", Hint: "write it as /service/name"}}
	}
	root, err := put(f.root, steps, value)
	if err != nil {
		return nil, Problems{{Position: Position{File: f.name}, Pointer: pointer, Message: pointer + ": " + err.Error()}}
	}
	changed, err := f.schema.made(f.name, root)
	if err != nil || f.asOf == "" || steps[0] == "assessment" && (len(steps) == 1 || steps[1] == "date") {
		return changed, err
	}
	return changed.on(f.asOf), nil
}

// put returns a copy of a value with another one below it.
func put(n *Node, steps []string, value *Node) (*Node, error) {
	if len(steps) == 0 {
		return value, nil
	}
	step, rest := steps[0], steps[1:]
	if n.Known() && n.Kind == Array {
		return putElement(n, step, rest, value)
	}
	if n.Known() && n.Kind != Object {
		return nil, fmt.Errorf("there is %s on the way, which has no members", n.Kind)
	}
	if !n.Known() {
		if value == nil {
			return n, nil
		}
		n = &Node{Kind: Object}
	}
	below, err := put(n.Child(step), rest, value)
	if err != nil {
		return nil, err
	}
	if below == nil {
		return n.Without(step), nil
	}
	return n.With(step, below), nil
}

func putElement(n *Node, step string, rest []string, value *Node) (*Node, error) {
	i, err := strconv.Atoi(step)
	if step == "-" {
		i, err = len(n.Elements), nil
	}
	if err != nil || i < 0 || i > len(n.Elements) || step != "-" && strconv.Itoa(i) != step {
		return nil, fmt.Errorf("the list has %d elements; there is no place %s", len(n.Elements), document.Quoted(step))
	}
	changed := &Node{Kind: Array, Position: n.Position, Elements: append([]*Node(nil), n.Elements...)}
	if i == len(n.Elements) {
		if value == nil {
			return n, nil
		}
		changed.Elements = append(changed.Elements, nil)
	}
	below, err := put(changed.Elements[i], rest, value)
	if err != nil {
		return nil, err
	}
	if below == nil {
		below = nothingIn(changed.Elements[i])
	}
	changed.Elements[i] = below
	return changed, nil
}

// nothingIn is an element of which nothing is known.
func nothingIn(n *Node) *Node {
	if n.Kind == Object {
		return &Node{Kind: Object, Position: n.Position}
	}
	return &Node{Kind: Null, Position: n.Position}
}
