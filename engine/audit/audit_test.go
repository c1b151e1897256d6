package audit_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/engine/audit"
	"github.com/dsaeval/dsaeval/engine/report"
)

// obligation returns an obligation of Art. 16(6) with a verdict.
func obligation(verdict report.Verdict, basis report.Basis) report.Obligation {
	o := report.Obligation{
		ID: "dsa.art16.6", Article: "16(6)", Title: "Decisions on notices", Description: "Decide on notices in time.",
		Verdict: verdict, Basis: basis, Remediation: "Decide on them.", Addressee: report.VLOPVLOSE,
	}
	switch verdict {
	case report.Breach:
		o.Findings = []report.Finding{{Code: "lost", Message: "Notices are lost", Basis: basis}}
	case report.Undetermined:
		o.Missing = []report.Missing{{Pointer: "/a/b", Conditions: []string{"breach if it is true"}}}
	case report.NotApplicable:
		o.Reasons = []report.Reason{report.NotYet, report.SizeExempt}
	}
	if basis == report.ByParameter {
		o.Parameters = []report.ParameterValue{{Name: "hours_max", Value: 24, Unit: "hours"}}
	}
	return o
}

func reportOf(obligations ...report.Obligation) *report.Report {
	return &report.Report{
		Obligations: obligations,
		Parameters: []report.Parameter{
			{ParameterValue: report.ParameterValue{Name: "hours_max", Value: 24, Unit: "hours"}, Term: "timely", Reason: "A day."},
			{ParameterValue: report.ParameterValue{Name: "unused_max"}},
		},
	}
}

// TestConclusions shows which verdict becomes which conclusion, and what comes
// with it.
func TestConclusions(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		note            string
		obligation      report.Obligation
		want            audit.Conclusion
		comments        []string
		unable          []string
		recommendations int
	}{
		{note: "kept by the law", obligation: obligation(report.Compliant, report.Law), want: audit.Positive},
		{
			note: "kept by a benchmark", obligation: obligation(report.Compliant, report.ByParameter), want: audit.PositiveWithComments,
			comments:        []string{`The law says "timely" and gives no figure; measured by the benchmark hours_max.`},
			recommendations: 1,
		},
		{note: "breached by the law", obligation: obligation(report.Breach, report.Law), want: audit.Negative, recommendations: 1},
		{
			note: "breached by a benchmark", obligation: obligation(report.Breach, report.ByParameter), want: audit.Negative,
			comments:        []string{"Every finding also rests on a benchmark; with another one the conclusion can differ."},
			recommendations: 1,
		},
		{
			note: "not decided", obligation: obligation(report.Undetermined, report.Law), want: audit.NoConclusion,
			unable: []string{"no evidence on a.b (breach if it is true)"},
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
	positive := obligation(report.Compliant, report.Law)
	comments := obligation(report.Compliant, report.ByParameter)
	negative := obligation(report.Breach, report.Law)
	none := obligation(report.Undetermined, report.Law)
	outside := obligation(report.NotApplicable, report.Law)
	for _, c := range []struct {
		note        string
		obligations []report.Obligation
		want        audit.Conclusion
	}{
		{"all are positive", []report.Obligation{positive, positive, outside}, audit.Positive},
		{"one has comments", []report.Obligation{positive, comments}, audit.PositiveWithComments},
		{"one is negative", []report.Obligation{positive, comments, negative}, audit.Negative},
		{"one is negative, another has no conclusion", []report.Obligation{negative, none}, audit.Negative},
		{"one has no conclusion", []report.Obligation{positive, none}, audit.NoConclusion},
		{"one has comments, another no conclusion", []report.Obligation{comments, none}, audit.NoConclusion},
		{"nothing was audited", []report.Obligation{outside}, audit.NoConclusion},
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
		o := obligation(report.Breach, report.Law)
		o.Article = article
		a := audit.Of(reportOf(o))
		require.Len(t, a.Conclusions, map[bool]int{true: 1}[audited], article)
		require.Len(t, a.NotAudited, map[bool]int{false: 1}[audited], article)
	}
	own := obligation(report.Breach, report.Law)
	own.ID = "house.rule16"
	require.Empty(t, audit.Of(reportOf(own)).Conclusions)

	a := audit.Of(reportOf(obligation(report.NotApplicable, report.Law)))
	require.Equal(t, "the day of application has not come; micro and small enterprises are exempt", a.NotAudited[0].Reason)
}

// TestBenchmarks shows that the report lists the parameters that took part and
// no others.
func TestBenchmarks(t *testing.T) {
	t.Parallel()
	a := audit.Of(reportOf(obligation(report.Compliant, report.ByParameter)))
	require.Len(t, a.Benchmarks, 1)
	require.Equal(t, "hours_max", a.Benchmarks[0].Name)
	require.Equal(t, a.Benchmarks, a.Conclusions[0].Benchmarks)
	require.Contains(t, a.Conclusions[0].Materiality, "benchmark")
}

// TestLimitations shows that a service that is not designated is told that no
// audit is demanded.
func TestLimitations(t *testing.T) {
	t.Parallel()
	designated := audit.Of(reportOf(obligation(report.Compliant, report.Law)))
	other := audit.Of(reportOf(obligation(report.NotApplicable, report.Law)))
	require.Len(t, other.Limitations, len(designated.Limitations)+1)
	require.Contains(t, other.Limitations[0], "voluntary")
}

// TestWaiver shows that a waiver is told of and changes nothing.
func TestWaiver(t *testing.T) {
	t.Parallel()
	o := obligation(report.Breach, report.Law)
	o.Waiver = &report.Waiver{Reason: "repair under way"}
	a := audit.Of(reportOf(o))
	require.Equal(t, audit.Negative, a.Opinion.Conclusion)
	require.Equal(t, []string{"The provider waived the findings: repair under way. A waiver changes no conclusion."}, a.Conclusions[0].Comments)
}
