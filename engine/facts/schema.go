package facts

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"github.com/santhosh-tekuri/jsonschema/v5"

	"github.com/dsaeval/dsaeval/internal/document"
)

// Schema is the compiled schema of fact documents. It is immutable and safe for
// concurrent use.
type Schema struct {
	compiled  *jsonschema.Schema
	bundle    map[string]any
	root      *field
	relations *Relations
	sections  map[string][]string // name of a fact → dotted paths that end in it
	states    []string            // codes of all States
}

// NewSchema compiles a self-contained schema, such as schemas.Facts() returns,
// possibly with sections of the user's own below extensions. References must
// stay within it. It fails on relations as [NewRelations] does.
func NewSchema(bundle map[string]any) (*Schema, error) {
	content, err := json.Marshal(bundle)
	if err != nil {
		return nil, fmt.Errorf("facts schema: %w", err)
	}
	// A copy of our own: the caller may go on to change the bundle.
	var own map[string]any
	decoder := json.NewDecoder(bytes.NewReader(content))
	decoder.UseNumber()
	if err := decoder.Decode(&own); err != nil {
		return nil, fmt.Errorf("facts schema: %w", err)
	}
	url, _ := own["$id"].(string)
	if url == "" {
		url = "https://github.com/dsaeval/dsaeval/schemas/facts.schema.json"
	}
	compiler := jsonschema.NewCompiler()
	compiler.Draft = jsonschema.Draft2020
	compiler.AssertFormat = true
	compiler.LoadURL = func(url string) (io.ReadCloser, error) {
		return nil, fmt.Errorf("%s is not part of the schema", url)
	}
	if err := compiler.AddResource(url, bytes.NewReader(content)); err != nil {
		return nil, fmt.Errorf("facts schema: %w", err)
	}
	compiled, err := compiler.Compile(url)
	if err != nil {
		return nil, fmt.Errorf("facts schema: %w", err)
	}
	s := &Schema{compiled: compiled, bundle: own, sections: map[string][]string{}, states: statesOf(own["$defs"])}
	relations, err := NewRelations(own)
	if err != nil {
		return nil, err
	}
	s.relations, s.root = relations, relations.root
	s.index(s.root, "", 0)
	return s, nil
}

// index notes where each name of a fact lives. The depth is bounded because a
// schema may refer to itself.
func (s *Schema) index(f *field, prefix string, depth int) {
	if f == nil || depth > 6 {
		return
	}
	for _, name := range f.names {
		s.sections[name] = append(s.sections[name], prefix+name)
		s.index(f.properties[name], prefix+name+".", depth+1)
	}
	if f.items != nil && prefix != "" {
		s.index(f.items, strings.TrimSuffix(prefix, ".")+"[].", depth+1)
	}
}

// at returns what the schema knows of a path, nil if it knows nothing.
func (s *Schema) at(steps []string) *field { return s.root.at(steps) }

func (f *field) at(steps []string) *field {
	for _, step := range steps {
		if f = f.step(step); f == nil {
			return nil
		}
	}
	return f
}

// field is what a schema says about one place of a document, beyond what is
// left to the validator: where the walk goes on, and the keywords of our own.
type field struct {
	properties map[string]*field
	names      []string // of properties, sorted
	additional *field   // other members
	keys       *field   // names of other members
	items      *field   // elements

	code      string // x-code: what kind of code the text is
	fallback  *Node  // default: what is assumed where nothing is given
	examples  []any
	impliedBy []string
	// presumedBy are the facts of which each, whatever it says, lets a flag be true
	// that nobody gave.
	presumedBy []string
	partOf     []string
	notBefore  []string
	sumAtMost  []sum
	pairs      []pair
	err        error  // of the relations
	role       string // x-role: how a count was come by
	wholes     []string

	bases    []*field // references and combined schemas
	resolved bool
}

func (f *field) step(name string) *field {
	if f == nil {
		return nil
	}
	if next, ok := f.properties[name]; ok {
		return next
	}
	if f.items != nil && name != "" && strings.Trim(name, "0123456789") == "" {
		return f.items
	}
	return f.additional
}

// along follows a path.
func (f *field) along(path Path) *field {
	for _, step := range path {
		switch step := step.(type) {
		case string:
			f = f.step(step)
		case int:
			if f != nil {
				f = f.items
			}
		}
	}
	return f
}

