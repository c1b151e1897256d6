package ask

import (
	"slices"

	"github.com/dsaeval/dsaeval/engine/report"
)

// tree is a condition with what is asked of it again and again.
type tree struct {
	report.Condition
	of    []*tree
	facts []string // that it mentions, each once
	asked []string // those of a comparison that answers are needed on
	takes effort   // with nothing tried out
	// counts says of the sides of a comparison that they are never negative.
	counts [2]bool
}

// treeOf makes a tree of a condition, of which whoever is asked does not know some facts.
func (c *Catalogue) treeOf(of report.Condition, skipped map[string]bool) *tree {
	n := &tree{Condition: of}
	n.facts = distinct(n.facts, of.Fact)
	for _, t := range of.Terms {
		n.facts = distinct(n.facts, factsIn(t, true)...)
		n.asked = distinct(n.asked, factsIn(t, false)...)
	}
	if len(n.asked) == 0 {
		n.asked = n.facts
	}
	if len(of.Terms) == len(n.counts) {
		n.counts = [2]bool{c.neverNegative(of.Terms[0]), c.neverNegative(of.Terms[1])}
	}
	if of.Op == report.All || of.Op == report.Any || of.Op == report.Not {
		for _, each := range of.Of {
			below := c.treeOf(each, skipped)
			n.of = append(n.of, below)
			n.facts = distinct(n.facts, below.facts...)
		}
	}
	n.takes = trial{}.work(n, skipped)
	return n
}

func distinct(list []string, more ...string) []string {
	for _, each := range more {
		if each != "" && !slices.Contains(list, each) {
			list = append(list, each)
		}
	}
	return list
}

// factsIn are the facts that a term mentions: all, or without the State by whose
// holidays a period ends. That moves its end by a few days, so that the other facts
// nearly always decide alone.
func factsIn(t report.Term, states bool) []string {
	facts := []string{t.Fact}
	of := t.Of
	if state := len(of) - 1; !states && (t.Function == report.PeriodEnd || t.Function == report.WorkingDay) && state >= 0 {
		of = of[:state]
	}
	for _, each := range of {
		facts = append(facts, factsIn(each, states)...)
	}
	return facts
}

// neverNegative reports whether a term counts something.
func (c *Catalogue) neverNegative(t report.Term) bool {
	switch t.Function {
	case "":
		return t.Fact != "" && c.counts[general(t.Fact)]
	case report.Number:
		return true
	case report.Sum, report.Product:
		return !slices.ContainsFunc(t.Of, func(each report.Term) bool {
			n, known := number(each.Value)
			return !c.neverNegative(each) && (!known || n.Sign() < 0)
		})
	}
	return false
}

func (n *tree) mentions(pointer string) bool { return slices.Contains(n.facts, pointer) }
