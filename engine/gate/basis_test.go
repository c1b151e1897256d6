package gate_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/engine/gate"
	"github.com/dsaeval/dsaeval/engine/report"
)

// TestBasisAndEnd checks what counts as a breach that runs, and by what: the
// findings that are neither waived nor ended decide, not the verdict.
func TestBasisAndEnd(t *testing.T) {
	t.Parallel()
	finding := func(basis report.Basis) report.Finding { return report.Finding{Code: "c", Basis: basis} }
	ended := func(f report.Finding) report.Finding {
		f.EndedOn = new(report.Day("2025-01-01"))
		return f
	}
	waived := func(f report.Finding) report.Finding {
		f.Waiver = &report.Waiver{}
		return f
	}
	for _, c := range []struct {
		note     string
		basis    report.Basis // of the obligation
		findings []report.Finding
		holds    string
	}{
		{
			"the strongest basis counts", report.Law,
			[]report.Finding{finding(report.ByParameter), finding(report.Law)},
			"breach_by_law == 1 and breach == 1 and breach_ended == 0 and breach_ever == 1",
		},
		{
			"what ended gives what runs no stronger basis", report.Law,
			[]report.Finding{finding(report.ByParameter), ended(finding(report.Law))},
			"breach_by_parameter == 1 and breach_by_law == 0",
		},
		{
			"nor does what is waived", report.Law,
			[]report.Finding{finding(report.ByReading), waived(finding(report.Law))},
			"breach_by_reading == 1 and breach_by_law == 0",
		},
		{
			"a breach under every reading is by law", report.Law,
			[]report.Finding{finding(report.ByReading)},
			"breach_by_law == 1 and breach_by_reading == 0",
		},
		{
			"where all has ended, nothing runs", report.Law,
			[]report.Finding{ended(finding(report.Law))},
			"breach == 0 and breach_by_law == 0 and breach_ended == 1 and breach_ever == 1",
		},
		{
			"a waiver of what runs leaves what ended", report.Law,
			[]report.Finding{waived(finding(report.Law)), ended(finding(report.Law))},
			"breach == 0 and breach_ended == 1",
		},
		{
			"a waiver of all leaves nothing", report.Law,
			[]report.Finding{waived(ended(finding(report.Law)))},
			"breach_ever == 0 and len(waived) == 1",
		},
		{
			"a breach without findings runs", report.ByReading, nil,
			"breach == 1 and breach_by_reading == 1",
		},
	} {
		r := aReport()
		r.Obligations = r.Obligations[:1]
		r.Obligations[0].Basis, r.Obligations[0].Findings = c.basis, c.findings
		g, err := gate.New(c.holds, nil)
		require.NoError(t, err)
		outcome, err := g.Judge(r)
		require.NoError(t, err)
		require.Equal(t, report.Failed, outcome, "%s: %s does not hold", c.note, c.holds)
	}
}
