package transparency

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"
)

// Day is a date of the report with its place; Text is "" where it is not known.
type Day struct {
	Ref  Ref
	Text string
}

func (d Day) known() bool { return d.Text != "" }

func (d Day) time() time.Time {
	t, _ := time.Parse(time.DateOnly, d.Text)
	return t
}

// Identification says what the report is about.
type Identification struct {
	Service, Provider             Day
	Published, Previous, From, To Day
}

var (
	periodLike = regexp.MustCompile(`^\d{4}[-/.]\d{1,2}[-/.]\d{1,2}\s*[-/–]+\s*\d{4}[-/.]\d{1,2}[-/.]\d{1,2}$`)
	dayLike    = regexp.MustCompile(`^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ]00:00(?::00)?.*)?$`)
	periodOf   = regexp.MustCompile(`^(\d{4}[-/.]\d{1,2}[-/.]\d{1,2})\s*[-/–]+\s*(\d{4}[-/.]\d{1,2}[-/.]\d{1,2})$`)
	serial     = regexp.MustCompile(`^[345]\d{4}(\.0+)?$`)
)

// dayOf reads a date. The form is prescribed; year, month and day in this order
// with other marks can be read in one way only, other orders cannot.
func dayOf(text string) (day string, prescribed, ok bool) {
	m := dayLike.FindStringSubmatch(text)
	if m == nil {
		return "", false, false
	}
	year, _ := strconv.Atoi(m[1])
	month, _ := strconv.Atoi(m[2])
	d, _ := strconv.Atoi(m[3])
	t := time.Date(year, time.Month(month), d, 0, 0, 0, 0, time.UTC)
	if t.Year() != year || int(t.Month()) != month || t.Day() != d {
		return "", false, false
	}
	day = t.Format(time.DateOnly)
	return day, day == text, true
}

func (r *Report) identify() {
	id := &r.Identification
	targets := map[string]*Day{"published": &id.Published, "previous": &id.Previous, "start": &id.From, "end": &id.To}
	for _, w := range r.Words {
		if w.Part != partIdentification || !w.Given {
			continue
		}
		s := r.sheet(w.Ref)
		if w.Key == "provider" {
			id.Provider = Day{w.Ref, w.Text}
			continue
		}
		target := targets[w.Key]
		day, prescribed, ok := dayOf(w.Text)
		if !ok && w.Ref.Sheet != "" && serial.MatchString(w.Text) {
			// A workbook holds dates as days since 30 December 1899.
			n, _ := strconv.Atoi(strings.SplitN(w.Text, ".", 2)[0])
			day, prescribed, ok = time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC).AddDate(0, 0, n).Format(time.DateOnly), true, true
		}
		switch {
		case !ok:
			s.note(w.Ref.Row, w.Ref.Column, "date", false, fmt.Sprintf("%q is no day; it is left unknown", shorten(w.Text)))
			continue
		case !prescribed:
			s.note(w.Ref.Row, w.Ref.Column, "date-form", true, fmt.Sprintf("%q is read as %s; the form YYYY-MM-DD is prescribed", w.Text, day))
		}
		if target.known() && target.Text != day {
			s.note(w.Ref.Row, w.Ref.Column, "repeated-row", false, fmt.Sprintf("%s differs from %s in %s; the first is kept", day, target.Text, target.Ref))
			continue
		}
		*target = Day{w.Ref, day}
	}
	r.service()
	r.period()
}

func (r *Report) sheet(ref Ref) *Sheet {
	i := slices.IndexFunc(r.Sheets, func(s *Sheet) bool {
		return s.File == ref.File && s.Name == ref.Sheet && (ref.Row == 0 || s.last == 0 || s.first <= ref.Row && ref.Row <= s.last)
	})
	return r.Sheets[i]
}

// service takes the name that all rows agree on, but for case.
func (r *Report) service() {
	id := &r.Identification
	for _, line := range r.Lines {
		if line.Service == "" {
			continue
		}
		at := line.Ref
		at.Column = line.ServiceColumn
		if !id.Service.known() {
			id.Service = Day{at, line.Service}
		}
		if line.Service != id.Service.Text && !r.said("service", at, line.Service) {
			s := r.sheet(at)
			s.note(at.Row, at.Column, "service", false, fmt.Sprintf("the service is called %q here and %q in %s", line.Service, id.Service.Text, id.Service.Ref))
		}
	}
}

// said reports whether a sheet has a note of a rule with that word already.
func (r *Report) said(rule string, at Ref, word string) bool {
	return slices.ContainsFunc(r.sheet(at).notes, func(n Note) bool { return n.rule == rule && strings.Contains(n.Text, strconv.Quote(word)) })
}

// period reads the period of every row. Where part 1 does not give it, the one
// that all readable rows agree on is taken.
func (r *Report) period() {
	id := &r.Identification
	var from, to []Day
	impossible := map[*Sheet]int{}
	for _, line := range r.Lines {
		if line.Period == "" {
			continue
		}
		at := line.Ref
		at.Column = line.PeriodColumn
		s := r.sheet(at)
		if placeholder(line.Part, line.Period) {
			if !r.said("placeholder", at, line.Period) {
				s.note(at.Row, at.Column, "placeholder", false, fmt.Sprintf("%q is a placeholder of the template", line.Period))
			}
			continue
		}
		m := periodOf.FindStringSubmatch(line.Period)
		if m == nil {
			if !r.said("period-form", at, line.Period) {
				s.note(at.Row, at.Column, "period-form", false, fmt.Sprintf("%q is no period; YYYY-MM-DD/YYYY-MM-DD is prescribed", shorten(line.Period)))
			}
			continue
		}
		start, _, okStart := dayOf(m[1])
		end, _, okEnd := dayOf(m[2])
		if !okStart || !okEnd {
			if impossible[s]++; impossible[s] == 1 {
				s.note(at.Row, at.Column, "impossible-day", false, fmt.Sprintf("%q names a day that does not exist", line.Period))
			}
			continue
		}
		if line.Period != start+"/"+end && !r.said("period-form", at, line.Period) {
			s.note(at.Row, at.Column, "period-form", true, fmt.Sprintf("%q is read as %s/%s; the form YYYY-MM-DD/YYYY-MM-DD is prescribed", line.Period, start, end))
		}
		from, to = append(from, Day{at, start}), append(to, Day{at, end})
	}
	for s, n := range impossible {
		if n > 1 {
			s.note(0, s.column(2)+1, "fill-down", false, fmt.Sprintf("%d periods name days that do not exist, as when a spreadsheet fills a date down", n))
		}
	}
	takeDay(r, &id.From, from, "begins")
	takeDay(r, &id.To, to, "ends")
}

func takeDay(r *Report, target *Day, days []Day, what string) {
	stated := target.known()
	differing := map[string]bool{}
	for _, d := range days {
		if !target.known() {
			*target = d
		}
		if d.Text != target.Text && !differing[d.Text] {
			differing[d.Text] = true
			r.sheet(d.Ref).note(d.Ref.Row, d.Ref.Column, "period", false, fmt.Sprintf("the period %s on %s here and on %s in %s", what, d.Text, target.Text, target.Ref))
		}
	}
	// Part 1 is about the report; rows that disagree leave it unknown.
	if !stated && len(differing) > 0 {
		*target = Day{}
	}
}
