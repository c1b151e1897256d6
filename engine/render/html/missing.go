package html

import (
	"cmp"
	"slices"
	"strings"

	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/internal/words"
	"github.com/dsaeval/dsaeval/internal/writing"
)

// area is a section of the facts with what to ask for. The facts are grouped as
// people who run a platform think, so that the list can be cut up and each part
// sent to those who know.
type area struct {
	Name  string
	Facts []asked
	// Obligations is the number of obligations that wait for facts of the area.
	Obligations int
}

// asked is a missing fact and what it decides.
type asked struct {
	*report.Asked
	view *view
}

// decided is what a fact would have to be for what, of some obligations.
type decided struct {
	report.AskedFor
	view *view
}

// areasOf collects the missing facts of the undetermined obligations, what
// decides most first, in areas and within them.
func areasOf(v *view) []area {
	var areas []area
	waiting := map[string]map[string]bool{}
	for _, fact := range report.Ask(v.With(report.Undetermined)) {
		name := areaOf(fact.Pointer)
		i := slices.IndexFunc(areas, func(a area) bool { return a.Name == name })
		if i < 0 {
			i = len(areas)
			areas = append(areas, area{Name: name})
			waiting[name] = map[string]bool{}
		}
		areas[i].Facts = append(areas[i].Facts, asked{fact, v})
		for _, o := range fact.Obligations {
			waiting[name][o.ID] = true
		}
	}
	for i := range areas {
		areas[i].Obligations = len(waiting[areas[i].Name])
	}
	slices.SortStableFunc(areas, func(a, b area) int { return cmp.Compare(b.Obligations, a.Obligations) })
	return areas
}

func areaOf(pointer string) string {
	area, _, _ := strings.Cut(strings.TrimPrefix(pointer, "/"), "/")
	return area
}

// Title is the name of an area as words.
func (a area) Title() string {
	return writing.Capital(strings.ReplaceAll(a.Name, "_", " "))
}

// Given says what was given in vain.
func (a asked) Given() string { return words.Given(a.Missing) }

// Question asks for the fact; it is empty where the report does not describe it.
func (a asked) Question() string { return words.Question(a.described()) }

// Answer says what kind of answer the question wants.
func (a asked) Answer() string { return words.Answer(a.described()) }

func (a asked) described() report.Question {
	i := slices.IndexFunc(a.view.Questions, func(q report.Question) bool { return q.Pointer == a.Pointer })
	if i < 0 {
		return report.Question{}
	}
	return a.view.Questions[i]
}

// Decides is what the fact decides.
func (a asked) Decides() []decided {
	list := make([]decided, len(a.For))
	for i, each := range a.For {
		list[i] = decided{each, a.view}
	}
	return list
}

// Cited are the obligations for which it decides, with their places in the page.
func (d decided) Cited() []obligation {
	list := make([]obligation, len(d.Obligations))
	for i, o := range d.Obligations {
		list[i] = d.view.obligation(o.ID)
	}
	return list
}

// Outline is what the fact would have to be, a long condition as a tree.
func (d decided) Outline() words.Outline { return words.Asked(d.AskedFor) }

// foldedFrom is how many lines of a condition are folded away: a reader of the
// list looks for facts first.
const foldedFrom = 12

// Folded is the number of lines of a condition that is folded away, 0 if it is not.
func (d decided) Folded() int {
	if lines := len(d.Outline().Lines()) - 1; lines >= foldedFrom {
		return lines
	}
	return 0
}
