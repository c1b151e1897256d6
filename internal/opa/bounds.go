package opa

import (
	"math/big"
	"slices"
	"strings"
	"time"

	"github.com/open-policy-agent/opa/v1/ast"

	"github.com/dsaeval/dsaeval/internal/kleene"
	"github.com/dsaeval/dsaeval/policies/calendar"
)

// compared holds between which numbers two sides of a comparison lie; nil where
// there is no bound.
type compared struct{ leftLow, leftHigh, rightLow, rightHigh *big.Rat }

// compare reads the two sides of a comparison that partial evaluation left open.
// A count that nobody gave is never negative, no less than the parts of it that
// are known and no more than the whole.
func (r residual) compare(left, right *ast.Term) compared {
	var c compared
	c.leftLow, c.leftHigh = r.bounds(left)
	if c.leftLow != nil || c.leftHigh != nil {
		c.rightLow, c.rightHigh = r.bounds(right)
	}
	return c
}

// below answers whether the left side is below the right one.
func (c compared) below() kleene.Answer {
	switch {
	case c.leftHigh != nil && c.rightLow != nil && c.leftHigh.Cmp(c.rightLow) < 0:
		return kleene.Yes
	case c.leftLow != nil && c.rightHigh != nil && c.leftLow.Cmp(c.rightHigh) >= 0:
		return kleene.No
	default:
		return kleene.Open
	}
}

// equal answers whether both sides are the same number.
func (c compared) equal() kleene.Answer {
	other := compared{c.rightLow, c.rightHigh, c.leftLow, c.leftHigh}
	if c.below() == kleene.Yes || other.below() == kleene.Yes {
		return kleene.No
	}
	return kleene.Open
}

func (r residual) bounds(term *ast.Term) (low, high *big.Rat) {
	switch value := term.Value.(type) {
	case ast.Var:
		if to := r.bound[value]; to != nil && !isVar(to) {
			return r.bounds(to)
		}
	case ast.String:
		return dayBounds(term, term)
	case ast.Call:
		return endBounds(value)
	case ast.Number:
		exact, ok := new(big.Rat).SetString(string(value))
		if !ok {
			return nil, nil
		}
		return exact, exact
	case ast.Ref:
		if !value.HasPrefix(ast.InputRootRef) || !value.IsGround() {
			return nil, nil
		}
		low, high = r.knowledge.bounds(value)
		if low == nil && r.knowledge.schema.At(PathTo(value)).NeverNegative() {
			low = new(big.Rat)
		}
	}
	return low, high
}

// bounds returns between which numbers an unknown count lies.
func (k Knowledge) bounds(fact ast.Ref) (low, high *big.Rat) {
	path := PathTo(fact)
	if !k.schema.Relations.Counted(path) {
		return nil, nil
	}
	return k.schema.Relations.Bounds(k.Known(), path)
}

// endBounds returns between which days a period ends whose place is not known.
// Nil where anything else is not known.
func endBounds(call ast.Call) (low, high *big.Rat) {
	args := call[1:]
	if !slices.Contains([]string{periodEnd.Name, lastDay.Name}, call[0].String()) {
		return nil, nil
	}
	for _, arg := range args[:len(args)-1] {
		if !arg.IsGround() || reads(arg) {
			return nil, nil
		}
	}
	at := func(place string) *ast.Term {
		var end time.Time
		var err error
		if call[0].String() == lastDay.Name {
			end, err = lastDayOf(args[0], place)
		} else {
			end, err = periodEndOf(args[0], args[1], args[2], place)
		}
		if err != nil {
			return nil
		}
		return dayTerm(end)
	}
	return dayBounds(at(calendar.Earliest), at(calendar.Latest))
}

// dayBounds writes days as numbers, which compare as the days do.
func dayBounds(first, last *ast.Term) (low, high *big.Rat) {
	number := func(term *ast.Term) *big.Rat {
		if term == nil {
			return nil
		}
		day, err := dayOf(term)
		if err != nil {
			return nil
		}
		return big.NewRat(day.Unix(), 1)
	}
	return number(first), number(last)
}

// isCountedDay reports whether a term is a call that counts a day.
func isCountedDay(term *ast.Term) bool {
	call, ok := term.Value.(ast.Call)
	return ok && strings.HasPrefix(call[0].String(), "dates.")
}
