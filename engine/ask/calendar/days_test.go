package calendar_test

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/engine/ask/calendar"
	"github.com/dsaeval/dsaeval/engine/report"
)

// TestDays compares entries with days that were counted by hand from the law and
// Regulation 1182/71.
func TestDays(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		note             string
		facts            map[string]any
		kind             calendar.Kind
		obligation, code string
		earliest, latest report.Day
		status           calendar.Status
	}{
		{
			note:       "six months, which end on a Wednesday",
			facts:      map[string]any{"service.amar_published": true, "service.amar_published_on": "2025-12-15"},
			obligation: "dsa.art24.2", code: "overdue", earliest: "2026-06-15", latest: "2026-06-15", status: calendar.Open,
		},
		{
			note:       "six months, which end on a Saturday and so on the Monday after",
			facts:      map[string]any{"service.amar_published": true, "service.amar_published_on": "2026-01-13"},
			obligation: "dsa.art24.2", code: "overdue", earliest: "2026-07-13", latest: "2026-07-13", status: calendar.Open,
		},
		{
			note:       "six months, which are over",
			facts:      map[string]any{"service.amar_published": true, "service.amar_published_on": "2025-02-17"},
			obligation: "dsa.art24.2", code: "overdue", earliest: "2025-08-18", latest: "2025-08-18", status: calendar.Overdue,
		},
		{
			// 26 May 2026 follows Whit Monday, a holiday in Germany and not in Ireland.
			note: "a holiday of some Member States, where the State is not known",
			facts: map[string]any{
				"service.establishment_state": nil,
				"service.amar_published":      true, "service.amar_published_on": "2025-11-25",
			},
			obligation: "dsa.art24.2", code: "overdue", earliest: "2026-05-25", latest: "2026-05-26", status: calendar.Open,
		},
		{
			note:       "a month from the recommendations",
			facts:      map[string]any{"audit.audit_performed": true, "audit.audit_overall_opinion": "negative", "audit.audit_recommendations_received_on": "2026-01-07", "audit.audit_implementation_report_adopted": false, "audit.audit_recommendations_count": 3},
			obligation: "dsa.art37.6.implementation_report", code: "never", earliest: "2026-02-09", latest: "2026-02-09", status: calendar.Open,
		},
		{
			note:       "the day that a decision names",
			facts:      map[string]any{"supervision.action_plan_required": true, "supervision.action_plan_due_on": "2026-08-28", "supervision.action_plan_sent": false},
			obligation: "dsa.art75.2", code: "not_sent", earliest: "2026-08-28", latest: "2026-08-28", status: calendar.Open,
		},
	} {
		t.Run(c.note, func(t *testing.T) {
			e := entry(t, ofOne(t, changed(t, c.facts), c.obligation), calendar.Due, c.obligation, c.code)
			require.Equal(t, []any{c.status, report.Day(c.earliest), report.Day(c.latest)}, []any{e.Status, *e.Earliest, *e.Latest})
		})
	}
}

// TestBounds checks the days on which obligations begin and end.
func TestBounds(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		note    string
		facts   map[string]any
		kind    calendar.Kind
		article string
		day     string
		rests   string
	}{
		{
			"four months after the notification",
			map[string]any{"service.designation_decided_on": "2025-12-31", "service.designation_notified_on": "2026-01-10"},
			calendar.Begins, "33(6)", "2026-05-10", "/service/designation_notified_on",
		},
		{
			"before February 2024 the whole Regulation with it",
			map[string]any{"assessment.date": "2023-06-01"},
			calendar.Begins, "92", "2023-08-25", "/service/designation_notified_on",
		},
		{
			"the general day of application",
			map[string]any{"assessment.date": "2023-06-01", "service.designation_status": "none", "service.designation_decided_on": nil, "service.designation_notified_on": nil, "service.designation_terminated": nil},
			calendar.Begins, "93(2)", "2024-02-17", "",
		},
		{
			"four months after the end of the designation",
			map[string]any{"service.designation_terminated": true, "service.termination_notified_on": "2026-01-02"},
			calendar.Ends, "33(6)", "2026-05-01", "/service/termination_notified_on",
		},
		{
			"a year of grace, whose last day is the same of the year after",
			map[string]any{"service.designation_status": "none", "service.designation_decided_on": nil, "service.designation_notified_on": nil, "service.designation_terminated": nil, "service.size_status_lost": true, "service.size_status_lost_on": "2025-03-31"},
			calendar.Begins, "19(1)", "2026-04-01", "/service/size_status_lost_on",
		},
		{
			"a court's suspension is lifted",
			map[string]any{"service.suspensions": []any{map[string]any{"obligations": []any{"dsa.art39"}, "from": "2025-01-01", "lifted": true, "lifted_on": "2026-03-01"}}},
			calendar.Begins, "39(1)", "2026-03-01", "/service/suspensions/0/lifted_on",
		},
	} {
		t.Run(c.note, func(t *testing.T) {
			made := of(t, changed(t, c.facts), "")
			for _, e := range made.Entries {
				if e.Kind != c.kind || e.Article != c.article {
					continue
				}
				require.True(t, e.Exact())
				require.EqualValues(t, c.day, e.Day())
				var rests []string
				for _, f := range e.Facts {
					rests = append(rests, f.Pointer)
				}
				if c.rests != "" {
					require.Contains(t, rests, c.rests)
				}
				return
			}
			require.Fail(t, "no such entry", "%+v", made.Entries)
		})
	}
}

