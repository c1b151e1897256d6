package policies_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/engine/policy"
	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/internal/policytest"
	"github.com/dsaeval/dsaeval/policies/calendar"
)

// TestLateness walks every duty that remembers lateness through its days. A case
// that shows the finding is taken; the day of the act is moved to find the last
// day in time, which is then held against three things: the act on that day and
// before is in time, the day after is late; without the act nothing runs on that
// day, and something does the day after; a year later the lateness is still told.
func TestLateness(t *testing.T) {
	t.Parallel()
	set := load(t)
	walked := 0
	for _, o := range set.Obligations() {
		file := casesOf(t, o)
		for _, f := range o.Findings {
			if f.EndedOn == "" {
				continue
			}
			walked++
			t.Run(o.ID+" "+f.Code, func(t *testing.T) {
				t.Parallel()
				late, before, ok := lateCase(t, o, file, f)
				require.True(t, ok, "no case shows the finding %q, and nothing else that it moves with", f.Code)
				walkLateness(t, o, f, late, before)
			})
		}
	}
	require.NotZero(t, walked)
}

// lateCase returns the facts of the first case that shows a finding as ended,
// and those of the same situation before the act, if the case says what else was
// different then.
func lateCase(t *testing.T, o *policy.Obligation, file *policytest.File, f policy.FindingRule) (late, before flat, ok bool) {
	t.Helper()
	for _, c := range file.Cases {
		if c.Invalid != "" || len(c.Readings) > 0 || !slices.Contains(c.Findings, f.Code) {
			continue
		}
		base := service(t, file.Service)
		if c.Service != "" {
			base = service(t, c.Service)
		}
		facts := over(t, base, file.Compliant, c.Facts)
		if _, dated := facts[f.EndedOn].(string); dated && shows(judge(t, o, facts), f.Code) {
			if c.Before != nil {
				before = over(t, facts, flat{f.EndedOn: nil}, c.Before)
			}
			return facts, before, true
		}
	}
	return nil, nil, false
}

func shows(a report.Obligation, code string) bool {
	return slices.ContainsFunc(a.Findings, func(f report.Finding) bool { return f.Code == code && f.Ended() })
}

// running are the findings that have not ended.
func running(a report.Obligation) []string {
	var codes []string
	for _, f := range a.Findings {
		if !f.Ended() {
			codes = append(codes, f.Code)
		}
	}
	return codes
}

func walkLateness(t *testing.T, o *policy.Obligation, f policy.FindingRule, late, before flat) {
	t.Helper()
	why := casesOf(t, o).Lateness[f.Code]
	done := day(t, late[f.EndedOn].(string))
	// on reports whether the act on a day is late; days that contradict other
	// facts of the case are left out.
	on := func(d time.Time) (isLate, valid bool) {
		facts := over(t, late, flat{f.EndedOn: d.Format(time.DateOnly)})
		if _, err := suite(t).Document(facts); err != nil {
			return false, false
		}
		return shows(judge(t, o, facts), f.Code), true
	}
	last := done.AddDate(0, 0, -1)
	for isLate, valid := on(last); isLate && valid; isLate, valid = on(last) {
		last = last.AddDate(0, 0, -1)
		require.Less(t, done.Sub(last), 900*24*time.Hour, "the finding holds however early the act")
	}
	_, valid := on(last)
	require.True(t, valid, "the facts of the case allow no act in time")

	moved, err := calendar.LastDay(last, calendar.Earliest)
	require.NoError(t, err)
	if reason := why.Unmoved; reason == "" {
		require.Equal(t, moved, last, "a period ends on a working day, Regulation 1182/71, Art. 3(4)")
	}
	for _, earlier := range []int{1, 7, 30} {
		isLate, valid := on(last.AddDate(0, 0, -earlier))
		require.False(t, isLate && valid, "%d days before the last day", earlier)
	}

	never := before
	if never == nil {
		never = over(t, late, flat{f.EndedOn: nil})
		for _, flag := range impliedFlags(t, f.EndedOn) {
			never = over(t, never, partsOf(t, flag))
			never[flag] = false
		}
	}
	at := func(d time.Time) report.Obligation {
		return judge(t, o, over(t, never, flat{"assessment.date": d.Format(time.DateOnly)}))
	}
	due := last.AddDate(0, 0, 1)
	if why.DueAtOnce != "" {
		due = last
	}
	switch overdue := running(at(due)); {
	case why.RunsElsewhere != "":
	case due.Equal(last):
		require.NotEmpty(t, overdue, "nothing runs on %s", due.Format(time.DateOnly))
	default:
		require.NotSubset(t, running(at(last)), overdue, "nothing begins to run on %s", due.Format(time.DateOnly))
	}

	yearLater := over(t, late, flat{"assessment.date": calendar.AddMonths(done, 12).Format(time.DateOnly)})
	got := judge(t, o, yearLater)
	require.True(t, shows(got, f.Code), "a year after the act: %v", policytest.Codes(got))
	require.Equal(t, report.Breach, got.Verdict)
}

// impliedFlags are the flags that a date implies, as dotted paths.
func impliedFlags(t *testing.T, date string) []string {
	t.Helper()
	section, name, _ := strings.Cut(date, ".")
	var own, shared []string
	for flag, keywords := range fieldsOf(t, section) {
		switch signs := textsOf(keywords["implied_by"]); {
		case slices.Equal(signs, []string{name}):
			own = append(own, section+"."+flag)
		case slices.Contains(signs, name):
			shared = append(shared, section+"."+flag)
		}
	}
	// A flag that other facts imply as well may say that there is a whole, of
	// which the act is a part.
	if len(own) > 0 {
		return own
	}
	return shared
}

// partsOf are the facts that there are only where a flag is true, each taken
// away.
func partsOf(t *testing.T, flag string) flat {
	t.Helper()
	section, name, _ := strings.Cut(flag, ".")
	parts := flat{}
	for field, keywords := range fieldsOf(t, section) {
		if field == name {
			for _, part := range textsOf(keywords["implied_by"]) {
				parts[section+"."+part] = nil
			}
		}
		if slices.Contains(textsOf(keywords["present_only_if"]), name) {
			parts[section+"."+field] = nil
		}
	}
	return parts
}

func fieldsOf(t *testing.T, section string) map[string]map[string]any {
	t.Helper()
	properties := factsBundle(t)["$defs"].(map[string]any)[section].(map[string]any)["properties"].(map[string]any)
	fields := map[string]map[string]any{}
	for name, field := range properties {
		fields[name] = field.(map[string]any)
	}
	return fields
}

// textsOf reads a keyword that is a text, or a list of them.
func textsOf(value any) []string {
	if one, ok := value.(string); ok {
		return []string{one}
	}
	var texts []string
	list, _ := value.([]any)
	for _, each := range list {
		if text, ok := each.(string); ok {
			texts = append(texts, text)
		}
	}
	return texts
}

func day(t *testing.T, text string) time.Time {
	t.Helper()
	d, err := time.Parse(time.DateOnly, text)
	require.NoError(t, err)
	return d
}
