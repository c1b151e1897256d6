package condition

import (
	"encoding/json"
	"math/big"
	"slices"
	"strings"

	"github.com/dsaeval/dsaeval/engine/report"
)

// values are those that a comparison with a constant lets a fact have: an
// interval, or a list, or all but a list.
type values struct {
	of                  string // the fact
	low, high           bound
	hasLow, hasHigh     bool
	list                []any
	isList, isException bool
}

type bound struct {
	at        any
	inclusive bool
}

// valuesOf returns the values that a condition on one fact allows, and false if
// it is no such condition.
func valuesOf(c report.Condition) (values, bool) {
	v, ok := allowed(c)
	if c.Op != report.Not {
		v.of = c.Fact
	}
	return v, ok
}

func allowed(c report.Condition) (values, bool) {
	if c.Op == report.Not {
		v, ok := valuesOf(c.Of[0])
		if !ok || !v.isList {
			return values{}, false
		}
		v.isException = !v.isException
		return v, true
	}
	if c.Fact == "" {
		return values{}, false
	}
	switch c.Op {
	case report.Holds:
		return values{list: []any{true}, isList: true}, true
	case report.Equal:
		return values{list: []any{c.Value}, isList: true}, true
	case report.Differ:
		return values{list: []any{c.Value}, isList: true, isException: true}, true
	case report.Among:
		list, ok := c.Value.([]any)
		return values{list: list, isList: true}, ok
	case report.Above:
		return values{low: bound{c.Value, false}, hasLow: true}, true
	case report.AtLeast:
		return values{low: bound{c.Value, true}, hasLow: true}, true
	case report.Below:
		return values{high: bound{c.Value, false}, hasHigh: true}, true
	case report.AtMost:
		return values{high: bound{c.Value, true}, hasHigh: true}, true
	}
	return values{}, false
}

// within reports whether each of the values is one of the others.
func (v values) within(others values) bool {
	switch {
	case v.isList && !v.isException:
		return !slices.ContainsFunc(v.list, func(value any) bool { return !others.hold(value) })
	case v.isList:
		return others.isList && others.isException &&
			!slices.ContainsFunc(others.list, func(value any) bool { return v.hold(value) })
	case others.isList && others.isException:
		return !slices.ContainsFunc(others.list, func(value any) bool { return v.hold(value) })
	case others.isList:
		return false
	}
	return (!others.hasLow || v.hasLow && beyond(v.low, others.low, 1)) &&
		(!others.hasHigh || v.hasHigh && beyond(v.high, others.high, -1))
}

// beyond reports whether a bound is as tight as another: for a lower bound, of
// which the sign is 1, as high.
func beyond(a, b bound, sign int) bool {
	order, ok := compare(a.at, b.at)
	return ok && (order*sign > 0 || order == 0 && (b.inclusive || !a.inclusive))
}

// hold reports whether a value is one of the values; in doubt it is not.
func (v values) hold(value any) bool {
	if v.isList {
		found := slices.ContainsFunc(v.list, func(other any) bool {
			order, ok := compare(value, other)
			return ok && order == 0
		})
		return found != v.isException
	}
	inside := func(b bound, sign int) bool {
		order, ok := compare(value, b.at)
		return ok && (order*sign > 0 || order == 0 && b.inclusive)
	}
	return (!v.hasLow || inside(v.low, 1)) && (!v.hasHigh || inside(v.high, -1))
}

// compare orders two constants of the same type: numbers, texts (days among
// them), truth values.
func compare(a, b any) (order int, ok bool) {
	if x, isNumber := exact(a); isNumber {
		y, both := exact(b)
		if !both {
			return 0, false
		}
		return x.Cmp(y), true
	}
	switch a := a.(type) {
	case string:
		b, both := b.(string)
		return strings.Compare(a, b), both
	case bool:
		b, both := b.(bool)
		if !both {
			return 0, false
		}
		if a == b {
			return 0, true
		}
		return 1, true
	}
	return 0, false
}

// exact returns a number without rounding.
func exact(value any) (*big.Rat, bool) {
	switch value := value.(type) {
	case json.Number:
		return new(big.Rat).SetString(string(value))
	case int:
		return new(big.Rat).SetInt64(int64(value)), true
	}
	return nil, false
}
