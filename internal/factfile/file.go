// Package factfile writes answers into the text of a file of facts and leaves the
// rest of it as it is, comments, order and blank lines included. Going through the
// tree of a YAML library would lose some of each.
package factfile

import (
	"errors"
	"fmt"
	"reflect"
	"strings"

	"github.com/dsaeval/dsaeval/internal/document"
)

// File is the text of one document of facts that answers are written into. What is
// not touched stays byte for byte, comments and order included. A File is never
// changed; to undo an answer is to go back to the one before.
type File struct {
	name string
	text string
	root *document.Node
	json bool
}

// ErrByHand says that a value can only be changed by its author, because it is
// written in a form that is not edited here. Returned by the methods of [File].
var ErrByHand = errors.New("this place has to be changed by hand")

// Open reads a document in YAML or JSON. The error is [document.Problems].
func Open(name string, content []byte) (*File, error) {
	root, err := document.One(name, content)
	if err != nil {
		return nil, err
	}
	if root.Kind != document.Object {
		return nil, document.Problems{{Position: root.Position, Message: "the document is " + root.Kind.String() + "; expected sections of facts"}}
	}
	text := string(content)
	return &File{name: name, text: text, root: root, json: document.FormatOf(name) == document.JSON}, nil
}

// Name is the name of the file as it was given.
func (f *File) Name() string { return f.name }

// Root is what the text says; it must not be changed.
func (f *File) Root() *document.Node { return f.root }

// Content is the text of the file.
func (f *File) Content() []byte { return []byte(f.text) }

// Given returns the value at a pointer; false where there is none, or null.
func (f *File) Given(pointer string) (value any, given bool) {
	n := f.node(pointer)
	if !n.Known() {
		return nil, false
	}
	return n.Value(), true
}

// Has reports whether anything stands at a pointer, be it null.
func (f *File) Has(pointer string) bool { return f.node(pointer) != nil }

func (f *File) node(pointer string) *document.Node {
	steps, _ := document.SplitPointer(pointer)
	n := f.root
	for _, step := range steps {
		n = n.Step(step)
	}
	return n
}

// Entry is a value that is written into a file.
type Entry struct {
	Pointer string
	// Value is a plain Go value: nil, bool, string, json.Number, []any or
	// map[string]any.
	Value any
	// Comment stands in lines of its own above a value that is new to the file, and
	// Note behind the value. JSON has neither.
	Comment []string
	Note    string
}

// Set writes values, one after the other. Sections that are not there yet are
// begun; the value of a list of things is replaced as a whole. The error is
// [ErrByHand] or says what keeps the value from being written.
func (f *File) Set(entries ...Entry) (*File, error) {
	for _, e := range entries {
		var err error
		if f, err = f.set(e); err != nil {
			return nil, err
		}
	}
	return f, nil
}

func (f *File) set(e Entry) (*File, error) {
	steps, ok := document.SplitPointer(e.Pointer)
	if !ok || len(steps) == 0 {
		return nil, fmt.Errorf("%q is no JSON Pointer to a fact", e.Pointer)
	}
	at := f.root
	for i, step := range steps {
		member, found := at.Member(step)
		last := i == len(steps)-1
		switch {
		case !found:
			return f.written(e, f.inserted(at, i, []addition{{steps[i:], e}}))
		case last:
			text, err := f.replaced(member, e)
			if err != nil {
				return nil, err
			}
			return f.written(e, text)
		case member.Value.Kind == document.Object:
			at = member.Value
		case member.Value.Kind == document.Null:
			text, err := f.opened(member, i, steps[i+1:], e)
			if err != nil {
				return nil, err
			}
			return f.written(e, text)
		default:
			return nil, fmt.Errorf("%s: %w: it stands in %s", member.KeyPosition, ErrByHand, member.Value.Kind)
		}
	}
	return nil, ErrByHand
}

// Add writes values that are new to a section in one go, in their order.
func (f *File) Add(section string, entries []Entry) (*File, error) {
	var additions []addition
	for _, e := range entries {
		steps, _ := document.SplitPointer(e.Pointer)
		if len(steps) != 2 || steps[0] != section {
			return nil, fmt.Errorf("%s does not stand in %s", e.Pointer, section)
		}
		additions = append(additions, addition{steps[1:], e})
	}
	member, found := f.root.Member(section)
	switch {
	case len(additions) == 0:
		return f, nil
	case !found:
		additions[0].steps = append([]string{section}, additions[0].steps...)
		begun, err := f.written(additions[0].Entry, f.inserted(f.root, 0, additions[:1]))
		if err != nil || len(entries) == 1 {
			return begun, err
		}
		return begun.Add(section, entries[1:])
	case member.Value.Kind != document.Object:
		f, err := f.Set(entries[0])
		if err != nil {
			return nil, err
		}
		return f.Add(section, entries[1:])
	}
	text := f.inserted(member.Value, 1, additions)
	return f.checked(text, entries)
}

// written is the file with another text that holds a value.
func (f *File) written(e Entry, text string) (*File, error) { return f.checked(text, []Entry{e}) }

// checked makes sure that a text says what it is meant to say and nothing else than
// before: a file in a form that nobody foresaw is left alone and not damaged.
func (f *File) checked(text string, entries []Entry) (*File, error) {
	changed, err := Open(f.name, []byte(text))
	if err != nil {
		return nil, fmt.Errorf("%s: %w: %w", f.name, ErrByHand, err)
	}
	before, after := f.root.Value(), changed.root.Value()
	for _, e := range entries {
		value, _ := changed.Given(e.Pointer)
		if !reflect.DeepEqual(plain(e.Value), plain(value)) {
			return nil, fmt.Errorf("%s: %w: %s cannot be written there", f.name, ErrByHand, strings.ReplaceAll(e.Pointer[1:], "/", "."))
		}
		steps, _ := document.SplitPointer(e.Pointer)
		before, after = without(before, steps), without(after, steps)
	}
	if !reflect.DeepEqual(plain(before), plain(after)) {
		return nil, fmt.Errorf("%s: %w: other facts would change", f.name, ErrByHand)
	}
	return changed, nil
}

func without(value any, steps []string) any {
	object, ok := value.(map[string]any)
	if !ok || len(steps) == 0 {
		return value
	}
	copied := make(map[string]any, len(object))
	for key, member := range object {
		switch {
		case key != steps[0]:
			copied[key] = member
		case len(steps) > 1:
			copied[key] = without(member, steps[1:])
		}
	}
	return copied
}

// plain drops what says nothing: nulls in objects, and objects without members.
func plain(value any) any {
	object, ok := value.(map[string]any)
	if !ok {
		return value
	}
	kept := make(map[string]any, len(object))
	for key, member := range object {
		if member = plain(member); member != nil {
			kept[key] = member
		}
	}
	if len(kept) == 0 {
		return nil
	}
	return kept
}
