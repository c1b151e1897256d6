package gate_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/engine/gate"
	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/internal/document"
)

// waiverFile is a file with one waiver of the given lines, and the ones that
// every waiver has.
func waiverFile(lines ...string) []byte {
	return []byte("waivers:\n  - service: Example\n    reason: repair under way\n    owner: Ann\n    approved_by: Bob\n    last_valid_day: 2025-06-30\n    " +
		strings.Join(lines, "\n    ") + "\n")
}

func loaded(t *testing.T, content []byte) *gate.Waivers {
	t.Helper()
	w, err := gate.LoadWaivers("waivers.yaml", content)
	require.NoError(t, err)
	return w
}

func judged(t *testing.T, failOn string, r *report.Report) report.Outcome {
	t.Helper()
	g, err := gate.New(failOn, nil)
	require.NoError(t, err)
	outcome, err := g.Judge(r)
	require.NoError(t, err)
	return outcome
}

func TestWaivers(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		note    string
		lines   []string
		covered []string // codes of waived findings, then "all" if the obligation is
		notice  string
	}{
		{"an obligation", []string{"obligation: dsa.art16.6"}, []string{"lost", "late", "slow", "all"}, ""},
		{"a finding", []string{"obligation: dsa.art16.6", "finding: late"}, []string{"late"}, ""},
		{"an element", []string{"obligation: dsa.art16.6", "finding: late", "item: 2"}, []string{"late"}, ""},
		{"another element", []string{"obligation: dsa.art16.6", "finding: late", "item: 1"}, nil, "waivers.yaml:2:5: the waiver of dsa.art16.6 late (element 1) is not used; the obligation has no such finding on 2025-06-15, only lost, late, slow"},
		{"another finding", []string{"obligation: dsa.art16.6", "finding: gone"}, nil, "has no such finding"},
		{"what is kept", []string{"obligation: dsa.art11.1"}, nil, "is not used; the obligation is compliant on 2025-06-15"},
		{"what does not apply", []string{"obligation: dsa.art34.1"}, nil, "is not used; the obligation is not applicable on 2025-06-15"},
		{"a finding of what is open", []string{"obligation: dsa.art17.1", "finding: x"}, nil, "is not used; the obligation is undetermined on 2025-06-15"},
		{"what was not selected", []string{"obligation: dsa.art99"}, nil, ""},
		{"a condition that holds", []string{"obligation: dsa.art16.6", `condition: number("/reporting_pipeline/notices_lost_count") <= 12 and number("/service/turnover") == 0.1`}, []string{"lost", "late", "slow", "all"}, ""},
		{"a condition of some findings", []string{"obligation: dsa.art16.6", `condition: finding.basis == "law" and finding.item < 0`}, []string{"lost"}, ""},
		{"a condition that fails", []string{"obligation: dsa.art16.6", `condition: obligation.verdict == "compliant"`}, nil, "is not used; its condition does not hold on 2025-06-15"},
		{"a condition about nothing", []string{"obligation: dsa.art16.6", `condition: number("/nothing") < 1`}, nil, "does not hold, because its condition cannot be decided: /nothing is no evidence of the finding; its value is not known"},
		{"a condition about text", []string{"obligation: dsa.art16.6", `condition: number("/service/name") < 1`}, nil, "Example is not a number"},
	} {
		r := aReport()
		notices := apply(loaded(t, waiverFile(c.lines...)), r)
		var covered []string
		o := r.Obligations[0]
		for _, f := range o.Findings {
			if f.Waiver != nil {
				covered = append(covered, f.Code)
				require.Equal(t, "repair under way", f.Waiver.Reason)
				require.Equal(t, 2, f.Waiver.Line)
			}
		}
		if o.Waiver != nil {
			covered = append(covered, "all")
		}
		require.Equal(t, c.covered, covered, c.note)
		require.Equal(t, o.Waiver != nil, judged(t, "breach", r) == report.Passed, c.note)
		if c.notice == "" {
			require.Empty(t, notices, c.note)
			continue
		}
		require.Len(t, notices, 1, c.note)
		require.Contains(t, notices[0].Error(), c.notice, c.note)
	}
}

// TestLastValidDay shows that the last day is included and the next one not.
func TestLastValidDay(t *testing.T) {
	t.Parallel()
	for day, want := range map[string]report.Outcome{"2025-06-29": report.Passed, "2025-06-30": report.Passed, "2025-07-01": report.Failed, "2030-01-01": report.Failed} {
		r := aReport()
		r.AssessmentDate = report.Day(day)
		notices := apply(loaded(t, waiverFile("obligation: dsa.art16.6")), r)
		require.Equal(t, want, judged(t, "breach", r), day)
		if want == report.Passed {
			require.Empty(t, notices)
			continue
		}
		require.Len(t, notices, 1)
		require.Equal(t, "waivers.yaml:6:21: the waiver of dsa.art16.6 has expired: its last valid day was 2025-06-30, and the assessment date is "+day+
			"\n    hint: Ann owns it, Bob has approved it; end the breach or have it approved again", notices[0].Error())
	}
}

