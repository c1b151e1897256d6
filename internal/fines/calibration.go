package fines

import (
	"slices"

	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/internal/currency"
	"github.com/dsaeval/dsaeval/internal/document"
	"github.com/dsaeval/dsaeval/internal/exact"
)

// shares are the smallest and the largest share of turnover of one sum.
type shares struct{ low, high Decimal }

func (l *loader) calibration(m *Model) {
	c := l.file.Calibration
	if c == nil {
		if m.Kind == report.CalibratedModel {
			l.complain(l.file.Kind, "kind is calibrated, but calibration is missing")
		}
		return
	}
	result := &report.Calibration{Decisions: len(c.Decisions), Note: oneLine(c.Note), Cases: []report.Decided{}}
	if len(c.Decisions) == 0 {
		l.complain(orNear(c.Note, l.file.Kind), "calibration: decisions is missing")
		return
	}
	var all []shares
	for _, d := range c.Decisions {
		whole, parts, ok := l.decisionCase(d)
		if !ok {
			continue
		}
		result.Infringements += len(parts)
		all = append(all, parts...)
		result.Cases = append(result.Cases, report.Decided{
			Case: oneLine(d.Case), Date: report.Day(d.Date.Text), Fine: d.Fine.Text, Currency: d.Currency.Text,
			LowPercent: whole.low.Percent(), HighPercent: whole.high.Percent(),
			Source: oneLine(d.Source), Confidence: oneLine(d.Confidence),
		})
	}
	if len(all) == 0 {
		return
	}
	low, high := all[0].low, all[0].high
	var lows []Decimal
	for _, s := range all {
		low, high = low.Min(s.low), high.Max(s.high)
		lows = append(lows, s.low)
	}
	result.LowPercent, result.HighPercent = low.Percent(), high.Percent()
	result.MedianPercent = median(lows).Percent()
	m.Calibration = result
}

func median(numbers []Decimal) Decimal {
	slices.SortFunc(numbers, Decimal.Cmp)
	middle := len(numbers) / 2
	if len(numbers)%2 == 1 {
		return numbers[middle]
	}
	return exact.Must(exact.Must(numbers[middle-1].Add(numbers[middle])).Div(exact.Int(2)))
}

// decisionCase returns the shares of a decision and of its infringements. The
// sums of the infringements must add up to the fine.
func (l *loader) decisionCase(d decisionCase) (whole shares, parts []shares, ok bool) {
	near := orNear(d.Case, l.file.Kind)
	before := len(l.problems)
	l.required(near, "decision", map[string]text{"case": d.Case, "date": d.Date, "source": d.Source, "confidence": d.Confidence})
	if !document.IsDate(d.Date.Text) {
		l.complain(orNear(d.Date, near), "date is %q; expected a calendar day YYYY-MM-DD", document.Shorten(d.Date.Text))
	}
	fine := l.amount(near, "fine", d.Fine, d.Currency)
	var bases []Decimal
	for _, t := range d.Turnover {
		l.required(orNear(t.Of, near), "turnover", map[string]text{"of": t.Of, "year": t.Year, "source": t.Source, "confidence": t.Confidence})
		base := l.amount(near, "turnover", t.Amount, t.Currency)
		if t.Currency.Text != d.Currency.Text {
			// The rate is in units of the turnover's currency for one of the fine's,
			// as central banks publish it.
			rate := l.amount(orNear(t.Amount, near), "rate", t.Rate, d.Currency)
			if base.Sign() <= 0 || rate.Sign() <= 0 {
				continue
			}
			base = exact.Must(base.Div(rate))
		}
		bases = append(bases, base)
	}
	if len(d.Turnover) == 0 || len(d.Infringements) == 0 {
		l.complain(near, "%s: turnover and infringements need at least one entry each", oneLine(d.Case))
	}
	sum := Decimal{}
	var sums []Decimal
	for _, i := range d.Infringements {
		amount := l.amount(orNear(i.Provision, near), "fine of "+i.Provision.Text, i.Fine, d.Currency)
		sums = append(sums, amount)
		sum = exact.Must(sum.Add(amount))
	}
	if len(d.Infringements) > 0 && sum.Cmp(fine) != 0 {
		l.complain(near, "%s: the infringements add up to %s, not to the fine of %s", oneLine(d.Case), sum, fine)
	}
	if len(l.problems) > before {
		return shares{}, nil, false
	}
	for _, s := range sums {
		parts = append(parts, sharesOf(s, bases))
	}
	return sharesOf(fine, bases), parts, true
}

func sharesOf(sum Decimal, bases []Decimal) shares {
	largest, smallest := slices.MaxFunc(bases, Decimal.Cmp), slices.MinFunc(bases, Decimal.Cmp)
	return shares{low: exact.Must(sum.Div(largest)), high: exact.Must(sum.Div(smallest))}
}

func (l *loader) amount(near text, what string, amount, of text) Decimal {
	if err := currency.Check(of.Text); err != nil {
		l.complain(orNear(of, near), "currency: %v", err)
	}
	d, err := exact.Parse(amount.Text)
	if err != nil {
		l.complain(orNear(amount, near), "%s: %v", what, err)
		return Decimal{}
	}
	if d.Sign() <= 0 {
		l.complain(amount, "%s is %s; expected more than 0", what, d)
	}
	return d
}
