package policy

import (
	"encoding/json"
	"reflect"
	"slices"

	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/internal/condition"
	"github.com/dsaeval/dsaeval/internal/document"
	"github.com/dsaeval/dsaeval/internal/kleene"
)

type findingOf = kleene.Finding

// tree is a condition with its answer: as a report says it, and as it can be asked
// again with other facts.
type tree struct {
	answer    kleene.Answer
	said      report.Condition // without its parts
	of        []*tree
	exception bool // denied as a whole
	// leaf is what the answer of a condition without parts comes from, or of one about
	// any element of a list; denied if the answer is the other one.
	leaf   *kleene.Cond
	denied bool
	places []place
	// merged is set where one sentence says what the parts say, that a fact is one of
	// several words.
	merged bool
	// fixed is set where no fact takes part in a condition without parts.
	fixed bool
	key   string
}

// place is a fact of a condition.
type place struct {
	path document.Path
	slot int
	keys []kleene.Value
}

// settled reports whether no fact takes part.
func (t *tree) settled() bool { return t.fixed }

// joins reports whether a tree joins its parts by an operation.
func (t *tree) joins(op report.Op) bool {
	return len(t.of) > 0 && t.said.Op == op && !t.exception && !t.merged
}

// grower makes trees.
type grower struct {
	speaker
	state *kleene.State
}

// grow turns a traced condition into a tree as it stands.
func (g grower) grow(t kleene.Traced, said speaker) *tree {
	made := &tree{answer: t.Answer, fixed: len(t.Of) == 0 && !g.varies(t.Cond)}
	switch c := t.Cond; c.Op {
	case kleene.Always, kleene.Emit:
		made.said = report.Condition{Op: report.All}
	case kleene.Never:
		made.said = report.Condition{Op: report.Any}
	case kleene.And, kleene.Or, kleene.Not:
		made.said = report.Condition{Op: map[kleene.Op]report.Op{kleene.And: report.All, kleene.Or: report.Any, kleene.Not: report.Not}[c.Op]}
	case kleene.Some, kleene.Lookup:
		list := said.term(c.Left)
		made.leaf, made.places = c, g.places(c)
		if len(t.Of) == 0 {
			made.said = condition.Simplify(said.cond(c), g.schema)
			return made
		}
		said.elements[c.Loop] = ""
		if list.Fact != "" {
			said.elements[c.Loop] = list.Fact + "/-"
		}
		made.said = about(report.ForSome, list)
	default:
		made.leaf, made.places = c, g.places(c)
		made.said = condition.Simplify(said.cond(c), g.schema)
		if t.Any {
			made.leaf = nil // of no element in particular
		}
		if made.said.Op == report.AtLeast && made.said.Value == "" {
			made.fixed = true // on or after no day
		}
	}
	for _, part := range t.Of {
		made.of = append(made.of, g.grow(part, said))
	}
	return made
}

// places returns the facts of a condition, each once.
func (g grower) places(c *kleene.Cond) []place {
	var found []place
	seen := map[string]bool{}
	add := func(t *kleene.Term) bool {
		slot, keys, ok := t.Path()
		if !ok {
			return false
		}
		path := g.paths[slot]
		if path == nil {
			return true
		}
		w := factWalk{sayings: g.sayings}
		w.add(path, keys)
		if name := w.found[0].Pointer(); !seen[name] {
			seen[name] = true
			found = append(found, place{w.found[0], int(slot), keys})
		}
		return true
	}
	var term func(t *kleene.Term)
	var cond func(c *kleene.Cond)
	term = func(t *kleene.Term) {
		if add(t) {
			return
		}
		for _, each := range t.Of {
			term(each)
		}
		if t.Body != nil {
			cond(t.Body)
		}
	}
	cond = func(c *kleene.Cond) {
		for _, side := range []*kleene.Term{c.Left, c.Right} {
			if side != nil {
				term(side)
			}
		}
		if c.Op != kleene.Some && c.Op != kleene.Lookup || c.Of[0].Op == kleene.Always {
			for _, each := range c.Of {
				cond(each)
			}
		}
	}
	cond(c)
	return found
}

// varies reports whether a fact or an element of a list takes part in a condition.
func (g grower) varies(c *kleene.Cond) bool {
	return slices.ContainsFunc(c.Of, g.varies) || c.Left != nil && g.termVaries(c.Left) || c.Right != nil && g.termVaries(c.Right)
}

func (g grower) termVaries(t *kleene.Term) bool {
	switch t.Op {
	case kleene.SlotOf:
		return g.paths[t.Slot] != nil
	case kleene.Element, kleene.Position:
		return true
	}
	return slices.ContainsFunc(t.Of, g.termVaries) || t.Body != nil && g.varies(t.Body)
}

// simplified returns a tree that reads better and rests on the same facts: what no
// fact decides is gone, what is said twice is said once, and what alternatives share
// stands before them.
func (g grower) simplified(t *tree) *tree {
	for i, each := range t.of {
		t.of[i] = g.simplified(each)
	}
	switch {
	case len(t.of) == 0: // a comparison
	case t.said.Op == report.Not:
		t = g.denied(t.of[0])
	case t.said.Op == report.ForSome && t.of[0].settled():
		t.of = nil
	case t.joins(report.All), t.joins(report.Any):
		t = joined(t)
	}
	t.key = t.name()
	return t
}

// denied denies a tree: a comparison says the contrary, anything else is an exception.
func (g grower) denied(t *tree) *tree {
	made := *t
	made.answer, made.denied = t.answer.Not(), !t.denied
	switch {
	case t.settled():
		return constantTree(made.answer == kleene.Yes)
	case t.exception:
		made.exception = false
	case t.merged:
		made.said = condition.Simplify(report.Condition{Op: report.Not, Of: []report.Condition{t.said}}, g.schema)
	case t.joins(report.All) && nested(t), t.joins(report.Any) && nested(t):
		// An exception to an exception reads better as what it comes to.
		made.said.Op = report.Any
		if t.said.Op == report.Any {
			made.said.Op = report.All
		}
		made.of, made.denied = nil, false
		for _, part := range t.of {
			made.of = append(made.of, g.denied(part))
		}
		t = joined(&made)
		t.key = t.name()
		return t
	case len(t.of) > 0:
		made.exception = true
	case t.said.Op == report.Not:
		made.said = t.said.Of[0]
	default:
		made.said = condition.Simplify(report.Condition{Op: report.Not, Of: []report.Condition{t.said}}, g.schema)
	}
	made.key = made.name()
	return &made
}

// nested reports whether an exception is among the parts.
func nested(t *tree) bool {
	return slices.ContainsFunc(t.of, func(part *tree) bool { return part.exception })
}

func constantTree(holds bool) *tree {
	if holds {
		return &tree{answer: kleene.Yes, said: report.Condition{Op: report.All}, fixed: true}
	}
	return &tree{answer: kleene.No, said: report.Condition{Op: report.Any}, fixed: true}
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

// name is the same of trees that say the same.
func (t *tree) name() string {
	content, _ := json.Marshal(t.said)
	name := string(content)
	if t.exception {
		name = "!" + name
	}
	for _, part := range t.of {
		name += "(" + part.key + ")"
	}
	return name
}