// resolve takes over what the bases say and the field itself does not. The
// branches of anyOf and oneOf are treated like those of allOf: that may name a
// fact as missing that another branch rules out, but never hides one.
func (f *field) resolve() {
	if f.resolved {
		return
	}
	f.resolved = true
	for _, base := range f.bases {
		base.resolve()
		for name, property := range base.properties {
			if f.properties == nil {
				f.properties = map[string]*field{}
			}
			if _, own := f.properties[name]; !own {
				f.properties[name] = property
			}
		}
		if f.additional == nil {
			f.additional = base.additional
		}
		if f.items == nil {
			f.items = base.items
		}
		if f.fallback == nil {
			f.fallback = base.fallback
		}
		if f.keys == nil {
			f.keys = base.keys
		}
		if f.code == "" {
			f.code = base.code
		}
		f.examples = append(f.examples, base.examples...)
		f.impliedBy = append(f.impliedBy, base.impliedBy...)
		f.presumedBy = append(f.presumedBy, base.presumedBy...)
		f.partOf = append(f.partOf, base.partOf...)
		f.notBefore = append(f.notBefore, base.notBefore...)
		f.sumAtMost = append(f.sumAtMost, base.sumAtMost...)
		f.pairs = append(f.pairs, base.pairs...)
		if f.role == "" {
			f.role, f.wholes = base.role, base.wholes
		}
	}
	f.names = slices.Sorted(maps.Keys(f.properties))
}

type fieldBuilder struct {
	bundle map[string]any
	byRef  map[string]*field
	all    []*field
}

func (b *fieldBuilder) build(schema any) *field {
	f := &field{}
	b.all = append(b.all, f)
	b.fill(f, schema)
	return f
}

func (b *fieldBuilder) fill(f *field, schema any) {
	object, ok := schema.(map[string]any)
	if !ok {
		return
	}
	if properties, ok := object["properties"].(map[string]any); ok {
		f.properties = map[string]*field{}
		for _, name := range slices.Sorted(maps.Keys(properties)) {
			f.properties[name] = b.build(properties[name])
		}
	}
	if additional, ok := object["additionalProperties"].(map[string]any); ok {
		f.additional = b.build(additional)
	}
	if keys, ok := object["propertyNames"].(map[string]any); ok {
		f.keys = b.build(keys)
	}
	f.code, _ = object["x-code"].(string)
	if items, ok := object["items"].(map[string]any); ok {
		f.items = b.build(items)
	}
	f.fallback = fallbackOf(object["default"])
	f.examples, _ = object["examples"].([]any)
	f.impliedBy = names(object["implied_by"])
	f.presumedBy = names(object["presumed_by"])
	f.partOf = names(object["part_of"])
	f.notBefore = names(object["not_before"])
	f.pairs, f.err = pairsOf(object)
	f.role, _ = object["x-role"].(string)
	f.wholes = names(object["x-whole"])
	for _, each := range oneOrMore(object["sum_at_most"]) {
		if each, ok := each.(map[string]any); ok {
			of, _ := each["of"].(string)
			f.sumAtMost = append(f.sumAtMost, sum{names(each["fields"]), of})
		}
	}
	if ref, ok := object["$ref"].(string); ok {
		f.bases = append(f.bases, b.reference(ref))
	}
	for _, keyword := range []string{"allOf", "anyOf", "oneOf"} {
		branches, _ := object[keyword].([]any)
		for _, branch := range branches {
			f.bases = append(f.bases, b.build(branch))
		}
	}
}

// fallbackOf is the value that a default assumes. A default can only say that there is
// nothing of a kind: no list, no number, no event.
func fallbackOf(value any) *Node {
	switch value := value.(type) {
	case []any:
		if len(value) == 0 {
			return &Node{Kind: Array}
		}
	case bool:
		if !value {
			return &Node{Kind: Bool}
		}
	case json.Number:
		if value == "0" {
			return &Node{Kind: Number, Text: "0"}
		}
	case float64:
		if value == 0 {
			return &Node{Kind: Number, Text: "0"}
		}
	}
	return nil
}

func (b *fieldBuilder) reference(ref string) *field {
	if f, ok := b.byRef[ref]; ok {
		return f
	}
	f := &field{}
	b.all = append(b.all, f)
	b.byRef[ref] = f // before it is filled: a schema may refer to itself
	steps, ok := document.SplitPointer(strings.TrimPrefix(ref, "#"))
	if ok {
		target, _ := lookup(b.bundle, steps)
		b.fill(f, target)
	}
	return f
}

// lookup returns a value within plain Go values and the object that holds it.
func lookup(value any, steps []string) (found any, holder map[string]any) {
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

func oneOrMore(value any) []any {
	if many, ok := value.([]any); ok {
		return many
	}
	if value == nil {
		return nil
	}
	return []any{value}
}

func names(value any) []string {
	var texts []string
	for _, each := range oneOrMore(value) {
		if text, ok := each.(string); ok {
			texts = append(texts, text)
		}
	}
	return texts
}

var errUnknownField = errors.New("no such field")
