package compare_test

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v5"
	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/engine/ask/compare"
	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/schemas"
)

func finding(code string, value any) report.Finding {
	return report.Finding{
		Code: code, Message: "Found " + code, Basis: report.Law, Status: report.Unstated,
		Evidence: []report.Evidence{{Pointer: "/a/count", Value: value, Line: 3, Column: 5, Status: report.Unstated}},
	}
}

func ended(f report.Finding) report.Finding { f.EndedOn = new(report.Day("2024-01-01")); return f }
func waived(f report.Finding) report.Finding {
	f.Waiver = &report.Waiver{Reason: "known"}
	return f
}

func breached(findings ...report.Finding) report.Obligation {
	o := verdict(report.Breach)
	o.Findings, o.Ended = findings, len(findings) > 0
	for _, f := range findings {
		o.Ended = o.Ended && f.Ended()
	}
	return o
}

func verdict(v report.Verdict) report.Obligation {
	return report.Obligation{ID: "dsa.art16.6", Article: "16(6)", Title: "Notices are decided", Verdict: v}
}

func waits(pointers ...string) report.Obligation {
	o := verdict(report.Undetermined)
	for _, p := range pointers {
		o.Missing = append(o.Missing, report.Missing{Pointer: p})
	}
	return o
}

func about(name, day string, obligations ...report.Obligation) *report.Report {
	r := &report.Report{SchemaVersion: report.SchemaVersion, AssessmentDate: report.Day(day), Service: report.Service{Name: name}, Obligations: obligations}
	r.Provenance.Facts = []report.File{{File: name + ".yaml"}}
	for _, o := range obligations {
		r.Summary.Add(o)
	}
	return r
}

// TestClasses is the table of what becomes of an obligation, and what of that is worse.
func TestClasses(t *testing.T) {
	t.Parallel()
	compliant, open, none := verdict(report.Compliant), waits("/a/x"), verdict(report.NotApplicable)
	lost, late := finding("lost", 1), finding("late", 2)
	for _, c := range []struct {
		note     string
		old, now report.Obligation
		want     compare.Class
		worse    bool
		strict   bool // worse also where undetermined counts
	}{
		{"a breach", compliant, breached(lost), compare.New, true, true},
		{"a breach of what was not known", open, breached(lost), compare.New, true, true},
		{"a breach of what did not apply", none, breached(lost), compare.New, true, true},
		{"a breach without findings", compliant, breached(), compare.New, true, true},
		{"a breach that has ended", open, breached(ended(lost)), compare.New, false, false},
		{"a waived breach", compliant, breached(waived(lost)), compare.New, false, false},
		{"repaired", breached(lost), compliant, compare.Resolved, false, false},
		{"out of scope", breached(lost), none, compare.Resolved, false, false},
		{"forgotten", breached(lost), open, compare.Changed, false, false},
		{"ended", breached(lost), breached(ended(lost)), compare.Changed, false, false},
		{"again", breached(ended(lost)), breached(lost), compare.Changed, true, true},
		{"the same", breached(lost), breached(lost), compare.StillOpen, false, false},
		{"another number", breached(lost), breached(finding("lost", 9)), compare.Changed, false, false},
		{"one more finding", breached(lost), breached(lost, late), compare.Changed, true, true},
		{"one less finding", breached(lost, late), breached(lost), compare.Changed, false, false},
		{"less is known", compliant, open, compare.Changed, false, true},
		{"applies now, not known", none, open, compare.Changed, false, true},
		{"more is known", open, compliant, compare.Changed, false, false},
		{"waits as before", open, open, compare.StillOpen, false, false},
		{"waits for something else", open, waits("/a/y"), compare.StillOpen, false, false},
		{"kept", compliant, compliant, compare.Unchanged, false, false},
		{"no longer applies", compliant, none, compare.Changed, false, false},
	} {
		for _, strict := range []bool{false, true} {
			old, now := []*report.Report{about("A", "2025-01-01", c.old)}, []*report.Report{about("A", "2025-01-01", c.now)}
			d, err := compare.Of(old, now, compare.Options{Undetermined: strict})
			require.NoError(t, err)
			want := c.worse
			if strict {
				want = c.strict
			}
			require.Equal(t, want, d.Worse, c.note)
			if c.want == compare.Unchanged {
				require.Equal(t, 1, d.Summary.Unchanged)
				require.Empty(t, d.Services[0].Obligations)
				continue
			}
			require.Equal(t, c.want, d.Services[0].Obligations[0].Class, c.note)
		}
	}
}

// What a saved report has as text is the same number as what a new one holds, and the
// line of a fact is no part of it.
func TestValues(t *testing.T) {
	t.Parallel()
	moved := finding("lost", json.Number("12"))
	moved.Evidence[0].Line = 90
	d, err := compare.Of([]*report.Report{about("A", "d", breached(finding("lost", 12)))}, []*report.Report{about("A", "d", breached(moved))}, compare.Options{})
	require.NoError(t, err)
	require.Equal(t, 1, d.Summary.StillOpen)
}

