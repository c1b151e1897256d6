package policy

import (
	"encoding/json"
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
