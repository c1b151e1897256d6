package fines

import (
	"fmt"
	"slices"

	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/internal/document"
)

// rangeOf is the range of one infringement, not rounded.
type rangeOf struct {
	span
	calculation *report.Calculation
}

// indicative applies a model to all infringements of a stake.
func (j *job) indicative(m *Model, list []infringement, caps capsOf) (*report.Indicative, error) {
	result := &report.Indicative{
		Model: m.Name, Title: m.Title, Kind: m.Kind, SHA256: m.SHA256, Caveats: m.Caveats,
		Calibration: m.Calibration, Decision: m.decision.words(), Calculations: []report.Calculation{},
	}
	// Infringements with the same inputs and the same cap are calculated once.
	byCircumstances := map[string]*rangeOf{}
	var order []*rangeOf
	var lows, centrals, highs []Decimal
	for n, i := range list {
		key := j.circumstancesKey(i)
		one := byCircumstances[key]
		if one == nil {
			var err error
			if one, err = j.rangeOf(m, i, caps.each[n]); err != nil {
				return nil, fmt.Errorf("fine model %s, %s: %w", m.Name, i.lead.ID, err)
			}
			byCircumstances[key] = one
			order = append(order, one)
		}
		one.calculation.Obligations = append(one.calculation.Obligations, i.lead.ID)
		lows, centrals, highs = append(lows, one.low), append(centrals, one.central), append(highs, one.high)
	}
	slices.SortStableFunc(order, func(a, b *rangeOf) int {
		return report.CompareIDs(a.calculation.Obligations[0], b.calculation.Obligations[0])
	})
	for _, one := range order {
		result.Calculations = append(result.Calculations, *one.calculation)
	}
	for _, part := range []struct {
		figures []Decimal
		count   int
		into    *string
	}{{lows, m.decision.low, &result.Low}, {centrals, m.decision.central, &result.Central}, {highs, m.decision.high, &result.High}} {
		sum, err := largest(part.figures, part.count)
		if err != nil {
			return nil, err
		}
		figure := money{sum, caps.decision.currency}
		if sum.Cmp(caps.decision.amount) > 0 {
			figure, result.Capped = caps.decision, true
		}
		// The cap has no more digits than its currency, so that rounding never
		// lifts a figure above it.
		*part.into = figure.nearest().String()
	}
	return result, nil
}

// circumstancesKey is the same for infringements with the same inputs.
func (j *job) circumstancesKey(i infringement) string {
	duration, bound := j.duration(i)
	_, ended, _ := j.period(i)
	key := fmt.Sprint(i.duty(), i.percent, duration.source, duration.pointers, duration.value.number, bound, ended)
	for _, t := range vocabulary {
		k, _ := j.knownOf(t.name, i)
		key += fmt.Sprint(";", k.value, k.pointers)
	}
	return key
}

// largest adds up the largest figures, count of them or, for 0, all.
func largest(figures []Decimal, count int) (Decimal, error) {
	figures = slices.Clone(figures)
	slices.SortFunc(figures, func(a, b Decimal) int { return b.Cmp(a) })
	if count > 0 && count < len(figures) {
		figures = figures[:count]
	}
	var sum Decimal
	var err error
	for _, f := range figures {
		if sum, err = sum.Add(f); err != nil {
			return sum, err
		}
	}
	return sum, nil
}

// rangeOf calculates one infringement and records every step.
func (j *job) rangeOf(m *Model, i infringement, limit money) (*rangeOf, error) {
	candidates, inputs := j.candidates(m, i)
	calculation := &report.Calculation{Obligations: []string{}, Inputs: inputs, Steps: []report.Step{}}
	from, unit := j.base(i.percent).money, "of turnover"
	if j.base(i.percent).measure == income {
		unit = "of income"
	}
	if m.ofCap {
		from, unit = limit, "of the cap"
	}
	amounts := span{from.amount, from.amount, from.amount}
	for n, s := range append([]step{m.base}, m.factors...) {
		figures, problem := s.evaluate(candidates, m.constant)
		if problem != nil {
			return nil, document.Problems{*problem}
		}
		var err error
		if amounts, err = amounts.times(figures); err != nil {
			return nil, fmt.Errorf("%s: %w", s.name, err)
		}
		line := report.Step{
			Name: s.name, Unit: "times", Inputs: s.reads(), Reason: s.reason, Source: s.source,
			Low: figures.low.Displayed(), Central: figures.central.Displayed(), High: figures.high.Displayed(),
		}
		if n == 0 {
			line.Unit = unit
		}
		calculation.Steps = append(calculation.Steps, line)
	}
	limited := span{amounts.low.Min(limit.amount), amounts.central.Min(limit.amount), amounts.high.Min(limit.amount)}
	rounded := func(d Decimal) string { return money{d, limit.currency}.nearest().String() }
	calculation.Low, calculation.Central, calculation.High = rounded(limited.low), rounded(limited.central), rounded(limited.high)
	calculation.Steps = append(calculation.Steps, report.Step{
		Name: "statutory cap", Unit: limit.currency, Inputs: []string{}, Source: j.basis(i.percent),
		Low: calculation.Low, Central: calculation.Central, High: calculation.High,
		Reason: capReason(amounts, limited, limit),
	})
	return &rangeOf{span: limited, calculation: calculation}, nil
}

func capReason(before, after span, limit money) string {
	lowered := ""
	for _, part := range []struct {
		name          string
		before, after Decimal
	}{{"low", before.low, after.low}, {"central", before.central, after.central}, {"high", before.high, after.high}} {
		if part.before.Cmp(part.after) == 0 {
			continue
		}
		if lowered != "" {
			lowered += " and "
		}
		lowered += fmt.Sprintf("%s cut from %s", part.name, money{part.before, limit.currency}.nearest())
	}
	if lowered == "" {
		return "below the cap of " + limit.String()
	}
	return "the cap is " + limit.String() + ": " + lowered
}

func (s span) times(f span) (span, error) {
	var err error
	for _, part := range []struct {
		amount *Decimal
		factor Decimal
	}{{&s.low, f.low}, {&s.central, f.central}, {&s.high, f.high}} {
		if *part.amount, err = part.amount.Mul(part.factor); err != nil {
			return s, err
		}
	}
	return s, nil
}
