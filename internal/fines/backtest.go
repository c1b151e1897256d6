package fines

import (
	"errors"
	"math"
	"slices"

	"github.com/dsaeval/dsaeval/engine/report"
)

// Backtest says how well a model foretells decisions that it has not seen.
type Backtest struct {
	Model string           `json:"model"`
	Kind  report.ModelKind `json:"kind"`
	// Stated is the probability of the range. A model that states none is taken to
	// mean the same as the others, and ScoredAs says so.
	Stated   string `json:"probability"`
	ScoredAs string `json:"scored_as"`
	// Spread is the largest of the fines to foretell over the smallest, ten at
	// least. A range wider than that says less than the list of the fines does.
	Spread float64 `json:"spread"`
	Ways   []Way   `json:"ways"`
	// Terms are circumstances that were tried as further terms; only for a model of
	// published decisions.
	Terms []TriedTerm `json:"terms"`
}

// sharesModel is the name of the model that every back-test is compared with: the
// fine is a share of turnover, whatever the size.
const sharesModel = "shares of turnover"

// Decisions are a table of published decisions.
type Decisions struct {
	rows []published // to foretell
	all  []published // to learn from
	// own is set for the table of a model: nothing is left to learn from but the
	// other rows.
	own bool
}

// LoadDecisions reads a table; see docs/fines.md for its columns. What is wrong
// is returned as [document.Problems] with the line.
func LoadDecisions(name string, content []byte) (Decisions, error) {
	rows, err := readDecisions(name, content)
	return Decisions{rows: rows, all: rows}, err
}

// Published are the decisions of a model of that kind; empty for others.
func (m *Model) Published() Decisions {
	if m == nil || m.reference == nil {
		return Decisions{}
	}
	return Decisions{m.reference.rows, m.reference.all, true}
}

// Len is the number of decisions.
func (d Decisions) Len() int { return len(d.rows) }

// Under leaves those under some laws to be foretold. A model may still learn from
// the others.
func (d Decisions) Under(laws ...string) Decisions {
	return Decisions{under(d.rows, laws), d.all, d.own}
}

// foretold is what a model says about a decision that it has not seen.
type foretold struct {
	low, central, high float64
	density            func(y float64) float64 // its logarithm
}

// predictor foretells a decision from others.
type predictor func(seen []published, d published) (foretold, error)

// Backtest foretells each decision from others: from all but itself, from those
// about other undertakings, and from those before it. Decisions that are not those
// of a model are foretold by the model as it stands as well: that is how a new one,
// which it has not seen, is held against it.
func (m *Model) Backtest(d Decisions) (Backtest, error) {
	if m == nil {
		return Backtest{}, errors.New("the model is nil")
	}
	b := Backtest{Model: m.Name, Kind: m.Kind, Stated: defaultProbability, Terms: []TriedTerm{}}
	predict, table := predictor(m.foretellByFormula), d.rows
	if m.reference != nil {
		b.Stated = m.reference.stated
		predict, table = m.reference.foretell, d.all
		b.Terms = m.reference.triedTerms(d)
	} else {
		b.ScoredAs = "it states no probability: low and high are read as those of four of five, and the density as normal in the logarithm on either side of central"
	}
	b, err := b.of(d, table, predict)
	if err != nil || d.own {
		return b, err
	}
	w := Way{Name: "as it stands", Rows: []Scored{}}
	if m.reference != nil {
		w.Name, table = "from the table of the model", m.reference.all
	}
	if err := w.foretell(d, table, predict); err != nil {
		return b, err
	}
	w.silence(b.Spread)
	b.Ways = slices.Insert(b.Ways, 0, w)
	return b, err
}

// foretell foretells decisions as the model foretells a case, without those that
// it has seen.
func (w *Way) foretell(d Decisions, table []published, predict predictor) error {
	for _, one := range d.rows {
		seen := slices.DeleteFunc(slices.Clone(table), func(other published) bool { return same(one, other) })
		s, err := score(predict, seen, one)
		if err != nil {
			return err
		}
		w.Rows = append(w.Rows, s)
	}
	w.sum()
	return nil
}

// of lets a predictor foretell decisions in every way of hiding them.
func (b Backtest) of(d Decisions, table []published, predict predictor) (Backtest, error) {
	var err error
	if b.Ways, err = ways(d.rows, table, predict); err != nil {
		return b, err
	}
	b.Spread = spread(d.rows)
	for i := range b.Ways {
		b.Ways[i].silence(b.Spread)
	}
	return b, nil
}

// silence counts the ranges that are wider than a spread.
func (w *Way) silence(spread float64) {
	for _, s := range w.Rows {
		if s.High/s.Low > spread {
			w.Silent++
		}
	}
}

// spread is the largest fine over the smallest. A handful may lie close together,
// so that it is ten at least.
func spread(rows []published) float64 {
	low, high := math.Inf(1), 0.0
	for _, d := range rows {
		low, high = math.Min(low, d.fine), math.Max(high, d.fine)
	}
	return math.Max(high/low, 10)
}

const defaultProbability = "0.8"

// BacktestShares is the back-test of the model to compare with.
func BacktestShares(d Decisions) (Backtest, error) {
	b := Backtest{Model: sharesModel, Kind: report.ReferenceModel, Stated: defaultProbability, Terms: []TriedTerm{}}
	return b.of(d, d.rows, foretellByShare)
}

// Entered scores each decision of a model of published decisions by the rows that
// stand above it in the table, in the order in which they entered it.
func (m *Model) Entered() ([]Scored, error) {
	if m == nil || m.reference == nil {
		return nil, nil
	}
	var scores []Scored
	for i, d := range m.reference.all {
		seen := m.reference.all[:i]
		if !slices.Contains(m.reference.laws, d.law) || len(under(seen, m.reference.laws)) < leastSeen {
			continue
		}
		s, err := score(m.reference.foretell, seen, d)
		if err != nil {
			return nil, err
		}
		scores = append(scores, s)
	}
	return scores, nil
}
