package engine_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/engine"
	"github.com/dsaeval/dsaeval/engine/report"
)

// TestWithDetail shows that less detail gives the same verdicts, and that what
// it leaves out is left out everywhere.
func TestWithDetail(t *testing.T) {
	t.Parallel()
	e := newEngine(t, engine.WithOnly("16", "38"))
	f := document(t, e, exampleFacts)
	full, err := e.Evaluate(t.Context(), f)
	require.NoError(t, err)
	require.Equal(t, report.DetailFull, full.Detail)
	require.NotEmpty(t, full.Questions)

	some, err := e.Evaluate(t.Context(), f, engine.WithDetail(report.DetailFindings))
	require.NoError(t, err)
	require.Equal(t, report.DetailFindings, some.Detail)
	require.Empty(t, some.Questions)
	require.Equal(t, full.Summary, some.Summary)
	require.Equal(t, full.Fine, some.Fine)

	least, err := e.Evaluate(t.Context(), f, engine.WithDetail(report.DetailVerdicts))
	require.NoError(t, err)
	require.Equal(t, report.DetailVerdicts, least.Detail)
	require.Nil(t, least.Fine)
	for i, o := range full.Obligations {
		require.Equal(t, o.Findings, some.Obligations[i].Findings, o.ID)
		require.Empty(t, some.Obligations[i].Open, o.ID)
		require.Empty(t, some.Obligations[i].Missing, o.ID)
		have := least.Obligations[i]
		require.Equal(t, o.Verdict, have.Verdict, o.ID)
		require.Equal(t, o.Possible, have.Possible, o.ID)
		require.Equal(t, o.Reasons, have.Reasons, o.ID)
		require.Equal(t, o.AppliesFrom, have.AppliesFrom, o.ID)
		require.Empty(t, have.Findings, o.ID)
		require.Empty(t, have.Basis, o.ID)
	}

	_, err = e.Evaluate(t.Context(), f, engine.WithDetail("everything"))
	require.ErrorContains(t, err, `"everything" is no level of detail`)
}

// TestLessDetailSchema shows that reports of every detail are as their schema says.
func TestLessDetailSchema(t *testing.T) {
	t.Parallel()
	e := newEngine(t)
	for _, detail := range []report.Detail{report.DetailVerdicts, report.DetailFindings} {
		r, err := e.Evaluate(t.Context(), document(t, e, exampleFacts), engine.WithDetail(detail))
		require.NoError(t, err)
		require.NoError(t, reportSchema(t).Validate(decoded(t, r)), detail)
	}
}
