package fine

import (
	"cmp"
	"fmt"
	"strings"
	"time"
)

// readings lists the choices made where the law is open, with the switch for
// the other.
func (j *job) readings() []Reading {
	of := []Reading{{
		Question: "whose turnover counts (Arts 3(x), 52(3), 74(1))",
		Chosen:   "the group's where it is known, else the entity's", Other: "group or entity alone; bases shows each that is given",
		Switch: "--turnover-of",
	}}
	if j.options.TurnoverOf != "" {
		of[0].Chosen = "the " + j.options.TurnoverOf + "'s, as asked for"
	}
	of = append(of, Reading{
		Question: "whether the maximum holds for a decision or for each infringement (Art. 74(1), recital 117)",
		Chosen:   "both are computed; ranges stay below the cap per decision", Other: "sum_of_infringements",
	})
	if j.designated != "none" {
		of = append(of, j.periodicReading())
	}
	return append(of, Reading{
		Question: "whether overlapping duties are fined twice (recital 144, Arts 28(1) and 35(1))",
		Chosen:   "once for the same evidence, for points of one paragraph, and for details of delegated acts", Other: "each obligation on its own",
	})
}

func (j *job) periodicReading() Reading {
	periodic := Reading{
		Question: "how Art. 76(1) is read", Chosen: "5 % of the average daily turnover, as Art. 52(4) says",
		Other: "5 % of the annual turnover for each day, by the letter of Art. 76(1)", Switch: "--periodic-reading annual",
	}
	if j.options.PeriodicReading == Annual {
		periodic.Chosen, periodic.Other = periodic.Other, periodic.Chosen
		periodic.Switch = "--periodic-reading daily"
	}
	return periodic
}

// notes says what a reader of the figures must know about this case.
func (j *job) notes() []string {
	notes := []string{"caps are rounded down to the smallest unit of the currency; figures of models half to even"}
	if until := limitation(j.ended); until != "" && until < j.date {
		notes = append(notes, fmt.Sprintf("the infringement ended on %s: the five years of Art. 77 ran out on %s unless they were interrupted or suspended", j.ended, until))
	}
	assessed, err := time.Parse(time.DateOnly, j.date)
	for _, b := range j.Case.bases {
		switch year := b.ended(); {
		case err != nil || b != orZero(j.headline[b.measure]):
		case year > assessed.Year():
			notes = append(notes, fmt.Sprintf("the %s is of the financial year %s, which ends after the assessment date", b.measure, b.year))
		case year < assessed.Year()-1:
			notes = append(notes, fmt.Sprintf("the %s is of the financial year %s, which is not the one before the assessment date", b.measure, b.year))
		}
	}
	if j.designated == "" {
		notes = append(notes, "the designation is not known: the caps of Art. 52(3) and of Art. 74 are equal, but who imposes the fine is open")
	}
	for _, r := range j.options.Rates {
		notes = append(notes, strings.TrimSpace(fmt.Sprintf("converted by a rate that was given: 1 %s = %s %s on %s %s", r.From, r.Rate, r.To, r.Date, cmp.Or(r.Source, "(no source given)"))))
	}
	return notes
}

// noFault is why a case has no range.
const noFault = "the facts say neither intent nor negligence: Art. 74(1) and (2) then allow no fine; national law under Art. 52 may differ"

// limitation is the day five years after an infringement ended, Art. 77(1).
func limitation(ended string) string {
	day, err := time.Parse(time.DateOnly, ended)
	if err != nil {
		return ""
	}
	return day.AddDate(5, 0, 0).Format(time.DateOnly)
}

func orZero(b *baseAmount) baseAmount {
	if b == nil {
		return baseAmount{}
	}
	return *b
}