// TestDone checks that what was done stands with its day, and whether in time.
func TestDone(t *testing.T) {
	t.Parallel()
	for published, want := range map[string]calendar.Status{"2023-02-17": calendar.Done, "2023-02-20": calendar.DoneLate} {
		f := changed(t, map[string]any{
			"assessment.date":        "2023-07-01",
			"service.amar_published": true, "service.amar_published_on": published,
			"service.amar_first_published": true, "service.amar_first_published_on": published,
			"service.amar_previous_published": false,
		})
		e := entry(t, ofOne(t, f, "dsa.art24.2"), calendar.Due, "dsa.art24.2", "")
		require.Equal(t, []any{want, report.Day(published)}, []any{e.Status, e.Day()})
		require.Equal(t, "/service/amar_published_on", e.Facts[0].Pointer)
	}
}

// TestKept checks the last day to keep something: three years, whose end does not move
// although it is a Sunday.
func TestKept(t *testing.T) {
	t.Parallel()
	f := changed(t, map[string]any{
		"risk_assessment.risk_assessment_exists": true, "risk_assessment.risk_assessment_first_completed_on": "2023-08-23",
		"risk_assessment.risk_assessment_last_completed_on": "2025-08-21",
	})
	e := entry(t, ofOne(t, f, "dsa.art34.3"), calendar.Ends, "dsa.art34.3", "")
	require.True(t, e.Exact())
	require.EqualValues(t, "2026-08-23", e.Day())
	require.Equal(t, "/risk_assessment/risk_assessment_first_completed_on", e.Facts[0].Pointer)
}

// TestUndated checks that what cannot be dated says which fact is missing.
func TestUndated(t *testing.T) {
	t.Parallel()
	f := changed(t, map[string]any{"service.amar_published": true})
	e := entry(t, ofOne(t, f, "dsa.art24.2"), calendar.Due, "dsa.art24.2", "overdue")
	require.Equal(t, calendar.Unclear, e.Status)
	require.Empty(t, e.Day())
	require.Equal(t, []calendar.Missing{{
		Pointer: "/service/amar_published_on", Question: "On which day was the number of recipients last published?",
	}}, e.Missing)
}

// TestOneOfAll: the entries of an obligation are the same whatever else is judged. What
// begins or ends for several at once stands together, and is not compared.
func TestOneOfAll(t *testing.T) {
	t.Parallel()
	f := busyFacts(t)
	whole, compared := of(t, f, ""), map[calendar.Kind]int{}
	for _, obligation := range []string{"dsa.art24.2", "dsa.art34.3", "dsa.art42.1", "dsa.art75.2"} {
		own := ofOne(t, f, obligation)
		for _, e := range whole.Entries {
			if slices.Equal(e.Obligations, []string{obligation}) {
				require.Contains(t, own.Entries, e)
				compared[e.Kind]++
			}
		}
		for _, e := range own.Entries {
			if e.Kind == calendar.Due {
				require.Contains(t, whole.Entries, e)
			}
		}
	}
	require.Greater(t, compared[calendar.Due], 1)
	require.Positive(t, compared[calendar.Ends])
}

// entry returns the entry on an obligation with a ground; the empty one stands for
// none.
func entry(t *testing.T, c *calendar.Calendar, kind calendar.Kind, obligation, code string) calendar.Entry {
	t.Helper()
	for _, e := range c.Entries {
		if e.Kind != kind || e.Obligations[0] != obligation {
			continue
		}
		if code == "" && len(e.Grounds) == 0 {
			return e
		}
		for _, g := range e.Grounds {
			if g.Code == code {
				return e
			}
		}
	}
	require.Fail(t, "no such entry", "%s %s in %+v", obligation, code, c.Entries)
	return calendar.Entry{}
}

// TestLatestDay: a calendar is judged day by day, so that it has an end.
func TestLatestDay(t *testing.T) {
	t.Parallel()
	f := load(t, "assessment: {date: 2026-01-15}\nservice: {name: Example}\n")
	narrow, err := eng(t).Select([]string{"dsa.art11.1"}, nil)
	require.NoError(t, err)
	c, err := narrow.Calendar(t.Context(), f, "2046-01-15")
	require.NoError(t, err)
	require.Equal(t, report.Day("2046-01-15"), c.Until)
	for _, until := range []report.Day{"2046-01-16", "9999-12-31"} {
		_, err = narrow.Calendar(t.Context(), f, until)
		require.ErrorContains(t, err, "the latest day is 2046-01-15")
	}
}
