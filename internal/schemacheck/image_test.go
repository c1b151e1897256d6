package schemacheck

import (
	"encoding/json"
	"reflect"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/internal/document"
	"github.com/dsaeval/dsaeval/internal/image"
)

// imageSchemas have one of every keyword between them, share rules and lead back to
// themselves.
var imageSchemas = []string{
	`true`, `false`,
	`{"properties": {"a": {"$ref": "#/$defs/n"}, "b": {"$ref": "#/$defs/n"}, "c": {"$ref": "#"}, "d": {"$ref": "#/$defs/t"}}, "additionalProperties": false,
	  "required": ["a"], "dependentRequired": {"b": ["a"], "c": []}, "minProperties": 1, "maxProperties": 3,
	  "patternProperties": {"^x": {"type": "null"}, "y$": {"$ref": "#/$defs/n"}}, "propertyNames": {"pattern": "^[a-z]+$"},
	  "$defs": {"n": {"type": "integer", "minimum": 0, "maximum": 1e3, "exclusiveMinimum": -0.5, "exclusiveMaximum": 2e20},
	            "t": {"allOf": [{"minLength": 1, "maxLength": 10, "format": "date"}], "not": {"pattern": "^[a-z]+$"}}}}`,
	`{"type": ["array", "string"], "items": {"anyOf": [{"const": {"a": [1.50, null]}}, {"enum": ["a", "b", 1, true, [null]]}, {"$ref": "#"}]},
	  "uniqueItems": true, "minItems": 1, "maxItems": 4, "oneOf": [{"type": "array"}, {"type": "string"}]}`,
}

var imageDialect = Dialect{Format: func(name string) func(string) bool {
	if name == "date" {
		return document.IsDate
	}
	return nil
}}

func compiled(t testing.TB, text string) *Checker {
	t.Helper()
	decoder := json.NewDecoder(strings.NewReader(text))
	decoder.UseNumber()
	var schema any
	require.NoError(t, decoder.Decode(&schema))
	checker, err := Compile(schema, imageDialect)
	require.NoError(t, err)
	return checker
}

func written(t testing.TB, c *Checker) string {
	t.Helper()
	w := image.Writer()
	c.Code(w, imageDialect)
	require.NoError(t, w.Err())
	return string(w.Bytes())
}

// rulesOf are all rules of a checker, without the functions, which nothing compares:
// they follow from the names of formats and the texts of patterns.
func rulesOf(c *Checker) (all []*rule) {
	k := coder{numbers: map[*rule]int{}}
	for queue := []*rule{c.root}; len(queue) > 0; queue = queue[1:] {
		queue = append(queue, k.add(queue[0])...)
	}
	for _, r := range k.rules {
		r.format = nil
		if r.pattern != nil {
			r.pattern = &pattern{text: r.pattern.text}
		}
		for i := range r.patterns {
			r.patterns[i].pattern = &pattern{text: r.patterns[i].pattern.text}
		}
	}
	return k.rules
}

// TestImage: what is read is what was compiled, in every member of every rule. Rules
// that say the same are one.
func TestImage(t *testing.T) {
	t.Parallel()
	seen := map[string]bool{"format": true} // which rulesOf takes out; formatName stands for it
	for _, text := range imageSchemas {
		built, read := compiled(t, text), &Checker{}
		content := written(t, built)
		r := image.Reader(content)
		read.Code(r, imageDialect)
		require.NoError(t, r.Done())
		require.Equal(t, content, written(t, read))
		all, fewer := rulesOf(built), rulesOf(read)
		require.True(t, reflect.DeepEqual(built.root, read.root), text)
		require.LessOrEqual(t, len(fewer), len(all))
		for _, r := range all {
			for i, value := 0, reflect.ValueOf(*r); i < value.NumField(); i++ {
				if !value.Field(i).IsZero() {
					seen[value.Type().Field(i).Name] = true
				}
			}
		}
	}
	require.Len(t, seen, reflect.TypeFor[rule]().NumField(), "the schemas have not one of everything: %v", seen)
	c := &Checker{root: merged(compiled(t, imageSchemas[2]).root, imageDialect)}
	require.Same(t, c.root.properties["a"], c.root.properties["b"])
	require.Same(t, c.root.properties["c"].all[0], c.root, "it leads back to itself")
}

// TestImageAnswers: what is read answers as what was compiled.
func TestImageAnswers(t *testing.T) {
	t.Parallel()
	for _, text := range imageSchemas {
		built, read := compiled(t, text), &Checker{}
		r := image.Reader(written(t, built))
		read.Code(r, imageDialect)
		require.NoError(t, r.Done())
		for _, document := range []string{
			`1`, `"a"`, `null`, `[]`, `["a"]`, `["a", "a"]`, `["c"]`, `[{"a": [1.5, null]}]`, `["a", "b", 1, true, [null]]`, `[["a"]]`, `[1.0, [null]]`,
			`{}`, `{"a": 1}`, `{"a": 1001}`, `{"a": -1}`, `{"b": 1}`, `{"a": 1, "c": {}}`, `{"a": 1, "c": {"a": 2}}`, `{"a": 1, "xa": null}`, `{"a": 1, "xa": 1}`,
			`{"a": 1, "zy": 3}`, `{"a": 1, "A": 3}`, `{"a": 1, "d": "2024-02-29"}`, `{"a": 1, "d": "2023-02-29"}`, `{"a": 1, "d": "abc"}`, `{"a":1,"b":1,"d":"2024-01-01","zy":1}`,
		} {
			n := nodeOfText(t, document)
			require.Equal(t, built.Accepts(n), read.Accepts(n), "%s %s", text, document)
		}
	}
}

func nodeOfText(t testing.TB, text string) *document.Node {
	t.Helper()
	documents, problems := document.Parse("f.json", []byte("["+text+"]"), document.JSON)
	require.Empty(t, problems)
	return documents[0].Root.Elements[0]
}

// TestImageRefuses: what was not written is refused, and never turns in a circle.
func TestImageRefuses(t *testing.T) {
	t.Parallel()
	read := func(content string, dialect Dialect) error {
		r := image.Reader(content)
		(&Checker{}).Code(r, dialect)
		return r.Done()
	}
	for _, text := range imageSchemas {
		content := written(t, compiled(t, text))
		for end := range content {
			require.Error(t, read(content[:end], imageDialect), "%d of %d bytes", end, len(content))
		}
	}
	// One rule: not never, of no type, with the part of rules about the same value; all of
	// it is itself.
	require.ErrorContains(t, read("\x01\x00\x00\x20\x02\x01\x00\x00\x00\x01", imageDialect), "1 is not below 1")
	require.ErrorContains(t, read(written(t, compiled(t, `{"format": "date"}`)), Dialect{}), "no format")
	// A text that is no pattern matches nothing.
	c := &Checker{root: &rule{pattern: newPattern("(")}}
	require.False(t, c.Accepts(&document.Node{Kind: document.String}))
}

// FuzzImage: no content makes the reader panic, and what it accepts it writes again.
func FuzzImage(f *testing.F) {
	for _, text := range imageSchemas {
		f.Add(written(f, compiled(f, text)))
	}
	f.Fuzz(func(t *testing.T, content string) {
		read, again := &Checker{}, &Checker{}
		r := image.Reader(content)
		read.Code(r, imageDialect)
		if r.Done() != nil {
			return
		}
		first := written(t, read)
		r = image.Reader(first)
		again.Code(r, imageDialect)
		require.NoError(t, r.Done())
		require.Equal(t, first, written(t, again))
	})
}
