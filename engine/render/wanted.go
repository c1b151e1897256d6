package render

import (
	"cmp"
	"slices"

	"github.com/dsaeval/dsaeval/engine/report"
)

// wanted is a missing fact and what it decides.
type wanted struct {
	pointer    string
	given      string // what was given in vain
	conditions []condition
}

// condition is something that a missing fact decides, and for which obligations
// by their articles, of which several can be of one.
type condition struct {
	words    string
	articles []string
	ids      []string
}

// wantedFacts lists the facts that undetermined obligations wait for, those
// first that most of them wait for.
func wantedFacts(open []report.Obligation) []*wanted {
	var facts []*wanted
	byPointer := map[string]*wanted{}
	for _, o := range open {
		for _, m := range o.Missing {
			fact := byPointer[m.Pointer]
			if fact == nil {
				fact = &wanted{pointer: m.Pointer, given: givenText(m)}
				byPointer[m.Pointer] = fact
				facts = append(facts, fact)
			}
			for _, words := range m.Conditions {
				fact.add(words, o)
			}
		}
	}
	slices.SortStableFunc(facts, func(a, b *wanted) int { return cmp.Compare(b.obligations(), a.obligations()) })
	return facts
}

func (f *wanted) add(words string, o report.Obligation) {
	i := slices.IndexFunc(f.conditions, func(c condition) bool { return c.words == words })
	if i < 0 {
		i = len(f.conditions)
		f.conditions = append(f.conditions, condition{words: words})
	}
	c := &f.conditions[i]
	c.articles, c.ids = append(c.articles, o.Article), append(c.ids, o.ID)
}

func (f *wanted) obligations() int {
	var all []string
	for _, c := range f.conditions {
		all = append(all, c.ids...)
	}
	slices.Sort(all)
	return len(slices.Compact(all))
}
