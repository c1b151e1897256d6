package kleene_test

import (
	"math/big"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/internal/kleene"
)

var (
	flag  = &kleene.Shape{Domain: []kleene.Value{kleene.False, kleene.True}}
	count = &kleene.Shape{Number: true, Whole: true, Low: kleene.Int(0)}
	share = &kleene.Shape{Number: true, Low: kleene.Int(0)}
	day   = &kleene.Shape{Day: true}
	words = &kleene.Shape{List: true, Items: &kleene.Shape{}}
)

// fixture is a program with a few facts.
type fixture struct {
	*kleene.Builder
	a, b, n, m, x, d, list *kleene.Term
}

func newFixture() fixture {
	f := fixture{Builder: kleene.NewBuilder()}
	slot := func(shape *kleene.Shape, name string) *kleene.Term {
		return f.SlotTerm(f.Slot(kleene.Fact, shape, name))
	}
	f.a, f.b = slot(flag, "a"), slot(flag, "b")
	f.n, f.m = slot(count, "n"), slot(count, "m")
	f.x, f.d = slot(share, "x"), slot(day, "d")
	f.list = slot(words, "list")
	return f
}

func (f fixture) number(i int64) *kleene.Term { return f.Constant(kleene.Int(i)) }

// answer is the answer to a condition with some facts, cases told apart.
func answer(s *kleene.State, c *kleene.Cond) kleene.Answer {
	if a := s.Answer(c); a != kleene.Open {
		return a
	}
	a, _ := s.Settle([]*kleene.Cond{s.Residual(c)})
	return a
}

func TestThreeValues(t *testing.T) {
	t.Parallel()
	f := newFixture()
	a, b := f.Truth(f.a), f.Truth(f.b)
	and, or, not := f.And(a, b), f.Or(a, b), f.Not(a)
	s := f.Program().NewState()
	values := map[kleene.Answer]kleene.Value{kleene.Yes: kleene.True, kleene.No: kleene.False, kleene.Open: flag.Unknown()}
	for p, v := range values {
		for q, w := range values {
			s.Set(0, v)
			s.Set(1, w)
			require.Equal(t, min(p, q), s.Answer(and), "%v and %v", p, q)
			require.Equal(t, max(p, q), s.Answer(or), "%v or %v", p, q)
			require.Equal(t, -p, s.Answer(not), "not %v", p)
		}
	}
}

// TestCases checks what is seen only by telling cases apart.
func TestCases(t *testing.T) {
	t.Parallel()
	f := newFixture()
	below := func(t *kleene.Term, than int64) *kleene.Cond { return f.Compare(kleene.Below, t, f.number(than)) }
	above := func(t *kleene.Term, than int64) *kleene.Cond { return f.Compare(kleene.Above, t, f.number(than)) }
	on := func(op kleene.Op, day string) *kleene.Cond {
		return f.Compare(op, f.d, f.Constant(kleene.StringOf(day)))
	}
	has := func(word string) *kleene.Cond {
		return f.Compare(kleene.Member, f.Constant(kleene.StringOf(word)), f.list)
	}
	less := f.Compare(kleene.Below, f.n, f.m)
	huge := int64(9007199254740991)
	for name, test := range map[string]struct {
		cond *kleene.Cond
		want kleene.Answer
	}{
		"a or not a":                            {f.Or(f.Truth(f.a), f.Not(f.Truth(f.a))), kleene.Yes},
		"a and not a":                           {f.And(f.Truth(f.a), f.Not(f.Truth(f.a))), kleene.No},
		"a or not b":                            {f.Or(f.Truth(f.a), f.Not(f.Truth(f.b))), kleene.Open},
		"n below 4 or above 0":                  {f.Or(below(f.n, 4), above(f.n, 0)), kleene.Yes},
		"n below 4 or above 4":                  {f.Or(below(f.n, 4), above(f.n, 4)), kleene.Open},
		"a whole n is not between 3 and 4":      {f.And(above(f.n, 3), below(f.n, 4)), kleene.No},
		"x may be between 3 and 4":              {f.And(above(f.x, 3), below(f.x, 4)), kleene.Open},
		"beyond what floating point tells":      {f.And(above(f.n, huge), below(f.n, huge+2)), kleene.Open},
		"n is never negative":                   {below(f.n, 0), kleene.No},
		"no day between two":                    {f.And(on(kleene.Above, "2024-02-28"), on(kleene.Below, "2024-02-29")), kleene.No},
		"a day between two":                     {f.And(on(kleene.Above, "2024-02-28"), on(kleene.Below, "2024-03-01")), kleene.Open},
		"a comparison of two facts, twice":      {f.Or(f.And(less, f.Truth(f.a)), f.And(less, f.Not(f.Truth(f.a))), f.Not(less)), kleene.Yes},
		"a word in a list, or not":              {f.Or(has("x"), f.Not(has("x"))), kleene.Yes},
		"one word says nothing of another":      {f.Or(has("x"), f.Not(has("y"))), kleene.Open},
		"the sum of what is never negative":     {f.Compare(kleene.Below, f.Call(kleene.FunctionNamed("plus"), f.n, f.number(12)), f.number(8)), kleene.No},
		"the product of what is never negative": {f.Compare(kleene.Below, f.Call(kleene.FunctionNamed("mul"), f.n, f.number(100)), f.number(0)), kleene.No},
	} {
		s := f.Builder.Program().NewState()
		require.Equal(t, test.want, answer(s, test.cond), "%s: %v", name, test.cond)
	}
}

