package gate_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/engine/gate"
	"github.com/dsaeval/dsaeval/engine/report"
)

// As text, 2023-9-2 comes after 2023-10-02.
func TestDaysInAnOddForm(t *testing.T) {
	t.Parallel()
	for expression, want := range map[string]string{
		`assessment_date < "2023-9-2"`: "1:19: assessment_date is compared with \"2023-9-2\", which is not a calendar day YYYY-MM-DD\n" +
			"  assessment_date < \"2023-9-2\"\n                    ^\n    hint: write 2023-09-02",
		`"2023-9-2" >= assessment_date`:                                 `1:1: assessment_date is compared with "2023-9-2"`,
		`assessment_date == "2023-02-30"`:                               "hint: such as 2025-02-17",
		`assessment_date != ""`:                                         `1:20: assessment_date is compared with ""`,
		`assessment_date in ["2023-09-02", "2.9.2023"]`:                 `1:35: assessment_date is compared with "2.9.2023"`,
		`assessment_date not in ["2023"]`:                               "1:25: ",
		`"2023-9" in [assessment_date]`:                                 "1:1: ",
		`"2023-09-01" < assessment_date < "2023-9-30"`:                  `1:34: assessment_date is compared with "2023-9-30"`,
		`assessment_date < (breach > 0 ? "2023-09-02" : "tomorrow")`:    `1:48: assessment_date is compared with "tomorrow"`,
		`trim(assessment_date) < trim("2023-09-02T00:00:00Z")`:          "which is not a calendar day",
		`any(findings, .ended_on < "2023-9-2")`:                         `1:27: ended_on is compared with "2023-9-2"`,
		`any(findings, any(known, .code == "x") and .ended_on > "May")`: `1:56: ended_on is compared with "May"`,
		`any(findings, .ended_on > "")`:                                 "hint: ended says whether it has ended",
		`any(findings, #["ended_on"] == "2023-9-2")`:                    "ended_on is compared with",
		`findings[0].ended_on == "2023-9-2"`:                            "ended_on is compared with",
		`any(map(findings, .ended_on), # < "2023-9-2")`:                 `1:35: ended_on is compared with "2023-9-2"`,
		`first(map(findings, .ended_on)) < "2023-9-2"`:                  "ended_on is compared with",
		`map(findings, .ended_on)[0] < "2023-9-2"`:                      "ended_on is compared with",
		`findings | filter(.ended_on < "2023-9-2") | len() > 0`:         "ended_on is compared with",
		`find(findings, .item == 2)?.ended_on < "2023-9-2"`:             "ended_on is compared with",
	} {
		_, err := gate.New(expression, nil)
		require.ErrorContains(t, err, want, expression)
	}
	for _, expression := range []string{
		`assessment_date < "2023-09-02"`, `"2024-02-29" == assessment_date`, `assessment_date in ["2023-09-02", "2023-09-03"]`,
		`any(findings, .ended_on == "" or .ended_on >= "2023-09-02")`, `any(findings, .ended_on not in ["", "2023-09-02"])`,
		`assessment_date startsWith "2023-"`, `any(findings, .ended_on < assessment_date and .code < "2023-9-2")`,
		`any(map(findings, .ended_on), any(map(findings, .code), # < "x") and # == "2023-09-02")`,
	} {
		_, err := gate.New(expression, nil)
		require.NoError(t, err, expression)
	}
}

// A day in its form is compared as days are.
func TestDaysInOrder(t *testing.T) {
	t.Parallel()
	r := aReport()
	r.AssessmentDate = "2023-10-02"
	for expression, want := range map[string]report.Outcome{
		`assessment_date < "2023-09-02"`: report.Passed,
		`assessment_date > "2023-09-02"`: report.Failed,
	} {
		g, err := gate.New(expression, nil)
		require.NoError(t, err)
		have, err := g.Judge(r)
		require.NoError(t, err)
		require.Equal(t, want, have, expression)
	}
}

// running has two findings that ended, in 2023 and in 2025, and one that runs.
func running() *report.Report {
	r := aReport()
	for i, day := range []report.Day{"2023-06-30", "2025-01-31"} {
		r.Obligations[0].Findings[i].EndedOn = new(day)
	}
	return r
}

