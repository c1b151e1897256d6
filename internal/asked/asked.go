// Package asked turns what undetermined obligations wait for round: each fact once, with
// all that it decides.
package asked

import (
	"cmp"
	"slices"

	"github.com/dsaeval/dsaeval/engine/report"
)

// Fact is a fact that undetermined obligations wait for, and all that it decides.
type Fact struct {
	report.Missing // as the first of the obligations has it
	For            []For
	// Obligations are those that wait for the fact.
	Obligations []report.Obligation
	// Gates is for how many of them it decides whether they apply at all.
	Gates int
}

// For is something that a missing fact decides, for all obligations of which
// the same is to be said.
type For struct {
	Words string
	// Condition is the tree behind the words; null where none stands behind them.
	Condition   *report.Condition
	Obligations []report.Obligation
}

// Of lists the facts that obligations wait for in the order in which to ask for
// them: first those that decide whether most obligations apply, as an answer can
// make the other questions about them idle, then those that most wait for.
func Of(open []report.Obligation) []*Fact {
	var facts []*Fact
	at := map[string]*Fact{}
	for _, o := range open {
		for _, m := range o.Missing {
			fact := at[m.Pointer]
			if fact == nil {
				fact = &Fact{Missing: m}
				at[m.Pointer] = fact
				facts = append(facts, fact)
			}
			fact.Obligations = append(fact.Obligations, o)
			if gatedBy(o, m) {
				fact.Gates++
			}
			for i, words := range m.Conditions {
				fact.add(words, condition(o, m, i), o)
			}
		}
	}
	slices.SortStableFunc(facts, func(a, b *Fact) int {
		return cmp.Or(cmp.Compare(b.Gates, a.Gates), cmp.Compare(len(b.Obligations), len(a.Obligations)))
	})
	return facts
}

// Next are the same facts with those first that a report says to ask for next.
func Next(facts []*Fact, r *report.Report) []*Fact {
	place := make(map[string]int, len(r.Next))
	for i, pointer := range r.Next {
		place[pointer] = i
	}
	turn := func(f *Fact) int {
		if i, ranked := place[f.Pointer]; ranked {
			return i
		}
		return len(r.Next)
	}
	facts = slices.Clone(facts)
	slices.SortStableFunc(facts, func(a, b *Fact) int { return cmp.Compare(turn(a), turn(b)) })
	return facts
}

// gatedBy reports whether a missing fact decides whether the obligation applies.
func gatedBy(o report.Obligation, m report.Missing) bool {
	return slices.ContainsFunc(m.Open, func(i int) bool { return i >= 0 && i < len(o.Open) && o.Open[i].Decides == report.Applies })
}

func (f *Fact) add(words string, condition *report.Condition, o report.Obligation) {
	i := slices.IndexFunc(f.For, func(d For) bool { return d.Words == words })
	if i < 0 {
		i = len(f.For)
		f.For = append(f.For, For{Words: words, Condition: condition})
	}
	f.For[i].Obligations = append(f.For[i].Obligations, o)
}

// condition is the tree of one of the open questions that a missing fact waits
// for. Reports of older versions have the sentences alone.
func condition(o report.Obligation, m report.Missing, i int) *report.Condition {
	if i >= len(m.Open) || m.Open[i] < 0 || m.Open[i] >= len(o.Open) || o.Open[m.Open[i]].Decides != report.Breached {
		return nil
	}
	return o.Open[m.Open[i]].Condition
}

// Articles are the provisions of the obligations, in their order.
func (d For) Articles() []string {
	articles := make([]string, len(d.Obligations))
	for i, o := range d.Obligations {
		articles[i] = o.Article
	}
	return articles
}
