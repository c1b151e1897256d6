package render

import (
	"bufio"
	"fmt"
	"slices"
	"strings"
	"text/tabwriter"

	"github.com/dsaeval/dsaeval/engine/fine"
)

// fine writes the short section of the report on money. Without turnover it is
// one line that names the missing fact, and only if something is breached.
func (t *text) fine() {
	r := t.r.Fine
	if r == nil {
		return
	}
	switch {
	case r.StatutoryCap != nil || r.PeriodicPenaltyPerDay != nil:
	case len(r.Obligations) > 0 && len(r.Missing) > 0:
		t.printf("\nFINE: no figure without %s\n", dottedList(r.Missing))
		return
	case !atStake(r.IfUndetermined) && !atStake(r.IfApplicable):
		return
	}
	t.printf("\nFINE\n\n")
	f := fineText{w: t.w, r: r}
	f.table = tabwriter.NewWriter(t.w, 0, 0, 2, ' ', 0)
	f.caps()
	f.ranges(r.Stake)
	f.table.Flush()
	f.merged()
	f.elsewhere("if the undetermined obligations were breached", r.IfUndetermined)
	f.elsewhere("if the obligations applied that do not yet: no fine", r.IfApplicable)
}

func atStake(s *fine.Stake) bool { return s != nil && s.StatutoryCap != nil }

type fineText struct {
	w     *bufio.Writer
	r     *fine.Report
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

func (f fineText) caps() {
	if c := f.r.StatutoryCap; c != nil {
		f.line("cap per decision", f.amount(c.PerDecision), f.baseWords(c.PerInfringement[0]))
		for _, part := range groupCaps(c.PerInfringement) {
			name := "cap per infringement"
			if len(c.PerInfringement) > 1 {
				name = fmt.Sprintf("cap of each of %d", len(part.obligations))
			}
			f.line(name, f.amount(part.cap), shorten(part.obligations))
		}
	}
	if p := f.r.Periodic; p != nil {
		remark := fmt.Sprintf("Art. 52(4), %d days", p.Days)
		if p.OtherReading != nil {
			remark = fmt.Sprintf("%s reading of Art. 76(1), %d days", p.Reading, p.Days)
		}
		if p.DaysAssumed {
			remark += " assumed"
		}
		if len(p.Obligations) == 0 {
			remark += "; only to enforce a later decision"
		}
		f.line("periodic penalty per day", f.amount(*f.r.PeriodicPenaltyPerDay), remark)
	}
}

func (f fineText) baseWords(c fine.InfringementCap) string {
	for _, b := range f.r.Bases {
		if b.Measure == c.Base && (b.Headline || c.Base == "income") {
			return fmt.Sprintf("%s %% of the %s of the %s in %s, %s", c.Percent, c.Base, b.Of, b.FinancialYear, f.amount(b.Amount))
		}
	}
	return ""
}

func (f fineText) ranges(s fine.Stake) {
	if s.NoRange != nil {
		f.line("indicative", "none", *s.NoRange)
	}
	if s.Indicative == nil {
		return
	}
	for i, m := range append([]fine.Indicative{*s.Indicative}, s.Comparisons...) {
		name := "indicative, not law"
		if i > 0 {
			name = "for comparison"
		}
		f.line(name, fmt.Sprintf("%s to %s", f.amount(m.Low), grouped(m.High)), fmt.Sprintf("central %s; %s", grouped(m.Central), modelWords(m)))
	}
	f.line("", s.Indicative.Caveats[0], "")
}

func modelWords(m fine.Indicative) string {
	words := "model " + m.Model
	if c := m.Calibration; c != nil {
		words += fmt.Sprintf(", n = %d infringements in %d decisions, %s to %s %% of turnover", c.Infringements, c.Decisions, c.LowPercent, c.HighPercent)
	}
	if m.Kind == fine.Analogy {
		words += ", an analogy"
	}
	return words
}

func (f fineText) merged() {
	for _, m := range f.r.Merged {
		fmt.Fprintf(f.w, "  %s is not counted again beside %s: %s\n", m.Obligation, strings.Join(m.Into, ", "), because(m))
	}
}

func because(m fine.Merge) string {
	switch m.Because {
	case "same_evidence":
		return "it rests on the same facts (" + dottedList(m.Facts) + ")"
	case "delegated_act":
		return "its detail stands in a delegated or implementing act"
	}
	return "it is part of the same paragraph"
}

func (f fineText) elsewhere(when string, s *fine.Stake) {
	if !atStake(s) {
		return
	}
	fmt.Fprintf(f.w, "  %s (%d): cap per decision %s", when, len(s.Obligations), f.amount(s.StatutoryCap.PerDecision))
	if m := s.Indicative; m != nil {
		fmt.Fprintf(f.w, ", indicative %s to %s (model %s, not law)", f.amount(m.Low), grouped(m.High), m.Model)
	}
	fmt.Fprintln(f.w)
}

type sameCap struct {
	cap         string
	obligations []string
}

// groupCaps puts together infringements with the same cap.
func groupCaps(caps []fine.InfringementCap) []sameCap {
	var groups []sameCap
	for _, c := range caps {
		i := slices.IndexFunc(groups, func(g sameCap) bool { return g.cap == c.Cap })
		if i < 0 {
			i, groups = len(groups), append(groups, sameCap{cap: c.Cap})
		}
		groups[i].obligations = append(groups[i].obligations, c.Obligation)
	}
	return groups
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
		list = append(list, dotted(p))
	}
	return strings.Join(list, ", ")
}
