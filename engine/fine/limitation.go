package fine

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/dsaeval/dsaeval/engine/facts"
)

// limitation says how the period of Art. 77 stands.
type limitation struct {
	// barred is why no fine can be imposed any more; empty while one can.
	barred string
	notes  []string
}

// limitationOf reads when the period began, what interrupted it and for how long
// it stood still. A lasting or repeated infringement begins it with its end, any
// other with its day. It is over where the facts say that nothing interrupted
// it, or where twice the period is over: only what is known bars a fine.
func limitationOf(r factReader, date string) limitation {
	began := r.day("/supervision/infringement_ended_on")
	if began == "" {
		if lasting, known := r.is("/supervision/infringement_continuing_or_repeated"); known && !lasting {
			began = r.day("/supervision/infringement_committed_on")
		}
	}
	if began == "" {
		return limitation{}
	}
	suspended := 0
	if days, ok := r.number("/supervision/limitation_suspended_days"); ok {
		suspended = int(days.float())
	}
	interruptedOn := r.day("/supervision/limitation_interrupted_on")
	interrupted, known := r.is("/supervision/limitation_interrupted")
	l := lawful()
	last := limitationEnd(began, l.limitation, suspended)
	end := limitationEnd(max(began, interruptedOn), l.limitation, suspended)
	utmost := limitationEnd(began, l.limitationAtMost, suspended)
	end, last = min(end, utmost), min(last, utmost)
	with := ""
	if suspended > 0 {
		with = fmt.Sprintf(", %d days of suspension included", suspended)
	}
	switch {
	case utmost < date:
		return limitation{barred: fmt.Sprintf("Art. 77(5): twice the limitation period after %s ran out on %s%s; no fine can be imposed", began, utmost, with)}
	case interruptedOn != "" && end < date:
		return limitation{notes: []string{fmt.Sprintf("Art. 77: the limitation period begun anew on %s ran out on %s%s, unless it was interrupted again", interruptedOn, end, with)}}
	case interruptedOn != "":
		return limitation{notes: []string{fmt.Sprintf("Art. 77: the limitation period began anew on %s and runs until %s%s", interruptedOn, end, with)}}
	case last >= date:
		return limitation{notes: []string{fmt.Sprintf("Art. 77: the limitation period began on %s and runs until %s%s, longer if it is interrupted", began, last, with)}}
	case known && !interrupted:
		return limitation{barred: fmt.Sprintf("Art. 77(1): the five years after %s ran out on %s%s and nothing interrupted them; no fine can be imposed", began, last, with)}
	case interrupted:
		return limitation{notes: []string{fmt.Sprintf("Art. 77: the five years after %s ran out on %s%s; an act interrupted them on a day that is not given, so that they may still run, at most until %s", began, last, with, utmost)}}
	}
	return limitation{notes: []string{fmt.Sprintf("Art. 77: the five years after %s ran out on %s%s unless they were interrupted, at most until %s", began, last, with, utmost)}}
}

// limitationEnd is the last day of a period that began on a day.
func limitationEnd(began string, months, suspended int) string {
	day, err := time.Parse(time.DateOnly, began)
	if err != nil {
		return ""
	}
	end := day.AddDate(0, months, 0)
	if end.Day() != day.Day() {
		end = end.AddDate(0, 0, -end.Day()) // 29 February ends on the 28th
	}
	return end.AddDate(0, 0, suspended).Format(time.DateOnly)
}

// circumstancesOf says what the facts tell and no figure counts: recitals 117 and
// 144 let an authority weigh it and give no measure.
func circumstancesOf(r factReader) []string {
	var notes []string
	if n, ok := r.facts.At("/supervision/infringement_nature"); ok && n.Kind == facts.String {
		notes = append(notes, "the facts call the infringement one of "+map[string]string{"substantive": "substance", "procedural": "procedure"}[n.Text]+" (Art. 74(4))")
	}
	if systematic, known := r.is("/supervision/infringement_systematic"); known {
		word := "a single lapse"
		if systematic {
			word = "systematic or repeated"
		}
		notes = append(notes, "the facts call the failure "+word+", which recital 117 weighs; no figure counts it")
	}
	if n, ok := r.facts.At("/supervision/infringement_states"); ok && len(n.Elements) > 0 {
		var states []string
		for _, state := range n.Elements {
			states = append(states, state.Text)
		}
		slices.Sort(states)
		notes = append(notes, "the infringement took effect in "+strings.Join(states, ", ")+", which recital 117 weighs; no figure counts it")
	}
	if amount, ok := r.facts.At("/supervision/fines_for_same_facts/amount"); ok {
		currency, _ := r.facts.At("/supervision/fines_for_same_facts/currency")
		if d, err := ParseDecimal(amount.Text); err == nil && d.Sign() > 0 && currency != nil {
			notes = append(notes, fmt.Sprintf("%s %s was already imposed for the same facts: recital 144 has it taken into account, and nothing is taken off here", currency.Text, d))
		}
	}
	return notes
}
