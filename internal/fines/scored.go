package fines

import (
	"cmp"
	"math"
	"slices"
)

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
