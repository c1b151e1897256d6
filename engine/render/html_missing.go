package render

import (
	"cmp"
	"slices"
	"strings"

	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/internal/writing"
)

// htmlArea is a section of the facts with what to ask for. The facts are
// grouped as people who run a platform think, so that the list can be cut up
// and each part sent to those who know.
type htmlArea struct {
	Name  string
	Facts []*htmlAsked
	// Obligations is the number of obligations that wait for facts of the area.
	Obligations int
}

// htmlAsked is a missing fact and what it decides.
type htmlAsked struct {
	Pointer     string
	Given       string // what was given in vain
	Conditions  []*htmlCondition
	Obligations int
}

// htmlCondition is what a fact would have to be for what, of some obligations.
type htmlCondition struct {
	Words       string
	Obligations []htmlObligation
}

// htmlAreas collects the missing facts of the undetermined obligations, what
// decides most first, in areas and within them.
func htmlAreas(obligations []htmlObligation) []htmlArea {
	asked := map[string]*htmlAsked{}
	waiting := map[string]map[string]bool{}
	var order []string
	for _, o := range obligations {
		if o.Verdict != report.Undetermined {
			continue
		}
		for _, m := range o.Missing {
			fact := asked[m.Pointer]
			if fact == nil {
				fact = &htmlAsked{Pointer: m.Pointer, Given: givenText(m)}
				asked[m.Pointer] = fact
				order = append(order, m.Pointer)
			}
			fact.Obligations++
			for _, words := range m.Conditions {
				fact.add(words, o)
			}
			area := htmlAreaOf(m.Pointer)
			if waiting[area] == nil {
				waiting[area] = map[string]bool{}
			}
			waiting[area][o.ID] = true
		}
	}
	var areas []htmlArea
	for _, pointer := range order {
		name := htmlAreaOf(pointer)
		i := slices.IndexFunc(areas, func(a htmlArea) bool { return a.Name == name })
		if i < 0 {
			areas = append(areas, htmlArea{Name: name, Obligations: len(waiting[name])})
			i = len(areas) - 1
		}
		areas[i].Facts = append(areas[i].Facts, asked[pointer])
	}
	for _, area := range areas {
		slices.SortStableFunc(area.Facts, func(a, b *htmlAsked) int { return cmp.Compare(b.Obligations, a.Obligations) })
	}
	slices.SortStableFunc(areas, func(a, b htmlArea) int { return cmp.Compare(b.Obligations, a.Obligations) })
	return areas
}

func (f *htmlAsked) add(words string, o htmlObligation) {
	for _, c := range f.Conditions {
		if c.Words == words {
			c.Obligations = append(c.Obligations, o)
			return
		}
	}
	f.Conditions = append(f.Conditions, &htmlCondition{Words: words, Obligations: []htmlObligation{o}})
}

func htmlAreaOf(pointer string) string {
	area, _, _ := strings.Cut(strings.TrimPrefix(pointer, "/"), "/")
	return area
}

// Title is the name of an area as words.
func (a htmlArea) Title() string {
	return writing.Capital(strings.ReplaceAll(a.Name, "_", " "))
}
