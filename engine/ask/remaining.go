package ask

import (
	"fmt"
	"slices"
	"strings"

	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/internal/words"
)

// Section is a part of a document with facts that remain to be given.
type Section struct {
	Name  string
	Facts []Fact
}

// Remaining are the facts that the undetermined obligations of a report wait for,
// section by section: all, or the yes or no questions among them that decide most,
// namely whether an obligation applies, or more than one obligation.
func (c *Catalogue) Remaining(r *report.Report, brief bool) []Section {
	waits, gates := map[string]int{}, map[string]bool{}
	for _, o := range r.Obligations {
		if o.Verdict != report.Undetermined {
			continue
		}
		for _, m := range o.Missing {
			waits[m.Pointer]++
			gates[m.Pointer] = gates[m.Pointer] || slices.ContainsFunc(m.Open, func(i int) bool { return o.Open[i].Decides == report.Applies })
		}
	}
	var sections []Section
	for _, fact := range c.facts {
		most := fact.Kind == report.Flag && (gates[fact.Pointer] || waits[fact.Pointer] > 1)
		if waits[fact.Pointer] == 0 || brief && !most {
			continue
		}
		if len(sections) == 0 || sections[len(sections)-1].Name != fact.Section {
			sections = append(sections, Section{Name: fact.Section})
		}
		last := &sections[len(sections)-1]
		last.Facts = append(last.Facts, fact)
	}
	return sections
}

// commentWidth is how long a line of a comment gets, without its indent.
const commentWidth = 96

// Comment says in a few lines what a fact is, for whoever reads the file.
func (f Fact) Comment() []string {
	lines := wrapped(f.Question)
	about := []string{f.Answer()}
	if f.Kind == report.Flag {
		about = []string{"true or false"}
	}
	switch read := f.ReadBy(); {
	case InScope(f.Pointer):
		about = append(about, "decides "+read)
	case read != "":
		about = append(about, words.Cite(read))
	}
	if f.Nature == report.Judged {
		about = append(about, "a judgement, not something to be looked up")
	}
	if example := f.Example; example != nil && f.Kind != report.Flag {
		about = append(about, "for example "+f.ShownExample())
	}
	lines = append(lines, wrapped(strings.Join(about, "; "))...)
	for _, c := range f.Choices {
		if c.Meaning != "" {
			lines = append(lines, wrapped(fmt.Sprintf("  %s: %s", c.Word, c.Meaning))...)
		}
	}
	return lines
}

// wrapped breaks a text into lines; those after the first of an indented text stand
// deeper than it.
func wrapped(text string) []string {
	indent := text[:len(text)-len(strings.TrimLeft(text, " "))]
	var lines []string
	line := indent
	for word := range strings.FieldsSeq(text) {
		if len(line)+len(word) >= commentWidth && strings.TrimSpace(line) != "" {
			lines = append(lines, strings.TrimRight(line, " "))
			line = indent
			if indent != "" {
				line += "  "
			}
		}
		line += word + " "
	}
	return append(lines, strings.TrimRight(line, " "))
}
