package transparency

import (
	"strings"
	"time"

	"github.com/dsaeval/dsaeval/policies/calendar"
)

// dates checks the period, the day of publication and the previous report. Only
// periods that end on 31 December 2025 or later are bound by the implementing
// act.
func (l *linter) dates() {
	id := l.r.Identification
	bound := id.To.known() && id.To.Text >= l.law.firstPeriodEnd
	if bound && id.From.known() {
		l.check("period-prescribed", !l.prescribed(id.From.Text, id.To.Text) && !l.first(), id.To.Ref,
			"the period is %s to %s; a calendar year is prescribed, or a half-year for designated services", id.From.Text, id.To.Text)
	}
	if id.Published.known() && id.To.known() {
		// The State whose holidays count does not stand in the report.
		due := calendar.AddMonths(id.To.time(), l.law.months)
		if end, err := calendar.PeriodEnd(id.To.time(), l.law.months, calendar.Months, calendar.Latest); err == nil {
			due = end
		}
		l.check("published-early", id.Published.Text <= id.To.Text, id.Published.Ref,
			"published on %s, and the period ended on %s", id.Published.Text, id.To.Text)
		if bound {
			l.check("published-late", id.Published.Text > due.Format(time.DateOnly), id.Published.Ref,
				"published on %s; due on %s, two months after %s", id.Published.Text, due.Format(time.DateOnly), id.To.Text)
		}
	}
	if !l.r.has(partIdentification) {
		return
	}
	at := l.r.where(partIdentification)
	for _, w := range l.r.Words {
		if w.Part == partIdentification && w.Key == "previous" {
			at = w.Ref
		}
	}
	l.check("previous-missing", !id.Previous.known(), at, "there is no date of the previous report; it stays blank only for a first one")
	if id.Previous.known() && id.Published.known() {
		l.check("previous-not-before", id.Previous.Text >= id.Published.Text, id.Previous.Ref,
			"the previous report is from %s, and this one from %s", id.Previous.Text, id.Published.Text)
	}
}

// first reports whether this may be the first report of a service, which begins
// when the service does: there is no previous one, and it ends like any other.
func (l *linter) first() bool {
	id := l.r.Identification
	sameYear := id.From.Text[:4] == id.To.Text[:4]
	return !id.Previous.known() && sameYear && (strings.HasSuffix(id.To.Text, "-12-31") || strings.HasSuffix(id.To.Text, "-06-30"))
}

func (l *linter) prescribed(from, to string) bool {
	sameYear := from[:4] == to[:4]
	switch {
	case sameYear && strings.HasSuffix(from, "-01-01") && (strings.HasSuffix(to, "-12-31") || strings.HasSuffix(to, "-06-30")):
		return true
	case sameYear && strings.HasSuffix(from, "-07-01") && strings.HasSuffix(to, "-12-31"):
		return true
	}
	// The cycle that ran in February 2025 ends with that year.
	return to == l.law.firstPeriodEnd && from <= l.law.transitionStart
}
