package ask_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/engine"
	"github.com/dsaeval/dsaeval/engine/ask"
)

// BenchmarkNext ranks all questions about a service of which only the frame is known.
func BenchmarkNext(b *testing.B) {
	eng, err := engine.New(b.Context())
	require.NoError(b, err)
	f, err := eng.Facts("facts.yaml", shop)
	require.NoError(b, err)
	r, err := eng.Evaluate(b.Context(), f)
	require.NoError(b, err)
	c := ask.NewCatalogue(eng.Schema(), eng.Obligations())
	for b.Loop() {
		c.Next(r, ask.Options{})
	}
}

// shop is a marketplace of 60 people of which the first questions are answered.
var shop = map[string]any{
	"assessment": map[string]any{"date": "2026-11-01"},
	"service": map[string]any{
		"categories": []any{"marketplace"}, "enterprise_size": "medium", "designation_status": "none",
		"offers_services_in_eu": true, "offered_in_union_since": "2019-05-01",
	},
	"advertising":    map[string]any{"presents_advertisements": true},
	"recommendation": map[string]any{"uses_recommender_systems": true},
}
