package transparency

import (
	"fmt"

	"github.com/dsaeval/dsaeval/internal/lazy"
)

const anyDay = `\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}`

var (
	periodLike = lazy.NewRegexp(`^` + anyDay + `\s*[-/–]+\s*` + anyDay + `$`)
	// periodInWords is 1 January 2026 - 30 June 2026.
	periodInWords = lazy.NewRegexp(`^(?i:from |vom |du )?(.+?)(?:\s+[-–—]\s+|\s*[–—/]\s*|\s+(?:to|until|bis|au|al|do|έως)\s+)(.+)$`)
	periodOf      = lazy.NewRegexp(`^(` + anyDay + `)\s*(?:[-/–]+|to)\s*(` + anyDay + `)$`)
)

// period reads the period of every row. Where part 1 does not give it, the one
// that all readable rows agree on is taken. Rows of the template that were left
// untouched, because they do not apply, say nothing.
func (r *Report) period(order dateOrder) {
	id := &r.Identification
	var from, to []Day
	var periods []linePeriod
	impossible := map[*Sheet]int{}
	for _, line := range r.Lines {
		if line.Period == "" || nothing(line.Period) {
			continue
		}
		at := line.Ref
		at.Column = line.PeriodColumn
		s := r.sheet(at)
		if placeholder(line.Part, line.Period) {
			rule := "placeholder"
			if !line.Filled {
				rule = "placeholder-unused"
			}
			r.once(rule, at, line.Period, false, "%q is a placeholder of the template", line.Period)
			continue
		}
		m := daysOf(line.Period)
		if m == nil {
			r.once("period-form", at, line.Period, false, "%q is no period; YYYY-MM-DD/YYYY-MM-DD is prescribed", shorten(line.Period))
			continue
		}
		start, _, okStart := dayOf(m[1], order)
		end, _, okEnd := dayOf(m[2], order)
		if order == anyOrder && (yearLast.MatchString(m[1]) && !okStart || yearLast.MatchString(m[2]) && !okEnd) {
			r.once("period-form", at, line.Period, false, "%q can be read in two ways; YYYY-MM-DD/YYYY-MM-DD is prescribed", line.Period)
			continue
		}
		if !okStart || !okEnd {
			if impossible[s]++; impossible[s] == 1 {
				s.Note(at.Row, at.Column, "impossible-day", false, fmt.Sprintf("%q names a day that does not exist, or is out of reach", line.Period))
			}
			continue
		}
		if line.Period != start+"/"+end {
			r.once("period-form", at, line.Period, true, "%q is read as %s/%s; the form YYYY-MM-DD/YYYY-MM-DD is prescribed", line.Period, start, end)
		}
		from, to = append(from, Day{at, start}), append(to, Day{at, end})
		periods = append(periods, linePeriod{line, start, end})
	}
	for s, n := range impossible {
		if n > 1 {
			s.Note(0, s.column(2)+1, "fill-down", false, fmt.Sprintf("%d periods name days that do not exist, as when a spreadsheet fills a date down", n))
		}
	}
	takeDay(r, &id.From, from, "begins")
	takeDay(r, &id.To, to, "ends")
	if id.From.known() && id.To.known() && id.To.Text < id.From.Text {
		s := r.sheet(id.To.Ref)
		s.Note(id.To.Ref.Row, id.To.Ref.Column, "period", false, fmt.Sprintf("the period ends on %s, before it begins on %s (%s); both are left unknown", id.To.Text, id.From.Text, id.From.Ref))
		id.From, id.To = Day{}, Day{}
	}
	r.otherPeriods(periods)
}

// daysOf returns a period and the two days of it, nil if it has no two.
func daysOf(period string) []string {
	if m := periodOf.FindStringSubmatch(period); m != nil {
		return m
	}
	m := periodInWords.FindStringSubmatch(period)
	if m == nil || !inWords.MatchString(m[1]) || !inWords.MatchString(m[2]) {
		return nil
	}
	return m
}

func takeDay(r *Report, target *Day, days []Day, what string) {
	stated := target.known()
	differs := false
	for _, d := range days {
		if !target.known() {
			*target = d
		}
		if d.Text != target.Text {
			differs = true
			r.once("period", d.Ref, what+d.Text, false, "the period %s on %s here and on %s in %s", what, d.Text, target.Text, target.Ref)
		}
	}
	// Part 1 is about the report; rows that disagree leave it unknown.
	if !stated && differs {
		*target = Day{}
	}
}

// linePeriod is what a row says of its period.
type linePeriod struct {
	line     Line
	from, to string
}

// otherPeriods leaves the figures of rows unknown whose period has no day in common
// with that of the report: a part of an earlier report lies among the others.
func (r *Report) otherPeriods(periods []linePeriod) {
	id := r.Identification
	if !id.From.known() || !id.To.known() {
		return
	}
	others := map[rowPlace]bool{}
	for _, p := range periods {
		if p.line.Part == partIdentification || !p.line.Filled || p.from <= id.To.Text && id.From.Text <= p.to {
			continue
		}
		others[rowOf(p.line.Ref)] = true
		at := p.line.Ref
		at.Column = p.line.PeriodColumn
		r.once("period-other", at, p.line.Period, false, "rows of the period %s are left unknown; the report is on %s/%s", p.line.Period, id.From.Text, id.To.Text)
	}
	r.leave(others)
}