// TestLists checks that an unknown list may be empty, and that an element with a
// hole stays an element.
func TestLists(t *testing.T) {
	t.Parallel()
	f := newFixture()
	record := &kleene.Shape{Names: []string{"p", "q"}, Members: []*kleene.Shape{flag, flag}}
	list := f.SlotTerm(f.Slot(kleene.Fact, &kleene.Shape{List: true, Items: record}, "records"))
	member := func(name string) *kleene.Cond {
		return f.Truth(f.Index(f.Element(0), f.Constant(kleene.StringOf(name))))
	}
	any := f.Some(0, list, f.Always())
	one := f.Some(0, list, member("p"))
	both := f.Some(0, list, f.Or(member("p"), f.Not(member("p"))))
	p := f.Program()
	s := p.NewState()
	require.Equal(t, kleene.Open, s.Answer(any))
	slot, _ := p.SlotAt(kleene.Fact, "records")
	s.Set(slot, kleene.ListOf())
	require.Equal(t, kleene.No, s.Answer(any))
	hole := kleene.ObjectOf(record, kleene.Entry{Key: kleene.StringOf("q"), Value: kleene.True})
	s.Set(slot, kleene.ListOf(hole))
	require.Equal(t, kleene.Yes, s.Answer(any))
	require.Equal(t, kleene.Open, s.Answer(one))
	require.Equal(t, `$7[0]["p"]`, s.Residual(one).String())
	require.Equal(t, kleene.Yes, answer(s, both))
	require.Equal(t, kleene.Open, s.Answer(one), "the trial is over")
	given := kleene.ObjectOf(record, kleene.Entry{Key: kleene.StringOf("p"), Value: kleene.True})
	s.Set(slot, kleene.ListOf(hole, given))
	require.Equal(t, kleene.Yes, s.Answer(one))
}

// TestRelations checks that what is known narrows down what is not.
func TestRelations(t *testing.T) {
	t.Parallel()
	f := newFixture()
	some := f.Compare(kleene.Above, f.n, f.number(0))
	many := f.Compare(kleene.Above, f.m, f.number(10))
	f.SetRelations(kleene.Relations{
		Pairs:  []kleene.Pair{{A: 2, B: 0, Negated: true}}, // n only if a
		Counts: []kleene.Count{{Slot: 2, Wholes: []int32{3}}, {Slot: 3, Parts: []int32{2}}},
	})
	s := f.Program().NewState()
	require.Equal(t, kleene.Open, answer(s, some))
	s.Set(0, kleene.False)
	require.Equal(t, kleene.No, answer(s, some))
	s.Set(2, kleene.Int(11))
	require.Equal(t, kleene.Yes, answer(s, many), "a whole is no less than its part")
	s.Set(2, count.Unknown())
	s.Set(3, kleene.Int(0))
	s.Set(0, kleene.True)
	require.Equal(t, kleene.No, answer(s, some), "a part is no more than its whole")
}

