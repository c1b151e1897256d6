package render

import (
	"bufio"
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/internal/columns"
	"github.com/dsaeval/dsaeval/internal/words"
)

func (d fineDetail) model(m report.Indicative) {
	if m.Reference != nil {
		d.reference(m)
		return
	}
	d.printf("\n  Model %s (%s): %s to %s, central %s\n  %s\n", m.Model, m.Kind, words.Money(d.r, m.Low), words.Amount(m.High), words.Amount(m.Central), m.Title)
	if c := m.Calibration; c != nil {
		d.printf("  n = %d infringements in %d decisions; shares of turnover from %s to %s %%, median %s %%\n",
			c.Infringements, c.Decisions, c.LowPercent, c.HighPercent, c.MedianPercent)
		for _, one := range c.Cases {
			d.printf("    %s %s: %s %s, %s to %s %% (%s)\n", one.Date, one.Case, one.Currency, words.Amount(one.Fine), one.LowPercent, one.HighPercent, one.Confidence)
		}
	}
	for _, c := range m.Calculations {
		d.calculation(c)
	}
	d.printf("    together: %s", m.Decision)
	if m.Capped {
		d.printf("; cut at the cap per decision")
	}
	d.printf("\n")
	for _, caveat := range m.Caveats {
		d.printf("    caveat: %s\n", caveat)
	}
}

// reference says what published decisions tell.
func (d fineDetail) reference(m report.Indicative) {
	r := m.Reference
	d.printf("\n  %s: %s\n", m.Model, m.Title)
	d.printf("  %s %s and %s, central %s; a model, not law\n", r.Words, words.RoughMoney(d.r, m.Low), words.RoughMoney(d.r, m.High), words.RoughMoney(d.r, m.Central))
	d.printf("  n = %d decisions under %s", r.Decisions, strings.Join(r.Laws, ", "))
	if r.AtAnotherLevel > 0 {
		d.printf(", and %d at another level that tell the slope", r.AtAnotherLevel)
	}
	d.printf("; of the closed proceedings of the cases %d ended with a fine and %d with commitments\n", r.Closed.WithFine, r.Closed.WithCommitments)
	d.printf("  the nearest decisions\n")
	for _, n := range r.Nearest {
		d.printf("    %s  %s%s: EUR %s on a turnover of %s\n", n.Date, n.Case, underLaw(n.Decision), words.Millions(n.Fine), turnoverOf(n.Decision))
		d.printf("      %s (%s)\n", n.Differs, n.Confidence)
	}
	d.printf("  %s\n", m.Decision)
	for _, caveat := range m.Caveats {
		d.printf("    caveat: %s\n", caveat)
	}
}

// underLaw writes the law and the Articles of a decision.
func underLaw(n report.Decision) string {
	if len(n.Articles) == 0 {
		return ", " + n.Law
	}
	return ", " + n.Law + " " + strings.Join(n.Articles, ", ")
}

// turnoverOf writes the turnover of a decision, as a range where the base is not
// public.
func turnoverOf(n report.Decision) string {
	if n.TurnoverLow == n.TurnoverHigh {
		return "EUR " + words.Millions(n.TurnoverLow)
	}
	return "EUR " + words.Millions(n.TurnoverLow) + " to " + words.Millions(n.TurnoverHigh)
}

// FineSteps writes how the range of a report comes about: the fit to published
// decisions, one figure a line, or, of a model of formulas, what moves it most, as
// engine.Engine.FineSensitivity finds it. [Width] changes how it is written.
func FineSteps(w io.Writer, f *report.Fine, changes []report.Change, options ...Option) error {
	switch {
	case w == nil:
		return errNoWriter
	case f == nil:
		return errNoFine
	}
	o := chosen(options)
	return o.text(w, func(buffered *bufio.Writer) {
		switch {
		case f.Indicative != nil && f.Indicative.Reference != nil:
			o.fitSteps(buffered, f.Indicative)
		case len(changes) == 0 || f.Currency == nil:
			fmt.Fprintln(buffered, "Nothing can be varied: no range was computed for a breach.")
		default:
			o.sensitivity(buffered, *f.Currency, changes)
		}
	})
}

// fitSteps writes the calculation of a range from published decisions.
func (o writeOptions) fitSteps(w *bufio.Writer, m *report.Indicative) {
	fmt.Fprintf(w, "How the range of %s comes about: ln(fine) = a + b ln(turnover) + error\n\n", m.Model)
	table := columns.New("  ")
	table.Whole(1)
	for _, s := range m.Reference.Steps {
		table.Row(s.Name, words.Amount(s.Value), s.Reason)
	}
	_ = table.Write(w, o.width) // a buffer takes everything
	fmt.Fprintf(w, "\nThe decisions\n\n")
	table = columns.New("  ")
	table.Whole(3)
	for _, n := range m.Reference.Others {
		table.Row(n.Date, n.Case, n.Law, "EUR "+words.Millions(n.Fine), "on "+turnoverOf(n), n.Source)
	}
	_ = table.Write(w, o.width)
}

func (d fineDetail) calculation(c report.Calculation) {
	d.printf("\n    %s: %s to %s, central %s\n", d.cited(c.Obligations), words.Money(d.r, c.Low), words.Amount(c.High), words.Amount(c.Central))
	d.within("      ", func() {
		d.table.Whole(2, 3)
		for _, s := range c.Steps {
			d.table.Row(s.Name, words.Amount(s.Low), words.Amount(s.Central), words.Amount(s.High), s.Unit)
		}
	})
	for _, s := range c.Steps {
		d.printf("      %s: %s", s.Name, s.Reason)
		if s.Source != "" {
			d.printf(" [%s]", s.Source)
		}
		d.printf("\n")
	}
	for _, i := range c.Inputs {
		if i.Known {
			d.printf("      known: %s = %s (%s)\n", i.Name, i.Value, cmp.Or(words.Facts(i.Facts), i.Reason))
			continue
		}
		d.printf("      %s = %s of %s; %s; from %s\n", i.Name, i.Value, possible(i), i.Reason, cmp.Or(words.Facts(i.Facts), "no fact"))
	}
}

func possible(i report.Input) string {
	if len(i.Possible) == 2 && !slices.Contains([]string{"", "words"}, i.Unit) {
		return i.Possible[0] + " to " + i.Possible[1] + " " + i.Unit
	}
	return strings.Join(i.Possible, ", ")
}

// sensitivity writes the table of what moves a range most.
func (o writeOptions) sensitivity(w *bufio.Writer, currency string, changes []report.Change) {
	fmt.Fprintf(w, "What moves the range most, one change at a time, in %s\n\n", currency)
	table := columns.New("  ")
	table.Head("input", "now", "if", "low", "central", "high", "moved")
	table.Whole(3, 4, 5, 6)
	for _, c := range changes {
		table.Row(c.Input, c.From, c.To, words.Amount(c.Low), words.Amount(c.Central), words.Amount(c.High), words.Amount(c.Moved))
	}
	_ = table.Write(w, o.width)
}
