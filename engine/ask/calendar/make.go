package calendar

import (
	"context"
	"fmt"
	"slices"

	"github.com/dsaeval/dsaeval/engine/facts"
	"github.com/dsaeval/dsaeval/engine/policy"
	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/internal/lists"
)

// Judge is what a calendar asks of an engine, which makes one of itself: the calendar
// stands below the façade and imports none of it.
type Judge interface {
	// Report judges facts on their assessment date.
	Report(ctx context.Context, f *facts.Facts) (*report.Report, error)
	// Outlook tells how obligations, all without ids, stand between two days.
	Outlook(ctx context.Context, f *facts.Facts, from, until report.Day, ids ...string) ([]policy.Outlook, error)
	Obligations() []*policy.Obligation
	// Figures are those of the law.
	Figures() []policy.Parameter
}

// Of makes the calendar of a service, as engine.Engine.Calendar says.
func Of(ctx context.Context, judge Judge, f *facts.Facts, until report.Day, waivers ...report.Waiver) (*Calendar, error) {
	r, err := judge.Report(ctx, f)
	if err != nil {
		return nil, err
	}
	today := r.AssessmentDate
	if until == "" {
		until = inAYear(today)
	}
	if latest := inYears(today, maxYears); until.Valid() && until.After(latest) {
		return nil, fmt.Errorf("a calendar cannot end on %s: the rules are asked how they stand on each day, for at most %d years after the assessment date, %s; the latest day is %s", until, maxYears, today, latest)
	}
	outlooks, err := judge.Outlook(ctx, f, today, until)
	if err != nil {
		return nil, err
	}
	m := &maker{
		Calendar: &Calendar{
			SchemaVersion: schemaVersion, AssessmentDate: today, Until: until, Service: r.Service,
			Entries: []Entry{}, Provenance: r.Provenance,
		},
		judge: judge, facts: f, reports: map[report.Day]*report.Report{today: r}, uids: map[string]bool{},
	}
	for _, part := range []func(context.Context, []policy.Outlook) error{m.due, m.done, m.bounds, m.keeps} {
		if err := part(ctx, outlooks); err != nil {
			return nil, err
		}
	}
	m.waived(waivers)
	m.sort()
	return m.Calendar, nil
}

// maker is a calendar that is being made.
type maker struct {
	*Calendar
	judge   Judge
	facts   *facts.Facts
	reports map[report.Day]*report.Report
	uids    map[string]bool
}

// reportOn judges the facts on a day.
func (m *maker) reportOn(ctx context.Context, day report.Day) (*report.Report, error) {
	if r := m.reports[day]; r != nil {
		return r, nil
	}
	dated, err := m.facts.WithAssessmentDate(day)
	if err != nil {
		return nil, err
	}
	r, err := m.judge.Report(ctx, dated)
	if err != nil {
		return nil, err
	}
	m.reports[day] = r
	return r, nil
}

// judgedOn is the verdict on an obligation on a day.
func (m *maker) judgedOn(ctx context.Context, day report.Day, id string) (*report.Report, report.Obligation, error) {
	r, err := m.reportOn(ctx, day)
	if err != nil {
		return nil, report.Obligation{}, err
	}
	i := slices.IndexFunc(r.Obligations, func(o report.Obligation) bool { return o.ID == id })
	return r, r.Obligations[i], nil
}

func (m *maker) add(e Entry) {
	e.UID = m.uid(e)
	e.Obligations, e.Grounds, e.Facts, e.Missing = lists.OrEmpty(e.Obligations), lists.OrEmpty(e.Grounds), lists.OrEmpty(e.Facts), lists.OrEmpty(e.Missing)
	m.Entries = append(m.Entries, e)
}

// maxYears is how far a calendar looks ahead at most. Each day is judged, which takes
// minutes for a century.
const maxYears = 20

// inAYear is the same day of the next year; of 29 February the first of March.
func inAYear(day report.Day) report.Day { return inYears(day, 1) }

func inYears(day report.Day, years int) report.Day {
	t, err := day.Time()
	if err != nil {
		return day // the facts schema has checked it
	}
	return report.DayOf(t.AddDate(years, 0, 0))
}
