package factschema_test

import (
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/internal/document"
	"github.com/dsaeval/dsaeval/internal/factschema"
)

const shop = `{
  "properties": {
    "shop": {"properties": {
      "open": {"$ref": "#/$defs/flag", "description": "Whether it is open.", "x-nature": "observed"},
      "colour": {"enum": ["red", "green", null], "x-values": {"red": "as a rose", "green": "as grass"}},
      "since": {"type": ["string", "null"], "format": "date"},
      "shelves": {"type": "array", "default": [], "items": {"type": "object", "properties": {"books": {"$ref": "#/$defs/count", "unit": "books"}}}},
      "by_language": {"type": "object", "additionalProperties": {"$ref": "#/$defs/count"}},
      "state": {"$ref": "#/$defs/state"}}}},
  "$defs": {
    "flag": {"type": ["boolean", "null"], "description": "Yes or no."},
    "count": {"type": ["integer", "null"], "minimum": 0, "description": "How many."},
    "state": {"anyOf": [{"enum": ["DE", "GR"]}, {"type": "null"}]}}
}`

func TestField(t *testing.T) {
	t.Parallel()
	var bundle map[string]any
	require.NoError(t, json.Unmarshal([]byte(shop), &bundle))
	root, all := factschema.Read(bundle)
	require.NotEmpty(t, all)

	open := root.Dotted("shop.open")
	require.True(t, open.Is("boolean"))
	require.Equal(t, "Whether it is open.", open.Description, "a property describes itself better than the shared type")
	require.Equal(t, "observed", open.Nature)
	require.Equal(t, []string{"red", "green"}, root.Dotted("shop.colour").Enum)
	require.Equal(t, "as grass", root.Dotted("shop.colour").Meanings["green"])
	require.True(t, root.Dotted("shop.since").IsDate())

	shelves := root.Dotted("shop.shelves")
	require.True(t, shelves.ArrayOfObjects())
	require.Equal(t, document.Array, shelves.Default.Kind)
	books := root.Dotted("shop.shelves[].books")
	require.Equal(t, books, root.Along(document.Path{"shop", "shelves", 3, "books"}))
	require.Equal(t, books, root.At([]string{"shop", "shelves", "3", "books"}))
	require.Equal(t, "How many.", books.Description)
	require.Equal(t, "books", books.Unit)
	require.True(t, books.NeverNegative() && books.IsNumber() && books.Is("integer"))

	languages := root.Dotted("shop.by_language")
	require.True(t, languages.IsMap())
	require.True(t, languages.Step("mt").IsNumber())

	// What a value is, alternatives only say together.
	state := root.Dotted("shop.state")
	require.Empty(t, state.Enum)
	require.Equal(t, []string{"DE", "GR"}, state.Alternatives[0].Enum)

	// Nothing is said about what is not there.
	nothing := root.Dotted("shop.roof.colour")
	require.Nil(t, nothing)
	require.False(t, nothing.Is("string") || nothing.IsNumber() || nothing.IsDate() || nothing.IsMap() || nothing.ArrayOfObjects() || nothing.NeverNegative())
}
