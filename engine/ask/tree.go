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
	takes effort   // with nothing tried out
}

func treeOf(c report.Condition, skipped map[string]bool) *tree {
	n := &tree{Condition: c}
	add := func(pointers ...string) {
		for _, pointer := range pointers {
			if pointer != "" && !slices.Contains(n.facts, pointer) {
				n.facts = append(n.facts, pointer)
			}
		}
	}
	add(c.Fact)
	add(factsIn(c.Terms)...)
	if c.Op == report.All || c.Op == report.Any || c.Op == report.Not {
		for _, of := range c.Of {
			below := treeOf(of, skipped)
			n.of = append(n.of, below)
			add(below.facts...)
		}
	}
	n.takes = trial{}.work(n, skipped)
	return n
}

// factsIn are the facts that terms mention.
func factsIn(terms []report.Term) []string {
	var facts []string
	for _, t := range terms {
		facts = append(append(facts, t.Fact), factsIn(t.Of)...)
	}
	return facts
}

func (n *tree) mentions(pointer string) bool { return slices.Contains(n.facts, pointer) }
