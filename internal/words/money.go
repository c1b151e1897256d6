package words

import (
	"fmt"
	"strings"

	"github.com/dsaeval/dsaeval/engine/report"
)

// AtStake is what the breaches put at stake in one sentence, empty where nothing
// is. The doubts of the report say what may be wrong with it; who writes the one
// writes the others, so that nobody takes a cap over that rests on the turnover of
// the wrong year, group or entity.
func AtStake(r *report.Report) string {
	switch f := r.Fine; {
	case f == nil:
		return ""
	case f.StatutoryCap != nil:
		return Stake(f, f.Stake)
	case f.PeriodicPenaltyPerDay != nil:
		return "daily payments only, at most " + Money(f, *f.PeriodicPenaltyPerDay) + " a day"
	}
	return ""
}

// Stake says what a set of infringements puts at stake; its cap must be known.
func Stake(f *report.Fine, s report.Stake) string {
	limit := "the law caps a decision at " + Money(f, s.StatutoryCap.PerDecision)
	switch m := s.Indicative; {
	case m != nil && m.Reference != nil:
		return fmt.Sprintf("%s %s and %s, central %s (%d decisions; a model, not law); %s",
			m.Reference.Words, RoughMoney(f, m.Low), RoughMoney(f, m.High), RoughMoney(f, m.Central), m.Reference.Decisions, limit)
	case m != nil:
		return fmt.Sprintf("%s; model %s, not law: %s to %s, central %s", limit, m.Model, RoughMoney(f, m.Low), RoughMoney(f, m.High), RoughMoney(f, m.Central))
	case s.NoRange != nil:
		return fmt.Sprintf("%s; no range: %s", limit, *s.NoRange)
	}
	return limit
}

// Money writes an amount with the currency of a fine.
func Money(f *report.Fine, amount string) string { return currency(f) + Amount(amount) }

// RoughMoney writes a figure of a model in millions, as exactly as the model
// knows it.
func RoughMoney(f *report.Fine, amount string) string { return currency(f) + Millions(amount) }

func currency(f *report.Fine) string {
	if f.Currency == nil {
		return ""
	}
	return *f.Currency + " "
}

// Amount writes an amount with spaces between thousands: 6 624 000 000.00.
func Amount(amount string) string {
	whole, cents, hasCents := strings.Cut(amount, ".")
	text := strings.Join(thousands(whole), " ")
	if hasCents {
		text += "." + cents
	}
	return text
}

// thousands cuts digits into groups of three from the right.
func thousands(digits string) []string {
	var parts []string
	for len(digits) > 3 {
		parts = append([]string{digits[len(digits)-3:]}, parts...)
		digits = digits[:len(digits)-3]
	}
	return append([]string{digits}, parts...)
}

// Millions writes 122000000.00 as 122 m. What is below a million keeps its
// digits, without the cents of a figure that has none.
func Millions(amount string) string {
	whole, cents, _ := strings.Cut(amount, ".")
	const million = 6
	if len(whole) <= million {
		if strings.Trim(cents, "0") == "" {
			return Amount(whole)
		}
		return Amount(amount)
	}
	head, tail := whole[:len(whole)-million], strings.TrimRight(whole[len(whole)-million:], "0")
	if keep := max(3-len(head), 0); len(tail) > keep {
		tail = tail[:keep]
	}
	if tail = strings.TrimRight(tail, "0"); tail != "" {
		head += "." + tail
	}
	return Amount(head) + " m"
}

// MissingAmount says which facts an amount needs: what they are about, and where they
// stand.
func MissingAmount(pointers []string) string {
	said := make([]string, len(pointers))
	for i, pointer := range pointers {
		said[i] = Fact(pointer)
		if about := amountsOf[pointer]; about != "" {
			said[i] = about + " (" + said[i] + ")"
		}
	}
	return strings.Join(said, ", ")
}

// amountsOf are the amounts of which the caps are shares, in the words of their
// questions.
var amountsOf = map[string]string{
	"/service/turnover_worldwide_preceding_fy":        "the total worldwide turnover of the preceding financial year",
	"/service/turnover_worldwide_preceding_fy/entity": "the worldwide turnover of the provider alone in the preceding financial year",
	"/service/turnover_worldwide_preceding_fy/group":  "the worldwide turnover of the whole undertaking in the preceding financial year",
}
