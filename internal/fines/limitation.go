package fines

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"time"

	"github.com/dsaeval/dsaeval/internal/document"
	"github.com/dsaeval/dsaeval/internal/exact"
	"github.com/dsaeval/dsaeval/internal/writing"
	"github.com/dsaeval/dsaeval/policies/calendar"
)

// limitation says how the period of Art. 77 stands.
type limitation struct {
	// barred is why no fine can be imposed any more; empty while one can.
	barred string
	notes  []string
	doubts []string
}

// limitationFacts are what interrupted the period and for how long it stood still.
type limitationFacts struct {
	date          string // of the assessment
	interruptedOn string
	interrupted   bool
	known         bool // whether something interrupted it
	suspended     int  // days
	designated    string
}

func limitationFactsOf(r given, date string) limitationFacts {
	l := limitationFacts{
		date: date, interruptedOn: r.day("/supervision/limitation_interrupted_on"),
		designated: r.word("/service/designation_status"),
	}
	l.interrupted, l.known = r.is("/supervision/limitation_interrupted")
	if days, ok := r.number("/supervision/limitation_suspended_days"); ok {
		// A part of a day counts as one: only what is certain bars a fine.
		l.suspended = int(math.Ceil(min(days.Float(), longestSuspension)))
	}
	return l
}

// longestSuspension is a century in days, more than any proceedings last.
const longestSuspension = 36525

// of says how the period stands that began on a day. It limits the powers of the
// Commission, Art. 77(1), and those only: until when a Member State may impose a
// fine is for its law to say.
func (f limitationFacts) of(began string) limitation {
	l := f.ofCommission(began)
	switch {
	case began == "" || f.designated == "vlop" || f.designated == "vlose":
	case f.designated == "none":
		l.barred, l.notes = "", []string{"Art. 77 limits the powers of the Commission, which has none over a service that is not designated; until when a fine can be imposed is a matter of national law (Art. 52)"}
	case l.barred != "":
		l.barred, l.notes = "", []string{"it is not known whether the service is designated; if it is, " + l.barred}
	}
	return l
}

// ofCommission says how the period stands that began on a day. A lasting or repeated
// infringement begins it with its end, any other with its day, Art. 77(2). It is
// over where the facts say that nothing interrupted it, or where twice the period
// is over: only what is known bars a fine.
func (f limitationFacts) ofCommission(began string) limitation {
	if began == "" {
		return limitation{}
	}
	var doubts []string
	if began < firstProvisions {
		doubts = append(doubts, fmt.Sprintf("the facts say that the infringement was over on %s; no provision of the Regulation applied before %s", began, firstProvisions))
	}
	say := func(format string, args ...any) limitation {
		return limitation{notes: []string{"Art. 77: " + fmt.Sprintf(format, args...)}, doubts: doubts}
	}
	bar := func(format string, args ...any) limitation {
		return limitation{barred: fmt.Sprintf(format, args...) + "; no fine can be imposed", doubts: doubts}
	}
	interruptedOn, interrupted, known := f.interruptedOn, f.interrupted, f.known
	if interruptedOn != "" && (interruptedOn < began || interruptedOn > f.date) {
		// What came before the period or has not come yet interrupts nothing.
		interruptedOn, interrupted, known = "", false, false
	}
	l := lawful()
	utmost := limitationEnd(began, l.limitationAtMost, f.suspended)
	last := min(limitationEnd(began, l.limitation, f.suspended), utmost)
	end := min(limitationEnd(max(began, interruptedOn), l.limitation, f.suspended), utmost)
	with := ""
	if f.suspended > 0 {
		with = fmt.Sprintf(", %s of suspension included", writing.Count(f.suspended, "day", "days"))
	}
	period := yearsOf(l.limitation)
	switch {
	case began > f.date:
		return say("the infringement ends on %s, after the assessment, so that the limitation period has not begun", began)
	case utmost < f.date:
		return bar("Art. 77(4): twice the limitation period after %s ran out on %s%s", began, utmost, with)
	case interruptedOn > last:
		return say("the %s after %s ran out on %s%s, before the act of %s, unless an earlier one interrupted them, at most until %s", period, began, last, with, interruptedOn, utmost)
	case interruptedOn != "" && end < f.date:
		return say("the limitation period begun anew on %s ran out on %s%s, unless it was interrupted again", interruptedOn, end, with)
	case interruptedOn != "":
		return say("the limitation period began anew on %s and runs until %s%s", interruptedOn, end, with)
	case last >= f.date:
		return say("the limitation period began on %s and runs until %s%s, longer if it is interrupted", began, last, with)
	case known && !interrupted:
		return bar("Art. 77(1): the %s after %s ran out on %s%s and nothing interrupted them", period, began, last, with)
	case interrupted:
		return say("the %s after %s ran out on %s%s; an act interrupted them on a day that is not given, so that they may still run, at most until %s", period, began, last, with, utmost)
	}
	return say("the %s after %s ran out on %s%s unless they were interrupted, at most until %s", period, began, last, with, utmost)
}

// limitationBegan is the day on which the period of the document began, empty if it has not.
func (r given) limitationBegan() string {
	if ended := r.day("/supervision/infringement_ended_on"); ended != "" {
		return ended
	}
	if lasting, known := r.is("/supervision/infringement_continuing_or_repeated"); known && !lasting {
		return r.day("/supervision/infringement_committed_on")
	}
	return ""
}

// limitationEnd is the last day of a period that began on a day.
func limitationEnd(began string, months, suspended int) string {
	day, err := time.Parse(time.DateOnly, began)
	if err != nil {
		return ""
	}
	return calendar.AddMonths(day, months).AddDate(0, 0, suspended).Format(time.DateOnly)
}

// circumstancesOf says what the facts tell and no figure counts: recitals 117 and
// 144 let an authority weigh it and give no measure.
func circumstancesOf(r given) []string {
	var notes []string
	if n, ok := r.known.Lookup("/supervision/infringement_nature"); ok && n.Kind == document.String {
		notes = append(notes, "the facts call the infringement one of "+map[string]string{"substantive": "substance", "procedural": "procedure"}[n.Text]+" (Art. 74(4))")
	}
	if systematic, known := r.is("/supervision/infringement_systematic"); known {
		word := "a single lapse"
		if systematic {
			word = "systematic or repeated"
		}
		notes = append(notes, "the facts call the failure "+word+", which recital 117 weighs; no figure counts it")
	}
	if n, ok := r.known.Lookup("/supervision/infringement_states"); ok && len(n.Elements) > 0 {
		var states []string
		for _, state := range n.Elements {
			states = append(states, state.Text)
		}
		slices.Sort(states)
		notes = append(notes, "the infringement took effect in "+strings.Join(states, ", ")+", which recital 117 weighs; no figure counts it")
	}
	if amount, ok := r.known.Lookup("/supervision/fines_for_same_facts/amount"); ok {
		currency, _ := r.known.Lookup("/supervision/fines_for_same_facts/currency")
		if d, err := exact.Parse(amount.Text); err == nil && d.Sign() > 0 && currency != nil {
			notes = append(notes, fmt.Sprintf("%s %s was already imposed for the same facts: recital 144 has it taken into account, and nothing is taken off here", currency.Text, d))
		}
	}
	return notes
}

// yearsOf puts a period of the law into words: five years.
func yearsOf(months int) string {
	words := []string{"", "one year", "two years", "three years", "four years", "five years", "six years", "seven years", "eight years", "nine years", "ten years"}
	if years := months / 12; months%12 == 0 && years > 0 && years < len(words) {
		return words[years]
	}
	return writing.Count(months, "month", "months")
}
