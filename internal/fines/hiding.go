package fines

import (
	"fmt"
	"slices"
)

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
