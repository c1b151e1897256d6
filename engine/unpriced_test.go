package engine_test

import (
	"bytes"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/engine"
	"github.com/dsaeval/dsaeval/engine/gate"
	"github.com/dsaeval/dsaeval/engine/render"
	"github.com/dsaeval/dsaeval/engine/report"
)

// TestWithoutFine shows who may have a report from which the fine was left out: a table
// and a gate that counts, and nobody else, since "no fine" would be a false answer. But for
// the fine nothing is different.
func TestWithoutFine(t *testing.T) {
	t.Parallel()
	e := newEngine(t, engine.WithOnly("16"))
	f := document(t, e, exampleFacts)
	with, err := e.Evaluate(t.Context(), f)
	require.NoError(t, err)
	require.NotNil(t, with.Fine)
	without, err := e.Evaluate(t.Context(), f, engine.WithoutFine())
	require.NoError(t, err)
	require.Nil(t, without.Fine)
	require.Equal(t, with.Obligations, without.Obligations)

	for _, format := range render.Formats() {
		err := render.Write(new(bytes.Buffer), format, []*report.Report{without})
		if format == render.CSV {
			require.NoError(t, err)
			continue
		}
		require.ErrorContains(t, err, "without its fine", format)
	}
	for expression, refused := range map[string]bool{
		"breach": false, "never": false, "fine.statutory_cap.per_decision > 0": true, "total.breach > 0": true,
	} {
		g, err := gate.New(expression, nil)
		require.NoError(t, err)
		outcome, err := g.Judge(without)
		if refused {
			require.ErrorContains(t, err, "without its fine", expression)
			require.Equal(t, report.Failed, outcome)
		} else {
			require.NoError(t, err, expression)
		}
	}
}
