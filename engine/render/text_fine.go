package render

import (
	"bufio"
	"cmp"
	"fmt"

	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/internal/columns"
	"github.com/dsaeval/dsaeval/internal/words"
	"github.com/dsaeval/dsaeval/internal/writing"
)

// money says below the counts what the breaches put at stake, in one line, and
// what is doubtful about that. Without turnover it names the missing fact, where
// something can be fined.
func (t *text) money() {
	r := t.r.Fine
	if r == nil {
		return
	}
	switch {
	case r.StatutoryCap != nil:
		t.printf("%s\n", writing.Capital(words.Stake(r, r.Stake)))
	case r.PeriodicPenaltyPerDay != nil:
		t.printf("Daily payments only\n")
	case len(r.Obligations) > 0 && len(r.Missing) > 0:
		t.printf("No amount without %s\n", words.MissingAmount(r.Missing))
	case atStake(r.IfUndetermined) || atStake(r.IfApplicable):
		t.printf("Nothing is breached that can be fined\n")
	default:
		return
	}
	for _, doubt := range r.Doubts {
		t.printf("  doubt: %s\n", doubt)
	}
}

// moreAtStake says after the breaches what a daily payment, further breaches or a
// stress test add.
func (t *text) moreAtStake() {
	r := t.r.Fine
	if r == nil || r.Periodic == nil && !atStake(r.IfUndetermined) && !atStake(r.IfApplicable) {
		return
	}
	t.printf("\nMORE AT STAKE\n")
	f := fineTextOf(t.w, t.r)
	f.daily()
	f.elsewhere("if the undetermined obligations were breached", r.IfUndetermined)
	f.elsewhere(words.IfApplied+": no fine", r.IfApplicable)
}

// daily writes the cap of daily payments, if the law allows any for a breach.
func (f fineText) daily() {
	p := f.r.Periodic
	if p == nil {
		return
	}
	remark := fmt.Sprintf("Art. 52(4), %d days", p.Days)
	if p.OtherReading != nil {
		remark = fmt.Sprintf("%s reading of Art. 76(1), %d days", p.Reading, p.Days)
	}
	if p.DaysAssumed {
		remark += " assumed"
	}
	fmt.Fprintf(f.w, "  daily payments for %s: at most %s a day (%s)\n", f.cited(p.Obligations), words.Money(f.r, *f.r.PeriodicPenaltyPerDay), remark)
}

func atStake(s *report.Stake) bool { return s != nil && s.StatutoryCap != nil }

type fineText struct {
	w     *bufio.Writer
	r     *report.Fine
	table *columns.Table
	// articles are the provisions of obligations, by their ids.
	articles map[string]string
}

func fineTextOf(w *bufio.Writer, r *report.Report) fineText {
	articles := map[string]string{}
	for _, o := range r.Obligations {
		articles[o.ID] = o.Article
	}
	return fineText{w: w, r: r.Fine, articles: articles}
}

// cited lists the provisions of obligations; one that the report does not hold by its id.
func (f fineText) cited(obligations []string) string {
	list := make([]string, len(obligations))
	for i, id := range obligations {
		list[i] = cmp.Or(f.articles[id], id)
	}
	return writing.Harmless(words.Provisions(list))
}

func (f fineText) line(name, figure, remark string) {
	if remark == "" {
		f.table.Row(name, figure)
		return
	}
	f.table.Row(name, figure, remark)
}

func because(m report.Merge) string {
	switch m.Because {
	case "same_evidence":
		return "it rests on the same facts (" + words.Facts(m.Facts) + ")"
	case "same_conduct":
		if len(m.Facts) == 0 {
			return "it is the same conduct, unless supervision.infringements names both Articles"
		}
		return "it is the same conduct (" + words.Facts(m.Facts) + ")"
	case "delegated_act":
		return "its detail stands in a delegated or implementing act"
	case "same_article":
		return "it is part of the same Article"
	}
	return "it is part of the same paragraph"
}

func (f fineText) elsewhere(when string, s *report.Stake) {
	if !atStake(s) {
		return
	}
	fmt.Fprintf(f.w, "  %s (%d): cap per decision %s", when, len(s.Obligations), words.Money(f.r, s.StatutoryCap.PerDecision))
	if m := s.Indicative; m != nil {
		fmt.Fprintf(f.w, ", %s to %s (model %s, not law)", words.RoughMoney(f.r, m.Low), words.RoughMoney(f.r, m.High), m.Model)
	}
	fmt.Fprintln(f.w)
}
