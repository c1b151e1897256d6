package calendar_test

import (
	"flag"
	"slices"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/dsaeval/dsaeval/engine/ask/calendar"
	"github.com/dsaeval/dsaeval/engine/facts"
	"github.com/dsaeval/dsaeval/engine/report"
)

// all compares the entries of every case, and of many services, as .ci/run does. An eighth
// of the cases is enough on most days.
var all = flag.Bool("all", false, "compare the entries of every case with reports, and not a sample")

// TestVerdictsOfFixtures walks the entries of the cases: what is due on a day is not
// late on it, and a breach on the day after.
func TestVerdictsOfFixtures(t *testing.T) {
	t.Parallel()
	held := 0
	for i, f := range fixtures(t) {
		if i%8 != 0 && !*all {
			continue
		}
		// Half a year has what a case brings; a whole one takes twice as long.
		day, err := time.Parse(time.DateOnly, string(f.AssessmentDate()))
		require.NoError(t, err)
		held += holds(t, f, of(t, f, day.AddDate(0, 6, 0).Format(time.DateOnly)))
	}
	t.Logf("%d days compared", held)
	require.Greater(t, held, 30)
}

// TestVerdictsOfServices does the same with services whose days are drawn.
func TestVerdictsOfServices(t *testing.T) {
	t.Parallel()
	held := 0
	services := rapid.Custom(drawn)
	seeds := 2
	if *all {
		seeds = 40
	}
	for seed := range seeds {
		f := changed(t, services.Example(seed))
		held += holds(t, f, of(t, f, ""))
	}
	t.Logf("%d days compared", held)
	require.Greater(t, held, 20)
}

// drawn are facts of a service that has done some things and not others.
func drawn(r *rapid.T) map[string]any {
	day := func(name string) string { return rapid.SampledFrom(days).Draw(r, name) }
	states := []any{"IE", "DE", "BG", "MT", nil}
	all := map[string]any{"service.establishment_state": rapid.SampledFrom(states).Draw(r, "state")}
	for fact, given := range map[string]func() any{
		"service.amar_published":                                         func() any { return true },
		"service.amar_published_on":                                      func() any { return day("amar") },
		"risk_assessment.risk_assessment_exists":                         func() any { return true },
		"risk_assessment.risk_assessment_last_completed_on":              func() any { return day("risks") },
		"audit.audit_performed":                                          func() any { return true },
		"audit.audit_report_received":                                    func() any { return true },
		"audit.audit_report_received_on":                                 func() any { return day("audit") },
		"audit.audit_last_period_end":                                    func() any { return "2024-08-24" },
		"audit.audit_overall_opinion":                                    func() any { return "negative" },
		"audit.audit_report_published":                                   func() any { return false },
		"compliance_function.board_risk_strategy_last_review_on":         func() any { return day("board") },
		"transparency_reports.transparency_report_published":             func() any { return true },
		"transparency_reports.transparency_report_first_published":       func() any { return true },
		"transparency_reports.transparency_report_previous_published":    func() any { return true },
		"transparency_reports.transparency_report_last_period_end":       func() any { return "2025-06-30" },
		"transparency_reports.transparency_report_published_on":          func() any { return "2025-08-29" },
		"transparency_reports.transparency_report_previous_published_on": func() any { return "2025-02-28" },
		"supervision.noncompliance_decision_exists":                      func() any { return true },
		"supervision.noncompliance_measures_due_on":                      func() any { return "2026-04-05" }, // Easter Sunday
		"supervision.noncompliance_measures_done":                        func() any { return false },
	} {
		if rapid.IntRange(0, 3).Draw(r, fact) > 0 {
			all[fact] = given()
		}
	}
	return all
}

var days = []string{"2024-12-31", "2025-02-28", "2025-06-30", "2025-07-13", "2025-08-24", "2025-10-04", "2025-11-25", "2026-01-01"}

// holds compares the entries with verdicts, and returns how many days it compared.
func holds(t *testing.T, f *facts.Facts, c *calendar.Calendar) int {
	t.Helper()
	reports := map[string]*report.Report{}
	on := func(day string) *report.Report {
		if reports[day] == nil {
			dated, err := f.WithAssessmentDate(report.Day(day))
			require.NoError(t, err)
			reports[day], err = eng(t).Evaluate(t.Context(), dated)
			require.NoError(t, err)
		}
		return reports[day]
	}
	held := 0
	for _, e := range c.Entries {
		if e.Kind != calendar.Due || e.Status == calendar.Done || e.Status == calendar.DoneLate {
			continue
		}
		for _, g := range e.Grounds {
			what := c.Service.Name + ": " + e.Obligations[0] + " " + g.Code
			if e.Earliest != nil {
				require.Contains(t, []string{kept, hidden}, stands(on(string(*e.Earliest)), e.Obligations[0], g), "%s on %s", what, *e.Earliest)
				require.NotEqual(t, kept, stands(on(following(string(*e.Earliest))), e.Obligations[0], g), "%s after %s", what, *e.Earliest)
				held++
			}
			if e.Latest != nil {
				require.NotEqual(t, late, stands(on(string(*e.Latest)), e.Obligations[0], g), "%s on %s", what, *e.Latest)
				require.Equal(t, late, stands(on(following(string(*e.Latest))), e.Obligations[0], g), "%s after %s", what, *e.Latest)
				held++
			}
		}
	}
	return held
}

// How a ground stands in a report.
const (
	kept   = "kept"
	open   = "open"
	late   = "late"
	hidden = "hidden" // by another ground, beside which nothing open is told
)

func stands(r *report.Report, id string, g calendar.Ground) string {
	o := r.Obligations[slices.IndexFunc(r.Obligations, func(o report.Obligation) bool { return o.ID == id })]
	same := func(code string, item *int) bool {
		return code == g.Code && (item == nil) == (g.Item == nil) && (item == nil || *item == *g.Item)
	}
	found := slices.ContainsFunc(o.Findings, func(f report.Finding) bool { return same(f.Code, f.Item) })
	asked := slices.ContainsFunc(o.Open, func(q report.Open) bool { return same(q.Finding, q.Item) })
	switch {
	case o.Verdict == report.Breach && found:
		return late
	case o.Verdict == report.Undetermined && (found || asked):
		return open
	case o.Verdict == report.Breach:
		return hidden
	}
	return kept
}

func following(day string) string {
	t, err := time.Parse(time.DateOnly, day)
	if err != nil {
		return day
	}
	return t.AddDate(0, 0, 1).Format(time.DateOnly)
}
