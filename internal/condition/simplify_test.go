package condition_test

import (
	"encoding/json"
	"fmt"
	"math/big"
	"slices"
	"strconv"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/internal/condition"
)

// schema knows counts n*, flags f* and words w*.
type schema struct{}

func (schema) Settled(string) bool               { return true }
func (schema) Integer(pointer string) bool       { return pointer[1] == 'n' }
func (schema) NeverNegative(pointer string) bool { return pointer == "/n1" || pointer == "/n2" }

func (schema) Unit(pointer string) string {
	if pointer == "/notices" {
		return "notices"
	}
	return ""
}

func fact(op report.Op, pointer string, value any) report.Condition {
	return report.Condition{Op: op, Fact: pointer, Value: value}
}

func above(pointer, n string) report.Condition { return fact(report.Above, pointer, json.Number(n)) }

func flag(pointer string) report.Condition { return report.Condition{Op: report.Holds, Fact: pointer} }

func join(op report.Op, of ...report.Condition) report.Condition {
	return report.Condition{Op: op, Of: of}
}

func times(factor, pointer string) report.Term {
	return report.Term{Function: report.Product, Of: []report.Term{{Fact: pointer}, {Value: json.Number(factor)}}}
}

func compare(op report.Op, left, right report.Term) report.Condition {
	return report.Condition{Op: op, Terms: []report.Term{left, right}}
}

func TestSimplify(t *testing.T) {
	t.Parallel()
	a, b, c := flag("/fa"), flag("/fb"), flag("/fc")
	not := func(c report.Condition) report.Condition { return join(report.Not, c) }
	number := func(n string) report.Term { return report.Term{Value: json.Number(n)} }
	for _, test := range []struct {
		note     string
		is, want report.Condition
	}{
		{"a factor on a fact", compare(report.Above, times("95", "/n"), number("99000")), above("/n", "1042")},
		{"a whole number below one that is not", compare(report.Below, times("95", "/n"), number("3700")), fact(report.Below, "/n", json.Number("39"))},
		{
			"a share of another fact", compare(report.Below, times("100", "/n1"), times("95", "/n2")),
			compare(report.Below, report.Term{Fact: "/n1"}, report.Term{Function: report.Product, Of: []report.Term{{Value: json.Number("0.95")}, {Fact: "/n2"}}}),
		},
		{
			"what is taken away", compare(report.AtLeast, report.Term{Function: report.Difference, Of: []report.Term{number("10"), {Fact: "/n"}}}, number("4")),
			fact(report.AtMost, "/n", json.Number("6")),
		},
		{"the constant first", compare(report.Below, number("3"), report.Term{Fact: "/n"}), above("/n", "3")},
		{"a tighter bound", join(report.All, above("/n", "0"), above("/n", "5")), above("/n", "5")},
		{"a looser bound", join(report.Any, above("/n", "0"), above("/n", "5")), above("/n", "0")},
		{
			"more than what is never below nothing",
			join(report.All, compare(report.Below, report.Term{Fact: "/n1"}, report.Term{Fact: "/n2"}), above("/n2", "0")),
			compare(report.Below, report.Term{Fact: "/n1"}, report.Term{Fact: "/n2"}),
		},
		{
			"what is below with more besides",
			join(report.All, compare(report.Below, report.Term{Fact: "/n1"}, report.Term{Fact: "/n3"}),
				compare(report.Below, report.Term{Function: report.Sum, Of: []report.Term{{Fact: "/n1"}, {Fact: "/n2"}}}, report.Term{Fact: "/n3"})),
			compare(report.Below, report.Term{Function: report.Sum, Of: []report.Term{{Fact: "/n1"}, {Fact: "/n2"}}}, report.Term{Fact: "/n3"}),
		},
		{"said twice", join(report.All, a, join(report.All, a, b)), join(report.All, a, b)},
		{"an alternative within another", join(report.Any, a, join(report.All, a, b)), a},
		{"what the alternatives share", join(report.Any, join(report.All, a, b), join(report.All, a, c)), join(report.All, a, join(report.Any, b, c))},
		{"what is so anyway", join(report.Any, a, join(report.All, not(a), b)), join(report.Any, a, b)},
		{"what cannot be beside it", join(report.All, a, join(report.Any, not(a), b)), join(report.All, a, b)},
		{"not not", not(not(a)), a},
		{"not above", not(above("/n", "3")), fact(report.AtMost, "/n", json.Number("3"))},
		{"false is not true", fact(report.Equal, "/fa", false), not(a)},
		{
			"one of some words", join(report.Any, fact(report.Equal, "/w", "x"), fact(report.Equal, "/w", "y")),
			fact(report.Among, "/w", []any{"x", "y"}),
		},
		{"days", join(report.All, fact(report.Above, "/d", "2024-02-17"), fact(report.AtLeast, "/d", "2024-01-01")), fact(report.Above, "/d", "2024-02-17")},
		{"the unit", above("/notices", "3"), report.Condition{Op: report.Above, Fact: "/notices", Value: json.Number("3"), Unit: "notices"}},
		{"never so", join(report.All, a, not(a)), join(report.All, a, not(a))},
		{"always so", join(report.Any, above("/n", "3"), fact(report.Below, "/n", json.Number("9"))), join(report.Any, above("/n", "3"), fact(report.Below, "/n", json.Number("9")))},
	} {
		require.Equal(t, test.want, condition.Simplify(test.is, schema{}), test.note)
	}
}

