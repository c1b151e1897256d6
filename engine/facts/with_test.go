package facts

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/engine/report"
)

const changed = `assessment: {date: 2024-01-01}
service:
  name: Example
  suspensions:
    - {from: 2023-01-01}
    - {from: 2023-02-01}
notices: {submitted_count: 100}
sources: {letter: {title: Letter, status: documented}}
provenance: {/notices: [letter]}
`

// TestWith shows what facts are after a change, and that those before are not changed.
func TestWith(t *testing.T) {
	t.Parallel()
	f := load(t, "facts.yaml", changed)
	before := f.Value()
	more, err := f.With("/notices/lost_count", 12)
	require.NoError(t, err)
	require.Equal(t, before, f.Value())
	n, ok := more.At("/notices/lost_count")
	require.True(t, ok)
	require.Equal(t, "12", n.Text)
	require.Equal(t, []string{"letter"}, more.Sources("/notices/lost_count"))
	require.NotEqual(t, f.SHA256(), more.SHA256())
	require.Equal(t, "facts.yaml", more.Name())
	kept, _ := more.At("/notices/submitted_count")
	require.Equal(t, 7, kept.Position.Line)

	again, err := more.Without("/notices/lost_count")
	require.NoError(t, err)
	require.Equal(t, before, again.Value())
	null, err := more.With("/notices/lost_count", nil)
	require.NoError(t, err)
	require.Equal(t, before, null.Value())

	made, err := f.With("/complaints/log/-/delay", 3)
	require.ErrorContains(t, err, "complaints.log")
	require.Nil(t, made, "a section is made on the way, a list is not")
	made, err = f.With("/complaints/about_notices_count", 3)
	require.NoError(t, err)
	_, ok = made.At("/complaints/about_notices_count")
	require.True(t, ok)
}

// TestWithInLists shows that elements keep their indexes.
func TestWithInLists(t *testing.T) {
	t.Parallel()
	f := load(t, "facts.yaml", changed)
	lifted, err := f.With("/service/suspensions/1/lifted_on", "2023-03-01")
	require.NoError(t, err)
	implied, ok := lifted.At("/service/suspensions/1/lifted")
	require.True(t, ok, "what the date implies is implied again")
	require.True(t, implied.Bool)
	third, err := f.With("/service/suspensions/-", map[string]any{"from": "2023-03-01"})
	require.NoError(t, err)
	_, ok = third.At("/service/suspensions/2/from")
	require.True(t, ok)
	_, err = f.With("/service/suspensions/7", map[string]any{"from": "2023-03-01"})
	require.ErrorContains(t, err, `facts.yaml: /service/suspensions/7: the list has 2 elements; there is no place "7"`)
	same, err := f.Without("/service/suspensions/7")
	require.ErrorContains(t, err, "there is no place")
	require.Nil(t, same)
}

// TestWithIsChecked shows that a change is held against everything else.
func TestWithIsChecked(t *testing.T) {
	t.Parallel()
	f := load(t, "facts.yaml", changed)
	for pointer, want := range map[string]string{
		"/notices/lost_count":  "facts.yaml: notices.lost_count is 101, more than the 100 of notices.submitted_count (line 7, column 28)",
		"/notices/lots_count":  "facts.yaml: unknown key notices.lots_count\n    hint: did you mean lost_count?",
		"/service/name/first":  "facts.yaml: /service/name/first: there is text on the way, which has no members",
		"":                     `facts.yaml: "" is no JSON Pointer to a fact`,
		"notices":              `facts.yaml: "notices" is no JSON Pointer to a fact`,
		"/complaints/log/none": "complaints.log",
	} {
		have, err := f.With(pointer, 101)
		require.ErrorAs(t, err, new(Problems), pointer)
		require.ErrorContains(t, err, want, pointer)
		require.Nil(t, have, pointer)
	}
	same, err := f.Without("/complaints/about_notices_count")
	require.NoError(t, err)
	require.Equal(t, f.Value(), same.Value())
}

// TestWithAsOf shows that the day that was set from outside outlives a change, until
// the document is given another.
func TestWithAsOf(t *testing.T) {
	t.Parallel()
	f, err := load(t, "facts.yaml", changed).WithAssessmentDate("2023-06-01")
	require.NoError(t, err)
	f, err = f.With("/notices/lost_count", 12)
	require.NoError(t, err)
	require.Equal(t, report.Day("2023-06-01"), f.AssessmentDate())
	f, err = f.With("/assessment/date", "2025-01-01")
	require.NoError(t, err)
	require.Equal(t, report.Day("2025-01-01"), f.AssessmentDate())
}