// TestWaivedUndetermined shows that a waiver of an obligation also covers that
// it is undetermined.
func TestWaivedUndetermined(t *testing.T) {
	t.Parallel()
	r := aReport()
	r.Obligations = r.Obligations[1:2]
	require.Equal(t, report.Undecided, judged(t, "undetermined", r))
	require.Empty(t, apply(loaded(t, waiverFile("obligation: dsa.art17.1")), r))
	require.Equal(t, report.Passed, judged(t, "undetermined", r))
}

func TestServices(t *testing.T) {
	t.Parallel()
	r := aReport()
	r.Service.Name = "Exampel\nOther"
	notices := apply(loaded(t, waiverFile("obligation: dsa.art16.6")), r)
	require.Equal(t, report.Failed, judged(t, "breach", r))
	require.Contains(t, notices[0].Message, `is not used; no report is about "Example"`)
	r.Service.Name = "Exampel"
	notices = apply(loaded(t, waiverFile("obligation: dsa.art16.6")), r)
	require.Equal(t, "did you mean Exampel?", notices[0].Hint)
}

func TestMalformedWaivers(t *testing.T) {
	t.Parallel()
	for note, c := range map[string]struct{ content, want string }{
		"an unknown key":      {string(waiverFile("obligation: dsa.art1", "ower: Ann")), "waivers.yaml:8:5: unknown key waivers[0].ower\n    hint: did you mean owner?"},
		"a missing key":       {"waivers:\n  - obligation: dsa.art1\n", "reason is missing"},
		"no day":              {strings.Replace(string(waiverFile("obligation: x")), "2025-06-30", "2025-02-30", 1), "waivers.yaml:6:21: waivers[0].last_valid_day is \"2025-02-30\", which is not a calendar day"},
		"an item alone":       {string(waiverFile("obligation: x", "item: 2")), "waivers.yaml:2:5: "},
		"a negative item":     {string(waiverFile("obligation: x", "finding: y", "item: -1")), "waivers[0].item is -1, which is below 0"},
		"a huge item":         {string(waiverFile("obligation: x", "finding: y", "item: 99999999999999999999")), "expected a whole number"},
		"a wrong condition":   {string(waiverFile("obligation: x", "condition: findng.item > 1")), "waivers.yaml:8:16: condition, at 1:1 of the expression: unknown name findng\n    hint: did you mean finding?"},
		"an empty reason":     {strings.Replace(string(waiverFile("obligation: x")), "repair under way", `""`, 1), "reason is empty"},
		"the same twice":      {string(waiverFile("obligation: x")) + strings.TrimPrefix(string(waiverFile("obligation: x")), "waivers:\n"), "the same is waived in line 2 already"},
		"no list":             {"waivers: yes\n", "expected a list"},
		"nothing in the list": {"waivers:\n  -\n", "waivers[0] is null; expected a waiver"},
		"null for the list":   {"waivers:\n", "waivers is missing"},
		"all that is wrong":   {"waivers:\n  - ower: Ann\n    item: -1\n", "waivers[0].item is -1, which is below 0"},
		"an empty file":       {"", "the file is empty"},
		"something else":      {"[1, 2]", "expected keys with their values"},
		"no YAML":             {"waivers:\n\t- x", "waivers.yaml:2:1: a tab"},
		"an unknown document": {"service: {name: x}\n", "unknown key service"},
	} {
		_, err := gate.LoadWaivers("waivers.yaml", []byte(c.content))
		require.ErrorAs(t, err, new(document.Problems), note)
		require.ErrorContains(t, err, c.want, note)
	}
	err := loaded(t, waiverFile("obligation: dsa.art166")).Check([]string{"dsa.art16.6", "dsa.art11.1"})
	require.EqualError(t, err, "waivers.yaml:7:17: there is no obligation \"dsa.art166\"\n    hint: did you mean dsa.art16.6?")
	require.NoError(t, loaded(t, waiverFile("obligation: dsa.art16.6")).Check([]string{"dsa.art16.6"}))
}

// TestWaiversInReport shows that the JSON report tells everything about a waiver.
func TestWaiversInReport(t *testing.T) {
	t.Parallel()
	r := aReport()
	apply(loaded(t, waiverFile("obligation: dsa.art16.6", "finding: late", "item: 2", "condition: finding.item == 2")), r)
	content, err := json.Marshal(r.Obligations[0].Findings[1].Waiver)
	require.NoError(t, err)
	require.JSONEq(t, `{"obligation": "dsa.art16.6", "finding": "late", "item": 2, "service": "Example", "reason": "repair under way",
		"owner": "Ann", "approved_by": "Bob", "last_valid_day": "2025-06-30", "condition": "finding.item == 2", "file": "waivers.yaml", "line": 2}`, string(content))
	require.Equal(t, "waivers.yaml", r.Provenance.Waivers[0].File)
	require.Len(t, r.Provenance.Waivers[0].SHA256, 64)
}

func ExampleWaivers_Apply() {
	r := aReport()
	w, err := gate.LoadWaivers("waivers.yaml", waiverFile("obligation: dsa.art16.6"))
	if err != nil {
		panic(err)
	}
	g, err := gate.New("breach > 0", nil)
	if err != nil {
		panic(err)
	}
	before, _ := g.Judge(r)
	waived, notices := w.Apply(r)
	after, _ := g.Judge(waived...)
	fmt.Println(before == report.Failed, after == report.Passed, len(notices), r.Summary.Breach)
	// Output: true true 0 1
}
