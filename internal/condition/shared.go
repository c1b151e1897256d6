package condition

import (
	"slices"

	"github.com/dsaeval/dsaeval/engine/report"
)

// factored takes out what at least two alternatives share, beginning with what
// most of them do: "a and b, or a and c" is "a and (b, or c)".
func factored(parts []report.Condition) []report.Condition {
	shared, times := report.Condition{}, 1
	for _, part := range parts {
		for _, conjunct := range conjuncts(part) {
			n := 0
			for _, other := range parts {
				if slices.ContainsFunc(conjuncts(other), func(c report.Condition) bool { return equal(c, conjunct) }) {
					n++
				}
			}
			if n > times {
				shared, times = conjunct, n
			}
		}
	}
	if times == 1 {
		return parts
	}
	var with, without []report.Condition
	first := -1
	for _, part := range parts {
		rest, found := taken(part, shared)
		if !found {
			without = append(without, part)
			continue
		}
		if first < 0 {
			first = len(without)
		}
		with = append(with, rest)
	}
	alternatives := factored(with)
	group := report.Condition{Op: report.All, Of: []report.Condition{shared}}
	if len(alternatives) == 1 {
		group.Of = append(group.Of, conjuncts(alternatives[0])...)
	} else {
		group.Of = append(group.Of, report.Condition{Op: report.Any, Of: alternatives})
	}
	others := factored(without) // may have become fewer
	return slices.Insert(others, min(first, len(others)), group)
}

// conjuncts are the parts that all have to hold for a condition to hold.
func conjuncts(c report.Condition) []report.Condition {
	if c.Op == report.All {
		return c.Of
	}
	return []report.Condition{c}
}

// taken returns a condition without one of its conjuncts.
func taken(c, conjunct report.Condition) (rest report.Condition, found bool) {
	all := conjuncts(c)
	i := slices.IndexFunc(all, func(other report.Condition) bool { return equal(other, conjunct) })
	if i < 0 {
		return c, false
	}
	if all = slices.Delete(slices.Clone(all), i, i+1); len(all) == 1 {
		return all[0], true
	}
	return report.Condition{Op: report.All, Of: all}, true
}

// merged joins parts about single values of a fact: "is a, or is b" is "is one of
// a, b", and "is not a and is not b" is none of them.
func merged(op report.Op, parts []report.Condition) []report.Condition {
	var joined []report.Condition
	places := map[string]int{}
	for _, part := range parts {
		fact, list := listed(op, part)
		if fact == "" {
			joined = append(joined, part)
			continue
		}
		i, seen := places[fact]
		if !seen {
			places[fact] = len(joined)
			joined = append(joined, part)
			continue
		}
		joined[i] = among(op, joined[i], list)
	}
	return joined
}

// listed returns the values of which a fact has to be one, in an alternative, or
// must be none, in a conjunction; no fact if the condition says something else.
func listed(op report.Op, c report.Condition) (fact string, list []any) {
	one := report.Equal
	if op == report.All {
		one = report.Differ
		if c.Op == report.Not && c.Of[0].Op == report.Among {
			c = c.Of[0]
		} else if c.Op == report.Among {
			return "", nil
		}
	}
	switch c.Op {
	case one:
		return c.Fact, []any{c.Value}
	case report.Among:
		if list, isList := c.Value.([]any); isList {
			return c.Fact, list
		}
	}
	return "", nil
}

// among adds values to those that a fact has to be, or must not be, one of.
func among(op report.Op, so report.Condition, more []any) report.Condition {
	fact, list := listed(op, so)
	list = slices.Clone(list)
	for _, value := range more {
		if !slices.Contains(list, value) {
			list = append(list, value)
		}
	}
	if len(list) == 1 {
		return so
	}
	all := report.Condition{Op: report.Among, Fact: fact, Value: list}
	if op == report.All {
		return report.Condition{Op: report.Not, Of: []report.Condition{all}}
	}
	return all
}
