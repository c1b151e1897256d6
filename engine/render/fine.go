package render

import (
	"bufio"
	"fmt"
	"strings"
	"text/tabwriter"

	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/engine/words"
)

// fine writes what is at stake, after the breaches: a line with the cap, the
// interval, its probability and the central figure, a line for each doubt about
// the figures, and what a daily payment or a stress test adds. Without turnover it
// is one line that names the missing fact, and only if something is breached.
func (t *text) fine() {
	r := t.r.Fine
	if r == nil {
		return
	}
	f := fineText{w: t.w, r: r}
	switch {
	case r.StatutoryCap != nil:
		t.printf("\nFINE  %s\n", f.sentence(r.Stake))
	case r.PeriodicPenaltyPerDay != nil:
		t.printf("\nFINE  daily payments only\n")
	case len(r.Obligations) > 0 && len(r.Missing) > 0:
		t.printf("\nFINE: no figure without %s\n", dottedList(r.Missing))
		return
	case atStake(r.IfUndetermined) || atStake(r.IfApplicable):
		t.printf("\nFINE  nothing is breached that can be fined\n")
	default:
		return
	}
	for _, doubt := range r.Doubts {
		t.printf("  doubt: %s\n", doubt)
	}
	f.daily()
	f.elsewhere("if the undetermined obligations were breached", r.IfUndetermined)
	f.elsewhere("if the obligations applied that do not yet: no fine", r.IfApplicable)
}

// sentence says what a set of infringements puts at stake.
func (f fineText) sentence(s report.Stake) string {
	limit := fmt.Sprintf("the law caps a decision at %s", f.amount(s.StatutoryCap.PerDecision))
	switch m := s.Indicative; {
	case m != nil && m.Reference != nil:
		return fmt.Sprintf("%s %s and %s, central %s (%d decisions; a model, not law); %s",
			m.Reference.Words, f.rough(m.Low), f.rough(m.High), f.rough(m.Central), m.Reference.Decisions, limit)
	case m != nil:
		return fmt.Sprintf("%s; model %s, not law: %s to %s, central %s", limit, m.Model, f.rough(m.Low), f.rough(m.High), f.rough(m.Central))
	case s.NoRange != nil:
		return fmt.Sprintf("%s; no range: %s", limit, *s.NoRange)
	}
	return limit
}

// rough writes a figure of a model in millions, as exactly as the model knows it.
func (f fineText) rough(text string) string {
	currency := ""
	if f.r.Currency != nil {
		currency = *f.r.Currency + " "
	}
	return currency + inMillions(text)
}

// inMillions writes 122000000.00 as 122 m. What is below a million keeps its
// digits, without the cents of a figure that has none.
func inMillions(amount string) string {
	whole, cents, _ := strings.Cut(amount, ".")
	const million = 6
	if len(whole) <= million {
		if strings.Trim(cents, "0") == "" {
			return grouped(whole)
		}
		return grouped(amount)
	}
	head, tail := whole[:len(whole)-million], strings.TrimRight(whole[len(whole)-million:], "0")
	if keep := max(3-len(head), 0); len(tail) > keep {
		tail = tail[:keep]
	}
	if tail = strings.TrimRight(tail, "0"); tail != "" {
		head += "." + tail
	}
	return grouped(head) + " m"
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
	fmt.Fprintf(f.w, "  daily payments for %s: at most %s a day (%s)\n", shorten(p.Obligations), f.amount(*f.r.PeriodicPenaltyPerDay), remark)
}

// stakeText is what the breaches put at stake in one sentence, empty where
// nothing is; doubtsOf says what may be wrong with it. Formats that show single
// obligations carry both as well, so that nobody takes a cap over that rests on
// the turnover of the wrong year, group or entity.
func stakeText(r *report.Report) string {
	switch f := r.Fine; {
	case f == nil:
		return ""
	case f.StatutoryCap != nil:
		return fineText{r: f}.sentence(f.Stake)
	case f.PeriodicPenaltyPerDay != nil:
		return "daily payments only, at most " + fineText{r: f}.amount(*f.PeriodicPenaltyPerDay) + " a day"
	}
	return ""
}

func doubtsOf(r *report.Report) []string {
	if r.Fine == nil {
		return nil
	}
	return r.Fine.Doubts
}

func atStake(s *report.Stake) bool { return s != nil && s.StatutoryCap != nil }

type fineText struct {
	w     *bufio.Writer
	r     *report.Fine
	table *tabwriter.Writer
}

func (f fineText) line(name, figure, remark string) {
	if remark == "" {
		fmt.Fprintf(f.table, "  %s\t%s\n", name, figure)
		return
	}
	fmt.Fprintf(f.table, "  %s\t%s\t%s\n", name, figure, remark)
}

func (f fineText) amount(text string) string {
	if f.r.Currency == nil {
		return grouped(text)
	}
	return *f.r.Currency + " " + grouped(text)
}

func because(m report.Merge) string {
	switch m.Because {
	case "same_evidence":
		return "it rests on the same facts (" + dottedList(m.Facts) + ")"
	case "same_conduct":
		if len(m.Facts) == 0 {
			return "it is the same conduct, unless supervision.infringements names both Articles"
		}
		return "it is the same conduct (" + dottedList(m.Facts) + ")"
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
	fmt.Fprintf(f.w, "  %s (%d): cap per decision %s", when, len(s.Obligations), f.amount(s.StatutoryCap.PerDecision))
	if m := s.Indicative; m != nil {
		fmt.Fprintf(f.w, ", %s to %s (model %s, not law)", f.rough(m.Low), f.rough(m.High), m.Model)
	}
	fmt.Fprintln(f.w)
}

// grouped writes an amount with spaces between thousands: 6 624 000 000.00.
func grouped(amount string) string {
	whole, cents, hasCents := strings.Cut(amount, ".")
	var parts []string
	for len(whole) > 3 {
		parts = append([]string{whole[len(whole)-3:]}, parts...)
		whole = whole[:len(whole)-3]
	}
	text := strings.Join(append([]string{whole}, parts...), " ")
	if hasCents {
		text += "." + cents
	}
	return text
}

func dottedList(pointers []string) string {
	var list []string
	for _, p := range pointers {
		list = append(list, words.Fact(p))
	}
	return strings.Join(list, ", ")
}
