package docs_test

import (
	"context"
	"encoding/json"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/docs"
	"github.com/dsaeval/dsaeval/engine/facts"
	"github.com/dsaeval/dsaeval/engine/policy"
	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/internal/factschema"
	"github.com/dsaeval/dsaeval/internal/pages"
	"github.com/dsaeval/dsaeval/internal/policytest"
)

// TestGrounds shows how a page sets the words of the law beside the grounds: in
// the order of the text, with answer, threshold, facts, remedy and an example of
// either kind, and words without a ground with the reason.
func TestGrounds(t *testing.T) {
	t.Parallel()
	o := &policy.Obligation{
		ID: "house.one", Article: "1", Title: "Notices are decided", Kind: report.Duty, Catalogue: "It said weeks.",
		Presupposes: []string{"house.two"}, Readings: []string{"week"}, Facts: []string{"notices.hours"},
		Findings: []policy.FindingRule{
			{
				Code: "late", Message: "Notices wait", Words: []string{"in time"}, Remediation: "Decide them.",
				Facts: []string{"notices.hours"}, Parameters: []string{"hours_max"}, Readings: []string{"week"}, EndedOn: "notices.decided_on",
			},
			{Code: "lost", Message: "Notices are lost", Words: []string{"all notices"}, Facts: []string{"notices.lost"}},
		},
		SpeaksAgainst: []policy.FindingRule{{Code: "slow", Message: "Answers take days", Facts: []string{"notices.days"}}},
	}
	source := pages.Source{
		Obligations: []*policy.Obligation{o, {ID: "house.two", Article: "2"}},
		Parameters:  map[string]policy.Parameter{"hours_max": {Name: "hours_max", Unit: "hours", Values: []policy.DatedValue{{Since: "2022-11-16", Value: 24}}}},
		Readings: map[string]policy.Reading{"week": {
			Name: "week", Question: "How long is it?", Chosen: "seven", Options: map[string]string{"seven": "The calendar.", "five": "The office."},
		}},
		Schema: &factschema.Field{Properties: map[string]*factschema.Field{"notices": {Properties: map[string]*factschema.Field{
			"hours": {Description: "Hours | in all.", Unit: "hours", Nature: "recorded"},
		}}}},
		Document: func(policytest.Facts) (*facts.Facts, error) { return nil, nil },
		Cases: func(*policy.Obligation) (*policytest.File, policytest.Facts, error) {
			return &policytest.File{
				Phrases:   []string{"all notices", "objective", "in time"},
				Uncovered: map[string]string{"objective": "no fact can show it"},
				Compliant: policytest.Facts{"notices.lost": 0},
				Cases: []policytest.Case{
					{Note: "both", Verdict: "breach", Findings: []string{"late", "lost"}, Facts: policytest.Facts{"notices.hours": 99, "notices.lost": 1}},
					{Note: "a day and an hour", Verdict: "breach", Findings: []string{"late"}, Facts: policytest.Facts{"notices.hours": 25}},
					{Note: "a day", Verdict: "compliant", Facts: policytest.Facts{"notices.hours": 24}},
				},
			}, nil, nil
		},
		Answers: func(context.Context, *policy.Obligation, *facts.Facts) (map[string]report.Condition, error) {
			return map[string]report.Condition{"late": {Op: report.Above, Fact: "/notices/hours", Value: json.Number("24")}}, nil
		},
	}
	gathered, err := source.Page(t.Context(), o)
	require.NoError(t, err)
	page := docs.Page(gathered)
	require.Contains(t, page, strings.Join([]string{
		"| Words of the law | Ground |", "|---|---|",
		"| all notices | **Notices are lost** `lost`<br>Basis: law<br>Facts: `notices.lost`<br>For example: both (`notices.lost` = `1`)<br>But not: a service that keeps it (`notices.lost` = `0`) |",
		"| objective | no ground: no fact can show it |",
		"| in time | **Notices wait** `late`<br>Breached if: notices.hours is above 24<br>Threshold: `hours_max` = 24 hours, a benchmark<br>Reading: `week` = seven, rival five" +
			"<br>Facts: `notices.hours`<br>Has ended on: `notices.decided_on`<br>Ends it: Decide them.<br>For example: a day and an hour (`notices.hours` = `25`)<br>But not: a day (`notices.hours` = `24`) |",
		"",
	}, "\n"))
	for _, part := range []string{
		"Decided otherwise than in the catalogue of obligations: It said weeks.",
		"- Presupposes: [Art. 2](house.two.md); where that does not exist, nothing is asked here",
		"| Answers take days | `notices.days` |",
		"| `week` | How long is it? | `seven`: The calendar. | `five`: The office. |",
		"| `notices.hours` | hours | recorded | Hours \\| in all. |",
	} {
		require.Contains(t, page, part)
	}
}
