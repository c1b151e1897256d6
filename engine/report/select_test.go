package report_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/engine/report"
)

// TestSelect shows how a program finds what it asks a report for.
func TestSelect(t *testing.T) {
	t.Parallel()
	r := &report.Report{Obligations: []report.Obligation{
		{ID: "a", Verdict: report.Breach, Ended: true, Findings: []report.Finding{{Code: "late"}}},
		{ID: "b", Verdict: report.Undetermined},
		{ID: "c", Verdict: report.Breach, Waiver: &report.Waiver{}, Findings: []report.Finding{{Code: "lost"}, {Code: "closed"}}},
		{ID: "d", Verdict: report.NotApplicable, Findings: []report.Finding{{Code: "if it applied"}}},
	}}
	ids := func(of []report.Obligation) (ids []string) {
		for _, o := range of {
			ids = append(ids, o.ID)
		}
		return ids
	}
	require.Equal(t, []string{"a", "c"}, ids(r.Breaches()))
	require.Equal(t, []string{"b"}, ids(r.With(report.Undetermined)))
	o, ok := r.Obligation("c")
	require.True(t, ok)
	require.Equal(t, report.Breach, o.Verdict)
	_, ok = r.Obligation("e")
	require.False(t, ok)
	var found []string
	for o, f := range r.BreachFindings() {
		found = append(found, o.ID+" "+f.Code)
		if f.Code == "lost" {
			break
		}
	}
	require.Equal(t, []string{"a late", "c lost"}, found)
}
