package gate_test

import (
	"encoding/json"
	"fmt"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/dsaeval/dsaeval/engine/gate"
	"github.com/dsaeval/dsaeval/engine/report"
)

// drawReport draws a report about a few obligations, with findings and, half of
// the time, money at stake.
func drawReport(t *rapid.T) *report.Report {
	r := &report.Report{
		SchemaVersion: report.SchemaVersion, AssessmentDate: rapid.SampledFrom([]report.Day{"2025-06-14", "2025-06-15", "2025-06-16"}).Draw(t, "date"),
		Service:    report.Service{Name: rapid.SampledFrom([]string{"Example", "Other"}).Draw(t, "service")},
		Provenance: report.Provenance{Engine: "dsaeval devel", Waivers: []report.File{}},
	}
	for i := range rapid.IntRange(0, 4).Draw(t, "obligations") {
		o := report.Obligation{
			ID:      fmt.Sprintf("dsa.art%d", i),
			Verdict: rapid.SampledFrom([]report.Verdict{report.Breach, report.Compliant, report.Undetermined, report.NotApplicable}).Draw(t, "verdict"),
		}
		switch o.Verdict {
		case report.Breach:
			r.Summary.Breach++
			for range rapid.IntRange(1, 3).Draw(t, "findings") {
				f := report.Finding{Code: rapid.SampledFrom([]string{"lost", "late"}).Draw(t, "code")}
				if rapid.Bool().Draw(t, "has item") {
					f.Item = new(rapid.IntRange(0, 2).Draw(t, "item"))
				}
				o.Findings = append(o.Findings, f)
			}
		case report.Compliant:
			r.Summary.Compliant++
		case report.Undetermined:
			r.Summary.Undetermined++
		case report.NotApplicable:
			r.Summary.NotApplicable++
		}
		r.Obligations = append(r.Obligations, o)
	}
	if rapid.Bool().Draw(t, "fine") {
		_ = json.Unmarshal([]byte(`{"fine": `+stake+`}`), r)
	}
	return r
}

func drawWaivers(t *rapid.T) *gate.Waivers {
	content := "waivers:\n"
	seen := map[string]bool{}
	for range rapid.IntRange(1, 4).Draw(t, "waivers") {
		one := "    obligation: dsa.art" + fmt.Sprint(rapid.IntRange(0, 4).Draw(t, "waived")) + "\n"
		if rapid.Bool().Draw(t, "of a finding") {
			one += "    finding: " + rapid.SampledFrom([]string{"lost", "late"}).Draw(t, "waived code") + "\n"
			if rapid.Bool().Draw(t, "of an element") {
				one += fmt.Sprintf("    item: %d\n", rapid.IntRange(0, 2).Draw(t, "waived item"))
			}
		}
		if rapid.Bool().Draw(t, "conditional") {
			one += "    condition: finding.item < 1\n"
		}
		if seen[one] {
			continue
		}
		seen[one] = true
		content += "  - service: Example\n    reason: r\n    owner: o\n    approved_by: a\n    last_valid_day: 2025-06-15\n" + one
	}
	w, err := gate.LoadWaivers("waivers.yaml", []byte(content))
	require.NoError(t, err)
	return w
}

func outcomeOf(t *rapid.T, failOn string, b *gate.Baseline, r *report.Report) report.Outcome {
	g, err := gate.New(failOn, b)
	require.NoError(t, err)
	outcome, err := g.Judge(r)
	require.NoError(t, err)
	return outcome
}

// withoutWaivers is a report as it would be read by somebody who looks at
// everything but waivers.
func withoutWaivers(t *rapid.T, r *report.Report) string {
	content, err := json.Marshal(r)
	require.NoError(t, err)
	var bare report.Report
	require.NoError(t, json.Unmarshal(content, &bare))
	for i := range bare.Obligations {
		bare.Obligations[i].Waiver = nil
		for j := range bare.Obligations[i].Findings {
			bare.Obligations[i].Findings[j].Waiver = nil
		}
	}
	bare.Provenance.Waivers = []report.File{}
	content, err = json.Marshal(bare)
	require.NoError(t, err)
	return string(content)
}

// TestWaiversChangeNothingElse shows that waivers change no verdict, no total
// and no cap, that applying them twice is applying them once, and that they
// only ever open a gate that says how much may be breached.
func TestWaiversChangeNothingElse(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		r, w := drawReport(t), drawWaivers(t)
		monotonic := []string{
			"breach", "undetermined", "never", "breach > 0", "breach + undetermined > 1", "len(findings) > 1",
			`any(findings, .code == "lost")`, `count(findings, .item > 0) > 0`,
		}
		blind := []string{
			"total.breach > 0", "compliant > 1", "fine.statutory_cap.per_decision > 1e9", "fine.indicative.high > fine.indicative.low",
			`any(obligations, .verdict == "breach")`,
		}
		before := map[string]report.Outcome{}
		for _, failOn := range append(monotonic, blind...) {
			before[failOn] = outcomeOf(t, failOn, nil, r)
		}
		bare := withoutWaivers(t, r)
		apply(w, r)
		require.Equal(t, bare, withoutWaivers(t, r))
		once, err := json.Marshal(r)
		require.NoError(t, err)
		for _, failOn := range monotonic {
			require.False(t, outcomeOf(t, failOn, nil, r).Worse(before[failOn]), failOn)
		}
		for _, failOn := range blind {
			require.Equal(t, before[failOn], outcomeOf(t, failOn, nil, r), failOn)
		}
		apply(w, r)
		twice, err := json.Marshal(r)
		require.NoError(t, err)
		require.JSONEq(t, string(once), string(twice))
		for _, o := range r.Obligations {
			for _, f := range o.Findings {
				if f.Waiver != nil {
					require.LessOrEqual(t, r.AssessmentDate, f.Waiver.LastValidDay)
					require.Equal(t, r.Service.Name, f.Waiver.Service)
				}
			}
		}
	})
}

// TestBaselineProperties shows that a report has nothing new against itself,
// and that a baseline only ever opens a gate.
func TestBaselineProperties(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		past, now := drawReport(t), drawReport(t)
		load := func(r *report.Report) *gate.Baseline {
			content, err := json.Marshal(r)
			require.NoError(t, err)
			b, err := gate.LoadBaseline("past.json", content)
			require.NoError(t, err)
			return b
		}
		require.Equal(t, report.Passed, outcomeOf(t, "undetermined", load(now), now))
		require.Equal(t, report.Passed, outcomeOf(t, "breach > baseline or undetermined > baseline", load(now), now))
		for _, failOn := range []string{"breach", "undetermined", "breach + undetermined > 1"} {
			require.False(t, outcomeOf(t, failOn, load(past), now).Worse(outcomeOf(t, failOn, nil, now)), failOn)
		}
	})
}
