package factschema

import (
	"encoding/json"
	"reflect"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/internal/document"
	"github.com/dsaeval/dsaeval/internal/image"
)

// ofEverything has one of everything that a schema says of facts, shares types and leads
// back to itself.
const ofEverything = `{
  "properties": {
    "shop": {"sum_at_most": {"fields": ["lost", "found"], "of": "all"}, "properties": {
      "open": {"$ref": "#/$defs/flag", "description": "Whether it is open.", "x-nature": "observed", "x-question": "Is it open?", "default": false,
        "implied_by": "since", "presumed_by": ["all"], "present_only_if": {"field": "colour", "is": ["red", 1.5, null]}, "excludes": "closed"},
      "closed": {"$ref": "#/$defs/flag"},
      "colour": {"enum": ["red", "green", null], "x-values": {"red": "as a rose", "green": "as grass"}, "x-code": "colour"},
      "since": {"type": ["string", "null"], "format": "date", "not_before": "shop.until"},
      "until": {"type": ["string", "null"], "format": "date"},
      "all": {"$ref": "#/$defs/count", "unit": "things", "examples": [3, {"a": [true]}], "default": 0},
      "lost": {"$ref": "#/$defs/count", "part_of": "all", "x-role": "sample", "x-whole": "all"},
      "found": {"$ref": "#/$defs/count"},
      "nothing": {"type": "object", "properties": {}},
      "shelves": {"type": "array", "default": [], "items": {"$ref": "#/properties/shop"}},
      "by_language": {"type": "object", "propertyNames": {"enum": ["de", "mt"]}, "additionalProperties": {"$ref": "#/$defs/count"}},
      "state": {"$ref": "#/$defs/state"}, "home": {"allOf": [{"$ref": "#/$defs/state"}]}}}},
  "$defs": {
    "flag": {"type": ["boolean", "null"], "description": "Yes or no."},
    "count": {"type": ["integer", "null"], "minimum": 0.5},
    "state": {"anyOf": [{"enum": ["DE", "GR"]}, {"type": "null"}]}}
}`

func readText(t testing.TB, text string) *Field {
	t.Helper()
	var bundle map[string]any
	decoder := json.NewDecoder(strings.NewReader(text))
	decoder.UseNumber()
	require.NoError(t, decoder.Decode(&bundle))
	root, _ := Read(bundle)
	return root
}

func written(t testing.TB, root *Field) ([]byte, *Numbered) {
	t.Helper()
	w := image.Writer()
	n := Code(w, &root)
	require.NoError(t, w.Err())
	return w.Bytes(), n
}

// TestImage: what is read is what was written, in every member of every field. It is as
// shared: fields are written by their numbers, which are the same again.
func TestImage(t *testing.T) {
	t.Parallel()
	root := readText(t, ofEverything)
	content, fields := written(t, root)
	seen := map[string]bool{"Err": true, "bases": true} // no schema that is written has them
	for _, f := range fields.Fields() {
		for i, value := 0, reflect.ValueOf(*f); i < value.NumField(); i++ {
			if !value.Field(i).IsZero() {
				seen[value.Type().Field(i).Name] = true
			}
		}
		require.Nil(t, f.bases)
	}
	require.Len(t, seen, reflect.TypeFor[Field]().NumField(), "the schema has not one of everything: %v", seen)

	var read *Field
	r := image.Reader(string(content))
	Code(r, &read)
	require.NoError(t, r.Done())
	require.True(t, reflect.DeepEqual(root, read))
	shop := read.Dotted("shop")
	require.True(t, shop.Step("lost").minimum == shop.Step("found").minimum)
	shelves := shop.Step("shelves").Items.Step("shelves")
	require.True(t, shelves == shelves.Items.Step("shelves"), "it leads back to itself")
	again, _ := written(t, read)
	require.Equal(t, content, again)
}

// TestImageRefuses: what is no schema is not written, nor read.
func TestImageRefuses(t *testing.T) {
	t.Parallel()
	w, root := image.Writer(), readText(t, `{"properties": {"a": {"implies": {"is": 1, "them": {}}}}}`)
	Code(w, &root)
	require.ErrorContains(t, w.Err(), "implies has the key")
	w, root = image.Writer(), &Field{Examples: []any{1.5}}
	Code(w, &root)
	require.ErrorContains(t, w.Err(), "float64")
	w, root = image.Writer(), &Field{Default: &document.Node{Kind: document.Null}}
	Code(w, &root)
	require.ErrorContains(t, w.Err(), "a default")
	w = image.Writer()
	_, n := written(t, &Field{})
	stranger := &Field{}
	n.Code(w, &stranger)
	require.ErrorContains(t, w.Err(), "no document leads to")

	content, _ := written(t, readText(t, ofEverything))
	for end := range content {
		var read *Field
		r := image.Reader(string(content[:end]))
		Code(r, &read)
		require.Error(t, r.Done(), "%d of %d bytes", end, len(content))
	}
}

// FuzzImage: no content makes the reader panic, and what it accepts it writes again.
func FuzzImage(f *testing.F) {
	content, _ := written(f, readText(f, ofEverything))
	f.Add(string(content))
	content, _ = written(f, readText(f, `{"properties": {"a": {"minimum": 1, "default": 0, "items": {"$ref": "#"}}}}`))
	f.Add(string(content))
	f.Fuzz(func(t *testing.T, content string) {
		var read, again *Field
		r := image.Reader(content)
		Code(r, &read)
		if r.Done() != nil {
			return
		}
		first, _ := written(t, read)
		r = image.Reader(string(first))
		Code(r, &again)
		require.NoError(t, r.Done())
		second, _ := written(t, again)
		require.Equal(t, first, second)
	})
}
