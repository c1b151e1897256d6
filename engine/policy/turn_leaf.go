package policy

import (
	"math/big"
	"slices"
	"time"

	"github.com/dsaeval/dsaeval/internal/kleene"
)

// maxListed bounds the elements of a list that are taken away or added in turn.
const maxListed = 24

// leaf returns the changes of one fact after which a condition has an answer: other
// values of those that are few, numbers and days that just cross what they are
// compared with, lists with one element more or less.
func (s *search) leaf(t *tree, want kleene.Answer) []option {
	if t.leaf == nil {
		return nil
	}
	if t.denied {
		want = want.Not()
	}
	var found []option
	for _, p := range t.places {
		if p.path.Pointer() == datePointer {
			continue // it is chosen, and nobody establishes it
		}
		now := s.document.state.At(p.slot, p.keys...)
		if s.missing && now.Known() {
			continue
		}
		for _, v := range s.values(t.leaf, p, now, want) {
			found = append(found, option{{p, v}})
		}
	}
	return found
}

// values are the nearest of a fact with which a condition has an answer.
func (s *search) values(leaf *kleene.Cond, p place, now kleene.Value, want kleene.Answer) []kleene.Value {
	fits := func(v kleene.Value) (fits bool) {
		s.document.state.Try(func() {
			s.document.state.Supply(p.slot, v, p.keys...)
			fits = s.document.state.Answer(leaf) == want
		})
		return fits
	}
	differs := func(v kleene.Value) bool { return !now.Known() || kleene.Compare(v, now) != 0 }
	shape := s.document.state.ShapeAt(p.slot, p.keys...)
	var tried []kleene.Value
	switch {
	case shape == nil:
		return nil
	case len(shape.Domain) > 0:
		tried = shape.Domain
	case shape.Number:
		return numberSteps(now, shape).nearest(fits)
	case shape.Day:
		return daySteps(now, string(s.facts.AssessmentDate())).nearest(fits)
	case shape.List && shape.Items != nil && len(shape.Items.Names) == 0:
		tried = alteredLists(now, shape, constantsOf(leaf))
	case !shape.List && len(shape.Names) == 0 && shape.Open == nil:
		tried = constantsOf(leaf)
		tried = slices.DeleteFunc(tried, func(v kleene.Value) bool { return v.Kind() != kleene.String })
	}
	var found []kleene.Value
	for _, v := range tried {
		if differs(v) && fits(v) {
			found = append(found, v)
		}
	}
	return found
}

// steps are the values that lie so many steps from one, down to a lowest and up to a
// highest step.
type steps struct {
	at       func(n int64) kleene.Value
	down, up int64
}

// The most steps that a number, and a day, is moved.
const (
	maxNumberSteps = int64(1) << 40
	maxDaySteps    = int64(1) << 14
)

// nearest returns the nearest values in either direction that fit, the nearer first.
// Between two values that are tried the condition is taken to turn once.
func (s steps) nearest(fits func(kleene.Value) bool) []kleene.Value {
	if fits(s.at(0)) {
		return []kleene.Value{s.at(0)}
	}
	first := func(sign, limit int64) int64 {
		ok := func(n int64) bool { return fits(s.at(sign * n)) }
		for last, n := int64(0), int64(1); last < limit; n *= 2 {
			if n = min(n, limit); !ok(n) {
				last = n
				continue
			}
			for last+1 < n {
				if middle := last + (n-last)/2; ok(middle) {
					n = middle
				} else {
					last = middle
				}
			}
			return n
		}
		return 0
	}
	up, down := first(1, s.up), first(-1, s.down)
	var found []kleene.Value
	if up > 0 {
		found = append(found, s.at(up))
	}
	if down > 0 {
		found = append(found, s.at(-down))
	}
	if down > 0 && down < up {
		slices.Reverse(found)
	}
	return found
}

// numberSteps are the whole numbers around a known one, else from the lowest on.
func numberSteps(now kleene.Value, shape *kleene.Shape) steps {
	low, bounded := shape.Low.Int()
	bounded = bounded && shape.Low.Kind() == kleene.Number
	from := low
	if now.Known() && now.Kind() == kleene.Number {
		whole := new(big.Int)
		r := now.Rat()
		from = whole.Div(r.Num(), r.Denom()).Int64()
	}
	s := steps{at: func(n int64) kleene.Value { return kleene.Int(from + n) }, down: maxNumberSteps, up: maxNumberSteps}
	if bounded {
		s.down = min(s.down, max(0, from-low))
	}
	return s
}

// daySteps are the days around a known one, else around the assessment date.
func daySteps(now kleene.Value, assessed string) steps {
	from := assessed
	if now.Known() {
		from = now.Text()
	}
	day, err := time.Parse(time.DateOnly, from)
	if err != nil {
		return steps{at: func(int64) kleene.Value { return kleene.Nothing }}
	}
	return steps{at: func(n int64) kleene.Value {
		return kleene.StringOf(day.AddDate(0, 0, int(n)).Format(time.DateOnly))
	}, down: maxDaySteps, up: maxDaySteps}
}

// alteredLists are those with one element more or less than a list, the empty one, and those
// with one element.
func alteredLists(now kleene.Value, shape *kleene.Shape, constants []kleene.Value) []kleene.Value {
	var elements, found []kleene.Value
	if now.Kind() == kleene.List && now.Known() {
		for i := range now.Len() {
			elements = append(elements, now.Item(i))
		}
	}
	for i := range min(len(elements), maxListed) {
		found = append(found, kleene.ListOf(slices.Delete(slices.Clone(elements), i, i+1)...))
	}
	words := slices.Concat(constants, shape.Items.Domain)
	for _, word := range words[:min(len(words), maxListed)] {
		fits := word.Kind() == kleene.String && (len(shape.Items.Domain) == 0 || slices.ContainsFunc(shape.Items.Domain, func(v kleene.Value) bool { return kleene.Compare(v, word) == 0 }))
		if fits && !slices.ContainsFunc(elements, func(v kleene.Value) bool { return kleene.Compare(v, word) == 0 }) {
			found = append(found, kleene.ListOf(append(slices.Clone(elements), word)...))
		}
	}
	return append(found, kleene.ListOf())
}

// constantsOf returns the constants of a condition, and those in constant lists.
func constantsOf(c *kleene.Cond) []kleene.Value {
	var found []kleene.Value
	var term func(t *kleene.Term)
	var value func(v kleene.Value)
	value = func(v kleene.Value) {
		if v.Kind() == kleene.List || v.Kind() == kleene.Set {
			for i := range v.Len() {
				value(v.Item(i))
			}
			return
		}
		found = append(found, v)
	}
	term = func(t *kleene.Term) {
		if t.Op == kleene.Constant {
			value(t.Value)
		}
		for _, each := range t.Of {
			term(each)
		}
	}
	for _, side := range []*kleene.Term{c.Left, c.Right} {
		if side != nil {
			term(side)
		}
	}
	return found
}
