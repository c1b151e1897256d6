package factschema

import (
	"encoding/json"
	"fmt"
	"maps"
	"math/big"
	"slices"
	"strings"

	"github.com/dsaeval/dsaeval/internal/document"
)

// Read returns what a schema says about a document, and about every place
// of it, in a fixed order.
func Read(bundle map[string]any) (root *Field, all []*Field) {
	b := fieldBuilder{bundle: bundle, byRef: map[string]*Field{}}
	root = b.build(bundle)
	for _, f := range b.all {
		f.resolve()
	}
	for _, f := range b.all {
		f.bases = nil // all that they say is taken over
		f.assume()
	}
	return root, b.all
}

// assume notes of which members something is said where nobody gives them.
func (f *Field) assume() {
	f.Assumed = slices.DeleteFunc(slices.Clone(f.Names), func(name string) bool {
		property := f.Properties[name]
		return property.Default == nil && len(property.ImpliedBy)+len(property.PresumedBy) == 0
	})
}

type fieldBuilder struct {
	bundle map[string]any
	byRef  map[string]*Field
	all    []*Field
}

func (b *fieldBuilder) build(schema any) *Field {
	f := &Field{}
	b.all = append(b.all, f)
	b.fill(f, schema)
	return f
}

func (b *fieldBuilder) fill(f *Field, schema any) {
	object, ok := schema.(map[string]any)
	if !ok {
		return
	}
	if properties, _ := object["properties"].(map[string]any); len(properties) > 0 {
		f.Properties = map[string]*Field{}
		for _, name := range slices.Sorted(maps.Keys(properties)) {
			f.Properties[name] = b.build(properties[name])
		}
	}
	if additional, ok := object["additionalProperties"].(map[string]any); ok {
		f.Additional = b.build(additional)
	}
	if keys, ok := object["propertyNames"].(map[string]any); ok {
		f.Keys = b.build(keys)
	}
	f.Types = Names(object["type"])
	f.Enum = Names(object["enum"])
	if minimum, given := object["minimum"]; given {
		f.minimum, _ = new(big.Rat).SetString(fmt.Sprint(minimum))
	}
	f.Format = text(object["format"])
	f.Description, f.Unit = text(object["description"]), text(object["unit"])
	f.Nature, f.Question = text(object["x-nature"]), text(object["x-question"])
	f.Meanings = meanings(object["x-values"])
	f.Code = text(object["x-code"])
	if items, ok := object["items"].(map[string]any); ok {
		f.Items = b.build(items)
	}
	f.Default = defaultOf(object["default"])
	f.Examples, _ = object["examples"].([]any)
	f.ImpliedBy = Names(object["implied_by"])
	f.PresumedBy = Names(object["presumed_by"])
	f.PartOf = Names(object["part_of"])
	f.NotBefore = Names(object["not_before"])
	f.Pairs, f.Err = pairsOf(object)
	f.Role = text(object["x-role"])
	f.Wholes = Names(object["x-whole"])
	for _, each := range OneOrMore(object["sum_at_most"]) {
		if each, ok := each.(map[string]any); ok {
			f.SumAtMost = append(f.SumAtMost, Sum{Names(each["fields"]), text(each["of"])})
		}
	}
	if ref, ok := object["$ref"].(string); ok {
		f.bases = append(f.bases, b.reference(ref))
	}
	for _, keyword := range []string{"allOf", "anyOf", "oneOf"} {
		branches, _ := object[keyword].([]any)
		for _, branch := range branches {
			if keyword == "allOf" {
				f.bases = append(f.bases, b.build(branch))
			} else {
				f.Alternatives = append(f.Alternatives, b.build(branch))
			}
		}
	}
}

// meanings are what a schema says about the words of a choice.
func meanings(value any) map[string]string {
	object, ok := value.(map[string]any)
	if !ok {
		return nil
	}
	all := make(map[string]string, len(object))
	for word, means := range object {
		all[word] = text(means)
	}
	return all
}

// defaults are what a default can assume, nothing first. It can only say that there is
// nothing of a kind: no list, no number, no event.
var defaults = [...]*document.Node{
	nil, {Kind: document.Array}, {Kind: document.Bool}, {Kind: document.Number, Text: "0"},
}

// defaultOf is the value that a default assumes, one of [defaults].
func defaultOf(value any) *document.Node {
	switch value := value.(type) {
	case []any:
		if len(value) == 0 {
			return defaults[1]
		}
	case bool:
		if !value {
			return defaults[2]
		}
	case json.Number:
		if value == "0" {
			return defaults[3]
		}
	case float64:
		if value == 0 {
			return defaults[3]
		}
	}
	return nil
}

func (b *fieldBuilder) reference(ref string) *Field {
	if f, ok := b.byRef[ref]; ok {
		return f
	}
	f := &Field{}
	b.all = append(b.all, f)
	b.byRef[ref] = f // before it is filled: a schema may refer to itself
	steps, ok := document.SplitPointer(strings.TrimPrefix(ref, "#"))
	if ok {
		target, _ := Lookup(b.bundle, steps)
		b.fill(f, target)
	}
	return f
}

// Lookup returns a value within plain Go values and the object that holds it.
func Lookup(value any, steps []string) (found any, holder map[string]any) {
	for _, step := range steps {
		switch at := value.(type) {
		case map[string]any:
			value, holder = at[step], at
		case []any:
			var i int
			if _, err := fmt.Sscanf(step, "%d", &i); err != nil || i < 0 || i >= len(at) {
				return nil, nil
			}
			value = at[i]
		default:
			return nil, nil
		}
	}
	return value, holder
}

// OneOrMore makes a list of the value of a keyword that need not be one.
func OneOrMore(value any) []any {
	if many, ok := value.([]any); ok {
		return many
	}
	if value == nil {
		return nil
	}
	return []any{value}
}

// Names are the texts among the values of a keyword, such as names of fields.
func Names(value any) []string {
	var texts []string
	for _, each := range OneOrMore(value) {
		if text, ok := each.(string); ok {
			texts = append(texts, text)
		}
	}
	return texts
}
