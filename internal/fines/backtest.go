package fines

import (
	"cmp"
	"errors"
	"fmt"
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

// Way is one way of hiding decisions from a model.
type Way struct {
	Name string `json:"name"`
	// Scored is how many decisions could be foretold, Covered how many lay in the
	// range.
	Scored  int `json:"scored"`
	Covered int `json:"covered"`
	// Silent is how many of the ranges are wider than the spread of the fines: that
	// they are never wrong is no merit.
	Silent int `json:"says_nothing"`
	// Width is the median of high over low, Factor the median of how many times the
	// central figure was too high or too low.
	Width  float64 `json:"width"`
	Factor float64 `json:"factor"`
	// LogScore is the mean of minus the logarithm of the density at the decision:
	// lower is better.
	LogScore float64  `json:"log_score"`
	Rows     []Scored `json:"rows"`
}

// Coverage is the share of the decisions that lay in the range.
func (w Way) Coverage() float64 { return float64(w.Covered) / float64(max(w.Scored, 1)) }

// Misses are the decisions that were foretold worst.
func (w Way) Misses(n int) []Scored {
	rows := slices.Clone(w.Rows)
	slices.SortStableFunc(rows, func(a, b Scored) int { return cmp.Compare(b.LogScore, a.LogScore) })
	return rows[:min(n, len(rows))]
}

// Scored is a decision beside what was foretold. Amounts are in EUR.
type Scored struct {
	Case     string  `json:"case"`
	Date     string  `json:"date"`
	Law      string  `json:"law"`
	Fine     float64 `json:"fine"`
	Low      float64 `json:"low"`
	Central  float64 `json:"central"`
	High     float64 `json:"high"`
	Seen     int     `json:"decisions"` // that the model was fitted to
	LogScore float64 `json:"log_score"`
}

// Inside reports whether the fine lay in the range.
func (s Scored) Inside() bool { return s.Low <= s.Fine && s.Fine <= s.High }

// Factor is how many times the central figure was too high or too low.
func (s Scored) Factor() float64 { return math.Max(s.Central/s.Fine, s.Fine/s.Central) }

// TriedTerm compares the model with and without a circumstance, each decision
// left out in turn, on the decisions that tell it.
type TriedTerm struct {
	Name string `json:"name"`
	// Rows is how many decisions tell the circumstance, Of how many there are.
	Rows    int     `json:"rows"`
	Of      int     `json:"of"`
	Without float64 `json:"without"`
	With    float64 `json:"with"`
}

// Better reports whether the score is lower with the term.
func (t TriedTerm) Better() bool { return t.With < t.Without }

// Telling reports whether three of four decisions tell the circumstance. A term
// that most rows leave open cannot be fitted to the table, and on a handful of
// decisions the scores differ by chance.
func (t TriedTerm) Telling() bool { return 4*t.Rows >= 3*t.Of }

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

// leastSeen is how many decisions a fit needs before it foretells the next.
const leastSeen = 6

// hiding says which other decisions a model sees when it foretells one.
type hiding struct {
	name string
	seen func(d, other published) bool
}

var oneHidden = hiding{"leave one out", func(d, other published) bool { return !same(d, other) }}

func ways(rows, table []published, predict predictor) ([]Way, error) {
	var all []Way
	for _, h := range []hiding{
		oneHidden,
		{"leave the undertaking out", func(d, other published) bool { return other.undertaking != d.undertaking }},
		{"forward in time", func(d, other published) bool { return other.date < d.date }},
	} {
		w, err := h.way(rows, table, predict)
		if err != nil {
			return nil, err
		}
		all = append(all, w)
	}
	return all, nil
}

// way foretells rows from what it leaves to see of a table. Of the kind that is
// foretold enough must be seen.
func (h hiding) way(rows, table []published, predict predictor) (Way, error) {
	w := Way{Name: h.name, Rows: []Scored{}}
	for _, d := range rows {
		var seen []published
		alike := 0
		for _, other := range table {
			if !h.seen(d, other) {
				continue
			}
			seen = append(seen, other)
			if slices.ContainsFunc(rows, func(row published) bool { return same(row, other) }) {
				alike++
			}
		}
		if alike < leastSeen {
			continue
		}
		s, err := score(predict, seen, d)
		if err != nil {
			return Way{}, err
		}
		w.Rows = append(w.Rows, s)
	}
	w.sum()
	return w, nil
}

func same(a, b published) bool { return a.name == b.name && a.date == b.date }

func score(predict predictor, seen []published, d published) (Scored, error) {
	f, err := predict(seen, d)
	if err != nil {
		return Scored{}, fmt.Errorf("%s: %w", d.name, err)
	}
	return Scored{
		Case: d.name, Date: d.date, Law: d.law, Fine: d.fine, Low: f.low, Central: f.central, High: f.high, Seen: len(seen),
		LogScore: -f.density(d.y()),
	}, nil
}

func (w *Way) sum() {
	var widths, factors []float64
	total := 0.0
	for _, s := range w.Rows {
		if w.Scored++; s.Inside() {
			w.Covered++
		}
		widths, factors = append(widths, s.High/s.Low), append(factors, s.Factor())
		total += s.LogScore
	}
	if w.Scored > 0 {
		w.Width, w.Factor, w.LogScore = middle(widths), middle(factors), total/float64(w.Scored)
	}
}

func middle(numbers []float64) float64 {
	slices.Sort(numbers)
	n := len(numbers)
	return (numbers[(n-1)/2] + numbers[n/2]) / 2
}
