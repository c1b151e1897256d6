package render

import (
	"bufio"
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"
	"text/tabwriter"

	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/engine/words"
)

// Fine writes everything about the money of a report: every base, every cap,
// every step of every model, the choices made where the law is open.
func Fine(w io.Writer, r *report.Fine) error {
	buffered := bufio.NewWriter(w)
	d := fineDetail{fineText{w: buffered, r: r}}
	d.bases()
	d.stake("The breaches found", r.Stake)
	if r.Periodic != nil {
		d.periodic()
	}
	if r.IfUndetermined != nil {
		d.stake("If the undetermined obligations were breached: these alone, not part of the figures above", *r.IfUndetermined)
	}
	if r.IfApplicable != nil {
		d.stake("If the obligations applied that do not apply yet: no fine, a stress test", *r.IfApplicable)
	}
	d.readings()
	return buffered.Flush()
}

type fineDetail struct{ fineText }

func (d fineDetail) printf(format string, args ...any) { fmt.Fprintf(d.w, format, args...) }

// within writes aligned lines.
func (d *fineDetail) within(write func()) {
	d.table = tabwriter.NewWriter(d.w, 0, 0, 2, ' ', 0)
	write()
	d.table.Flush()
}

func (d fineDetail) bases() {
	d.printf("What the caps are shares of\n\n")
	d.within(func() {
		for _, b := range d.r.Bases {
			headline := ""
			if b.Headline {
				headline = "used below"
			}
			d.line(b.Measure+" of the "+b.Of+" in "+b.FinancialYear, b.Currency+" "+grouped(b.Amount), headline)
			if c := b.Conversion; c != nil {
				d.line("  converted from", c.Currency+" "+grouped(c.Amount), fmt.Sprintf("at %s/%s %s%s, %s", c.From, c.To, c.Rate, on(c.Date), cmp.Or(c.Source, "no source given")))
			}
			if b.SixPercent != nil {
				d.line("  6 %", b.Currency+" "+grouped(*b.SixPercent), "Arts 52(3), 74(1)")
			}
			d.line("  1 %", b.Currency+" "+grouped(b.OnePercent), "Arts 52(3), 74(2)")
			if b.PeriodicPerDay != nil {
				d.line("  5 % a day", b.Currency+" "+grouped(*b.PeriodicPerDay), "Arts 52(4), 76(1)")
			}
		}
	})
	for _, pointer := range d.r.Missing {
		d.printf("  no figure without %s\n", words.Fact(pointer))
	}
	for _, doubt := range d.r.Doubts {
		d.printf("  doubt: %s\n", doubt)
	}
}

func on(date string) string {
	if date == "" {
		return ""
	}
	return " on " + date
}

func (d fineDetail) stake(heading string, s report.Stake) {
	if len(s.Obligations) == 0 {
		return
	}
	d.printf("\n%s\n\n", heading)
	if s.StatutoryCap == nil {
		d.printf("  no fine of its own for %s\n", shorten(s.Obligations))
	} else {
		d.within(func() {
			c := s.StatutoryCap
			d.line("cap per decision", d.amount(c.PerDecision), "")
			for _, i := range c.PerInfringement {
				d.line("cap for "+fined(i), d.amount(i.Cap), fmt.Sprintf("%s %% of %s, %s; %s", i.Percent, i.Base, i.Basis, strings.Join(i.Obligations, ", ")))
			}
			d.line("sum, if each counts", d.amount(c.SumOfInfringements), "")
		})
	}
	for _, m := range s.Merged {
		if partOfItsArticle(m, s.StatutoryCap) {
			continue
		}
		d.printf("  %s is not counted again beside %s: %s\n", m.Obligation, strings.Join(m.Into, ", "), because(m))
	}
	if s.NoRange != nil {
		d.printf("  no range: %s\n", *s.NoRange)
	}
	if s.Indicative != nil {
		d.model(*s.Indicative)
	}
	for _, m := range s.Comparisons {
		d.model(m)
	}
}

// partOfItsArticle reports whether the line of a cap names the obligation already:
// a report with all duties open would say a hundred times that paragraphs are part
// of their Article.
func partOfItsArticle(m report.Merge, c *report.StatutoryCap) bool {
	if c == nil || m.Because != "same_article" && m.Because != "same_paragraph" {
		return false
	}
	return slices.ContainsFunc(c.PerInfringement, func(i report.InfringementCap) bool { return slices.Contains(i.Obligations, m.Obligation) })
}

// fined names an infringement: an Article of the Regulation, or what a user added.
func fined(i report.InfringementCap) string {
	if i.Article == i.Obligation || i.Article == "" {
		return i.Obligation
	}
	return "Art. " + i.Article
}

