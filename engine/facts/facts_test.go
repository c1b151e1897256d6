package facts

import (
	"encoding/json"
	"os"
	"sync"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/engine/report"
	_ "github.com/dsaeval/dsaeval/internal/testheap"
)

const sample = `# one of everything
assessment:
  date: 2024-09-01
service:
  name: Größe
  provider: Größe Ltd
  enterprise_size:
  termination_notified_on: 2024-05-27
notices:
  submitted_count: 100
  hours: 1.50
  by_language: {de: 10, mt: null}
complaints:
  log:
  - delay: 3
  - kind: 2
sources:
  letter: {title: Letter}
  report: {title: Report}
provenance:
  /notices: [report]
  /notices/submitted_count: [letter, report]
`

func TestValue(t *testing.T) {
	t.Parallel()
	facts := load(t, "sample.yaml", sample)
	want := map[string]any{
		"assessment": map[string]any{"date": "2024-09-01"},
		"service": map[string]any{
			"name": "Größe", "provider": "Größe Ltd", "termination_notified_on": "2024-05-27",
			"designation_terminated": true, "suspensions": []any{},
		},
		"notices": map[string]any{
			"submitted_count": json.Number("100"), "hours": json.Number("1.50"),
			"by_language": map[string]any{"de": json.Number("10")},
		},
		"complaints": map[string]any{"log": []any{
			map[string]any{"delay": json.Number("3")}, map[string]any{"kind": json.Number("2")},
		}},
	}
	require.Equal(t, want, facts.Value())
	facts.Value()["service"].(map[string]any)["name"] = "changed"
	require.Equal(t, want, facts.Value(), "each call builds the value afresh")
	require.Equal(t, "sample.yaml", facts.Name())
	require.Equal(t, "Größe", facts.Service())
	require.Equal(t, "Größe Ltd", facts.Provider())
	require.Equal(t, report.Day("2024-09-01"), facts.AssessmentDate())
	require.Len(t, facts.SHA256(), 64)
}

func TestUnknowns(t *testing.T) {
	t.Parallel()
	var have []string
	for _, path := range load(t, "sample.yaml", sample).Unknowns() {
		have = append(have, path.Pointer())
	}
	require.Equal(t, []string{
		"/assessment/note", "/assessment/period",
		"/complaints/about_notices_count", "/complaints/log/0/kind", "/complaints/log/1/delay",
		"/extensions",
		"/notices/by_language/mt", "/notices/lost_count", "/notices/mechanism_exists", "/notices/reviewed_count",
		"/service/categories", "/service/currency", "/service/designation_decided_on", "/service/designation_status",
		"/service/enterprise_size", "/service/languages", "/service/state",
	}, have)
}

func TestUnknownsOfNearlyNothing(t *testing.T) {
	t.Parallel()
	for content, want := range map[string][]string{
		"service: null":                          {"assessment.note", "assessment.period", "complaints", "extensions", "notices", "service"},
		"service: {suspensions: [{from: null}]}": {"service.suspensions[0].from", "service.suspensions[0].lifted", "service.suspensions[0].lifted_on"},
		"service: {suspensions: []}":             {"service.state", "service.termination_notified_on"},
		"service: {}\nassessment: {period: {}}":  {"assessment.period.from", "assessment.period.to"},
	} {
		var have []string
		for _, path := range load(t, "f.yaml", content).Unknowns() {
			have = append(have, path.String())
		}
		require.Subset(t, have, want, content)
		require.NotContains(t, have, "assessment.date")
		require.NotContains(t, have, "assessment")
	}
}

func TestAt(t *testing.T) {
	t.Parallel()
	facts := load(t, "sample.yaml", sample)
	for pointer, want := range map[string]string{
		"/service/name":                    "sample.yaml:5:9",
		"/complaints/log/1/kind":           "sample.yaml:16:11",
		"/notices/by_language/de":          "sample.yaml:12:21",
		"/service/termination_notified_on": "sample.yaml:8:28",
		"/service/designation_terminated":  "sample.yaml:8:28", // implied by the date
		"/service/suspensions":             "sample.yaml:5:3",  // assumed
		"":                                 "sample.yaml:2:1",
	} {
		n, ok := facts.At(pointer)
		require.True(t, ok, pointer)
		require.Equal(t, want, n.Position.String(), pointer)
	}
	for _, pointer := range []string{
		"/service/enterprise_size", "/notices/by_language/mt", "/complaints/log/2", "/complaints/log/01", "/complaints/log/-", "/x", "service", "/service/name/x", "/~2",
	} {
		_, ok := facts.At(pointer)
		require.False(t, ok, pointer)
	}
}

func TestSources(t *testing.T) {
	t.Parallel()
	facts := load(t, "sample.yaml", sample)
	require.Equal(t, []string{"letter", "report"}, facts.Sources("/notices/submitted_count"))
	require.Equal(t, []string{"report"}, facts.Sources("/notices/by_language/de"))
	require.Equal(t, []string{"report"}, facts.Sources("/notices"))
	require.Empty(t, facts.Sources("/noticesx"))
	require.Empty(t, facts.Sources("/service/name"))
	require.Empty(t, facts.Sources(""))
	require.Empty(t, facts.Sources("notices"))
}

