package facts_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/engine/facts"
	"github.com/dsaeval/dsaeval/schemas"
)

// A fact that is missing points at the null that stands for it, or at what is given above it.
func TestPlace(t *testing.T) {
	t.Parallel()
	bundle, err := schemas.Facts()
	require.NoError(t, err)
	schema, err := facts.NewSchema(bundle)
	require.NoError(t, err)
	documents, err := schema.Load("f.yaml", []byte("assessment: {date: 2025-01-01}\nservice:\n  name: A\nminors:\n  accessible_to_minors: null\n"))
	require.NoError(t, err)
	for pointer, want := range map[string]string{
		"/minors/accessible_to_minors": "f.yaml:5:3",
		"/minors/other":                "f.yaml:4:1",
		"/terms/terms_published":       "f.yaml:1:1",
		"/service/name":                "f.yaml:3:3",
		"":                             "f.yaml:1:1",
	} {
		require.Equal(t, want, documents[0].Place(pointer).String(), pointer)
	}
	fromGo, err := schema.From("a service", map[string]any{"service": map[string]any{"name": "A"}})
	require.NoError(t, err)
	require.Zero(t, fromGo.Place("/minors/other").Line)
	require.Zero(t, (&facts.Facts{}).Place("/minors"))
}
