package fines

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/dsaeval/dsaeval/engine/fine"
	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/internal/exact"
	"github.com/dsaeval/dsaeval/policies/law"
)

// readings lists the choices made where the law is open, with the switch for
// the other. What was merged adds the reading that it rests on.
func (j *job) readings(daily bool, merges []report.Merge) []report.FineReading {
	of := []report.FineReading{{
		Question: "whose turnover counts (Arts 3(x), 52(3), 74(1))",
		Chosen:   "the group's where it is known, else the entity's", Other: "group or entity alone; bases shows each that is given",
		Switch: "turnover_of",
	}}
	if j.options.TurnoverOf != "" {
		of[0].Chosen = "the " + j.options.TurnoverOf + "'s, as asked for"
	}
	of = append(of, report.FineReading{
		Question: "whether the maximum holds for a decision or for each infringement (Art. 74(1), recital 117)",
		Chosen:   "both are computed; ranges stay below the cap per decision", Other: "sum_of_infringements",
	}, j.unitReading())
	if daily && j.designated != "none" {
		of = append(of, j.periodicReading())
	}
	of = append(of, report.FineReading{
		Question: "whether overlapping duties are fined twice (recital 144, Arts 28(1) and 35(1))",
		Chosen:   "once for the same evidence or one conduct, and for details of delegated acts", Other: "each obligation on its own",
	})
	for _, pair := range law.InfringementsRead().OneConduct {
		if r := pair.Reading; pair.Always && slices.ContainsFunc(merges, func(m report.Merge) bool { return restsOn(m, pair) }) {
			of = append(of, report.FineReading{Question: r.Question, Chosen: r.Chosen, Other: r.Other, Switch: r.Switch})
		}
	}
	return of
}

// restsOn reports whether a merge rests on a pair of duties alone, and not on facts
// that both have.
func restsOn(m report.Merge, pair law.OneConduct) bool {
	return m.Because == sameConduct && slices.ContainsFunc(m.Into, func(into string) bool { return pair.Of(m.Obligation, into) })
}

// byArticle says what one infringement is where Articles count, as decisions do.
func byArticle() string {
	said := "an Article, as the decisions count"
	for _, divided := range law.InfringementsRead().Divided {
		words := make([]string, len(divided.Duties))
		for i, duty := range divided.Duties {
			words[i] = "of " + duty.Words
		}
		last := len(words) - 1
		said += "; of Art. " + divided.Article + " the duties " + strings.Join(words[:last], ", ") + " and " + words[last]
	}
	return said
}

// unitReading says what one infringement is.
func (j *job) unitReading() report.FineReading {
	r := report.FineReading{
		Question: "what counts as one infringement (recital 117)",
		Chosen:   byArticle(),
		Other:    "each paragraph", Switch: "unit=paragraph",
	}
	if j.options.Unit == fine.ByParagraph {
		r.Chosen, r.Other, r.Switch = r.Other, r.Chosen, "unit=article"
	}
	return r
}

func (j *job) periodicReading() report.FineReading {
	periodic := report.FineReading{
		Question: "how Art. 76(1) is read", Chosen: "5 % of the average daily turnover, as Art. 52(4) says",
		Other: "5 % of the annual turnover for each day, by the letter of Art. 76(1)", Switch: "periodic_reading=annual",
	}
	if j.options.PeriodicReading == fine.Annual {
		periodic.Chosen, periodic.Other = periodic.Other, periodic.Chosen
		periodic.Switch = "periodic_reading=daily"
	}
	return periodic
}

