package transparency

import (
	"github.com/dsaeval/dsaeval/records/lint"
	"github.com/dsaeval/dsaeval/records/tables"
)

// Note is something that the reader of a report should know.
type Note = tables.Note

// Folded joins notes of one table that say the same about many cells, for
// people: the first place is that of the note, the others are named in it.
func Folded(notes []Note) []Note {
	type same struct {
		file, sheet, text, rule string
		decision                bool
	}
	key := func(n Note) same {
		return same{n.Ref.File, n.Ref.Sheet, lint.Says(n.Rule, n.Text), n.Rule, n.Decision}
	}
	more := map[same][]Ref{}
	index := map[same]int{}
	var first []Note
	for _, n := range notes {
		if _, ok := index[key(n)]; ok {
			more[key(n)] = append(more[key(n)], n.Ref)
			continue
		}
		index[key(n)] = len(first)
		first = append(first, n)
	}
	for k, i := range index {
		first[i].Text += lint.AlsoAt(more[k])
	}
	return first
}
