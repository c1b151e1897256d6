package engine

import (
	"context"

	"github.com/dsaeval/dsaeval/engine/ask/calendar"
	"github.com/dsaeval/dsaeval/engine/facts"
	"github.com/dsaeval/dsaeval/engine/report"
)

// Calendar says what begins, ends and falls due for a service from the assessment date
// of its facts to a last day; the zero one stands for a year later. Of the
// waivers those count that name the service. The errors are those of
// [Engine.Evaluate], and one for a last day that is none, before the assessment date or more than 20 years after it.
func (e *Engine) Calendar(ctx context.Context, f *facts.Facts, until report.Day, waivers ...report.Waiver) (*calendar.Calendar, error) {
	if err := e.usable(ctx, f); err != nil {
		return nil, err
	}
	return calendar.Of(ctx, judge{Engine: e}, f, until, waivers...)
}

// judge is an engine as calendars ask it.
type judge struct {
	*Engine
	// judged is the full report about facts, where there is one.
	facts  *facts.Facts
	judged *report.Report
}

// Report judges in full, as a calendar needs evidence and what is missing.
func (j judge) Report(ctx context.Context, f *facts.Facts) (*report.Report, error) {
	if j.judged != nil && f == j.facts {
		return j.judged, nil
	}
	return j.Evaluate(ctx, f)
}