func (d fineDetail) model(m report.Indicative) {
	if m.Reference != nil {
		d.reference(m)
		return
	}
	d.printf("\n  Model %s (%s): %s to %s, central %s\n  %s\n", m.Model, m.Kind, d.amount(m.Low), grouped(m.High), grouped(m.Central), m.Title)
	if c := m.Calibration; c != nil {
		d.printf("  n = %d infringements in %d decisions; shares of turnover from %s to %s %%, median %s %%\n",
			c.Infringements, c.Decisions, c.LowPercent, c.HighPercent, c.MedianPercent)
		for _, one := range c.Cases {
			d.printf("    %s %s: %s %s, %s to %s %% (%s)\n", one.Date, one.Case, one.Currency, grouped(one.Fine), one.LowPercent, one.HighPercent, one.Confidence)
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
	d.printf("  %s %s and %s, central %s; a model, not law\n", r.Words, d.rough(m.Low), d.rough(m.High), d.rough(m.Central))
	d.printf("  n = %d decisions under %s", r.Decisions, strings.Join(r.Laws, ", "))
	if r.AtAnotherLevel > 0 {
		d.printf(", and %d at another level that tell the slope", r.AtAnotherLevel)
	}
	d.printf("; of the closed proceedings of the cases %d ended with a fine and %d with commitments\n", r.Closed.WithFine, r.Closed.WithCommitments)
	d.printf("  the nearest decisions\n")
	for _, n := range r.Nearest {
		d.printf("    %s  %s%s: EUR %s on a turnover of %s\n", n.Date, n.Case, underLaw(n.Decision), inMillions(n.Fine), turnoverOf(n.Decision))
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
		return "EUR " + inMillions(n.TurnoverLow)
	}
	return "EUR " + inMillions(n.TurnoverLow) + " to " + inMillions(n.TurnoverHigh)
}

// FitSteps writes the calculation of a range from published decisions, one figure
// a line.
func FitSteps(w io.Writer, m *report.Indicative) error {
	buffered := bufio.NewWriter(w)
	fmt.Fprintf(buffered, "How the range of %s comes about: ln(fine) = a + b ln(turnover) + error\n\n", m.Model)
	table := tabwriter.NewWriter(buffered, 0, 0, 2, ' ', 0)
	for _, s := range m.Reference.Steps {
		fmt.Fprintf(table, "  %s\t%s\t%s\n", s.Name, grouped(s.Value), s.Reason)
	}
	if err := table.Flush(); err != nil {
		return err
	}
	fmt.Fprintf(buffered, "\nThe decisions\n\n")
	table = tabwriter.NewWriter(buffered, 0, 0, 2, ' ', 0)
	for _, n := range m.Reference.Others {
		fmt.Fprintf(table, "  %s\t%s\t%s\tEUR %s\ton %s\t%s\n", n.Date, n.Case, n.Law, inMillions(n.Fine), turnoverOf(n), n.Source)
	}
	if err := table.Flush(); err != nil {
		return err
	}
	return buffered.Flush()
}

func (d fineDetail) calculation(c report.Calculation) {
	d.printf("\n    %s: %s to %s, central %s\n", shorten(c.Obligations), d.amount(c.Low), grouped(c.High), grouped(c.Central))
	d.within(func() {
		for _, s := range c.Steps {
			fmt.Fprintf(d.table, "      %s\t%s\t%s\t%s\t%s\n", s.Name, grouped(s.Low), grouped(s.Central), grouped(s.High), s.Unit)
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
			d.printf("      known: %s = %s (%s)\n", i.Name, i.Value, cmp.Or(dottedList(i.Facts), i.Reason))
			continue
		}
		d.printf("      %s = %s of %s; %s; from %s\n", i.Name, i.Value, possible(i), i.Reason, cmp.Or(dottedList(i.Facts), "no fact"))
	}
}

func possible(i report.Input) string {
	if len(i.Possible) == 2 && !slices.Contains([]string{"", "words"}, i.Unit) {
		return i.Possible[0] + " to " + i.Possible[1] + " " + i.Unit
	}
	return strings.Join(i.Possible, ", ")
}

func (d fineDetail) periodic() {
	p := d.r.Periodic
	d.printf("\nPeriodic penalty payments\n\n")
	d.within(func() {
		remark := fmt.Sprintf("%s reading, %d days", p.Reading, p.Days)
		if p.DaysAssumed {
			remark += " assumed: service.financial_year_days is missing"
		}
		d.line("cap per day", d.amount(*d.r.PeriodicPenaltyPerDay), remark)
		if p.OtherReading != nil {
			d.line("the other reading", d.amount(*p.OtherReading), "")
		}
	})
	d.printf("  the law names them for %s\n", shorten(p.Obligations))
}

func (d fineDetail) readings() {
	d.printf("\nWhere the law is open\n\n")
	for _, r := range d.r.Readings {
		d.printf("  %s\n    chosen: %s\n    other: %s", r.Question, r.Chosen, r.Other)
		if r.Switch != "" {
			d.printf(" (%s)", r.Switch)
		}
		d.printf("\n")
	}
	for _, note := range d.r.Notes {
		d.printf("  note: %s\n", note)
	}
}

// Sensitivity writes the table of what moves a range most.
func Sensitivity(w io.Writer, currency string, changes []report.Change) error {
	buffered := bufio.NewWriter(w)
	fmt.Fprintf(buffered, "What moves the range most, one change at a time, in %s\n\n", currency)
	table := tabwriter.NewWriter(buffered, 0, 0, 2, ' ', 0)
	fmt.Fprintf(table, "  input\tnow\tif\tlow\tcentral\thigh\tmoved\n")
	for _, c := range changes {
		fmt.Fprintf(table, "  %s\t%s\t%s\t%s\t%s\t%s\t%s\n", c.Input, c.From, c.To, grouped(c.Low), grouped(c.Central), grouped(c.High), grouped(c.Moved))
	}
	if err := table.Flush(); err != nil {
		return err
	}
	return buffered.Flush()
}
