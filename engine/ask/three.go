package ask

import (
	"encoding/json"
	"fmt"
	"math/big"
	"slices"
	"strings"

	"github.com/dsaeval/dsaeval/engine/report"
)

// truth is an answer in three values.
type truth int8

const (
	unknown truth = iota
	yes
	no
)

func truthOf(b bool) truth {
	if b {
		return yes
	}
	return no
}

func (t truth) not() truth {
	switch t {
	case yes:
		return no
	case no:
		return yes
	}
	return unknown
}

// trial is one answer that is tried out: a fact and its value. Whatever else the
// conditions of a report mention is not known.
type trial struct {
	pointer string
	value   any
}

// is says whether a condition holds.
func (t trial) is(c *tree) truth {
	if !c.mentions(t.pointer) {
		return unknown // nothing in a condition of a report is known already
	}
	switch c.Op {
	case report.All:
		return t.each(c.of, no)
	case report.Any:
		return t.each(c.of, yes)
	case report.Not:
		return t.is(c.of[0]).not()
	case report.ForSome, report.ForEvery:
		if list, ok := t.value.([]any); ok && c.Fact == t.pointer && len(list) == 0 {
			return truthOf(c.Op == report.ForEvery)
		}
		return unknown
	case report.Given:
		if c.Fact == t.pointer {
			return yes
		}
		return unknown
	case report.Holds:
		if b, ok := t.value.(bool); ok && c.Fact == t.pointer {
			return truthOf(b)
		}
		return unknown
	}
	left, right := t.sides(c.Condition)
	switch {
	case left != nil && right != nil:
		return compared(c.Op, left, right)
	case right != nil && c.counts[0]:
		return atLeastZero(c.Op, right)
	case left != nil && c.counts[1]:
		return atLeastZero(turned[c.Op], left)
	}
	return unknown
}

// turned are comparisons with their sides exchanged.
var turned = map[report.Op]report.Op{
	report.Above: report.Below, report.AtLeast: report.AtMost, report.Below: report.Above, report.AtMost: report.AtLeast,
	report.Equal: report.Equal, report.Differ: report.Differ,
}

// atLeastZero compares something that is not known and counts something: of no
// launches none can be left out.
func atLeastZero(op report.Op, right any) truth {
	n, ok := number(right)
	if !ok {
		return unknown
	}
	negative, none := n.Sign() < 0, n.Sign() <= 0
	switch {
	case op == report.AtLeast && none, op == report.Above && negative, op == report.Differ && negative:
		return yes
	case op == report.Below && none, op == report.AtMost && negative, op == report.Equal && negative:
		return no
	}
	return unknown
}

// each joins conditions of which one that is decides.
func (t trial) each(all []*tree, decides truth) truth {
	result := decides.not()
	for _, c := range all {
		switch t.is(c) {
		case decides:
			return decides
		case unknown:
			result = unknown
		}
	}
	return result
}

// sides are the values that a condition compares; nil where one is not known.
func (t trial) sides(c report.Condition) (left, right any) {
	if len(c.Terms) == 2 {
		return t.term(c.Terms[0]), t.term(c.Terms[1])
	}
	if c.Fact != t.pointer {
		return nil, nil
	}
	return t.value, c.Value
}

func (t trial) term(x report.Term) any {
	switch {
	case x.Function == report.Number:
		if list, ok := t.term(x.Of[0]).([]any); ok {
			return json.Number(fmt.Sprint(len(list)))
		}
		return nil
	case x.Function != "":
		return t.reckoned(x)
	case x.Fact == "":
		return x.Value
	case x.Fact == t.pointer:
		return t.value
	}
	return nil
}

// reckoned works out sums, differences and products. What is reckoned with days is
// not tried out: it is then simply not known what the answer settles.
func (t trial) reckoned(x report.Term) any {
	var result *big.Rat
	for i, of := range x.Of {
		n, ok := number(t.term(of))
		switch {
		case !ok:
			return nil
		case i == 0:
			result = new(big.Rat).Set(n)
		case x.Function == report.Sum:
			result.Add(result, n)
		case x.Function == report.Difference:
			result.Sub(result, n)
		case x.Function == report.Product:
			result.Mul(result, n)
		default:
			return nil
		}
	}
	return result
}

func number(value any) (*big.Rat, bool) {
	switch value := value.(type) {
	case *big.Rat:
		return value, value != nil
	case json.Number:
		return new(big.Rat).SetString(value.String())
	case float64:
		n := new(big.Rat).SetFloat64(value)
		return n, n != nil
	case int:
		return new(big.Rat).SetInt64(int64(value)), true
	case int64:
		return new(big.Rat).SetInt64(value), true
	}
	return nil, false
}

func compared(op report.Op, left, right any) truth {
	switch op {
	case report.Among:
		list, ok := right.([]any)
		if !ok {
			return unknown
		}
		return truthOf(slices.ContainsFunc(list, func(each any) bool { return compared(report.Equal, left, each) == yes }))
	case report.BeginsWith, report.EndsWith, report.Contains:
		text, okText := left.(string)
		part, okPart := right.(string)
		switch {
		case !okText || !okPart:
			return unknown
		case op == report.BeginsWith:
			return truthOf(strings.HasPrefix(text, part))
		case op == report.Contains:
			return truthOf(strings.Contains(text, part))
		}
		return truthOf(strings.HasSuffix(text, part))
	}
	order, ok := ordered(left, right)
	if !ok {
		switch op {
		case report.Equal:
			return truthOf(fmt.Sprint(left) == fmt.Sprint(right))
		case report.Differ:
			return truthOf(fmt.Sprint(left) != fmt.Sprint(right))
		}
		return unknown
	}
	switch op {
	case report.Equal:
		return truthOf(order == 0)
	case report.Differ:
		return truthOf(order != 0)
	case report.Above:
		return truthOf(order > 0)
	case report.Below:
		return truthOf(order < 0)
	case report.AtLeast:
		return truthOf(order >= 0)
	case report.AtMost:
		return truthOf(order <= 0)
	}
	return unknown
}

// ordered compares numbers, and texts as days are compared.
func ordered(left, right any) (int, bool) {
	a, okA := number(left)
	b, okB := number(right)
	if okA && okB {
		return a.Cmp(b), true
	}
	x, okX := left.(string)
	y, okY := right.(string)
	return strings.Compare(x, y), okX && okY
}
