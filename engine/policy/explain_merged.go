package policy

import (
	"reflect"
	"slices"

	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/internal/kleene"
)

// maxFactored bounds the parts of which it is looked for what they share.
const maxFactored = 64

func rejoined(op report.Op, parts []*tree) *tree {
	if len(parts) == 1 {
		return parts[0]
	}
	made := &tree{said: report.Condition{Op: op}, of: parts, answer: parts[0].answer}
	for _, part := range parts[1:] {
		if op == report.All {
			made.answer = made.answer.And(part.answer)
		} else {
			made.answer = made.answer.Or(part.answer)
		}
	}
	made.key = made.name()
	return made
}

// once leaves out what has been said.
func once(parts []*tree) []*tree {
	seen := map[string]bool{}
	return slices.DeleteFunc(slices.Clone(parts), func(t *tree) bool {
		again := seen[t.key]
		seen[t.key] = true
		return again
	})
}

// absorbed leaves out of "a, or a and b" the second, and of "a and (a or b)" as well.
func absorbed(parts []*tree) []*tree {
	return slices.DeleteFunc(slices.Clone(parts), func(t *tree) bool {
		return (t.joins(report.All) || t.joins(report.Any)) && slices.ContainsFunc(parts, func(other *tree) bool {
			return other != t && slices.ContainsFunc(t.of, func(part *tree) bool { return part.key == other.key })
		})
	})
}

// withoutGiven leaves out that something is there where another part says more of it.
func withoutGiven(parts []*tree) []*tree {
	return slices.DeleteFunc(slices.Clone(parts), func(t *tree) bool {
		return t.said.Op == report.Given && slices.ContainsFunc(parts, func(other *tree) bool {
			return other != t && len(other.of) == 0 && !other.denied && other.said.Op != report.Given && speaksOf(other.said, t.said)
		})
	})
}

// speaksOf reports whether a comparison has the term on one side that another is about.
func speaksOf(c, of report.Condition) bool {
	if of.Fact != "" && c.Fact == of.Fact {
		return true
	}
	wanted := of.Terms
	if of.Fact != "" {
		wanted = []report.Term{{Fact: of.Fact}}
	}
	return slices.ContainsFunc(c.Terms, func(t report.Term) bool { return len(wanted) == 1 && reflect.DeepEqual(t, wanted[0]) })
}

// mergedWords says of alternatives about the words that one fact can be that it is one
// of them.
func mergedWords(parts []*tree) []*tree {
	var merged []*tree
	places := map[string]int{}
	for _, part := range parts {
		word, isWord := part.said.Value.(string)
		if part.said.Op != report.Equal || part.said.Fact == "" || !isWord {
			merged = append(merged, part)
			continue
		}
		i, seen := places[part.said.Fact]
		if !seen {
			places[part.said.Fact] = len(merged)
			merged = append(merged, part)
			continue
		}
		first := merged[i]
		if !first.merged {
			first = &tree{
				said: report.Condition{Op: report.Among, Fact: part.said.Fact, Value: []any{first.said.Value}}, answer: first.answer,
				of: []*tree{first}, merged: true, places: first.places,
			}
		}
		first.said.Value = append(slices.Clone(first.said.Value.([]any)), word)
		first.of, first.answer = append(first.of, part), first.answer.Or(part.answer)
		first.key = first.name()
		merged[i] = first
	}
	return merged
}

// sharedParts takes out what at least two parts share, most shared first: "a and b, or
// a and c" is "a and (b, or c)".
func sharedParts(op report.Op, parts []*tree) []*tree {
	inner := report.All
	if op == report.All {
		inner = report.Any
	}
	of := func(t *tree) []*tree {
		if t.joins(inner) {
			return t.of
		}
		return []*tree{t}
	}
	holds := func(t *tree, key string) bool {
		return slices.ContainsFunc(of(t), func(part *tree) bool { return part.key == key })
	}
	var shared *tree
	most := 1
	for _, part := range parts {
		for _, each := range of(part) {
			n := 0
			for _, other := range parts {
				if holds(other, each.key) {
					n++
				}
			}
			if n > most {
				shared, most = each, n
			}
		}
	}
	if shared == nil {
		return parts
	}
	var with, without []*tree
	at := -1
	for _, part := range parts {
		if !holds(part, shared.key) {
			without = append(without, part)
			continue
		}
		if at < 0 {
			at = len(without)
		}
		rest := slices.DeleteFunc(slices.Clone(of(part)), func(each *tree) bool { return each.key == shared.key })
		if len(rest) > 0 {
			with = append(with, rejoined(inner, rest))
		}
	}
	group := shared
	if len(with) == most { // else one part was the shared one alone, and absorbs the rest
		within := rejoined(op, sharedParts(op, once(with)))
		if within.joins(inner) {
			group = rejoined(inner, append([]*tree{shared}, within.of...))
		} else {
			group = rejoined(inner, []*tree{shared, within})
		}
	}
	without = sharedParts(op, without)
	return slices.Insert(slices.Clone(without), min(at, len(without)), group)
}

// joined shortens a conjunction or an alternative.
func joined(t *tree) *tree {
	op, neutral := t.said.Op, kleene.Yes
	if op == report.Any {
		neutral = kleene.No
	}
	var parts []*tree
	for _, part := range t.of {
		switch {
		case part.settled() && part.answer == neutral:
		case part.settled():
			return constantTree(part.answer == kleene.Yes)
		case part.joins(op):
			parts = append(parts, part.of...)
		default:
			parts = append(parts, part)
		}
	}
	parts = once(parts)
	parts = absorbed(parts)
	if op == report.All {
		parts = withoutGiven(parts)
	} else {
		parts = mergedWords(parts)
	}
	if len(parts) <= maxFactored {
		parts = sharedParts(op, parts)
	}
	switch len(parts) {
	case 0:
		return constantTree(neutral == kleene.Yes)
	case 1:
		return parts[0]
	}
	return rejoined(op, parts)
}
