package facts

import (
	"encoding/json"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/dsaeval/dsaeval/internal/document"
	"github.com/dsaeval/dsaeval/internal/factschema"
)

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

// hintEmpty says what a file begins with, where one says nothing.
func hintEmpty(problems Problems) Problems {
	for i, p := range problems {
		if p.Message == document.Empty && p.Hint == "" {
			problems = slices.Clone(problems)
			problems[i] = p.WithHint(`begin with the service, such as {"service": {"name": "Example"}}`)
		}
	}
	return problems
}

// hintList says where several documents stand, which are not one list.
func hintList(root *Node, problems Problems) Problems {
	if root.Kind != Array || len(root.Elements) == 0 || slices.ContainsFunc(root.Elements, func(e *Node) bool { return e.Kind != Object }) {
		return problems
	}
	for i, p := range problems {
		if p.Pointer == "" && p.Hint == "" {
			problems[i] = p.WithHint("write each document on a line of its own, in a file named .ndjson")
		}
	}
	return problems
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
	if otherDate.MatchString(text) {
		return "write the year, the month and the day, such as 2025-02-17"
	}
	return ""
}

// otherDate is a day in an order that nobody can know: 1.3.2024 is in March or in January.
var otherDate = regexp.MustCompile(`^([0-9]{1,2}[-./ ]+[0-9]{1,2}[-./ ]+[0-9]{2,4}|[0-9]{4}[./ ]+[0-9]{1,2}[./ ]+[0-9]{1,2})[.]?$`)

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
		found, _ := factschema.Lookup(d.schema.bundle(), f.place[:length])
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
