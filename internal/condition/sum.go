package condition

import (
	"math/big"
	"slices"

	"github.com/dsaeval/dsaeval/engine/report"
)

// sum is a constant and facts with their factors, in the order in which they
// were met.
type sum struct {
	facts    []string
	factors  map[string]*big.Rat
	constant *big.Rat
}

// sumOf reads a term, times a factor, as a sum. It reports false if it is none:
// where facts are multiplied with each other, or something else is counted.
func sumOf(t report.Term, factor *big.Rat) (sum, bool) {
	s := sum{factors: map[string]*big.Rat{}, constant: new(big.Rat)}
	switch {
	case t.Fact != "":
		s.facts, s.factors[t.Fact] = []string{t.Fact}, factor
		return s, true
	case t.Function == "":
		number, ok := exact(t.Value)
		if ok {
			s.constant.Mul(number, factor)
		}
		return s, ok
	}
	switch t.Function {
	case report.Sum, report.Difference:
		for i, part := range t.Of {
			times := factor
			if i > 0 && t.Function == report.Difference {
				times = new(big.Rat).Neg(factor)
			}
			addend, ok := sumOf(part, times)
			if !ok {
				return s, false
			}
			s.add(addend)
		}
		return s, true
	case report.Product, report.Quotient:
		return multiplied(t, factor)
	}
	return s, false
}

// multiplied reads a product of which at most one part holds facts, or what is
// divided by a number.
func multiplied(t report.Term, factor *big.Rat) (sum, bool) {
	of := -1
	for i, part := range t.Of {
		number, ok := sumOf(part, big.NewRat(1, 1))
		switch {
		case !ok:
			return sum{}, false
		case len(number.facts) > 0 && (of >= 0 || i > 0 && t.Function == report.Quotient):
			return sum{}, false
		case len(number.facts) > 0:
			of = i
		case t.Function == report.Quotient && i > 0:
			if number.constant.Sign() == 0 {
				return sum{}, false
			}
			factor = new(big.Rat).Quo(factor, number.constant)
		default:
			factor = new(big.Rat).Mul(factor, number.constant)
		}
	}
	if of < 0 {
		return sum{factors: map[string]*big.Rat{}, constant: factor}, true
	}
	return sumOf(t.Of[of], factor)
}

// add adds another sum; facts that cancel out are gone.
func (s *sum) add(other sum) {
	s.constant.Add(s.constant, other.constant)
	for _, fact := range other.facts {
		if s.factors[fact] == nil {
			s.facts, s.factors[fact] = append(s.facts, fact), new(big.Rat)
		}
		s.factors[fact] = new(big.Rat).Add(s.factors[fact], other.factors[fact])
	}
	s.facts = slices.DeleteFunc(s.facts, func(fact string) bool {
		gone := s.factors[fact].Sign() == 0
		if gone {
			delete(s.factors, fact)
		}
		return gone
	})
}
