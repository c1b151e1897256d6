package transparency_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/engine"
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

// Every sample becomes a valid document whose facts all have a source.
func TestSamplesBecomeFacts(t *testing.T) {
	t.Parallel()
	for name, path := range samples(t) {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			report := open(t, path)
			document(t, report, transparency.FactOptions{Complete: true})
			f := document(t, report, transparency.FactOptions{})
			list, _ := report.Facts(transparency.FactOptions{})
			for _, fact := range list {
				assert.NotEmpty(t, f.Sources(fact.Pointer), fact.Pointer)
				assert.NotEmpty(t, fact.Refs, fact.Pointer)
				assert.NotEqual(t, false, fact.Value, "%s accuses without --complete", fact.Pointer)
			}
		})
	}
}

func TestFactsOfX(t *testing.T) {
	t.Parallel()
	f := document(t, open(t, shared(t, "harmonised-raw/x-h2-2025")), transparency.FactOptions{})
	for pointer, want := range map[string]string{
		"/assessment/date":                 "2026-03-02",
		"/service/name":                    "X",
		"/service/provider":                "X Internet Unlimited Company",
		"/service/amar_value":              "64767887",
		"/service/amar_by_member_state/GR": "1220619",
		"/transparency_reports/transparency_report_last_period_start":     "2025-07-01",
		"/transparency_reports/transparency_report_previous_published_on": "2025-10-28",
		"/transparency_reports/report_moderators_by_language/en":          "1088",
		"/transparency_reports/report_moderators_by_language/es":          "36",
	} {
		n, ok := f.At(pointer)
		if assert.True(t, ok, pointer) {
			assert.Equal(t, want, n.Text, pointer)
		}
	}
	_, ok := f.At("/reporting_pipeline")
	assert.False(t, ok, "part 4 was not given")
}

func TestFactsOfAliExpress(t *testing.T) {
	t.Parallel()
	f := document(t, open(t, shared(t, "harmonised-raw/aliexpress-h1-2026")), transparency.FactOptions{})
	for pointer, want := range map[string]string{
		"/complaints/complaints_received_count":                  "178230",
		"/complaints/complaints_decided_count":                   "178230",
		"/complaints/complaints_upheld_count":                    "63251",
		"/complaints/median_hours_complaint_to_decision":         "25",
		"/transparency_reports/report_ods_disputes_count":        "6",
		"/transparency_reports/transparency_report_published_on": "2026-08-31",
	} {
		n, ok := f.At(pointer)
		if assert.True(t, ok, pointer) {
			assert.Equal(t, want, n.Text, pointer)
		}
	}
	assert.Equal(t, []string{"report-part-7.g2"}, f.Sources("/complaints/complaints_received_count"))
}

// Surfaces add up; the middle of two medians is not known.
func TestFactsOfSplitParts(t *testing.T) {
	t.Parallel()
	f := document(t, open(t, shared(t, "harmonised-h2-2025-derived/youtube")), transparency.FactOptions{})
	n, ok := f.At("/complaints/complaints_received_count")
	require.True(t, ok)
	assert.Equal(t, "7012932", n.Text)
	assert.Nil(t, at(f, "/complaints/median_hours_complaint_to_decision"))
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
	assert.Equal(t, "2026-05-01", all[0].AssessmentDate())
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

// The document is ready to be judged, and the two reports that came out on a
// Monday because their deadline fell on a weekend are not late.
func TestDeadlinesOnWeekends(t *testing.T) {
	t.Parallel()
	eng, err := engine.New(t.Context())
	require.NoError(t, err)
	for _, name := range []string{"x-h2-2025", "aliexpress-h1-2026"} {
		content, _, err := open(t, shared(t, "harmonised-raw/"+name)).Document(schema(t), transparency.FactOptions{})
		require.NoError(t, err)
		text := strings.Replace(string(content), "service:\n", "service:\n  designation_status: vlop\n  designation_decided_on: \"2023-04-25\"\n  designation_notified_on: \"2023-04-25\"\n", 1)
		documents, err := eng.Load(name+".yaml", []byte(text))
		require.NoError(t, err)
		report, err := eng.Evaluate(t.Context(), documents[0])
		require.NoError(t, err)
		for _, o := range report.Obligations {
			if o.ID == "dsa.art15.3.ir2024_2835" || o.ID == "dsa.art42.1" {
				assert.Empty(t, o.Findings, "%s %s", name, o.ID)
			}
		}
	}
}
