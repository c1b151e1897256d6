package transparency_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/engine/facts"
	"github.com/dsaeval/dsaeval/records/transparency"
	"github.com/dsaeval/dsaeval/schemas"
)

func schema(t *testing.T) *facts.Schema {
	t.Helper()
	bundle, err := schemas.Facts()
	require.NoError(t, err)
	s, err := facts.NewSchema(bundle)
	require.NoError(t, err)
	return s
}

func document(t *testing.T, r *transparency.Report, options transparency.FactOptions) *facts.Facts {
	t.Helper()
	s := schema(t)
	content, _, err := r.Document(s, options)
	require.NoError(t, err)
	all, err := s.Load("facts.yaml", content)
	require.NoError(t, err)
	return all[0]
}

func at(f *facts.Facts, pointer string) any {
	n, ok := f.At(pointer)
	if !ok {
		return nil
	}
	return n.Value()
}

// What a report lacks is unknown unless it is said to be complete.
func TestComplete(t *testing.T) {
	t.Parallel()
	report := open(t, folder(t, "7_appeals.csv", head7+begin7+"Total number,5,\n"))
	f := document(t, report, transparency.FactOptions{})
	assert.Equal(t, true, at(f, "/transparency_reports/report_complaints_count_given"))
	assert.Nil(t, at(f, "/transparency_reports/report_notices_count_given"))
	f = document(t, report, transparency.FactOptions{Complete: true})
	assert.Equal(t, false, at(f, "/transparency_reports/report_notices_count_given"))
}

// Facts that contradict each other are left out, with a note.
func TestContradictionsAreLeftOut(t *testing.T) {
	t.Parallel()
	report := open(t, folder(t, "1_report_identification.csv", "Applicability,Service,Indicator,Value\n"+
		"All,S,Date of the publication of the report,2025-01-01\nAll,S,Starting date of reporting period,2025-07-01\nAll,S,Ending date of reporting period,2025-12-31\n"))
	_, notes, err := report.Document(schema(t), transparency.FactOptions{})
	require.NoError(t, err)
	require.NotEmpty(t, notes)
	assert.Contains(t, notes[0].Text, "transparency_report_published_on is left out")
}

func TestMerge(t *testing.T) {
	t.Parallel()
	report := open(t, folder(t, "7_appeals.csv", head7+begin7+"Total number,5,\n"))
	s := schema(t)
	merged, _, err := report.Merge(s, transparency.FactOptions{}, "facts.yaml", []byte(
		"# mine\nassessment: {date: 2026-05-01}\nservice:\n  name: S # as we call it\ncomplaints:\n  complaint_system_exists: true\n  complaints_received_count:\n"))
	require.NoError(t, err)
	assert.Contains(t, string(merged), "# mine")
	assert.Contains(t, string(merged), "# as we call it")
	all, err := s.Load("merged.yaml", merged)
	require.NoError(t, err)
	assert.EqualValues(t, "2026-05-01", all[0].AssessmentDate())
	n, _ := all[0].At("/complaints/complaints_received_count")
	assert.Equal(t, "5", n.Text)

	again, _, err := report.Merge(s, transparency.FactOptions{}, "merged.yaml", merged)
	require.NoError(t, err)
	assert.Equal(t, string(merged), string(again), "merging twice changes nothing")

	_, _, err = report.Merge(s, transparency.FactOptions{}, "facts.yaml", []byte("service: {name: T}\ncomplaints:\n  complaints_received_count: 6\n"))
	var conflicts transparency.Conflicts
	require.ErrorAs(t, err, &conflicts)
	assert.Len(t, conflicts, 2)
	assert.ErrorContains(t, err, "complaints.complaints_received_count\n    facts.yaml:3:30: 6\n")
	assert.ErrorContains(t, err, "7_appeals.csv:G2: 5")
}

func requireFacts(t *testing.T, f *facts.Facts, want map[string]string) {
	t.Helper()
	for pointer, text := range want {
		n, ok := f.At(pointer)
		if assert.True(t, ok, pointer) {
			assert.Equal(t, text, n.Text, pointer)
		}
	}
}

