package condition

import (
	"encoding/json"
	"math/big"
	"slices"

	"github.com/dsaeval/dsaeval/engine/report"
)

// comparison folds the arithmetic of a comparison: one fact comes to stand
// against a constant, two against a share of each other.
func (s simplifier) comparison(c report.Condition) report.Condition {
	if c.Fact != "" {
		return s.rounded(truth(c))
	}
	if len(c.Terms) != 2 || !slices.Contains([]report.Op{report.Equal, report.Differ, report.Above, report.AtLeast, report.Below, report.AtMost}, c.Op) {
		return c
	}
	left, right := c.Terms[0], c.Terms[1]
	if isLeaf(left) && isLeaf(right) {
		return s.rounded(plain(c))
	}
	difference, ok := sumOf(left, big.NewRat(1, 1))
	if !ok {
		return c
	}
	subtracted, ok := sumOf(right, big.NewRat(-1, 1))
	if !ok {
		return c
	}
	difference.add(subtracted)
	switch len(difference.facts) {
	case 0:
		if holds(c.Op, difference.constant.Sign()) {
			return always()
		}
		return never()
	case 1:
		return s.single(c.Op, difference)
	case 2:
		if difference.constant.Sign() == 0 {
			return s.share(c, difference)
		}
	}
	return c
}

// holds reports whether a comparison of two numbers holds whose difference has
// the given sign.
func holds(op report.Op, sign int) bool {
	switch op {
	case report.Equal:
		return sign == 0
	case report.Differ:
		return sign != 0
	case report.Above:
		return sign > 0
	case report.AtLeast:
		return sign >= 0
	case report.Below:
		return sign < 0
	default:
		return sign <= 0
	}
}

// mirrored is the operation when the sides change places.
var mirrored = map[report.Op]report.Op{
	report.Equal: report.Equal, report.Differ: report.Differ,
	report.Above: report.Below, report.Below: report.Above,
	report.AtLeast: report.AtMost, report.AtMost: report.AtLeast,
}

// single is one fact against a constant.
func (s simplifier) single(op report.Op, difference sum) report.Condition {
	fact := difference.facts[0]
	factor := difference.factors[fact]
	if factor.Sign() < 0 {
		op = mirrored[op]
	}
	limit := new(big.Rat).Quo(new(big.Rat).Neg(difference.constant), factor)
	return s.limited(op, fact, limit)
}

// limited compares a fact with a number. A whole number is above 1 042.1 if it
// is above 1 042, and never one that is not whole.
func (s simplifier) limited(op report.Op, fact string, limit *big.Rat) report.Condition {
	c := report.Condition{Op: op, Fact: fact, Unit: s.facts.Unit(fact)}
	if s.facts.Integer(fact) && !limit.IsInt() {
		floor := new(big.Int).Div(limit.Num(), limit.Denom())
		switch op {
		case report.Equal:
			return never()
		case report.Differ:
			return always()
		case report.AtLeast, report.Below:
			floor.Add(floor, big.NewInt(1))
		}
		limit = new(big.Rat).SetInt(floor)
	}
	number, ok := decimal(limit)
	if !ok {
		one := report.Term{Value: json.Number(limit.Num().String())}
		other := report.Term{Value: json.Number(limit.Denom().String())}
		c.Fact, c.Unit = "", ""
		c.Terms = []report.Term{{Fact: fact}, {Function: report.Quotient, Of: []report.Term{one, other}}}
		return c
	}
	c.Value = number
	return c
}

// rounded brings the constant that a whole number is compared with to a whole
// one, and adds the unit.
func (s simplifier) rounded(c report.Condition) report.Condition {
	if c.Fact == "" {
		return c
	}
	c.Unit = s.facts.Unit(c.Fact)
	if limit, isNumber := exact(c.Value); isNumber && opposite[c.Op] != "" {
		return s.limited(c.Op, c.Fact, limit)
	}
	return c
}

// share is two facts of which one stands against a share of the other: "below
// 95 % of the sample".
func (s simplifier) share(c report.Condition, difference sum) report.Condition {
	left, right := difference.facts[0], difference.facts[1]
	ratio := new(big.Rat).Quo(new(big.Rat).Neg(difference.factors[right]), difference.factors[left])
	op := c.Op
	if difference.factors[left].Sign() < 0 {
		op = mirrored[op]
	}
	if ratio.Sign() <= 0 {
		return c // both on one side
	}
	if ratio.Cmp(big.NewRat(1, 1)) > 0 {
		left, right, op, ratio = right, left, mirrored[op], ratio.Inv(ratio)
	}
	of := report.Term{Fact: right}
	if ratio.Cmp(big.NewRat(1, 1)) != 0 {
		share, ok := decimal(ratio)
		if !ok {
			return c
		}
		of = report.Term{Function: report.Product, Of: []report.Term{{Value: share}, {Fact: right}}}
	}
	return report.Condition{Op: op, Terms: []report.Term{{Fact: left}, of}}
}

// plain writes a comparison of a fact with a constant as that of a fact.
func plain(c report.Condition) report.Condition {
	left, right := c.Terms[0], c.Terms[1]
	switch {
	case left.Fact != "" && right.Fact == "":
		return truth(report.Condition{Op: c.Op, Fact: left.Fact, Value: right.Value})
	case left.Fact == "" && right.Fact != "":
		return truth(report.Condition{Op: mirrored[c.Op], Fact: right.Fact, Value: left.Value})
	}
	return c
}

// truth writes "is true" as the fact holds, and "is false" as it does not.
func truth(c report.Condition) report.Condition {
	flag, isFlag := c.Value.(bool)
	if !isFlag || c.Op != report.Equal && c.Op != report.Differ {
		return c
	}
	fact := report.Condition{Op: report.Holds, Fact: c.Fact}
	if flag == (c.Op == report.Equal) {
		return fact
	}
	return report.Condition{Op: report.Not, Of: []report.Condition{fact}}
}

func isLeaf(t report.Term) bool { return t.Function == "" }

// decimal writes a number in digits, and returns false if they would never end.
func decimal(r *big.Rat) (json.Number, bool) {
	digits, terminates := r.FloatPrec()
	if !terminates {
		return "", false
	}
	return json.Number(r.FloatString(digits)), true
}
