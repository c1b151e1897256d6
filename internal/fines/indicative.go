package fines

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/internal/document"
	"github.com/dsaeval/dsaeval/internal/exact"
	"github.com/dsaeval/dsaeval/internal/lists"
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

// candidates returns what the inputs of a model can be for an infringement, and
// the same in words.
func (j *job) candidates(m *Model, i infringement) (map[string]candidate, []report.Input) {
	candidates := map[string]candidate{}
	inputs := []report.Input{}
	settle := func(name string, v value, source string) {
		candidates[name] = candidate{possible: []value{v}, central: v}
		t, _ := inputTypeOf(name)
		inputs = append(inputs, report.Input{
			Name: name, Value: v.String(), Possible: []string{v.String()}, Known: true, Unit: t.unit, Reason: source, Facts: []string{},
		})
	}
	settle("duty", value{word: i.duty()}, "the obligation")
	settle("cap_percent", value{number: exact.Int(i.percent)}, "the penalty of the obligation")
	for _, in := range m.inputs {
		c, line := j.input(in, i)
		candidates[in.name] = c
		inputs = append(inputs, line)
	}
	slices.SortFunc(inputs, func(a, b report.Input) int { return cmp.Compare(a.Name, b.Name) })
	return candidates, inputs
}

// input settles one input: by what is known or by what the model assumes.
func (j *job) input(in modelInput, i infringement) (candidate, report.Input) {
	line := report.Input{Name: in.name, Unit: in.unit, Facts: []string{}}
	k, isKnown := j.knownOf(in.name, i)
	ends := in.possible
	switch in.name {
	case "duration_days":
		var bound string
		k, bound = j.duration(i)
		isKnown = k.source != ""
		_, ended, _ := j.period(i)
		ends, line.Reason = j.durationEnds(in, bound, ended)
	case "turnover_eur":
		if amount, ok := j.base(i.percent).inEuro(j.options.Rates); ok {
			k, isKnown = known{value: value{number: amount}, source: "facts", pointers: []string{j.base(i.percent).pointer}}, true
		}
	}
	if !isKnown {
		c := in.candidate(ends)
		line.Value = c.central.String()
		for n, v := range c.possible {
			if !in.number() || n < 2 {
				line.Possible = append(line.Possible, v.String())
			}
		}
		line.Reason = "assumed: " + in.reason + line.Reason
		line.Facts = lists.OrEmpty(slices.Clone(in.pointers))
		return c, line
	}
	v := k.value
	line.Reason = k.source
	if in.number() {
		counted := v.number.Max(ends[0].number).Min(ends[1].number)
		if counted.Cmp(v.number) != 0 {
			line.Reason += fmt.Sprintf("; %s is counted as %s", v, counted.Displayed())
			v.number = counted
		}
	}
	line.Value, line.Possible, line.Known, line.Facts = v.String(), []string{v.String()}, true, lists.OrEmpty(k.pointers)
	return candidate{possible: []value{v}, central: v}, line
}

// knownOf returns an input: as set for the run, as the facts give it for the
// Article, or as they give it for the document.
func (j *job) knownOf(name string, i infringement) (known, bool) {
	if k, ok := j.set[name]; ok {
		return k, true
	}
	for _, article := range i.articleNames() {
		if k, ok := j.articles[article].known[name]; ok {
			return k, true
		}
	}
	k, ok := j.inputs[name]
	return k, ok
}

// articleNames are the ways in which facts can name what is fined, the closest
// first: 40(12), then 40.
func (i infringement) articleNames() []string {
	article, _, _ := strings.Cut(i.label, "(")
	return []string{i.label, article}
}

// period returns the days on which an infringement began and ended, with the
// fact that says so; empty where not known.
func (j *job) period(i infringement) (committed, ended, pointer string) {
	for _, article := range i.articleNames() {
		if a := j.articles[article]; a.committed != "" || a.ended != "" {
			if a.committed == "" {
				return j.committed, a.ended, committedPointer
			}
			return a.committed, cmp.Or(a.ended, j.ended), a.committedAt
		}
	}
	return j.committed, j.ended, committedPointer
}

// firstProvisions is the day from which the first provisions applied, Art. 93(2).
const firstProvisions = "2022-11-16"

const committedPointer = "/supervision/infringement_committed_on"

// duration returns how long an infringement lasted, if that is known, and from
// when at the earliest it can have lasted.
func (j *job) duration(i infringement) (k known, from string) {
	from = cmp.Or(i.appliesFrom, firstProvisions)
	if given, ok := j.knownOf("duration_days", i); ok {
		given.value.number = exact.Must(given.value.number.Add(exact.Int(j.extraDays)))
		return given, from
	}
	committed, ended, pointer := j.period(i)
	if committed == "" {
		return known{}, from
	}
	return known{
		value:    value{number: exact.Int(daysBetween(max(committed, from), cmp.Or(ended, j.date)) + j.extraDays)},
		source:   "facts: from the day of the infringement, not before the duty applied, to its end or to the assessment",
		pointers: []string{pointer},
	}, from
}

// durationEnds bounds a duration by the days for which the duty has applied: an
// upper bound, not a finding. A duty that does not apply yet has none.
func (j *job) durationEnds(in modelInput, from, ended string) ([]value, string) {
	days := daysBetween(from, cmp.Or(ended, j.date))
	if days == 0 {
		return in.possible, ""
	}
	days += j.extraDays
	lowest := in.possible[0].number.Min(exact.Int(days))
	highest := in.possible[1].number.Min(exact.Int(days))
	return []value{{number: lowest}, {number: highest}},
		fmt.Sprintf("; upper bound: the duty can have been breached from %s at the earliest", from)
}
