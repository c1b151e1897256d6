package engine_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/engine"
	"github.com/dsaeval/dsaeval/engine/report"
)

// TestSources shows that a report describes the sources that evidence names, in
// the order of their ids, and no others.
func TestSources(t *testing.T) {
	t.Parallel()
	e := newEngine(t, engine.WithOnly("16(6)"))
	judged, err := e.Evaluate(t.Context(), document(t, e, exampleFacts+`
sources:
  z-first: {title: Press article, url: "https://example.org/z", published_on: 2023-06-07, confidence: secondary}
  a-second: {title: Letter}
  unused: {title: Nobody names it}
provenance:
  /reporting_pipeline: [z-first, a-second]
`))
	require.NoError(t, err)
	require.Equal(t, []report.Source{
		{ID: "a-second", Title: "Letter"},
		{ID: "z-first", Title: "Press article", URL: "https://example.org/z", PublishedOn: "2023-06-07", Confidence: "secondary"},
	}, judged.Sources)
}
