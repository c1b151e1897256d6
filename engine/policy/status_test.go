package policy

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/engine/facts"
	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/schemas"
)

// statusRules have a finding that rests on two facts and one that rests on the
// conclusion itself.
const statusRules = `# METADATA
# title: Both
breach contains "both" if {
	input.reporting_pipeline.fault_fixed == false
	input.reporting_pipeline.fault_fixed_on < input.assessment.date
}

# METADATA
# title: Found
breach contains "found" if input.reporting_pipeline.notice_decisions_arbitrary_found
`

func judgeHouse(t *testing.T, document string) report.Obligation {
	t.Helper()
	set, err := loadWith(t, map[string]string{"one.rego": header + statusRules})
	require.NoError(t, err)
	bundle, err := schemas.Facts()
	require.NoError(t, err)
	schema, err := facts.NewSchema(bundle)
	require.NoError(t, err)
	documents, err := schema.Load("facts.yaml", []byte(`
assessment: {date: 2025-06-02}
service:
  {name: A, categories: [hosting], offers_services_in_eu: true, enterprise_size: large, size_status_lost: false,
  designation_status: none}
sources: {court: {title: Judgment, status: court}, press: {title: Release, status: preliminary}}
`+document))
	require.NoError(t, err)
	for _, o := range set.Obligations() {
		if o.ID == "house.one" {
			result, err := set.Judge(t.Context(), documents[0], []*Obligation{o}, report.DetailFull)
			require.NoError(t, err)
			return result.Obligations[0]
		}
	}
	t.Fatal("house.one is not loaded")
	return report.Obligation{}
}

// TestStatusOfFindings checks that a finding is as strong as the weakest fact
// that it rests on, the date of the assessment aside, and that the judged facts
// are counted.
func TestStatusOfFindings(t *testing.T) {
	t.Parallel()
	breach := judgeHouse(t, `
reporting_pipeline: {fault_fixed: false, fault_fixed_on: null, notice_decisions_arbitrary_found: true}
provenance: {/reporting_pipeline: [court]}`)
	require.Equal(t, report.Breach, breach.Verdict)
	require.Equal(t, report.Court, breach.Findings[0].Status)
	require.Equal(t, report.Judged, breach.Findings[0].Evidence[0].Nature)
	require.Equal(t, 1, breach.JudgedFacts)

	mixed := judgeHouse(t, `
reporting_pipeline: {fault_keeps_notices_from_review: true, notice_decisions_arbitrary_found: false}
provenance: {/reporting_pipeline: [court], /reporting_pipeline/fault_fixed: [press]}`)
	require.Equal(t, report.Undetermined, mixed.Verdict)
	require.Equal(t, 1, mixed.JudgedFacts, "a conclusion that rules a finding out counts as well")
}

// TestWeakest checks the order and that the date of the assessment has no part in it.
func TestWeakest(t *testing.T) {
	t.Parallel()
	of := func(statuses ...report.Status) []report.Evidence {
		list := []report.Evidence{{Pointer: datePointer, Status: report.Unstated}}
		for _, s := range statuses {
			list = append(list, report.Evidence{Pointer: "/service/name", Status: s})
		}
		return list
	}
	require.Equal(t, report.Preliminary, weakest(of(report.Court, report.Preliminary, report.Measured)))
	require.Equal(t, report.Final, weakest(of(report.Final)))
	require.Equal(t, report.Unstated, weakest(of()))
}

// TestAllegationsDecideNothing checks that what nobody tested leaves the
// obligation open and asks for the fact.
func TestAllegationsDecideNothing(t *testing.T) {
	t.Parallel()
	a := judgeHouse(t, `
reporting_pipeline: {fault_fixed: true, notice_decisions_arbitrary_found: true}
provenance: {/reporting_pipeline/notice_decisions_arbitrary_found: {sources: [press], status: alleged}}`)
	require.Equal(t, report.Undetermined, a.Verdict)
	require.Len(t, a.Missing, 1)
	require.Equal(t, true, a.Missing[0].Given)
	require.Contains(t, *a.Missing[0].Why, "alleged")
	require.Zero(t, a.JudgedFacts)
}
