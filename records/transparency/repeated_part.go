package transparency

import (
	"fmt"
	"strings"
)

// fewFigures are so few that two tables can have the same by chance.
const fewFigures = 4

// repeatedParts finds tables of a part that give the same figures, as a report in two
// languages does, or one that was saved twice. That they would add up is a guess that
// doubles them, so that they are left unknown.
func (r *Report) repeatedParts() {
	tables := map[rowPlace]*tableFigures{}
	for _, s := range r.Sheets {
		if s.first == 0 { // one of several below each other is none of two files
			tables[rowPlace{s.File, s.Name, 0}] = &tableFigures{part: s.Part}
		}
	}
	for _, e := range r.Entries {
		if t := tables[rowPlace{e.Ref.File, e.Ref.Sheet, 0}]; t != nil && t.part == e.Part {
			t.add(e)
		}
	}
	for i, s := range r.Sheets {
		t := tables[rowPlace{s.File, s.Name, 0}]
		for _, first := range r.Sheets[:i] {
			if other := tables[rowPlace{first.File, first.Name, 0}]; t.repeats(other) {
				s.Note(0, 0, "repeated-part", false, fmt.Sprintf("the table has the figures of %s; it is unclear whether they add up, and both are left unknown", first.At(0, 0)))
				t.leave()
				other.leave()
				break
			}
		}
	}
}

// tableFigures are those of a table that is not one of several below each other.
type tableFigures struct {
	part    int
	entries []*Entry
	known   int // figures that are not 0
	text    strings.Builder
}

func (t *tableFigures) add(e *Entry) {
	t.entries = append(t.entries, e)
	if e.State != Known {
		return
	}
	if e.Value.Sign() != 0 {
		t.known++
	}
	fmt.Fprintln(&t.text, e.Measure, e.Category, e.Keyword, e.Scope, e.Value)
}

func (t *tableFigures) repeats(other *tableFigures) bool {
	return t != nil && other != nil && t != other && t.part == other.part && t.known >= fewFigures && t.text.String() == other.text.String()
}

func (t *tableFigures) leave() {
	for _, e := range t.entries {
		if e.State == Known {
			e.State = Unreadable
		}
	}
}
