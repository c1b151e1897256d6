package transparency

import (
	"slices"
	"strings"
)

// foreign leaves the figures of rows unknown that are about another service than most
// rows are: one report is on one service, and a total of another is none of it.
// Names that are written differently are one; which of two services is meant where
// each has as many rows, the first says.
func (r *Report) foreign() {
	rows := map[string]int{}
	var names []string
	for _, line := range r.Lines {
		if name := line.Service; line.Filled && name != "" && line.Part != partIdentification && !placeholder(line.Part, name) {
			if rows[name]++; rows[name] == 1 {
				names = append(names, name)
			}
		}
	}
	most := ""
	for _, name := range names {
		if rows[name] > rows[most] {
			most = name
		}
	}
	others := map[rowPlace]bool{}
	alien := map[string]bool{}
	for _, name := range names {
		alien[name] = !sameService(name, most)
	}
	for _, line := range r.Lines {
		if !alien[line.Service] || line.Part == partIdentification {
			continue
		}
		others[rowOf(line.Ref)] = true
		at := line.Ref
		at.Column = line.ServiceColumn
		if line.Filled {
			r.once("service-other", at, line.Service, false, "rows about %q are left unknown; most rows are about %q", line.Service, most)
		}
	}
	r.leave(others)
}

// rowPlace is a row of a table.
type rowPlace struct {
	file, sheet string
	row         int
}

func rowOf(at Ref) rowPlace { return rowPlace{at.File, at.Sheet, at.Row} }

// leave makes the figures of rows unknown, and texts as if they were not given.
func (r *Report) leave(rows map[rowPlace]bool) {
	if len(rows) == 0 {
		return
	}
	for _, e := range r.Entries {
		if rows[rowOf(e.Ref)] && e.State == Known {
			e.State = Unreadable
		}
	}
	for _, w := range r.Words {
		if w.Part == partWords && rows[rowOf(w.Ref)] {
			w.Given = false
		}
	}
}

// minName is how long a name is, in bytes, of which a part or a slip makes no other:
// X is none of XNXX.
const minName = 5

// sameService reports whether two names can be those of one service: they differ by
// a slip, one is a part of the other, or has all of its words.
func sameService(a, b string) bool {
	x, y := tight(a), tight(b)
	if x == y || min(len(x), len(y)) >= minName && (strings.Contains(x, y) || strings.Contains(y, x) || oneSlip(x, y)) {
		return true
	}
	return wordsIn(a, b) || wordsIn(b, a)
}

// wordsIn reports whether all words of a name are in another.
func wordsIn(a, b string) bool {
	in := strings.FieldsFunc(label(b), notInWord)
	return !slices.ContainsFunc(strings.FieldsFunc(label(a), notInWord), func(word string) bool { return !slices.Contains(in, word) })
}

func notInWord(c rune) bool { return strings.ContainsRune(" .,;:/()[]|&+-", c) }