// TestShares checks that what parts have of a whole is not left for the others.
func TestShares(t *testing.T) {
	t.Parallel()
	f := newFixture()
	whole := f.Slot(kleene.Fact, count, "whole")
	f.SetRelations(kleene.Relations{Counts: []kleene.Count{{Slot: int32(whole), Sums: [][]int32{{2, 3}}}}})
	some := f.Compare(kleene.Above, f.n, f.number(0))
	s := f.Program().NewState()
	s.Set(whole, kleene.Int(5))
	s.Set(3, kleene.Int(4))
	require.Equal(t, kleene.Open, s.Answer(some))
	s.Set(3, kleene.Int(5))
	require.Equal(t, kleene.No, s.Answer(some))
}

// TestTry checks that a trial leaves nothing behind.
func TestTry(t *testing.T) {
	t.Parallel()
	f := newFixture()
	c := f.Truth(f.a)
	s := f.Program().NewState()
	s.Set(0, kleene.True)
	require.Equal(t, kleene.Yes, s.Answer(c))
	s.Try(func() {
		s.Withhold(0)
		require.Equal(t, kleene.Open, s.Answer(c))
		s.Try(func() {
			s.Set(0, kleene.False)
			require.Equal(t, kleene.No, s.Answer(c))
		})
		require.Equal(t, kleene.Open, s.Answer(c))
	})
	require.Equal(t, kleene.Yes, s.Answer(c))
}

// TestNumbers checks arithmetic that neither int64 nor floating point can do.
func TestNumbers(t *testing.T) {
	t.Parallel()
	parse := func(text string) kleene.Value {
		v, ok := kleene.ParseNumber(text)
		require.True(t, ok, text)
		return v
	}
	call := func(name string, args ...kleene.Value) string {
		v, err := kleene.FunctionNamed(name).Apply(args)
		require.NoError(t, err)
		return v.Decimal()
	}
	require.Equal(t, "0.3", call("plus", parse("0.1"), parse("0.2")))
	require.Equal(t, "9007199254740991000", call("mul", parse("9007199254740991"), parse("1000")))
	require.Equal(t, "9223372036854775808", call("plus", parse("9223372036854775807"), parse("1")))
	require.Equal(t, "-9223372036854775809", call("minus", parse("-9223372036854775808"), parse("1")))
	require.Equal(t, "0.25", call("div", parse("1"), parse("4")))
	require.Equal(t, "-2", call("rem", parse("-17"), parse("5")))
	require.Equal(t, "3", call("round", parse("2.5")))
	require.Equal(t, "-3", call("round", parse("-2.5")))
	require.Equal(t, "-3", call("floor", parse("-2.5")))
	require.Equal(t, "-2", call("ceil", parse("-2.5")))
	require.Zero(t, kleene.Compare(parse("1.50"), parse("15e-1")))
	require.Zero(t, kleene.Compare(parse("1e3"), kleene.Int(1000)))
	require.Zero(t, kleene.Compare(kleene.Rational(big.NewRat(4, 2)), kleene.Int(2)))
	for _, text := range []string{"", "-", "1/3", "0x10", "1e1000000000", "Inf", "NaN", "1_000"} {
		_, ok := kleene.ParseNumber(text)
		require.False(t, ok, text)
	}
	_, err := kleene.FunctionNamed("div").Apply([]kleene.Value{kleene.Int(1), kleene.Int(0)})
	require.Error(t, err)
}
