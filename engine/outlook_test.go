package engine_test

import (
	"os"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/engine"
	"github.com/dsaeval/dsaeval/engine/facts"
	"github.com/dsaeval/dsaeval/engine/policy"
	"github.com/dsaeval/dsaeval/engine/report"
)

// TestOutlook compares each day of the outlook with the report of that day.
func TestOutlook(t *testing.T) {
	t.Parallel()
	e, err := engine.New(t.Context(), engine.WithOnly("15", "16(6)", "34", "42(1)"))
	require.NoError(t, err)
	content, err := os.ReadFile("../fixtures/cases/instagram-2023-06/facts.yaml")
	require.NoError(t, err)
	documents, err := e.Load("facts.yaml", content)
	require.NoError(t, err)
	outlooks, err := e.Outlook(t.Context(), documents[0], "2023-08-20", "2023-08-30")
	require.NoError(t, err)
	for _, o := range outlooks {
		require.Equal(t, report.Day("2023-08-20"), o.Stretches[0].From)
		require.EqualValues(t, "2023-08-30", o.Stretches[len(o.Stretches)-1].Until)
	}
	at := make([]int, len(outlooks)) // the stretch of the day
	for day := time.Date(2023, 8, 20, 0, 0, 0, 0, time.UTC); day.Day() <= 30 && day.Month() == time.August; day = day.AddDate(0, 0, 1) {
		dated, err := documents[0].WithAssessmentDate(report.Day(day.Format(time.DateOnly)))
		require.NoError(t, err)
		r, err := e.Evaluate(t.Context(), dated)
		require.NoError(t, err)
		for i, o := range outlooks {
			if o.Stretches[at[i]].Until < r.AssessmentDate {
				at[i]++
			}
			stretch := o.Stretches[at[i]]
			require.LessOrEqual(t, stretch.From, r.AssessmentDate)
			require.GreaterOrEqual(t, stretch.Until, r.AssessmentDate)
			judged := r.Obligations[i]
			require.Equal(t, o.Obligation.ID, judged.ID)
			require.Equal(t, judged.Verdict == report.NotApplicable, stretch.Applies == policy.No, "%s on %s", judged.ID, r.AssessmentDate)
			require.ElementsMatch(t, judged.Reasons, stretch.Reasons)
			for _, f := range stretch.Findings {
				require.NotEqual(t, policy.No, f.Holds)
				require.Equal(t, f.Holds, stretch.Holds(f.Code, f.Item))
			}
		}
	}
}

// TestOutlookWithoutDays checks what cannot be looked at.
func TestOutlookWithoutDays(t *testing.T) {
	t.Parallel()
	e, err := engine.New(t.Context(), engine.WithOnly("16(6)"))
	require.NoError(t, err)
	f, err := e.Facts("facts", map[string]any{"service": map[string]any{"categories": []string{"hosting"}}})
	require.NoError(t, err)
	_, err = e.Outlook(t.Context(), f, "2025-01-02", "2025-01-01")
	require.ErrorContains(t, err, "no day lies between 2025-01-02 and 2025-01-01")
	_, err = e.Outlook(t.Context(), f, "tomorrow", "2025-01-01")
	require.Error(t, err)
	_, err = e.Outlook(t.Context(), nil, "2025-01-01", "2025-01-02")
	require.ErrorIs(t, err, facts.ErrNoFacts)
	_, err = (*engine.Engine)(nil).Outlook(t.Context(), f, "2025-01-01", "2025-01-02")
	require.ErrorIs(t, err, engine.ErrNoEngine)
	outlooks, err := e.Outlook(t.Context(), f, "2025-01-01", "2025-01-02", "dsa.art16.6")
	require.NoError(t, err)
	require.Len(t, outlooks, 1)
}