// Recipients of all Member States and moderators by language are maps; EL is
// Greece in the codes of the facts.
func TestFactsOfRecipientsAndModerators(t *testing.T) {
	t.Parallel()
	amar := head10
	for _, state := range strings.Fields("TOTAL AT BE BG CY CZ DE DK EE EL ES FI FR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK") {
		amar += begin + state + `,"1,000,001"` + "\n"
	}
	people := head7 + hr + "Number of internal moderators employed by the provider,Total number,20,\n" + hr + "Number of external moderators contracted by the provider,Total number,30,\n"
	for _, scope := range []string{"Total number,50", "en,45", "es,12"} {
		people += hr + "Number of total moderators with sufficient linguistic expertise," + scope + ",\n"
	}
	f := document(t, open(t, folder(t, "1_report_identification.csv", identified, "10_AMAR.csv", amar, "9_human_resources.csv", people)), transparency.FactOptions{})
	requireFacts(t, f, map[string]string{
		"/assessment/date":                 "2026-02-27",
		"/service/name":                    "S",
		"/service/provider":                "P",
		"/service/amar_value":              "1000001",
		"/service/amar_by_member_state/GR": "1000001",
		"/transparency_reports/transparency_report_last_period_start":     "2025-07-01",
		"/transparency_reports/transparency_report_previous_published_on": "2025-08-28",
		"/transparency_reports/report_moderators_by_language/en":          "45",
		"/transparency_reports/report_moderators_by_language/es":          "12",
	})
	_, ok := f.At("/reporting_pipeline")
	assert.False(t, ok, "part 4 was not given")
}

func TestFactsOfComplaints(t *testing.T) {
	t.Parallel()
	const disputes = "Only for providers of online platforms,S," + period + ",Out-of-court dispute settlement bodies,Number of disputes submitted to out-of-court dispute settlement bodies,"
	have := head7 + begin7 + "Total number,50,\n" + begin7 + "Decisions upheld,31,\n" + begin7 + "Decisions partially reversed,4,\n" +
		begin7 + "Decisions reversed,10,\n" + begin7 + "Median time,25,\n" + begin7 + "Decision omitted,5,\n" + disputes + "Total number,6,\n"
	f := document(t, open(t, folder(t, "7_appeals.csv", have, "1_report_identification.csv", identified)), transparency.FactOptions{})
	requireFacts(t, f, map[string]string{
		"/complaints/complaints_received_count":           "50",
		"/complaints/complaints_decided_count":            "45",
		"/complaints/complaints_upheld_count":             "14",
		"/complaints/median_hours_complaint_to_decision":  "25",
		"/transparency_reports/report_ods_disputes_count": "6",
	})
	assert.Equal(t, []string{"report-part-7.g2"}, f.Sources("/complaints/complaints_received_count"))
}

// Nobody complained: that is said, and outcomes of nothing are not.
func TestFactsOfNoComplaints(t *testing.T) {
	t.Parallel()
	f := document(t, open(t, folder(t, "7_appeals.csv", head7+begin7+"Total number,0,\n"+begin7+"Decisions upheld,0,\n"+begin7+"Decisions reversed,0,\n")), transparency.FactOptions{})
	requireFacts(t, f, map[string]string{"/transparency_reports/report_complaints_count": "0"})
	assert.Nil(t, at(f, "/transparency_reports/report_complaint_decisions_by_outcome"))
}

// Surfaces add up; the middle of two medians is not known.
func TestFactsOfSurfaces(t *testing.T) {
	t.Parallel()
	have := strings.Replace(head7, "\n", ",Surface\n", 1)
	for _, surface := range []string{"Core", "Music"} {
		have += begin7 + "Total number,50,," + surface + "\n" + begin7 + "Median time,25,," + surface + "\n"
	}
	f := document(t, open(t, folder(t, "7_appeals.csv", have)), transparency.FactOptions{})
	requireFacts(t, f, map[string]string{"/complaints/complaints_received_count": "100"})
	assert.Nil(t, at(f, "/complaints/median_hours_complaint_to_decision"))
}
