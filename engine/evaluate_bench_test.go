package engine_test

import (
	"os"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/engine"
)

// BenchmarkEvaluate judges one document by all obligations, in full.
func BenchmarkEvaluate(b *testing.B) {
	e, err := engine.New(b.Context())
	require.NoError(b, err)
	content, err := os.ReadFile("../fixtures/cases/instagram-2023-06/facts.yaml")
	require.NoError(b, err)
	documents, err := e.Load("facts.yaml", content)
	require.NoError(b, err)
	document, err := documents[0].WithAssessmentDate("2023-09-01")
	require.NoError(b, err)
	_, err = e.Evaluate(b.Context(), document)
	require.NoError(b, err)
	b.ReportAllocs()
	for b.Loop() {
		_, err := e.Evaluate(b.Context(), document)
		require.NoError(b, err)
	}
}
