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
	"github.com/dsaeval/dsaeval/internal/writing"
)

// Fine writes everything about the money of a report: every base, every cap,
// every step of every model, the choices made where the law is open, as [Text] is
// written: [Width] and [WithHints] change it. It fails where there is none.
func Fine(w io.Writer, judged *report.Report, options ...Option) error {
	switch {
	case w == nil:
		return errNoWriter
	case judged == nil || judged.Fine == nil:
		return errNoFine
	}
	o := chosen(options)
	return o.text(w, func(buffered *bufio.Writer) { o.fine(buffered, judged) })
}

func (o writeOptions) fine(w *bufio.Writer, judged *report.Report) {
	d := fineDetail{fineTextOf(w, judged), o}
	r := judged.Fine
	d.bases()
	d.stake("The breaches found", r.Stake)
	if r.Periodic != nil {
		d.periodic()
	}
	if r.IfUndetermined != nil {
		d.stake("If the undetermined obligations were breached: these alone, not part of the figures above", *r.IfUndetermined)
	}
	if r.IfApplicable != nil {
		d.stake(writing.Capital(words.IfApplied)+": no fine, a stress test", *r.IfApplicable)
	}
	d.readings()
}

type fineDetail struct {
	fineText
	options writeOptions
}

func (d fineDetail) printf(format string, args ...any) { fmt.Fprintf(d.w, format, args...) }

// within writes aligned lines below an indent.
func (d *fineDetail) within(indent string, write func()) {
	d.table = columns.New(indent)
	d.table.Whole(1)
	write()
	_ = d.table.Write(d.w, d.options.width) // d.w keeps its error until it is flushed
}

func (d fineDetail) bases() {
	d.printf("What the caps are shares of\n\n")
	d.within("  ", func() {
		for _, b := range d.r.Bases {
			headline := ""
			if b.Headline {
				headline = "used below"
			}
			d.line(b.Measure+" of the "+b.Of+" in "+b.FinancialYear, b.Currency+" "+words.Amount(b.Amount), headline)
			if c := b.Conversion; c != nil {
				d.line("  converted from", c.Currency+" "+words.Amount(c.Amount), fmt.Sprintf("at %s/%s %s%s, %s", c.From, c.To, c.Rate, on(string(c.Date)), cmp.Or(c.Source, "no source given")))
			}
			if b.SixPercent != nil {
				d.line("  6 %", b.Currency+" "+words.Amount(*b.SixPercent), "Arts 52(3), 74(1)")
			}
			d.line("  1 %", b.Currency+" "+words.Amount(b.OnePercent), "Arts 52(3), 74(2)")
			if b.PeriodicPerDay != nil {
				d.line("  5 % a day", b.Currency+" "+words.Amount(*b.PeriodicPerDay), "Arts 52(4), 76(1)")
			}
		}
	})
	for _, pointer := range d.r.Missing {
		d.printf("  no figure without %s\n", words.MissingAmount([]string{pointer}))
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
		d.printf("  no fine of its own for %s\n", d.cited(s.Obligations))
	} else {
		d.within("  ", func() {
			c := s.StatutoryCap
			d.line("cap per decision", words.Money(d.r, c.PerDecision), "")
			for _, i := range c.PerInfringement {
				d.line("cap for "+fined(i), words.Money(d.r, i.Cap), fmt.Sprintf("%s %% of %s, %s; for %s", i.Percent, i.Base, words.LegalBasis(i.Basis), d.cited(i.Obligations)))
			}
			d.line("sum, if each counts", words.Money(d.r, c.SumOfInfringements), "")
		})
	}
	for _, m := range s.Merged {
		if partOfItsArticle(m, s.StatutoryCap) {
			continue
		}
		one, into := d.cited([]string{m.Obligation}), d.cited(m.Into)
		if one == into { // two of one provision
			one, into = m.Obligation, strings.Join(m.Into, ", ")
		}
		d.printf("  %s is not counted again beside %s: %s\n", one, into, because(m))
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

func (d fineDetail) periodic() {
	p := d.r.Periodic
	d.printf("\nPeriodic penalty payments\n\n")
	d.within("  ", func() {
		remark := fmt.Sprintf("%s reading, %d days", p.Reading, p.Days)
		if p.DaysAssumed {
			remark += " assumed: service.financial_year_days is missing"
		}
		d.line("cap per day", words.Money(d.r, *d.r.PeriodicPenaltyPerDay), remark)
		if p.OtherReading != nil {
			d.line("the other reading", words.Money(d.r, *p.OtherReading), "")
		}
	})
	d.printf("  the law names them for %s\n", d.cited(p.Obligations))
}

func (d fineDetail) readings() {
	d.printf("\nWhere the law is open\n\n")
	for _, r := range d.r.Readings {
		d.printf("  %s\n    chosen: %s\n    other: %s", r.Question, r.Chosen, r.Other)
		if r.Switch != "" {
			d.printf(" (%s)", d.options.hints.other(r.Switch))
		}
		d.printf("\n")
	}
	for _, note := range d.r.Notes {
		d.printf("  note: %s\n", note)
	}
}
