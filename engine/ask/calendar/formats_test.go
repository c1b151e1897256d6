package calendar_test

import (
	"bytes"
	"io"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/emersion/go-ical"
	"github.com/mattn/go-runewidth"
	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/engine/ask/calendar"
	"github.com/dsaeval/dsaeval/engine/facts"
	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/schemas"
)

// busyFacts are those of a service with something of every kind.
func busyFacts(t *testing.T) *facts.Facts {
	t.Helper()
	return changed(t, map[string]any{
		"service.amar_published": true, "service.amar_published_on": "2025-02-17",
		"supervision.action_plan_required": true, "supervision.action_plan_due_on": "2026-08-28", "supervision.action_plan_sent": false,
		"service.designation_terminated": true, "service.termination_notified_on": "2026-01-02",
		"risk_assessment.risk_assessment_exists": true, "risk_assessment.risk_assessment_first_completed_on": "2023-08-24",
	})
}

var (
	busyOnce sync.Once
	busyMade *calendar.Calendar
)

// busy is the calendar of that service, which is made once.
func busy(t *testing.T) *calendar.Calendar {
	t.Helper()
	busyOnce.Do(func() { busyMade = busyAnew(t) })
	require.NotNil(t, busyMade)
	return busyMade
}

func busyAnew(t *testing.T) *calendar.Calendar {
	t.Helper()
	c, err := eng(t).Calendar(t.Context(), busyFacts(t), "2026-12-31",
		report.Waiver{Obligation: "dsa.art16.6", Service: "Example", Reason: "moving; to Ünïcode, with commas", LastValidDay: "2026-03-31"},
		report.Waiver{Obligation: "dsa.art16.6", Service: "Another", Reason: "not ours", LastValidDay: "2026-03-31"},
		report.Waiver{Obligation: "dsa.art16.5", Service: "Example", Reason: "too late", LastValidDay: "2027-03-31"})
	require.NoError(t, err)
	return c
}

// TestICal reads the events with another library than that which writes them.
func TestICal(t *testing.T) {
	t.Parallel()
	c := busy(t)
	var first, second bytes.Buffer
	require.NoError(t, calendar.WriteICal(&first, c))
	require.NoError(t, calendar.WriteICal(&second, busyAnew(t)))
	require.Equal(t, first.String(), second.String())
	for _, line := range strings.SplitAfter(first.String(), "\n") {
		require.LessOrEqual(t, len(strings.TrimSuffix(line, "\r\n")), 75, "RFC 5545, 3.1")
		require.True(t, line == "" || strings.HasSuffix(line, "\r\n"))
	}
	decoder := ical.NewDecoder(&first)
	read, err := decoder.Decode()
	require.NoError(t, err)
	_, err = decoder.Decode()
	require.ErrorIs(t, err, io.EOF)
	events := map[string]ical.Event{}
	for _, event := range read.Events() {
		uid, err := event.Props.Text(ical.PropUID)
		require.NoError(t, err)
		require.NotContains(t, events, uid)
		events[uid] = event
	}
	dated := 0
	for _, e := range c.Entries {
		if e.Day() == "" || e.Status == calendar.Done {
			require.NotContains(t, events, e.UID)
			continue
		}
		dated++
		event := events[e.UID]
		start, err := event.DateTimeStart(time.UTC)
		require.NoError(t, err)
		end, err := event.DateTimeEnd(time.UTC)
		require.NoError(t, err)
		require.EqualValues(t, e.Day(), start.Format(time.DateOnly))
		require.Equal(t, 24*time.Hour, end.Sub(start))
		require.Equal(t, ical.ValueDate, event.Props.Get(ical.PropDateTimeStart).ValueType())
		stamp, err := event.Props.DateTime(ical.PropDateTimeStamp, time.UTC)
		require.NoError(t, err)
		require.Equal(t, "2026-01-15", stamp.Format(time.DateOnly))
		summary, err := event.Props.Text(ical.PropSummary)
		require.NoError(t, err)
		require.Contains(t, summary, e.Title)
	}
	require.Len(t, events, dated)
	require.Greater(t, dated, 4)
}

// TestJSON checks the JSON against its schema.
func TestJSON(t *testing.T) {
	t.Parallel()
	bundle, err := schemas.Other("calendar")
	require.NoError(t, err)
	schema, err := facts.NewSchema(bundle)
	require.NoError(t, err)
	var out bytes.Buffer
	require.NoError(t, calendar.WriteJSON(&out, busy(t)))
	_, err = schema.Document("calendar.json", out.Bytes())
	require.NoError(t, err)
	require.Equal(t, 1, strings.Count(out.String(), "\n"))
}

// TestUIDs checks that what is due keeps its name when its day moves, and that
// another service has others.
func TestUIDs(t *testing.T) {
	t.Parallel()
	uid := func(name, published string) string {
		f := changed(t, map[string]any{"service.name": name, "service.amar_published": true, "service.amar_published_on": published})
		return entry(t, ofOne(t, f, "dsa.art24.2"), calendar.Due, "dsa.art24.2", "overdue").UID
	}
	require.Equal(t, uid("Example", "2025-11-03"), uid("Example", "2026-01-12"))
	require.NotEqual(t, uid("Example", "2026-01-12"), uid("Other", "2026-01-12"))
}

// TestText checks the order of the sections and that an entry fits its line.
func TestText(t *testing.T) {
	t.Parallel()
	var out bytes.Buffer
	require.NoError(t, calendar.WriteText(&out, busy(t)))
	at := -1
	for _, heading := range []string{"\nOverdue, or perhaps\n", "\nAhead\n", "\nWithout a day, because facts are missing\n", "\nDone\n"} {
		next := strings.Index(out.String(), heading)
		require.Greater(t, next, at, heading)
		at = next
	}
	for _, line := range strings.Split(out.String(), "\n") {
		require.LessOrEqual(t, runewidth.StringWidth(line), 100, line)
	}
	require.Contains(t, out.String(), "  2025-08-18  overdue   24(2)    The number of recipients in the Union is published every six months\n")
	require.Contains(t, out.String(), "  2026-03-31  ends      16(6)    Last day of a waiver: moving; to Ünïcode, with commas\n")
	require.NotContains(t, out.String(), "not ours")
	require.NotContains(t, out.String(), "too late")

	var long bytes.Buffer
	require.NoError(t, calendar.WriteText(&long, busy(t), calendar.Long()))
	require.Regexp(t, `(?m)^      rests on facts.yaml:\d+:\d+ service.amar_published_on = 2025-02-17$`, long.String())
	require.Contains(t, long.String(), "      else: More than six months have passed since the number of recipients was published\n")
}
