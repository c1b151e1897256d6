package fines

import (
	"errors"
	"math"
	"strings"
)

// triable are the circumstances that a table may tell.
var triable = []term{
	{"duration (logarithm of months)", func(d published) (float64, bool) { return math.Log(float64(max(d.months, 1))), d.months > 0 }},
	{"number of Articles (logarithm)", func(d published) (float64, bool) { return math.Log(float64(max(d.count, 1))), d.count > 0 }},
	{"earlier decisions", func(d published) (float64, bool) {
		if d.earlier == nil {
			return 0, false
		}
		return float64(*d.earlier), true
	}},
	{"imposed by the Commission", func(d published) (float64, bool) {
		if d.law == "GDPR" {
			return 0, true
		}
		return 1, true
	}},
}

// triedTerms compares the fit with and without each circumstance, and with and
// without the decisions at another level, which have a term of their own.
func (r *reference) triedTerms(d Decisions) []TriedTerm {
	tried := []TriedTerm{}
	try := func(name string, rows int, without, with float64, errs ...error) {
		if errors.Join(errs...) == nil { // else too few tell it, or all tell the same
			tried = append(tried, TriedTerm{Name: name, Rows: rows, Of: len(d.rows), Without: without, With: with})
		}
	}
	for _, t := range triable {
		var telling []published
		for _, d := range d.rows {
			if _, tells := t.of(d); tells {
				telling = append(telling, d)
			}
		}
		without, errWithout := leaveOneOut(telling, theTurnover)
		with, errWith := leaveOneOut(telling, theTurnover, t)
		try(t.name, len(telling), without, with, errWithout, errWith)
	}
	if len(under(d.all, r.otherLevel)) > 0 && len(r.otherLevel) > 0 {
		without, errWithout := leaveOneOut(d.rows, theTurnover)
		w, errWith := oneHidden.way(d.rows, d.all, r.foretell)
		try("decisions under "+strings.Join(r.otherLevel, ", ")+", with a term of their own", len(d.rows), without, w.LogScore, errWithout, errWith)
	}
	return tried
}

func leaveOneOut(rows []published, terms ...term) (float64, error) {
	if len(rows) <= leastSeen {
		return 0, errFewDecisions
	}
	w, err := oneHidden.way(rows, rows, func(seen []published, d published) (foretold, error) {
		f, err := fitTo(seen, terms...)
		if err != nil {
			return foretold{}, err
		}
		return foretellBelow(below{f.at(design(d, terms)), d.limit()}, 0.8), nil
	})
	return w.LogScore, err
}
