package report

import (
	"cmp"
	"slices"
)

// Asked is a fact that undetermined obligations wait for, and all that it decides.
type Asked struct {
	Missing // as the first of the obligations has it
	For     []AskedFor
	// Obligations are those that wait for the fact.
	Obligations []Obligation
	// Gates is for how many of them it decides whether they apply at all.
	Gates int
}

// AskedFor is something that a missing fact decides, for all obligations of which
// the same is to be said.
type AskedFor struct {
	Words string
	// Condition is the tree behind the words; null where none stands behind them.
	Condition   *Condition
	Obligations []Obligation
}

// Ask lists the facts that obligations wait for in the order in which to ask for
// them: first those that decide whether most obligations apply, as an answer can
// make the other questions about them idle, then those that most wait for.
func Ask(open []Obligation) []*Asked {
	var facts []*Asked
	at := map[string]*Asked{}
	for _, o := range open {
		for _, m := range o.Missing {
			fact := at[m.Pointer]
			if fact == nil {
				fact = &Asked{Missing: m}
				at[m.Pointer] = fact
				facts = append(facts, fact)
			}
			fact.Obligations = append(fact.Obligations, o)
			if o.gatedBy(m) {
				fact.Gates++
			}
			for i, words := range m.Conditions {
				fact.add(words, o.condition(m, i), o)
			}
		}
	}
	slices.SortStableFunc(facts, func(a, b *Asked) int {
		return cmp.Or(cmp.Compare(b.Gates, a.Gates), cmp.Compare(len(b.Obligations), len(a.Obligations)))
	})
	return facts
}

// gatedBy reports whether a missing fact decides whether the obligation applies.
func (o Obligation) gatedBy(m Missing) bool {
	return slices.ContainsFunc(m.Open, func(i int) bool { return i >= 0 && i < len(o.Open) && o.Open[i].Decides == Applies })
}

func (f *Asked) add(words string, condition *Condition, o Obligation) {
	i := slices.IndexFunc(f.For, func(d AskedFor) bool { return d.Words == words })
	if i < 0 {
		i = len(f.For)
		f.For = append(f.For, AskedFor{Words: words, Condition: condition})
	}
	f.For[i].Obligations = append(f.For[i].Obligations, o)
}

// condition is the tree of one of the open questions that a missing fact waits
// for. Reports of older versions have the sentences alone.
func (o Obligation) condition(m Missing, i int) *Condition {
	if i >= len(m.Open) || m.Open[i] < 0 || m.Open[i] >= len(o.Open) || o.Open[m.Open[i]].Decides != Breached {
		return nil
	}
	return o.Open[m.Open[i]].Condition
}

// Articles are the provisions of the obligations, in their order.
func (d AskedFor) Articles() []string {
	articles := make([]string, len(d.Obligations))
	for i, o := range d.Obligations {
		articles[i] = o.Article
	}
	return articles
}
