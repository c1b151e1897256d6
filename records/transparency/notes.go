package transparency

import (
	"fmt"

	"github.com/dsaeval/dsaeval/records/tables"
)

// Note is something that the reader of a report should know.
type Note = tables.Note

// maxPlaces is how many places a folded note names.
const maxPlaces = 12

// Folded joins notes of one table that say the same about many cells, for
// people: the first place is that of the note, the others are named in it.
func Folded(notes []Note) []Note {
	type same struct {
		file, sheet, text, rule string
		decision                bool
	}
	places := map[same][]Ref{}
	key := func(n Note) same {
		k := same{n.Ref.File, n.Ref.Sheet, n.Text, n.Rule, n.Decision}
		if n.Rule == "repeated-row" {
			k.text = ""
		}
		return k
	}
	var first []Note
	for _, n := range notes {
		if places[key(n)] == nil {
			first = append(first, n)
		}
		places[key(n)] = append(places[key(n)], n.Ref)
	}
	for i, n := range first {
		more := places[key(n)][1:]
		if len(more) == 0 {
			continue
		}
		also := ""
		for j, at := range more {
			switch {
			case at.Cell() == "":
			case j == maxPlaces:
				also += fmt.Sprintf(" and %d more", len(more)-j)
			case j < maxPlaces && also != "":
				also += ", " + at.Cell()
			case j < maxPlaces:
				also = "; also " + at.Cell()
			}
		}
		first[i].Text += also
	}
	return first
}
