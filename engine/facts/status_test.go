package facts

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/engine/report"
)

const provenanceOfAllKinds = `
assessment: {date: 2024-09-01}
service: {name: A, provider: B, termination_notified_on: 2024-05-27}
notices: {submitted_count: 10, lost_count: 0, mechanism_exists: true}
sources:
  decision: {title: Decision, status: final}
  press: {title: Press}
  claim: {title: Claim, status: alleged}
provenance:
  /notices: [press, decision]
  /notices/lost_count: {sources: [decision], status: preliminary}
  /notices/mechanism_exists: [press]
  /service/name: [claim, press]
  /service/termination_notified_on: [decision]
`

func TestStatus(t *testing.T) {
	t.Parallel()
	facts := load(t, "status.yaml", provenanceOfAllKinds)
	for _, test := range []struct {
		note, pointer string
		want          report.Status
	}{
		{"an entry that gives a status is believed, whatever its sources are", "/notices/lost_count", report.Preliminary},
		{"of several sources the strongest counts", "/notices/submitted_count", report.Final},
		{"a source that says nothing is unstated", "/notices/mechanism_exists", report.Unstated},
		{"a claim that nobody tested does not weaken what somebody else reports", "/service/name", report.Unstated},
		{"a fact without an entry is unstated", "/service/provider", report.Unstated},
		{"a flag that a date implies comes from where the date does", "/service/designation_terminated", report.Final},
		{"what is no pointer is unstated", "notices", report.Unstated},
	} {
		require.Equal(t, test.want, facts.Status(test.pointer), test.note)
	}
	require.Equal(t, []string{"decision"}, facts.Sources("/notices/lost_count"))
	require.Equal(t, []string{"decision"}, facts.Sources("/service/designation_terminated"))
}

func TestWeaker(t *testing.T) {
	t.Parallel()
	all := append(report.Statuses(), report.Status(report.Alleged), report.Status(report.Annulled))
	for i, strong := range all {
		for _, weak := range all[i:] {
			require.Equal(t, weak, strong.Weaker(weak))
			require.Equal(t, weak, weak.Weaker(strong))
		}
	}
}

// TestDoubtfulSourcesSetAside checks that what is alleged or was annulled is
// kept and decides nothing, also where only a source or a whole section says so.
func TestDoubtfulSourcesSetAside(t *testing.T) {
	t.Parallel()
	facts := load(t, "doubtful.yaml", `
assessment: {date: 2024-09-01}
service: {name: A, designation_status: vlop, categories: [online_platform]}
notices: {submitted_count: 10, lost_count: 2, mechanism_exists: true}
sources:
  decision: {title: Decision, status: final}
  claim: {title: Claim, status: alleged}
  quashed: {title: Decision, status: annulled}
provenance:
  /notices: [claim]
  /notices/submitted_count: [claim, decision]
  /service/designation_status: [quashed]
  /assessment: [claim]
`)
	_, lost := facts.At("/notices/lost_count")
	require.False(t, lost)
	_, submitted := facts.At("/notices/submitted_count")
	require.True(t, submitted, "a better source counts")
	require.Equal(t, report.Day("2024-09-01"), facts.AssessmentDate(), "the day of the assessment is nobody's claim")
	require.Contains(t, facts.Unknowns(), Path{"service", "designation_status"})

	got := map[string]report.AsideReason{}
	for _, aside := range facts.SetAside() {
		got[aside.Pointer] = aside.Reason
	}
	require.Equal(t, map[string]report.AsideReason{
		"/notices/lost_count": report.Alleged, "/notices/mechanism_exists": report.Alleged, "/service/designation_status": report.Annulled,
	}, got)
	aside, _ := facts.Aside("/notices/lost_count")
	require.Equal(t, "2", aside.Value.Text)
	require.Positive(t, aside.Value.Position.Line)
}

// TestDoubtfulMaps checks that a map, whose members are all there are, does not
// lose one because its source is doubtful.
func TestDoubtfulMaps(t *testing.T) {
	t.Parallel()
	document := func(provenance string) string {
		return `
service: {name: A}
notices: {hours: 3, by_language: {de: 1, fr: 2}}
sources: {claim: {title: Claim, status: alleged}}
provenance: {` + provenance + `: [claim]}`
	}
	facts := load(t, "one.yaml", document("/notices/by_language/de"))
	require.Contains(t, facts.Unknowns(), Path{"notices", "by_language", "de"})
	facts = load(t, "all.yaml", document("/notices/by_language"))
	require.Contains(t, facts.Unknowns(), Path{"notices", "by_language"})
}
