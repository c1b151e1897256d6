package facts

import (
	"encoding/json"
	"fmt"
	"maps"
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
		if near := document.DidYouMean(n.Text, allowed); n.Kind == String && near != "" {
			hint = near
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

func typeHint(schema map[string]any, n *Node) string {
	types := factschema.Names(schema["type"])
	wants := func(names ...string) bool {
		return slices.ContainsFunc(types, func(t string) bool { return slices.Contains(names, t) })
	}
	text := strings.ToLower(n.Text)
	switch {
	case n.Kind == String && wants("boolean"):
		if text == "true" || text == "false" {
			return "remove the quotes"
		}
		return "write true or false"
	case n.Kind == String && wants("integer", "number"):
		if document.JSONNumber.MatchString(text) {
			return "remove the quotes"
		}
		bare := strings.NewReplacer(",", "", "_", "", " ", "", "'", "", "\u00a0", "", "\u202f", "").Replace(text)
		if document.JSONNumber.MatchString(bare) {
			return "write " + document.Shorten(bare)
		}
	case n.Kind == Number && schema["format"] == "date":
		return "put the date in quotes, with dashes"
	case (n.Kind == Number || n.Kind == Bool) && wants("string"):
		return "put it in quotes"
	case n.Kind != Object && n.Kind != Array && wants("array"):
		return "put it in square brackets"
	}
	return ""
}

// dateHint recognises the usual other ways to write a day.
func dateHint(text string) string {
	var y, m, day int
	var rest string
	if n, _ := fmt.Sscanf(text, "%4d-%d-%d%s", &y, &m, &day, &rest); n >= 3 {
		if day := fmt.Sprintf("%04d-%02d-%02d", y, m, day); document.IsDate(day) && day != text {
			return "write " + day
		}
	}
	return ""
}

// constants returns the values that an enum allows, as one would write them.
func constants(f failure) []string {
	var all []string
	for _, value := range factschema.OneOrMore(f.value) {
		switch value := value.(type) {
		case nil:
		case string:
			all = append(all, value)
		default:
			text, _ := json.Marshal(value)
			all = append(all, string(text))
		}
	}
	return all
}

// description returns an example of a value, else what the nearest schema around
// a keyword says about itself: the best hint where only a pattern failed.
func (d *describer) description(f failure) string {
	if example := d.example(f.steps); example != "" {
		return "for example " + example
	}
	for length := len(f.place); length > 0; length-- {
		found, _ := factschema.Lookup(d.schema.bundle, f.place[:length])
		schema, _ := found.(map[string]any)
		if text, ok := schema["description"].(string); ok && text != "DRAFT" {
			first, size := utf8.DecodeRuneInString(text)
			return "it should be: " + string(unicode.ToLower(first)) + strings.TrimSuffix(text[size:], ".")
		}
	}
	return ""
}

// example returns what the schema gives as an example of a text; the example of
// a list is one of its elements as well.
func (d *describer) example(steps []string) string {
	candidates := []any{}
	if f := d.schema.root.At(steps); f != nil {
		candidates = f.Examples
	}
	if len(steps) > 0 {
		if list := d.schema.root.At(steps[:len(steps)-1]); list != nil && list.Items != nil {
			for _, example := range list.Examples {
				candidates = append(candidates, factschema.OneOrMore(example)...)
			}
		}
	}
	for _, candidate := range candidates {
		if text, ok := candidate.(string); ok {
			return text
		}
	}
	return ""
}

// repeated returns the second of two equal elements.
func (d *describer) repeated(f failure, n *Node) *Node {
	var first, second int
	_, err := fmt.Sscanf(f.text, "items at index %d and %d are equal", &first, &second)
	if err != nil || second >= len(n.Elements) {
		return n
	}
	return n.Elements[second]
}

func (d *describer) badKey(f failure, at place) {
	hint := ""
	if len(at.path) > 1 {
		switch at.path[0] {
		case "provenance":
			hint = "a JSON Pointer to a fact or section is expected, such as /service/name"
		case "sources":
			hint = "ids are written with small letters, digits, dots, dashes and underscores"
		}
	}
	key := ""
	if len(f.steps) > 0 {
		key = f.steps[len(f.steps)-1]
	}
	if f.schema["x-code"] == stateCode {
		parent := &Node{Kind: String, Text: key}
		message, near := d.unknownState(f, parent, constants(f))
		d.add(at.key, at.path, "the key "+at.path.String()+" "+message, near)
		return
	}
	parent := at.path[:max(0, len(at.path)-1)]
	d.add(at.key, at.path, fmt.Sprintf("%s cannot be a key of %s", document.Quoted(key), parent.Subject()), hint)
}

func (d *describer) missingKeys(f failure) {
	at := d.find(f.steps)
	for _, name := range factschema.Names(f.value) {
		if _, found := at.node.Member(name); !found {
			d.add(at.node.Position, at.path, at.path.With(name).String()+" is missing", "")
		}
	}
}

func (d *describer) unknownKeys(f failure) {
	at := d.find(f.steps)
	if at.node == nil {
		return
	}
	properties, _ := f.schema["properties"].(map[string]any)
	known := slices.Sorted(maps.Keys(properties))
	found := 0
	for _, member := range at.node.Members {
		if _, ok := properties[member.Key]; ok {
			continue
		}
		path := at.path.With(member.Key)
		hint := ""
		if found++; found <= document.MaxProblems { // those after them are not shown
			hint = d.whichKey(member.Key, path, known)
		}
		d.add(member.KeyPosition, path, "unknown key "+path.String(), hint)
	}
}

// whichKey guesses what an unknown key was meant to be.
func (d *describer) whichKey(key string, path Path, known []string) string {
	if near := document.Nearest(key, known); near != "" {
		return "did you mean " + near + "?"
	}
	if elsewhere := d.schema.sections()[key]; len(elsewhere) > 0 && elsewhere[0] != path.String() {
		return "did you mean " + elsewhere[0] + "?"
	}
	if len(known) > 0 && len(known) <= 8 {
		return "known here: " + strings.Join(known, ", ")
	}
	return ""
}
