package audit_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/engine"
	"github.com/dsaeval/dsaeval/engine/audit"
	"github.com/dsaeval/dsaeval/engine/policy"
)

// obligation returns an obligation of Art. 16(6) with a verdict.
func obligation(verdict policy.Verdict, basis policy.Basis) engine.ObligationReport {
	o := engine.ObligationReport{
		ID: "dsa.art16.6", Article: "16(6)", Title: "Decisions on notices", Description: "Decide on notices in time.",
		Verdict: verdict, Basis: basis, Remediation: "Decide on them.", Addressee: policy.VLOPVLOSE,
	}
	switch verdict {
	case policy.Breach:
		o.Findings = []engine.Finding{{Code: "lost", Message: "Notices are lost", Basis: basis}}
	case policy.Undetermined:
		o.Missing = []engine.Missing{{Pointer: "/a/b", Conditions: []string{"breach if it is true"}}}
	case policy.NotApplicable:
		o.Reasons = []policy.Reason{policy.NotYet, policy.SizeExempt}
	}
	if basis == policy.Judgement {
		o.Parameters = []engine.ParameterValue{{Name: "hours_max", Value: 24, Unit: "hours"}}
	}
	return o
}

func reportOf(obligations ...engine.ObligationReport) *engine.Report {
	return &engine.Report{
		Obligations: obligations,
		Parameters: []engine.ParameterReport{
			{ParameterValue: engine.ParameterValue{Name: "hours_max", Value: 24, Unit: "hours"}, Term: "timely", Reason: "A day."},
			{ParameterValue: engine.ParameterValue{Name: "unused_max"}},
		},
	}
}

// TestConclusions shows which verdict becomes which conclusion, and what comes
// with it.
func TestConclusions(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		note            string
		obligation      engine.ObligationReport
		want            audit.Conclusion
		comments        []string
		unable          []string
		recommendations int
	}{
		{note: "kept by the law", obligation: obligation(policy.Compliant, policy.Law), want: audit.Positive},
		{
			note: "kept by a benchmark", obligation: obligation(policy.Compliant, policy.Judgement), want: audit.PositiveWithComments,
			comments:        []string{`The law says "timely" and gives no figure; measured by the benchmark hours_max.`},
			recommendations: 1,
		},
		{note: "breached by the law", obligation: obligation(policy.Breach, policy.Law), want: audit.Negative, recommendations: 1},
		{
			note: "breached by a benchmark", obligation: obligation(policy.Breach, policy.Judgement), want: audit.Negative,
			comments:        []string{"Every finding also rests on a benchmark; with another one the conclusion can differ."},
			recommendations: 1,
		},
		{
			note: "not decided", obligation: obligation(policy.Undetermined, policy.Law), want: audit.NoConclusion,
			unable: []string{"no evidence on /a/b (breach if it is true)"},
		},
	} {
		t.Run(c.note, func(t *testing.T) {
			t.Parallel()
			a := audit.Of(reportOf(c.obligation))
			require.Len(t, a.Conclusions, 1)
			have := a.Conclusions[0]
			require.Equal(t, c.want, have.Conclusion)
			require.Equal(t, c.comments, have.Comments)
			require.Equal(t, c.unable, have.Unable)
			require.Len(t, have.Recommendations, c.recommendations)
			require.Equal(t, 1, a.Counts.Of(c.want))
			require.Equal(t, "Decide on notices in time.", have.Criterion)
		})
	}
}

// TestOpinion shows how conclusions aggregate, and that an obligation without
// one withholds an opinion that would not be negative.
func TestOpinion(t *testing.T) {
	t.Parallel()
	positive := obligation(policy.Compliant, policy.Law)
	comments := obligation(policy.Compliant, policy.Judgement)
	negative := obligation(policy.Breach, policy.Law)
	none := obligation(policy.Undetermined, policy.Law)
	outside := obligation(policy.NotApplicable, policy.Law)
	for _, c := range []struct {
		note        string
		obligations []engine.ObligationReport
		want        audit.Conclusion
	}{
		{"all are positive", []engine.ObligationReport{positive, positive, outside}, audit.Positive},
		{"one has comments", []engine.ObligationReport{positive, comments}, audit.PositiveWithComments},
		{"one is negative", []engine.ObligationReport{positive, comments, negative}, audit.Negative},
		{"one is negative, another has no conclusion", []engine.ObligationReport{negative, none}, audit.Negative},
		{"one has no conclusion", []engine.ObligationReport{positive, none}, audit.NoConclusion},
		{"one has comments, another no conclusion", []engine.ObligationReport{comments, none}, audit.NoConclusion},
		{"nothing was audited", []engine.ObligationReport{outside}, audit.NoConclusion},
	} {
		t.Run(c.note, func(t *testing.T) {
			t.Parallel()
			opinion := audit.Of(reportOf(c.obligations...)).Opinion
			require.Equal(t, c.want, opinion.Conclusion)
			require.NotEmpty(t, opinion.Reason)
		})
	}
}

// TestSubjectMatter shows that only Chapter III of the Digital Services Act is
// audited: a breach outside of it is listed and makes no opinion negative.
func TestSubjectMatter(t *testing.T) {
	t.Parallel()
	for article, audited := range map[string]bool{
		"9(1)": false, "11(1)": true, "35(1)(k)": true, "48(1)": true, "49(1)": false, "67": false, "": false,
	} {
		o := obligation(policy.Breach, policy.Law)
		o.Article = article
		a := audit.Of(reportOf(o))
		require.Len(t, a.Conclusions, map[bool]int{true: 1}[audited], article)
		require.Len(t, a.NotAudited, map[bool]int{false: 1}[audited], article)
	}
	own := obligation(policy.Breach, policy.Law)
	own.ID = "house.rule16"
	require.Empty(t, audit.Of(reportOf(own)).Conclusions)

	a := audit.Of(reportOf(obligation(policy.NotApplicable, policy.Law)))
	require.Equal(t, "the obligation does not apply yet; micro and small enterprises are exempt", a.NotAudited[0].Reason)
}

// TestBenchmarks shows that the report lists the parameters that took part and
// no others.
func TestBenchmarks(t *testing.T) {
	t.Parallel()
	a := audit.Of(reportOf(obligation(policy.Compliant, policy.Judgement)))
	require.Len(t, a.Benchmarks, 1)
	require.Equal(t, "hours_max", a.Benchmarks[0].Name)
	require.Equal(t, a.Benchmarks, a.Conclusions[0].Benchmarks)
	require.Contains(t, a.Conclusions[0].Materiality, "benchmark")
}

// TestLimitations shows that a service that is not designated is told that no
// audit is demanded.
func TestLimitations(t *testing.T) {
	t.Parallel()
	designated := audit.Of(reportOf(obligation(policy.Compliant, policy.Law)))
	other := audit.Of(reportOf(obligation(policy.NotApplicable, policy.Law)))
	require.Len(t, other.Limitations, len(designated.Limitations)+1)
	require.Contains(t, other.Limitations[0], "voluntary")
}

// TestWaiver shows that a waiver is told of and changes nothing.
func TestWaiver(t *testing.T) {
	t.Parallel()
	o := obligation(policy.Breach, policy.Law)
	o.Waiver = &engine.Waiver{Reason: "repair under way"}
	a := audit.Of(reportOf(o))
	require.Equal(t, audit.Negative, a.Opinion.Conclusion)
	require.Equal(t, []string{"The provider waived the findings: repair under way. A waiver changes no conclusion."}, a.Conclusions[0].Comments)
}
