package gate_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/engine"
	"github.com/dsaeval/dsaeval/engine/gate"
	"github.com/dsaeval/dsaeval/engine/policy"
)

// TestBasisAndEnd checks what counts as a breach that runs, and by what: the
// findings that are neither waived nor ended decide, not the verdict.
func TestBasisAndEnd(t *testing.T) {
	t.Parallel()
	finding := func(basis policy.Basis) engine.Finding { return engine.Finding{Code: "c", Basis: basis} }
	ended := func(f engine.Finding) engine.Finding {
		f.EndedOn = new("2025-01-01")
		return f
	}
	waived := func(f engine.Finding) engine.Finding {
		f.Waiver = &engine.Waiver{}
		return f
	}
	for _, c := range []struct {
		note     string
		basis    policy.Basis // of the obligation
		findings []engine.Finding
		holds    string
	}{
		{
			"the strongest basis counts", policy.Law,
			[]engine.Finding{finding(policy.Judgement), finding(policy.Law)},
			"breach_by_law == 1 and breach == 1 and breach_ended == 0 and breach_ever == 1",
		},
		{
			"what ended gives what runs no stronger basis", policy.Law,
			[]engine.Finding{finding(policy.Judgement), ended(finding(policy.Law))},
			"breach_by_parameter == 1 and breach_by_law == 0",
		},
		{
			"nor does what is waived", policy.Law,
			[]engine.Finding{finding(policy.ByReading), waived(finding(policy.Law))},
			"breach_by_reading == 1 and breach_by_law == 0",
		},
		{
			"a breach under every reading is by law", policy.Law,
			[]engine.Finding{finding(policy.ByReading)},
			"breach_by_law == 1 and breach_by_reading == 0",
		},
		{
			"where all has ended, nothing runs", policy.Law,
			[]engine.Finding{ended(finding(policy.Law))},
			"breach == 0 and breach_by_law == 0 and breach_ended == 1 and breach_ever == 1",
		},
		{
			"a waiver of what runs leaves what ended", policy.Law,
			[]engine.Finding{waived(finding(policy.Law)), ended(finding(policy.Law))},
			"breach == 0 and breach_ended == 1",
		},
		{
			"a waiver of all leaves nothing", policy.Law,
			[]engine.Finding{waived(ended(finding(policy.Law)))},
			"breach_ever == 0 and len(waived) == 1",
		},
		{
			"a breach without findings runs", policy.ByReading, nil,
			"breach == 1 and breach_by_reading == 1",
		},
	} {
		r := report()
		r.Obligations = r.Obligations[:1]
		r.Obligations[0].Basis, r.Obligations[0].Findings = c.basis, c.findings
		g, err := gate.New(c.holds, nil)
		require.NoError(t, err)
		outcome, err := g.Judge(r)
		require.NoError(t, err)
		require.Equal(t, gate.Failed, outcome, "%s: %s does not hold", c.note, c.holds)
	}
}