// TestSimplifyKeepsTheCases compares random conditions with what becomes of them
// on random facts.
func TestSimplifyKeepsTheCases(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		before := anyCondition(3).Draw(t, "condition")
		after := condition.Simplify(before, schema{})
		for range 40 {
			facts := map[string]any{
				"/n1": rapid.IntRange(0, 7).Draw(t, "n1"), "/n2": rapid.IntRange(0, 7).Draw(t, "n2"),
				"/fa": rapid.Bool().Draw(t, "fa"), "/fb": rapid.Bool().Draw(t, "fb"),
				"/w": rapid.SampledFrom([]string{"x", "y", "z"}).Draw(t, "w"),
			}
			require.Equal(t, so(before, facts), so(after, facts), "%v became %v on %v", before, after, facts)
		}
	})
}

func anyCondition(depth int) *rapid.Generator[report.Condition] {
	return rapid.Custom(func(t *rapid.T) report.Condition {
		if depth == 0 || rapid.IntRange(0, 3).Draw(t, "leaf") == 0 {
			return anyComparison().Draw(t, "comparison")
		}
		op := rapid.SampledFrom([]report.Op{report.All, report.Any, report.Not}).Draw(t, "op")
		n := 1
		if op != report.Not {
			n = rapid.IntRange(1, 4).Draw(t, "parts")
		}
		return join(op, rapid.SliceOfN(anyCondition(depth-1), n, n).Draw(t, "of")...)
	})
}

func anyComparison() *rapid.Generator[report.Condition] {
	return rapid.Custom(func(t *rapid.T) report.Condition {
		ops := []report.Op{report.Equal, report.Differ, report.Above, report.AtLeast, report.Below, report.AtMost}
		op := rapid.SampledFrom(ops).Draw(t, "op")
		number := func() json.Number { return json.Number(strconv.Itoa(rapid.IntRange(-2, 7).Draw(t, "number"))) }
		count := func() string { return rapid.SampledFrom([]string{"/n1", "/n2"}).Draw(t, "count") }
		term := func() report.Term {
			switch rapid.IntRange(0, 4).Draw(t, "term") {
			case 0:
				return report.Term{Value: number()}
			case 1:
				return times(string(number()), count())
			case 2:
				return report.Term{Function: report.Difference, Of: []report.Term{{Fact: count()}, {Value: number()}}}
			default:
				return report.Term{Fact: count()}
			}
		}
		switch rapid.IntRange(0, 3).Draw(t, "kind") {
		case 0:
			return flag(rapid.SampledFrom([]string{"/fa", "/fb"}).Draw(t, "flag"))
		case 1:
			word := rapid.SampledFrom([]string{"x", "y", "z"}).Draw(t, "word")
			return fact(rapid.SampledFrom(ops[:2]).Draw(t, "op"), "/w", word)
		case 2:
			return compare(op, term(), term())
		default:
			return fact(op, count(), number())
		}
	})
}

// so evaluates a condition on facts that are all known.
func so(c report.Condition, facts map[string]any) bool {
	switch c.Op {
	case report.All:
		return !slices.ContainsFunc(c.Of, func(part report.Condition) bool { return !so(part, facts) })
	case report.Any:
		return slices.ContainsFunc(c.Of, func(part report.Condition) bool { return so(part, facts) })
	case report.Not:
		return !so(c.Of[0], facts)
	case report.Holds:
		return facts[c.Fact].(bool)
	case report.Among:
		return slices.ContainsFunc(c.Value.([]any), func(v any) bool { return fmt.Sprint(v) == fmt.Sprint(facts[c.Fact]) })
	}
	if word, ok := facts[c.Fact].(string); ok {
		return (word == c.Value) == (c.Op == report.Equal)
	}
	terms := c.Terms
	if c.Fact != "" {
		terms = []report.Term{{Fact: c.Fact}, {Value: c.Value}}
	}
	sign := reckon(terms[0], facts).Cmp(reckon(terms[1], facts))
	return map[report.Op]bool{
		report.Equal: sign == 0, report.Differ: sign != 0, report.Above: sign > 0,
		report.AtLeast: sign >= 0, report.Below: sign < 0, report.AtMost: sign <= 0,
	}[c.Op]
}

func reckon(t report.Term, facts map[string]any) *big.Rat {
	if t.Fact != "" {
		return big.NewRat(int64(facts[t.Fact].(int)), 1)
	}
	if t.Function == "" {
		r, _ := new(big.Rat).SetString(string(t.Value.(json.Number)))
		return r
	}
	x, y := reckon(t.Of[0], facts), reckon(t.Of[1], facts)
	switch t.Function {
	case report.Product:
		return x.Mul(x, y)
	case report.Quotient:
		return x.Quo(x, y)
	default:
		return x.Sub(x, y)
	}
}

// TestSharedTwice groups alternatives by two conjuncts, of which the rarer stands
// first.
func TestSharedTwice(t *testing.T) {
	t.Parallel()
	both := func(a, b string) report.Condition { return join(report.All, flag(a), flag(b)) }
	have := condition.Simplify(join(report.Any,
		both("/f1", "/f2"), both("/f1", "/f3"), both("/f4", "/f5"), both("/f4", "/f6"), both("/f4", "/f7")), schema{})
	require.Equal(t, join(report.Any,
		join(report.All, flag("/f1"), join(report.Any, flag("/f2"), flag("/f3"))),
		join(report.All, flag("/f4"), join(report.Any, flag("/f5"), flag("/f6"), flag("/f7"))),
	), have)
}