func TestPairs(t *testing.T) {
	t.Parallel()
	kept, lost := verdict(report.Compliant), breached(finding("lost", 1))
	old := []*report.Report{about("A", "2025-01-01", kept), about("A", "2025-02-01", kept), about("B", "2025-01-01", kept), about("C", "2025-01-01", kept)}
	now := []*report.Report{about("B", "2025-03-01", lost), about("A", "2025-02-01", kept), about("D", "2025-01-01", lost)}
	d, err := compare.Of(old, now, compare.Options{})
	require.NoError(t, err)
	require.Len(t, d.Services, 2)
	require.Equal(t, "B", d.Services[0].Service.Name)
	require.Equal(t, "assessment_date", d.Services[0].Unlike[0].What)
	require.Empty(t, d.Services[1].Unlike)
	require.Equal(t, compare.Summary{New: 1, Unchanged: 1, Worse: 1}, d.Summary)
	var only []string
	for _, u := range d.Unpaired {
		only = append(only, u.OnlyIn+" "+u.Service.Name+" "+string(u.AssessmentDate))
	}
	require.Equal(t, []string{"new D 2025-01-01", "old A 2025-01-01", "old C 2025-01-01"}, only)

	_, err = compare.Of(old[3:], now[1:], compare.Options{})
	require.ErrorIs(t, err, compare.ErrNothingCompared)
	other := about("E", "2025-01-01", report.Obligation{ID: "x", Verdict: report.Breach})
	_, err = compare.Of(old[:1], []*report.Report{other}, compare.Options{})
	require.ErrorIs(t, err, compare.ErrNothingCompared)
	thin := about("A", "2025-01-01", kept)
	thin.Detail = report.DetailVerdicts
	_, err = compare.Of(old[:1], []*report.Report{thin}, compare.Options{})
	require.ErrorAs(t, err, new(*report.TooLittleDetail))
}

// TestFormats shows what all formats say of one diff, in which everything happens.
func TestFormats(t *testing.T) {
	t.Parallel()
	only := verdict(report.Breach)
	only.ID, only.Article = "own.rule", "own 1"
	old := about("A", "2025-01-01", breached(finding("lost", 3), finding("late", 1)))
	now := about("A", "2025-02-01", breached(finding("lost", 9), finding("slow", 2)), only)
	now.Provenance.PoliciesSHA256 = strings.Repeat("ab", 32)
	d, err := compare.Of([]*report.Report{old}, []*report.Report{now}, compare.Options{})
	require.NoError(t, err)

	var text, markdown, content bytes.Buffer
	require.NoError(t, compare.WriteText(&text, d))
	require.Equal(t, `A
  old: on 2025-01-01, 1 breach, 0 compliant, 0 undetermined, 0 not applicable  (A.yaml)
  new: on 2025-02-01, 2 breach, 0 compliant, 0 undetermined, 0 not applicable  (A.yaml)
  not alike in assessment date: 2025-02-01, was 2025-01-01; duties begin and end, and facts grow old, between the days
  not alike in policies: abababababab…, was none; the same facts may be judged otherwise
  not alike in selection: 1 obligation more, was no others; an obligation that only one has cannot be compared

CHANGED
  Art. 16(6)  Notices are decided  [dsa.art16.6]
    breach; this is worse
    ~ Found lost
        a.count = 9, was 3  A.yaml:3:5
    + Found slow
        a.count = 2  A.yaml:3:5
    - Found late (no longer found)
        a.count was 1

INCOMPARABLE: 0 obligations judged in the old report only, 1 in the new only

0 new, 0 resolved, 1 changed, 0 still open, 0 unchanged, 1 incomparable; 1 got worse
`, text.String())

	require.NoError(t, compare.WriteMarkdown(&markdown, d))
	for _, want := range []string{"**1 obligation got worse.**", "| A | 0 | 0 | 1 | 0 | 1 |", "  - new: Found slow", "`a.count = 9, was 3`"} {
		require.Contains(t, markdown.String(), want)
	}

	require.NoError(t, compare.WriteJSON(&content, d))
	var value any
	require.NoError(t, json.Unmarshal(content.Bytes(), &value))
	schema, err := schemas.FS().Open("diff.schema.json")
	require.NoError(t, err)
	defer schema.Close()
	compiler := jsonschema.NewCompiler()
	require.NoError(t, compiler.AddResource("diff.schema.json", schema))
	compiled, err := compiler.Compile("diff.schema.json")
	require.NoError(t, err)
	require.NoError(t, compiled.Validate(value))
}
