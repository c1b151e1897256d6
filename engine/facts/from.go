package facts

import (
	"encoding/json"
	"errors"
	"fmt"

	"github.com/dsaeval/dsaeval/internal/document"
)

// From makes a document of a Go value: a map, or a struct with json tags. It is
// encoded as encoding/json does and checked like a file, so that numbers are as
// exact as their type: use [json.Number] or a big.Int where a float64 is not. What
// is nil is not known. Nothing has a place in a file: lines and columns are 0. The
// name stands where that of the file would.
//
// A number, or a flag, that is a plain field of a struct is refused unless it has
// omitempty or omitzero: nobody could tell 0 from a fact that is missing. Use a
// pointer. The error is [Problems].
func (s *Schema) From(name string, value any) (*Facts, error) {
	if s == nil || s.root == nil {
		return nil, errNoSchema
	}
	root, err := nodeOf(name, value)
	if err != nil {
		return nil, err
	}
	return s.made(name, root)
}

// made checks a document that comes from no file.
func (s *Schema) made(name string, root *Node) (*Facts, error) {
	root, prepared, problems := s.check(root)
	for i := range problems {
		problems[i].Position.File = name
	}
	if err := problems.Sorted().Err(); err != nil {
		return nil, err
	}
	content, err := json.Marshal(root.Value()) // with the names sorted: the same facts have the same digest
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return s.facts(name, document.Document{Root: root, Content: content}, prepared), nil
}

// nodeOf returns a Go value as a value of a document, without a place.
func nodeOf(name string, value any) (*Node, error) {
	problem := func(message, hint string) error {
		return Problems{{Position: Position{File: name}, Message: message, Hint: hint}}
	}
	if field := ambiguousField(value); field != "" {
		return nil, problem(field+" cannot say that a fact is not known: its zero would be one",
			"make it a pointer, or give it the option omitempty or omitzero")
	}
	content, err := json.Marshal(value)
	var unsupported *json.UnsupportedValueError
	switch {
	case errors.As(err, &unsupported) && isFloat(unsupported.Value):
		return nil, problem("a number must be finite; it is "+unsupported.Str, "leave a value that is not known out, or make it nil")
	case err != nil:
		return nil, problem("the value has no form in JSON: "+err.Error(), "")
	}
	documents, problems := document.Parse(name, content, document.JSON)
	for i := range problems {
		problems[i].Position = Position{File: name}
	}
	if err := problems.Sorted().Err(); err != nil {
		return nil, err
	}
	return unplaced(documents[0].Root), nil
}

// unplaced returns a copy of a value without its place.
func unplaced(n *Node) *Node {
	copied := &Node{Kind: n.Kind, Text: n.Text, Bool: n.Bool}
	for _, member := range n.Members {
		copied.Add(Member{Key: member.Key, Value: unplaced(member.Value)})
	}
	for _, element := range n.Elements {
		copied.Elements = append(copied.Elements, unplaced(element))
	}
	return copied
}
