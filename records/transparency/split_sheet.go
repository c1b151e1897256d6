package transparency

import (
	"slices"
	"sync"
)

// split cuts a table where headers of another part follow. A header that is
// only repeated cuts nothing.
func (s *Sheet) split() []*Sheet {
	var cuts []int
	for i, row := range s.Rows {
		if headerOf(row) == 0 {
			continue
		}
		// A title above a header belongs to it.
		for i > 0 && alone(s.Rows[i-1]) && (len(cuts) == 0 || cuts[len(cuts)-1] < i-1) {
			i--
		}
		cuts = append(cuts, i)
	}
	if len(cuts) < 2 {
		return []*Sheet{s}
	}
	var pieces []*Sheet
	distinct := map[int]bool{}
	for n, at := range cuts {
		end := len(s.Rows)
		if n+1 < len(cuts) {
			end = cuts[n+1]
		}
		piece := &Sheet{Table: s.Table}
		piece.Rows = s.Rows[at:end]
		piece.first, piece.last = piece.Rows[0].Number, piece.Rows[len(piece.Rows)-1].Number
		if n == 0 {
			// What stands above the first header belongs to nothing else.
			piece.Rows, piece.first = s.Rows[:end], 0
		} else {
			piece.Notes = nil
		}
		distinct[max(partByHeader(piece.Rows), headerOf(s.Rows[at]))] = true
		pieces = append(pieces, piece)
	}
	if len(distinct) < 2 {
		return []*Sheet{s}
	}
	return pieces
}

// alone reports whether a row has one text.
func alone(row Row) bool { return filledCells(row) <= 1 }

// headerParts tells of which parts a label is the name of a column.
var headerParts = sync.OnceValue(func() map[string][]int {
	parts := map[string][]int{}
	for part := 1; part <= 11; part++ {
		for _, words := range template()[part].Columns.words {
			for _, word := range words {
				if key := label(word); !slices.Contains(parts[key], part) {
					parts[key] = append(parts[key], part)
				}
			}
		}
	}
	// Part 2 only explains the categories; its columns are told and not read.
	for _, word := range []string{"Category label", "Category description", "Category code", "Category of illegal content / incompatible with the terms and conditions"} {
		parts[label(word)] = []int{partCategories}
	}
	return parts
})

// headerOf returns a part whose header a row can be, 0 if none. Several parts
// share theirs.
func headerOf(row Row) int {
	var known [12]int
	best, filled, others := 0, 0, 0
	for c := range row.Cells {
		text := row.Text(c)
		if text == "" || len(text) > maxLabel {
			continue
		}
		filled++
		parts := headerParts()[label(text)]
		for _, part := range parts {
			if known[part]++; known[part] > known[best] {
				best = part
			}
		}
		if len(parts) == 0 {
			others++
		}
		// A row of figures is no header; most rows end here.
		if others > 3 && known[best] == 0 {
			return 0
		}
	}
	if known[best] < 3 {
		return 0
	}
	for c := range row.Cells {
		if text := row.Text(c); text != "" && contextual(text) {
			filled--
		}
	}
	if known[best]*2 < filled {
		return 0
	}
	return best
}
