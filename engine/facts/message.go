package facts

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/dsaeval/dsaeval/internal/document"
	"github.com/dsaeval/dsaeval/internal/factschema"
)

// describer turns failures into words that an author of facts knows.
type describer struct {
	schema   *Schema
	root     *Node
	problems Problems
}

// place is a value that a message is about.
type place struct {
	node *Node
	path Path
	key  Position // of its key, or of the value itself in a list
}

func (d *describer) find(steps []string) place {
	found := place{node: d.root, key: d.root.Position}
	for _, step := range steps {
		parent := found.node
		if parent == nil {
			return found
		}
		if parent.Kind == Array {
			index := 0
			_, _ = fmt.Sscanf(step, "%d", &index)
			found.path = append(found.path, index)
			if found.node = parent.Step(step); found.node != nil {
				found.key = found.node.Position
			}
			continue
		}
		found.path = append(found.path, step)
		member, _ := parent.Member(step)
		found.node, found.key = member.Value, member.KeyPosition
	}
	return found
}

func (d *describer) add(at Position, path Path, message, hint string) {
	d.problems = append(d.problems, Problem{Position: at, Pointer: path.Pointer(), Message: message, Hint: hint})
}

func (d *describer) describe(f failure) {
	at := d.find(f.steps)
	if at.node == nil {
		at = d.find(nil)
	}
	if f.keyword == "propertyNames" {
		d.badKey(f, at)
		return
	}
	message, hint := d.words(f, at.node)
	position := at.node.Position
	if f.keyword == "uniqueItems" {
		position = d.repeated(f, at.node).Position
	}
	d.add(position, at.path, at.path.Subject()+" "+message, hint)
}

func (d *describer) words(f failure, n *Node) (message, hint string) {
	switch f.keyword {
	case "type":
		return "is " + n.Show() + "; expected " + expected(f.schema), typeHint(f.schema, n)
	case "enum", "const":
		allowed := constants(f)
		if f.schema["x-code"] == stateCode {
			return d.unknownState(f, n, allowed)
		}
		message = "is " + n.Show() + "; expected " + document.List(allowed)
		if n.Kind == String {
			hint = document.DidYouMean(n.Text, allowed)
		}
		return message, hint
	case "format", "pattern":
		if f.schema["format"] == "date" {
			return "is " + n.Show() + ", which is not a calendar day YYYY-MM-DD", dateHint(n.Text)
		}
		if f.keyword == "format" {
			return fmt.Sprintf("is %s, which is not a valid %v", n.Show(), f.value), ""
		}
		return "is " + n.Show() + ", which does not have the form expected here", d.description(f)
	case "minLength":
		return "is empty", "leave it out if it is not known"
	case "minItems":
		if len(n.Elements) == 0 {
			return "is an empty list", "leave it out if it is not known"
		}
		return fmt.Sprintf("has %d elements; at least %v are expected", len(n.Elements), f.value), ""
	case "minimum":
		return fmt.Sprintf("is %s, which is below %v", n.Show(), f.value), ""
	case "maximum":
		return fmt.Sprintf("is %s, which is above %v", n.Show(), f.value), ""
	case "uniqueItems":
		return "holds " + d.repeated(f, n).Show() + " twice", ""
	default:
		return fmt.Sprintf("is %s, which is not allowed here (%s)", n.Show(), f.text), ""
	}
}

// unknownState describes a code that is no State, or not one that is meant, since
// a list of all of them would help nobody.
func (d *describer) unknownState(f failure, n *Node, allowed []string) (message, hint string) {
	text, _ := f.schema["description"].(string)
	what, _, _ := strings.Cut(text, ". ")
	first, size := utf8.DecodeRuneInString(what)
	message = "is " + n.Show() + "; expected " + string(unicode.ToLower(first)) + strings.TrimSuffix(what[size:], ".")
	code := strings.ToUpper(n.Text)
	if meant, ok := statesMeant[code]; ok {
		code = meant
	}
	near := ""
	if len(code) < 4 { // nothing else can be meant for a code of two letters
		near = document.Nearest(code, allowed)
	}
	switch {
	case n.Kind != String:
	case slices.Contains(d.schema.states(), code) && !slices.Contains(allowed, code):
		hint = code + " is a State, but not one of these"
	case near != "":
		hint = "did you mean " + near + "?"
	}
	return message, hint
}

// expected says in words which types a schema accepts; null is always accepted
// and never meant.
func expected(schema map[string]any) string {
	if schema["format"] == "date" {
		return "a calendar day YYYY-MM-DD"
	}
	words := map[string]string{
		"integer": "a whole number", "number": "a number", "boolean": "true or false",
		"string": "text", "array": "a list", "object": "an object",
	}
	var all []string
	for _, name := range factschema.Names(schema["type"]) {
		if word, ok := words[name]; ok {
			all = append(all, word)
		}
	}
	if len(all) == 0 {
		return "null"
	}
	return document.List(all)
}
