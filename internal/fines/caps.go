package fines

import (
	"fmt"
	"slices"
	"strconv"

	"github.com/dsaeval/dsaeval/engine/fine"
	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/internal/exact"
)

// assumedDays is the length of a financial year where the facts do not say.
const assumedDays = 365

// capsOf holds the caps of one stake.
type capsOf struct {
	report *report.StatutoryCap
	// each is the cap of every infringement, in the order of the list.
	each     []money
	decision money
}

// caps computes the statutory caps: 6 % or 1 % of the base, rounded down to the
// smallest unit. The cap per decision is the largest of them.
func (j *job) caps(list []infringement) (capsOf, error) {
	c := capsOf{report: &report.StatutoryCap{PerInfringement: []report.InfringementCap{}}}
	var sum Decimal
	for _, i := range list {
		b := j.base(i.percent)
		limit, err := b.cap(i.percent)
		if err != nil {
			return c, err
		}
		c.each = append(c.each, limit)
		if c.decision.currency == "" || limit.amount.Cmp(c.decision.amount) > 0 {
			c.decision = limit
		}
		if sum, err = sum.Add(limit.amount); err != nil {
			return c, err
		}
		c.report.PerInfringement = append(c.report.PerInfringement, report.InfringementCap{
			Obligation: i.lead.ID, Article: i.label, Obligations: i.ids(), Cap: limit.String(), Basis: j.basis(i.percent),
			Percent: strconv.FormatInt(i.percent, 10), Base: b.measure,
		})
	}
	c.report.PerDecision = c.decision.String()
	c.report.SumOfInfringements = money{sum, c.decision.currency}.String()
	return c, nil
}

// cap is a percentage of the base, rounded down.
func (b *baseAmount) cap(percent int64) (money, error) {
	m, err := b.money.share(exact.Must(exact.Int(percent).Mul(exact.MustParse("0.01"))))
	if err != nil {
		return money{}, fmt.Errorf("%s of the %s: %w", b.measure, b.of, err)
	}
	return m.down(), nil
}

// basis is the provision of a cap.
func (j *job) basis(percent int64) string { return lawful().of(percent).by(j.designated) }

// perDay is the cap of periodic penalty payments for one day.
func (j *job) perDay(b *baseAmount, reading fine.PeriodicReading) (money, error) {
	five, err := b.money.share(exact.Must(exact.Int(lawful().daily.percent).Mul(exact.MustParse("0.01"))))
	if err == nil && reading == fine.Daily {
		five.amount, err = five.amount.Div(exact.Int(int64(j.yearDays())))
	}
	if err != nil {
		return money{}, fmt.Errorf("%s of the %s: %w", b.measure, b.of, err)
	}
	return five.down(), nil
}

func (j *job) yearDays() int {
	if j.days > 0 {
		return j.days
	}
	return assumedDays
}

// bases reports every annual figure with its caps; daily says whether there is
// a breach that daily payments may compel to end.
func (j *job) bases(r *report.Fine, daily bool) error {
	for i := range j.Case.bases {
		b := &j.Case.bases[i]
		line := report.Base{
			Of: b.of, Measure: b.measure, Pointer: b.pointer, FinancialYear: b.year,
			Amount: b.money.String(), Currency: b.money.currency, Headline: b == j.headline[turnover],
		}
		if b.rate != nil {
			line.Conversion = &report.Conversion{
				Amount: b.given.String(), Currency: b.given.currency, Rate: b.rate.Rate.String(),
				From: b.rate.From, To: b.rate.To, Date: b.rate.Date, Source: b.rate.Source,
			}
			// Only what is shown is rounded; caps are computed from the exact product.
			line.Amount = b.money.nearest().String()
		}
		one, err := b.cap(lawful().information.percent)
		if err != nil {
			return err
		}
		line.OnePercent = one.String()
		if b.measure == turnover {
			six, err := b.cap(lawful().fine.percent)
			if err != nil {
				return err
			}
			text := six.String()
			line.SixPercent = &text
		}
		day, err := j.perDay(b, j.reading())
		if err != nil {
			return err
		}
		if daily {
			text := day.String()
			line.PeriodicPerDay = &text
		}
		r.Bases = append(r.Bases, line)
		if line.Headline {
			r.Currency, r.Turnover, r.TurnoverOf = &line.Currency, &line.Amount, &line.Of
		}
	}
	// Where only income is known, the caps of 1 % and 5 % are in its currency.
	if b := j.headline[income]; b != nil && r.Currency == nil {
		r.Currency = &b.money.currency
	}
	return nil
}

// compelled reports whether there is a breach for which the law allows daily
// payments: Arts 52(4) and 76(1) list orders and decisions that are not obeyed,
// and they compel, so that what has ended has none.
func compelled(breached []infringement) bool {
	return slices.ContainsFunc(breached, func(i infringement) bool { return i.periodic })
}

// periodic reports the cap for each day.
func (j *job) periodic(r *report.Fine, breached []infringement) {
	if !compelled(breached) {
		return
	}
	b := j.base(lawful().daily.percent)
	if b == nil {
		r.Missing = append(r.Missing, j.missingTurnover())
		return
	}
	// bases has computed the same without error.
	chosen, _ := j.perDay(b, j.reading())
	text := chosen.String()
	r.PeriodicPenaltyPerDay = &text
	p := &report.Periodic{
		Basis: j.periodicBasis(), Reading: string(j.reading()),
		Days: j.yearDays(), DaysAssumed: j.days == 0, Obligations: []string{},
	}
	if j.designated != "none" {
		other := fine.Annual
		if j.reading() == fine.Annual {
			other = fine.Daily
		}
		otherwise, err := j.perDay(b, other)
		if err != nil {
			return
		}
		text := otherwise.String()
		p.OtherReading = &text
	}
	for _, i := range breached {
		if i.periodic {
			p.Obligations = append(p.Obligations, i.compelled...)
		}
	}
	r.Periodic = p
}

// reading is how the law about periodic penalties is read. Only Art. 76(1)
// leaves a choice; Art. 52(4) speaks of average daily turnover.
func (j *job) reading() fine.PeriodicReading {
	if j.designated == "none" {
		return fine.Daily
	}
	return j.options.PeriodicReading
}

func (j *job) periodicBasis() string { return lawful().daily.by(j.designated) }
