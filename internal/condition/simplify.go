package condition

import (
	"slices"

	"github.com/dsaeval/dsaeval/engine/report"
)

// Facts tells what the facts schema says of a fact by its JSON Pointer.
type Facts interface {
	// Settled reports whether the fact has a value in the end. A member of a map
	// may have none: the map says nothing about that key.
	Settled(pointer string) bool
	// Integer reports whether the fact is a whole number.
	Integer(pointer string) bool
	// NeverNegative reports whether the fact is a number that is never below zero.
	NeverNegative(pointer string) bool
	// Unit returns the unit of the fact; empty if it has none.
	Unit(pointer string) string
}

// maxParts bounds the parts of a condition that are compared with each other;
// what has more is left as it is. A count and not a time, so that all machines
// say the same.
const maxParts = 64

// Simplify returns a shorter condition that holds in the same cases. Where the
// parts contradict each other, so that it would never hold, or always, it is
// returned as it was: why it is open is not for the words to decide.
func Simplify(c report.Condition, facts Facts) report.Condition {
	short := simplifier{facts: facts}.simplify(c)
	if IsTrue(short) || IsFalse(short) {
		return c
	}
	return short
}

// IsTrue reports whether a condition is the empty conjunction, which always holds.
func IsTrue(c report.Condition) bool { return c.Op == report.All && len(c.Of) == 0 }

// IsFalse reports whether a condition is the empty alternative, which never holds.
func IsFalse(c report.Condition) bool { return c.Op == report.Any && len(c.Of) == 0 }

func always() report.Condition { return report.Condition{Op: report.All} }
func never() report.Condition  { return report.Condition{Op: report.Any} }

// simplifier does the work for the facts of one schema.
type simplifier struct{ facts Facts }

func (s simplifier) simplify(c report.Condition) report.Condition {
	switch c.Op {
	case report.All, report.Any:
		parts := make([]report.Condition, len(c.Of))
		for i, part := range c.Of {
			parts[i] = s.simplify(part)
		}
		return s.join(c.Op, parts)
	case report.Not:
		if denied, ok := s.deny(c.Of[0]); ok {
			return s.simplify(denied)
		}
		inner := s.simplify(c.Of[0])
		if denied, ok := s.deny(inner); ok {
			return denied
		}
		return report.Condition{Op: report.Not, Of: []report.Condition{inner}}
	case report.ForSome, report.ForEvery:
		c.Of = []report.Condition{s.simplify(c.Of[0])}
		return c
	default:
		return s.comparison(c)
	}
}

// join makes one condition of parts that are short already: what is nested is
// drawn up, what another part says as well is dropped, what alternatives share
// is taken out.
func (s simplifier) join(op report.Op, parts []report.Condition) report.Condition {
	parts = flatten(op, parts)
	if len(parts) <= maxParts {
		parts = merged(op, parts)
		parts = s.pruned(op, parts)
	}
	for _, part := range parts {
		if op == report.All && IsFalse(part) || op == report.Any && IsTrue(part) {
			return part
		}
	}
	if op == report.Any && len(parts) <= maxParts {
		parts = factored(parts)
	}
	if len(parts) == 1 {
		return parts[0]
	}
	return report.Condition{Op: op, Of: parts}
}

// flatten draws up parts of the same kind, and leaves out those that say nothing.
func flatten(op report.Op, parts []report.Condition) []report.Condition {
	var flat []report.Condition
	for _, part := range parts {
		if part.Op == op {
			flat = append(flat, part.Of...) // an empty one says nothing
			continue
		}
		flat = append(flat, part)
	}
	return flat
}

// pruned drops parts until none is implied by another. Of two that say the same
// the first stays.
func (s simplifier) pruned(op report.Op, parts []report.Condition) []report.Condition {
	parts = slices.Clone(parts)
	for i := 0; i < len(parts); i++ {
		for j := 0; j < len(parts); j++ {
			if i == j {
				continue
			}
			if op == report.All {
				if s.excludes(parts[i], parts[j]) {
					return []report.Condition{never()}
				}
				parts[j] = resolved(parts[j], report.Any, func(c report.Condition) bool { return s.excludes(c, parts[i]) })
			} else {
				if s.covers(parts[i], parts[j]) {
					return []report.Condition{always()}
				}
				parts[j] = resolved(parts[j], report.All, func(c report.Condition) bool { return s.covers(c, parts[i]) })
			}
			drops := op == report.All && s.implies(parts[i], parts[j]) || op == report.Any && s.implies(parts[j], parts[i])
			if drops {
				parts = slices.Delete(parts, j, j+1)
				if j < i {
					i--
				}
				j--
			}
		}
	}
	return parts
}

// resolved leaves out of an alternative what cannot be beside another part, and
// out of a conjunction what is so wherever the other part is not.
func resolved(c report.Condition, op report.Op, drop func(report.Condition) bool) report.Condition {
	if c.Op != op || !slices.ContainsFunc(c.Of, drop) {
		return c
	}
	c.Of = slices.DeleteFunc(slices.Clone(c.Of), drop)
	if len(c.Of) == 1 {
		return c.Of[0]
	}
	return c
}
