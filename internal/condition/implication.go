package condition

import (
	"slices"

	"github.com/dsaeval/dsaeval/engine/report"
)

// implies reports whether the second condition holds wherever the first does. It
// errs on the side of no.
func (s simplifier) implies(a, b report.Condition) bool {
	if equal(a, b) {
		return true
	}
	switch {
	case a.Op == report.Any && len(a.Of) > 0:
		return !slices.ContainsFunc(a.Of, func(part report.Condition) bool { return !s.implies(part, b) })
	case b.Op == report.All && len(b.Of) > 0:
		return !slices.ContainsFunc(b.Of, func(part report.Condition) bool { return !s.implies(a, part) })
	case a.Op == report.All && slices.ContainsFunc(a.Of, func(part report.Condition) bool { return s.implies(part, b) }):
		return true
	case b.Op == report.Any && slices.ContainsFunc(b.Of, func(part report.Condition) bool { return s.implies(a, part) }):
		return true
	case a.Op == report.ForSome && b.Op == report.ForSome && a.Fact == b.Fact,
		a.Op == report.ForEvery && b.Op == report.ForEvery && a.Fact == b.Fact:
		return s.implies(a.Of[0], b.Of[0])
	}
	if b.Op == report.Above && b.Fact != "" && b.Fact == s.greater(a) {
		if limit, isNumber := exact(b.Value); isNumber && limit.Sign() == 0 {
			return true
		}
	}
	if s.part(a, b) {
		return true
	}
	x, okX := valuesOf(a)
	y, okY := valuesOf(b)
	return okX && okY && x.of == y.of && x.within(y)
}

// part reports whether the second condition says of a part of a sum what the
// first says of the whole: if a plus b is below c, then each of them is, since no
// count is below zero.
func (s simplifier) part(whole, part report.Condition) bool {
	if len(whole.Terms) != 2 || len(part.Terms) != 2 || whole.Op != part.Op ||
		!equalTerms(whole.Terms[1], part.Terms[1]) || whole.Op != report.Below && whole.Op != report.AtMost {
		return false
	}
	sum := whole.Terms[0]
	if sum.Function != report.Sum || slices.ContainsFunc(sum.Of, func(t report.Term) bool { return t.Fact == "" || !s.facts.NeverNegative(t.Fact) }) {
		return false
	}
	return slices.ContainsFunc(sum.Of, func(t report.Term) bool { return equalTerms(t, part.Terms[0]) })
}

// greater returns the fact that is greater than another, or than a share of it,
// and so above zero, since the other is never below; "" if a condition says no
// such thing.
func (s simplifier) greater(c report.Condition) string {
	if len(c.Terms) != 2 || c.Op != report.Below && c.Op != report.Above {
		return ""
	}
	less, more := c.Terms[0], c.Terms[1]
	if c.Op == report.Above {
		less, more = more, less
	}
	number := func(t report.Term) string {
		if t.Function == report.Product && len(t.Of) == 2 {
			if share, isNumber := exact(t.Of[0].Value); isNumber && share.Sign() > 0 {
				return t.Of[1].Fact
			}
		}
		return t.Fact
	}
	if of := number(less); of == "" || !s.facts.NeverNegative(of) {
		return ""
	}
	return number(more)
}

// excludes reports whether two conditions can never hold together. It errs on
// the side of no.
func (s simplifier) excludes(a, b report.Condition) bool {
	if denied, ok := s.deny(a); ok {
		return s.implies(b, denied)
	}
	if denied, ok := s.deny(b); ok {
		return s.implies(a, denied)
	}
	return denies(a, b) || denies(b, a)
}

// covers reports whether one of two conditions always holds.
func (s simplifier) covers(a, b report.Condition) bool {
	denied, ok := s.deny(a)
	return ok && s.implies(denied, b) || denies(a, b) || denies(b, a)
}

// denies reports whether a condition is the denial of another.
func denies(a, b report.Condition) bool { return a.Op == report.Not && equal(a.Of[0], b) }

// opposite is what holds of two terms where the operation does not.
var opposite = map[report.Op]report.Op{
	report.Equal: report.Differ, report.Differ: report.Equal,
	report.Above: report.AtMost, report.AtMost: report.Above,
	report.Below: report.AtLeast, report.AtLeast: report.Below,
}

// deny returns the condition that holds where the given one does not, if there
// is a way of saying it without "not". A fact that is missing has some value in
// the end, so that it is either above a number or at most that; a member of a map
// may never have one.
func (s simplifier) deny(c report.Condition) (report.Condition, bool) {
	switch c.Op {
	case report.Not:
		return c.Of[0], true
	case report.All, report.Any:
		parts := make([]report.Condition, len(c.Of))
		for i, part := range c.Of {
			denied, ok := s.deny(part)
			if !ok {
				denied = report.Condition{Op: report.Not, Of: []report.Condition{part}}
			}
			parts[i] = denied
		}
		op := report.All
		if c.Op == report.All {
			op = report.Any
		}
		return report.Condition{Op: op, Of: parts}, true
	}
	op, ok := opposite[c.Op]
	if !ok || !s.allSettled(c) {
		return c, false
	}
	c.Op = op
	return c, true
}

// allSettled reports whether all facts of a comparison have a value in the end.
func (s simplifier) allSettled(c report.Condition) bool {
	if c.Fact != "" && !s.facts.Settled(c.Fact) {
		return false
	}
	return !slices.ContainsFunc(c.Terms, s.unsettled)
}

func (s simplifier) unsettled(t report.Term) bool {
	return t.Fact != "" && !s.facts.Settled(t.Fact) || slices.ContainsFunc(t.Of, s.unsettled)
}