// doubts says what may be wrong with the amounts that the figures rest on. Every
// format repeats them.
func (j *job) doubts() []string {
	doubts := []string{}
	say := func(format string, args ...any) {
		if doubt := fmt.Sprintf(format, args...); !slices.Contains(doubts, doubt) {
			doubts = append(doubts, doubt)
		}
	}
	assessed, err := time.Parse(time.DateOnly, j.date)
	for _, measure := range []string{turnover, income} {
		b := j.headline[measure]
		if b == nil {
			continue
		}
		switch year := b.ended(); {
		case err != nil:
		case year > assessed.Year()-1:
			say("the %s is of the financial year %s, which is not over or not the one before the assessment of %s; Arts 52 and 74 take the preceding one", measure, b.year, j.date)
		case year < assessed.Year()-1:
			say("the %s is of the financial year %s; the one before the assessment of %s is %d", measure, b.year, j.date, assessed.Year()-1)
		}
		if other := j.given(measure, fine.Group); b.of == fine.Entity && other == nil {
			say("the %s is that of the entity alone; if it belongs to a group, the undertaking is larger (Art. 3(x)) and so are the caps", measure)
		} else if b.of == fine.Entity {
			say("the %s is that of the entity, as asked for; the facts give the group's as well", measure)
		} else if entity := j.given(measure, fine.Entity); entity != nil && entity.money.currency == b.money.currency && entity.money.amount.Cmp(b.money.amount) > 0 {
			say("the %s of the group, %s, is below that of the entity, %s: one of them is wrong", measure, b.money.nearest(), entity.money.nearest())
		}
		if b.money.amount.Cmp(exact.MustParse(beyondBelief)) > 0 && (b.rate != nil || b.money.currency == euro) {
			question := "is the amount right?"
			if b.rate != nil {
				question = "is the amount right, and the exchange rate the right way round?"
			}
			say("the %s of %s %s is more than any undertaking has; %s", measure, b.money.currency, b.money.nearest(), question)
		}
		if b.rate != nil {
			b.doubtRate(j.date, say)
		}
	}
	for _, doubt := range j.limitation.doubts {
		say("%s", doubt)
	}
	for _, article := range sortedKeys(j.articles) {
		for _, doubt := range j.articles[article].limitation.doubts {
			say("of Art. %s: %s", article, doubt)
		}
	}
	return doubts
}

// doubtRate says what may be wrong with the day of an exchange rate: that it is
// missing, that nobody could know it yet on the day of the assessment, or that it
// was over before the financial year can have begun. A year that ended in 2024
// began in 2023 at the earliest.
func (b *baseAmount) doubtRate(assessed string, say func(format string, args ...any)) {
	rate := fmt.Sprintf("the exchange rate %s/%s=%s", b.rate.From, b.rate.To, b.rate.Rate)
	switch {
	case b.rate.Date == "":
		say("%s has no day", rate)
	case string(b.rate.Date) > assessed && assessed != "":
		say("%s is of %s, after the assessment of %s", rate, b.rate.Date, assessed)
	case string(b.rate.Date) < fmt.Sprintf("%04d-01-01", b.ended()-1):
		say("%s is of %s, before the financial year %s of the %s", rate, b.rate.Date, b.year, b.measure)
	}
}

// beyondBelief is more than the turnover of any undertaking, in euro or whatever
// an amount was converted into.
const beyondBelief = "10000000000000"

// given returns an amount of the facts, nil if they give none.
func (j *job) given(measure, of string) *baseAmount {
	for i := range j.Case.bases {
		if b := &j.Case.bases[i]; b.measure == measure && b.of == of {
			return b
		}
	}
	return nil
}

// notes says what a reader of the figures must know about this case.
func (j *job) notes() []string {
	notes := []string{"caps are rounded down to the smallest unit of the currency; figures of models half to even"}
	notes = append(notes, j.limitation.notes...)
	for _, article := range sortedKeys(j.articles) {
		l := j.articles[article].limitation
		for _, note := range append(slices.Clone(l.notes), l.barred) {
			if note != "" {
				notes = append(notes, "of Art. "+article+": "+note)
			}
		}
	}
	notes = append(notes, j.circumstances...)
	if j.designated == "" {
		notes = append(notes, "the designation is not known: the caps of Art. 52(3) and of Art. 74 are equal, but who imposes the fine is open")
	}
	for _, r := range j.options.Rates {
		on := r.Date
		if on != "" {
			on = " on " + on
		}
		notes = append(notes, strings.TrimSpace(fmt.Sprintf("converted by a rate that was given: 1 %s = %s %s%s %s", r.From, r.Rate, r.To, on, cmp.Or(r.Source, "(no source given)"))))
	}
	return notes
}

// noFault is why a case has no range.
const noFault = "the facts say neither intent nor negligence: Art. 74(1) and (2) then allow no fine; national law under Art. 52 may differ"
