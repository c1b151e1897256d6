package engine_test

import (
	"context"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/engine"
	"github.com/dsaeval/dsaeval/engine/facts"
	"github.com/dsaeval/dsaeval/engine/policy"
	"github.com/dsaeval/dsaeval/schemas"
)

// TestSchema: engines share what is built in; a section of one's own makes a schema of
// its own, which the loader gets as it is and read.
func TestSchema(t *testing.T) {
	t.Parallel()
	builtin, err := facts.Builtin()
	require.NoError(t, err)
	e := newEngine(t)
	require.True(t, builtin == e.Schema())
	bundle, err := schemas.Facts()
	require.NoError(t, err)
	require.Equal(t, bundle, e.FactsSchema())

	const house = `{"type": "object", "additionalProperties": false, "properties": {"open": {"type": ["boolean", "null"]}}}`
	var given policy.Options
	load := func(_ context.Context, options policy.Options) (*policy.Set, error) {
		given = options
		return policy.Builtin(options.Relations, nil, nil)
	}
	own := newEngine(t, engine.WithLoader(load, policy.Source{Name: "house", FS: fstest.MapFS{"schemas/house.schema.json": {Data: []byte(house)}}}))
	require.True(t, own.Schema() != builtin)
	require.Equal(t, own.FactsSchema(), given.Facts)
	require.True(t, own.Schema().Relations() == given.Relations)
	require.True(t, given.Relations.Fields().Dotted("extensions.house.open").Is("boolean"))
	require.Nil(t, builtin.Relations().Fields().Dotted("extensions.house.open"))
	const withHouse = "extensions: {house: {open: true}}\nservice: {name: Shop}\nassessment: {date: 2026-01-01}"
	judged, err := own.Evaluate(t.Context(), document(t, own, withHouse))
	require.NoError(t, err)
	require.Equal(t, schemas.Digest(schemas.Extension{Name: "house", Content: []byte(house)}), judged.Provenance.SchemasSHA256)
	judged, err = e.Evaluate(t.Context(), document(t, e, "service: {name: Shop}\nassessment: {date: 2026-01-01}"))
	require.NoError(t, err)
	require.Equal(t, schemas.Digest(), judged.Provenance.SchemasSHA256)
	_, err = e.Load("facts.yaml", []byte(withHouse))
	require.ErrorContains(t, err, "house")
}
