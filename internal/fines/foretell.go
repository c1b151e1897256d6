package fines

import (
	"fmt"
	"math"
	"time"

	"gonum.org/v1/gonum/stat/distuv"

	"github.com/dsaeval/dsaeval/engine/fine"
	"github.com/dsaeval/dsaeval/internal/exact"
)

// foretell fits the decisions seen. A decision under a law of the table that is
// not among those of the model is foretold as if it were.
func (r *reference) foretell(seen []published, d published) (foretold, error) {
	f, row, err := r.fitted(seen)
	if err != nil {
		return foretold{}, err
	}
	return foretellBelow(below{f.at(row(d.x())), d.limit()}, r.probability), nil
}

func foretellBelow(c below, probability float64) foretold {
	tail := (1 - probability) / 2
	return foretold{low: c.quantile(tail), central: c.quantile(0.5), high: c.quantile(1 - tail), density: c.logProb}
}

// foretellByShare takes the shares of turnover of the decisions seen: the slope is
// 1, the rest as in a fit.
func foretellByShare(seen []published, d published) (foretold, error) {
	n := float64(len(seen))
	mean, square := 0.0, 0.0
	for _, s := range seen {
		mean += (s.y() - s.x()) / n
	}
	for _, s := range seen {
		square += math.Pow(s.y()-s.x()-mean, 2)
	}
	t := distuv.StudentsT{Mu: mean + d.x(), Sigma: math.Sqrt(square / (n - 1) * (1 + 1/n)), Nu: n - 1}
	return foretellBelow(below{t, d.limit()}, 0.8), nil
}

// foretellByFormula asks a model of formulas about a decision as it would be
// asked about a case: turnover and, where the table has them, the number of
// Articles, duration and earlier decisions are known, nothing else is.
func (m *Model) foretellByFormula(_ []published, d published) (foretold, error) {
	amount := exact.Must(exact.Must(d.exact.low.Add(d.exact.high)).Div(exact.Int(2)))
	if d.low != d.high {
		amount = exact.MustParse(fmt.Sprintf("%.2f", d.turnover()))
	}
	j := &job{
		Case:     Case{date: d.date, designated: "vlop", bases: []baseAmount{{of: fine.Group, measure: turnover, money: money{amount, euro}}}},
		inputs:   map[string]known{},
		headline: map[string]*baseAmount{},
	}
	j.headline[turnover] = &j.Case.bases[0]
	if day, err := time.Parse(time.DateOnly, d.date); err == nil && d.months > 0 {
		j.committed = day.AddDate(0, -d.months, 0).Format(time.DateOnly)
	}
	if d.earlier != nil {
		j.inputs["recurrence"] = known{value: value{number: exact.Int(int64(*d.earlier))}, source: "the table"}
	}
	limit := money{exact.Must(amount.Mul(exact.MustParse(fmt.Sprintf("%.4f", d.capPercent/100)))), euro}.down()
	caps := capsOf{decision: limit}
	var list []infringement
	for n := range max(d.count, 1) {
		label := fmt.Sprint("infringement ", n+1)
		list = append(list, infringement{
			lead: &Obligation{ID: label}, members: []*Obligation{{ID: label}}, label: label, percent: lawful().fine.percent, appliesFrom: j.committed,
		})
		caps.each = append(caps.each, limit)
	}
	i, err := j.indicative(m, list, caps)
	if err != nil {
		return foretold{}, err
	}
	number := func(text string) float64 { return math.Max(exact.MustParse(text).Float(), 1) }
	f := foretold{low: number(i.Low), central: number(i.Central), high: number(i.High)}
	f.density = func(y float64) float64 {
		side := f.high
		if y < math.Log(f.central) {
			side = f.low
		}
		// A range without width would have an endless density.
		sigma := math.Max(math.Abs(math.Log(side/f.central)), 0.01) / distuv.UnitNormal.Quantile(0.9)
		return distuv.Normal{Mu: math.Log(f.central), Sigma: sigma}.LogProb(y)
	}
	return f, nil
}
