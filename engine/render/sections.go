package render

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"github.com/dsaeval/dsaeval/internal/asked"
	"github.com/dsaeval/dsaeval/internal/writing"
)

// section is how much is open in a section of the facts. They are grouped as people
// who run a platform think, so that each can be sent to who knows.
type section struct {
	name  string
	facts int
	// waiting are the obligations that wait for them.
	waiting map[string]bool
}

// sectionsOf counts the missing facts by section, that first for which most
// obligations wait.
func sectionsOf(facts []*asked.Fact) []section {
	var sections []section
	for _, fact := range facts {
		name, _, _ := strings.Cut(strings.TrimPrefix(fact.Pointer, "/"), "/")
		i := slices.IndexFunc(sections, func(s section) bool { return s.name == name })
		if i < 0 {
			i = len(sections)
			sections = append(sections, section{name: name, waiting: map[string]bool{}})
		}
		sections[i].facts++
		for _, o := range fact.Obligations {
			sections[i].waiting[o.ID] = true
		}
	}
	slices.SortStableFunc(sections, func(a, b section) int { return cmp.Compare(len(b.waiting), len(a.waiting)) })
	return sections
}

// maxSections is how many sections are counted one by one.
const maxSections = 8

// inSections says in one line how much is open in each section.
func inSections(facts []*asked.Fact) string {
	var said []string
	sections := sectionsOf(facts)
	for i, s := range sections[:min(len(sections), maxSections)] {
		number, waiting := strconv.Itoa(s.facts), strconv.Itoa(len(s.waiting))
		if i == 0 { // what is counted is said once
			number, waiting = writing.Count(s.facts, "fact", "facts"), writing.Count(len(s.waiting), "obligation", "obligations")
		}
		said = append(said, number+" in "+strings.ReplaceAll(s.name, "_", " ")+" for "+waiting)
	}
	text := strings.Join(said, ", ")
	if more := len(sections) - maxSections; more > 0 {
		text += ", and more in " + writing.Count(more, "other section", "other sections")
	}
	return text
}
