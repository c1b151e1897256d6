package transparency

import (
	"strconv"

	"github.com/dsaeval/dsaeval/records/lint"
)

// departures are findings about cells and files that Annex II forbids in so many
// words: mistakes, and not what only seems odd or does not add up.
func (r *Report) departures() []lint.Finding {
	l := &linter{r: r, looked: map[string]int{}}
	l.reading()
	l.values()
	var all []lint.Finding
	for _, f := range l.findings {
		if f.Severity == mistake && f.Basis == instructions {
			all = append(all, f)
		}
	}
	return all
}

// departures states how many there are. Any is enough for a breach, so that those
// of a part are stated; that there are none is known only of a whole report.
func (w *writer) departures() {
	found := w.r.departures()
	if len(found) == 0 && (!w.complete || len(w.r.unread) > 0) {
		return
	}
	var refs []Ref
	for _, f := range found {
		refs = append(refs, f.Ref)
	}
	w.set("/transparency_reports/transparency_report_annex_ii_departures_count", Decimal(strconv.Itoa(len(found))), refs...)
}
