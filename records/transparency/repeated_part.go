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
	figures := map[*Sheet]string{}
	known := map[*Sheet]int{}
	byTable := map[rowPlace]*Sheet{}
	for _, s := range r.Sheets {
		if s.first == 0 { // one of several below each other is none of two files
			byTable[rowPlace{s.File, s.Name, 0}] = s
		}
	}
	entries := map[*Sheet][]*Entry{}
	written := map[*Sheet]*strings.Builder{}
	for _, e := range r.Entries {
		s := byTable[rowPlace{e.Ref.File, e.Ref.Sheet, 0}]
		if s == nil || s.Part != e.Part {
			continue
		}
		entries[s] = append(entries[s], e)
		if written[s] == nil {
			written[s] = &strings.Builder{}
		}
		if e.State != Known {
			continue
		}
		if e.Value.Sign() != 0 {
			known[s]++
		}
		fmt.Fprintln(written[s], e.Measure, e.Category, e.Keyword, e.Scope, e.Value)
	}
	for s, b := range written {
		figures[s] = b.String()
	}
	for i, s := range r.Sheets {
		for _, first := range r.Sheets[:i] {
			if first.Part != s.Part || known[s] < fewFigures || figures[s] != figures[first] {
				continue
			}
			s.Note(0, 0, "repeated-part", false, fmt.Sprintf("the table has the figures of %s; it is unclear whether they add up, and both are left unknown", first.At(0, 0)))
			for _, e := range append(entries[s], entries[first]...) {
				if e.State == Known {
					e.State = Unreadable
				}
			}
			break
		}
	}
}