// What runs has no end, which therefore comes neither before nor after a day; however
// that is written.
func TestEndOfWhatRuns(t *testing.T) {
	t.Parallel()
	for expression, want := range map[string]bool{
		`count(findings, .ended_on < "2024-01-01") == 1`:                        true,
		`count(findings, .ended_on <= "2023-06-30") == 1`:                       true,
		`count(findings, .ended_on > "2024-01-01") == 1`:                        true,
		`count(findings, .ended_on >= "2023-06-30") == 2`:                       true,
		`count(findings, "2024-01-01" > .ended_on) == 1`:                        true,
		`count(findings, "2024-01-01" <= .ended_on) == 1`:                       true,
		`count(findings, not (.ended_on < "2024-01-01")) == 2`:                  true,
		`count(findings, !(.ended_on >= "2024-01-01")) == 2`:                    true,
		`count(findings, .ended_on == "" or .ended_on >= "2024-01-01") == 2`:    true,
		`count(findings, "2020-01-01" < .ended_on < "2024-01-01") == 1`:         true,
		`count(findings, .ended_on <= .ended_on) == 2`:                          true,
		`count(findings, .ended_on < assessment_date) == 2`:                     true,
		`count(findings, assessment_date < .ended_on) == 0`:                     true,
		`count(map(findings, .ended_on), # < "2024-01-01") == 1`:                true,
		`count(findings, trim(.ended_on) < upper("2024-01-01")) == 1`:           true,
		`count(findings, (.item == 2 ? .item : .ended_on) == "" or false) == 1`: true,
		`len(filter(findings, .ended_on < "2024-01-01")) == 1`:                  true,
		`findings[2].ended_on < "2024-01-01"`:                                   false,
		`findings[2].ended_on >= "2024-01-01"`:                                  false,
		`last(findings).ended_on < "2024-01-01"`:                                false,
		`find(findings, .code == "slow").ended_on < "2024-01-01"`:               false,
		`map(findings, .ended_on)[2] < "2024-01-01"`:                            false,
		`last(map(findings, .ended_on)) < "2024-01-01"`:                         false,
		`[1, findings[2].ended_on][1] < ["2024-01-01", 1][0]`:                   false,
		`[1, findings[0].ended_on][1] < ["2024-01-01", 1][0]`:                   true,
		`(breach > 0 ? findings[2].ended_on : "2023-01-01") < "2024-01-01"`:     false,
		`all(findings, .ended_on < "2026-01-01")`:                               false,
		`none(findings, .ended_on >= "2025-06-01")`:                             true,
		`one(findings, .ended_on < "2024-01-01")`:                               true,
		`any(findings, .ended_on < "2024-01-01" and .code == "slow")`:           false,
	} {
		g, err := gate.New(expression, nil)
		require.NoError(t, err, expression)
		have, err := g.Judge(running())
		require.NoError(t, err, expression)
		require.Equal(t, want, have == report.Failed, expression)
	}
}

// In a waiver as in a gate.
func TestEndOfWhatRunsInWaivers(t *testing.T) {
	t.Parallel()
	for condition, want := range map[string]int{
		`finding.ended_on < '2024-01-01'`:       1,
		`'2024-01-01' <= finding.ended_on`:      1,
		`not (finding.ended_on < '2024-01-01')`: 2,
	} {
		w, err := gate.LoadWaivers("waivers.yaml", waiverFile("obligation: dsa.art16.6", `condition: "`+condition+`"`))
		require.NoError(t, err, condition)
		r := running()
		apply(w, r)
		waived := 0
		for _, f := range r.Obligations[0].Findings {
			if r.Obligations[0].WaiverOf(f) != nil {
				waived++
			}
		}
		require.Equal(t, want, waived, condition)
	}
}

func TestOrderOfNothing(t *testing.T) {
	t.Parallel()
	for _, expression := range []string{`any(findings, .code > "")`, `any(findings, "" <= .code)`} {
		_, err := gate.New(expression, nil)
		require.ErrorContains(t, err, `nothing comes before or after ""`, expression)
		require.ErrorContains(t, err, `hint: == "" or != "" says whether a text is there`, expression)
	}
	_, err := gate.New(`any(findings, .code != "")`, nil)
	require.NoError(t, err)
}

func TestDaysInWaivers(t *testing.T) {
	t.Parallel()
	for condition, want := range map[string]string{
		`assessment_date < '2023-9-2'`:       `condition, at 1:19 of the expression: assessment_date is compared with "2023-9-2", which is not a calendar day YYYY-MM-DD`,
		`finding.ended_on in ['2023-9-2']`:   `condition, at 1:22 of the expression: ended_on is compared with "2023-9-2"`,
		`finding.ended_on == '30 June 2023'`: "hint: such as 2025-02-17",
	} {
		_, err := gate.LoadWaivers("waivers.yaml", waiverFile("obligation: dsa.art16.6", `condition: "`+condition+`"`))
		require.ErrorContains(t, err, want, condition)
	}
}