func TestWithAssessmentDate(t *testing.T) {
	t.Parallel()
	facts := load(t, "sample.yaml", sample)
	for _, content := range []string{sample, "service: {}", "service: {}\nassessment: {note: x}"} {
		before := load(t, "f.yaml", content)
		unknowns := before.Unknowns()
		after, err := before.WithAssessmentDate("2022-01-31") // earlier than any designation
		require.NoError(t, err)
		require.Equal(t, report.Day("2022-01-31"), after.AssessmentDate())
		require.Equal(t, "2022-01-31", after.Value()["assessment"].(map[string]any)["date"])
		n, ok := after.At("/assessment/date")
		require.True(t, ok)
		require.Empty(t, n.Position.String(), "the day stands in no file")
		require.Equal(t, unknowns, after.Unknowns())
		require.NotEqual(t, report.Day("2022-01-31"), before.AssessmentDate())
	}
	for _, day := range []string{"", "2023-02-30", "2023-9-1", "today", "2023-09-01 "} {
		_, err := facts.WithAssessmentDate(report.Day(day))
		require.ErrorContains(t, err, "is not a calendar day YYYY-MM-DD", day)
	}
}

func TestConcurrentUse(t *testing.T) {
	t.Parallel()
	facts := load(t, "sample.yaml", sample)
	var wait sync.WaitGroup
	for range 8 {
		wait.Go(func() {
			_ = facts.Value()
			_ = facts.Unknowns()
			_, _ = facts.WithAssessmentDate("2025-01-01")
			_ = facts.Sources("/notices/hours")
		})
	}
	wait.Wait()
}

// The schema that is shipped must compile, and accept what its examples show.
func TestShippedSchema(t *testing.T) {
	t.Parallel()
	content, err := os.ReadFile("testdata/full.yaml")
	require.NoError(t, err)
	documents, err := realSchema(t).Load("full.yaml", content)
	require.NoError(t, err)
	facts := documents[0]
	terminated, ok := facts.At("/service/designation_terminated")
	require.True(t, ok)
	require.True(t, terminated.Bool)
	require.Equal(t, []any{}, facts.Value()["service"].(map[string]any)["suspensions"])
	require.NotEmpty(t, facts.Unknowns())
}

// TestNullInMap shows that a null in a map is a member that is not known, where
// an absent member is none.
func TestNullInMap(t *testing.T) {
	t.Parallel()
	documents, err := realSchema(t).Load("facts.yaml", []byte("service:\n  amar_by_member_state: {DE: 12, FR: null}\n"))
	require.NoError(t, err)
	f := documents[0]
	require.Equal(t, map[string]any{"DE": json.Number("12")}, f.Value()["service"].(map[string]any)["amar_by_member_state"])
	var pointers []string
	for _, path := range f.Unknowns() {
		pointers = append(pointers, path.Pointer())
	}
	require.Contains(t, pointers, "/service/amar_by_member_state/FR")
	_, known := f.At("/service/amar_by_member_state/FR")
	require.False(t, known)
}

func TestWhatIsSaidOfAThingPresumesIt(t *testing.T) {
	t.Parallel()
	schema := mustSchema(`{"type": "object", "properties": {"notices": {"type": ["object", "null"], "properties": {
	  "form_exists": {"type": ["boolean", "null"], "implied_by": "sent_count", "presumed_by": ["reason_field", "name_field"]},
	  "sent_count": {"type": ["integer", "null"]},
	  "reason_field": {"type": ["boolean", "null"]},
	  "name_field": {"type": ["boolean", "null"]}}}}}`)
	for content, want := range map[string]any{
		"notices: {reason_field: false}":                     true,
		"notices: {name_field: true}":                        true,
		"notices: {sent_count: 3}":                           true,
		"notices: {sent_count: 0}":                           nil,
		"notices: {name_field: null}":                        nil,
		"notices: {form_exists: false, reason_field: false}": false,
	} {
		documents, err := schema.Load("f.yaml", []byte(content))
		require.NoError(t, err, content)
		notices, _ := documents[0].Value()["notices"].(map[string]any)
		require.Equal(t, want, notices["form_exists"], content)
	}
}

func TestDefaultsSayThatThereIsNone(t *testing.T) {
	t.Parallel()
	schema := mustSchema(`{"type": "object", "properties": {"notices": {"type": ["object", "null"], "properties": {
	  "set_aside_count": {"type": ["integer", "null"], "default": 0},
	  "found": {"type": ["boolean", "null"], "default": false, "implied_by": "found_on"},
	  "found_on": {"type": ["string", "null"], "format": "date"},
	  "limit": {"type": ["integer", "null"], "default": 7}}}}}`)
	for content, want := range map[string]map[string]any{
		"notices: {limit: null}":            {"set_aside_count": json.Number("0"), "found": false},
		"notices: {set_aside_count: null}":  {"set_aside_count": json.Number("0"), "found": false},
		"notices: {set_aside_count: 3}":     {"set_aside_count": json.Number("3"), "found": false},
		"notices: {found_on: '2024-01-01'}": {"set_aside_count": json.Number("0"), "found": true, "found_on": "2024-01-01"},
		"notices: {found: true, limit: 5}":  {"set_aside_count": json.Number("0"), "found": true, "limit": json.Number("5")},
	} {
		documents, err := schema.Load("f.yaml", []byte(content))
		require.NoError(t, err, content)
		require.Equal(t, want, documents[0].Value()["notices"], content)
	}
}
