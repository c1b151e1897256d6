package transparency

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/dsaeval/dsaeval/records/tables"
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

// maxName is the longest name of a service or a provider, in bytes; what is
// longer is a text in the wrong place.
const maxName = 200

func (r *Report) identify() {
	id := &r.Identification
	targets := map[string]*Day{"provider": &id.Provider, "published": &id.Published, "previous": &id.Previous, "start": &id.From, "end": &id.To}
	order := r.dateOrder()
	for _, w := range r.Words {
		if w.Part != partIdentification || !w.Given {
			continue
		}
		s := r.sheet(w.Ref)
		text := w.Text
		if w.Key == "provider" && len(text) > maxName {
			s.Note(w.Ref.Row, w.Ref.Column, "name-long", false, fmt.Sprintf("%q is too long for a name; it is left unknown", shorten(text)))
			continue
		}
		if w.Key != "provider" {
			day, ok := s.day(w, order)
			if !ok {
				continue
			}
			text = day
		}
		target := targets[w.Key]
		if target.known() && target.Text != text {
			s.Note(w.Ref.Row, w.Ref.Column, "repeated-row", false, fmt.Sprintf("%q differs from %q in %s; the first is kept", shorten(text), shorten(target.Text), target.Ref))
			continue
		}
		if !target.known() {
			*target = Day{w.Ref, text}
		}
	}
	r.service()
	r.foreign()
	r.period(order)
}

// day reads a date of part 1.
func (s *Sheet) day(w *Word, order dateOrder) (string, bool) {
	day, prescribed, ok := dayOf(strings.TrimRight(w.Text, footmarks+" "), order)
	if !ok && s.Epoch > 0 && serial.MatchString(w.Text) {
		// A workbook holds dates as days, also where no format shows them so.
		n, _ := strconv.Atoi(strings.SplitN(w.Text, ".", 2)[0])
		day, prescribed, ok = tables.Day(s.Epoch, n).Format(time.DateOnly), true, true
	}
	switch {
	case !ok:
		s.Note(w.Ref.Row, w.Ref.Column, "date", false, fmt.Sprintf("%q is no day, could be several, or is out of reach; it is left unknown", shorten(w.Text)))
	case !prescribed || day != w.Text && s.Epoch == 0:
		s.Note(w.Ref.Row, w.Ref.Column, "date-form", true, fmt.Sprintf("%q is read as %s; the form YYYY-MM-DD is prescribed", w.Text, day))
	}
	return day, ok
}

// dateOrder is the order of day and month that one date of the report shows, if
// no other shows the opposite.
func (r *Report) dateOrder() dateOrder {
	var texts []string
	for _, w := range r.Words {
		if w.Part != partIdentification {
			continue
		}
		texts = append(texts, w.Text)
	}
	for _, line := range r.Lines {
		if m := periodOf.FindStringSubmatch(line.Period); m != nil {
			texts = append(texts, m[1], m[2])
		}
	}
	found := anyOrder
	for _, text := range texts {
		switch order := orderOf(text); {
		case order == anyOrder:
		case found != anyOrder && found != order:
			return anyOrder
		default:
			found = order
		}
	}
	return found
}

func (r *Report) sheet(ref Ref) *Sheet {
	i := slices.IndexFunc(r.Sheets, func(s *Sheet) bool {
		return s.File == ref.File && s.Name == ref.Sheet && (ref.Row == 0 || s.last == 0 || s.first <= ref.Row && ref.Row <= s.last)
	})
	return r.Sheets[i]
}

// service takes the name that the first row gives, and notes others.
func (r *Report) service() {
	id := &r.Identification
	for _, line := range r.Lines {
		if line.Service == "" || placeholder(line.Part, line.Service) {
			continue
		}
		at := line.Ref
		at.Column = line.ServiceColumn
		if len(line.Service) > maxName {
			r.once("name-long", at, line.Service, false, "%q is too long for a name; it is left unknown", shorten(line.Service))
			continue
		}
		if !id.Service.known() {
			id.Service = Day{at, line.Service}
		}
		if line.Service != id.Service.Text {
			r.once("service", at, line.Service, false, "the service is called %q here and %q in %s", line.Service, id.Service.Text, id.Service.Ref)
		}
	}
}

// maxSaid is how many notes of a rule one table gets about the words of rows.
const maxSaid = 50

// once notes something about a word that stands in many rows of a table.
func (r *Report) once(rule string, at Ref, word string, decision bool, format string, args ...any) {
	s := r.sheet(at)
	if s.said == nil {
		s.said = map[string]map[string]bool{}
	}
	if s.said[rule] == nil {
		s.said[rule] = map[string]bool{}
	}
	switch words := s.said[rule]; {
	case words[word] || len(words) > maxSaid:
		return
	case len(words) == maxSaid:
		s.Note(at.Row, at.Column, rule, decision, fmt.Sprintf("and more of this kind from here on: %.60q", word))
	default:
		s.Note(at.Row, at.Column, rule, decision, fmt.Sprintf(format, args...))
	}
	s.said[rule][word] = true
}
