package transparency

import (
	"fmt"
	"slices"
	"strings"

	"github.com/dsaeval/dsaeval/engine/ingest/tables"
)

// add keeps the tables of a file or a sheet that are parts of a report, and
// notes those that are not. Some providers put all parts below each other.
func (o *opener) add(t *tables.Table) error {
	s := &Sheet{Table: *t}
	if err := s.swallowed(); err != nil {
		return err
	}
	pieces := s.split()
	for _, piece := range pieces {
		o.table(piece, len(pieces) > 1)
	}
	return nil
}

// table finds out which part a table is.
func (o *opener) table(s *Sheet, oneOfSeveral bool) {
	title := s.Name
	if title == "" {
		title = s.File
	}
	byName, surface, byNumber := partOf(title)
	named := !byNumber || namesPart(title, byName)
	s.Part, s.Surface = byName, surface
	if oneOfSeveral {
		// The name is that of the whole.
		s.Part, s.Surface = 0, ""
	}
	if len(s.Rows) > 0 && oneOfSeveral && slices.ContainsFunc(s.Rows[:min(len(s.Rows), 3)], func(row Row) bool { return headerOf(row) == partCategories }) {
		s.Part = partCategories
	}
	if s.Part == 0 || !fits(s.Part, s.Rows) {
		switch by := partByHeader(s.Rows); {
		case by > 0 && by != s.Part:
			s.Part, s.Surface = by, ""
			s.Note(s.firstRow(), 0, "", true, toldByColumns(byName, by, oneOfSeveral))
		case (!byNumber || !named) && !looksLikeTable(s.Rows):
			// "Notices - guidance" is no part 4, nor is "1. Cover" part 1.
			s.Part = 0
		}
		// A number alone is believed where nothing else is the part.
		s.weak = !named
	}
	if s.Part == 0 && len(s.Rows) == 0 {
		return // there is nothing that would be lost
	}
	if s.Part == 0 {
		o.unread[0] = o.unread[0] || looksLikeTable(s.Rows)
		o.notes = append(o.notes, Note{Ref: s.At(s.firstRow(), 0), Text: "not read: neither its name nor its columns are those of a part of the report"})
		return
	}
	if len(s.Rows) == 0 {
		s.Note(0, 0, "empty", false, "the table is empty")
	}
	s.columns()
	o.sheets = append(o.sheets, s)
}

func toldByColumns(byName, part int, oneOfSeveral bool) string {
	switch {
	case oneOfSeveral:
		return fmt.Sprintf("one of several tables below each other; by its columns it is part %d", part)
	case byName == 0:
		return fmt.Sprintf("the name tells no part of the report; by its columns it is part %d", part)
	}
	return fmt.Sprintf("the name tells part %d of the report; by its columns it is part %d", byName, part)
}

// looksLikeTable reports whether something has a row with as many cells as the
// smallest part has columns, and another one below it.
func looksLikeTable(rows []Row) bool {
	for i, row := range rows {
		filled := 0
		for c := range row.Cells {
			if row.Text(c) != "" {
				filled++
			}
		}
		if filled >= 4 {
			return i+1 < len(rows)
		}
	}
	return false
}

func (s *Sheet) firstRow() int {
	if len(s.Rows) == 0 {
		return 0
	}
	return s.Rows[0].Number
}

// split cuts a table where headers of another part follow. A header that is
// only repeated cuts nothing.
func (s *Sheet) split() []*Sheet {
	var cuts []int
	parts := map[int]bool{}
	for i, row := range s.Rows {
		part := headerOf(row)
		if part == 0 {
			continue
		}
		parts[part] = true
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
func alone(row Row) bool {
	first := firstFilled(row)
	return !slices.ContainsFunc(row.Cells[first+1:], func(c Cell) bool { return strings.TrimSpace(c.Text) != "" })
}

// headerParts tells of which parts a label is the name of a column.
var headerParts = func() map[string][]int {
	parts := map[string][]int{}
	for part := 1; part <= 11; part++ {
		for _, words := range template[part].Columns.words {
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
}()

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
		parts := headerParts[label(text)]
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

// fits reports whether the columns and rows of a table are those of a part, or
// in a language that is not known.
func fits(part int, rows []Row) bool {
	if part == partCategories || len(rows) == 0 {
		return true
	}
	s := Sheet{Part: part, Table: tables.Table{Rows: rows}}
	_, known := s.findHeader()
	if known < len(template[part].Columns.english())-1 {
		return false
	}
	return template[part].Indicators.english() == nil || indicatorsKnown(part, rows) > 0
}

func indicatorsKnown(part int, rows []Row) int {
	known := 0
	for _, r := range rows {
		for c := range r.Cells {
			if template[part].Indicators.position(r.Text(c)) >= 0 {
				known++
			}
		}
	}
	return known
}

// partByHeader tells the part of a table by its columns and, since parts 7 to
// 10 share theirs, by its rows; 0 if that leaves a doubt.
func partByHeader(rows []Row) int {
	best, bestKnown, twice := 0, 0, false
	for part := 1; part <= 11; part++ {
		if part == partCategories || len(rows) == 0 || !fits(part, rows) {
			continue
		}
		s := Sheet{Part: part, Table: tables.Table{Rows: rows}}
		_, known := s.findHeader()
		known += indicatorsKnown(part, rows)
		if known > bestKnown {
			best, bestKnown, twice = part, known, false
		} else if known == bestKnown {
			twice = true
		}
	}
	if twice {
		return 0
	}
	return best
}

// swallowed refuses a table in which a cell holds whole rows of the template:
// its quote was opened and not closed.
func (s *Sheet) swallowed() error {
	for _, row := range s.Rows {
		for c, cell := range row.Cells {
			_, rest, several := strings.Cut(cell.Text, "\n")
			for several {
				var line string
				line, rest, several = strings.Cut(rest, "\n")
				first, _, isRow := cutAny(line)
				if isRow && isApplicability(first) {
					return tables.Fail(s.At(row.Number, c+1).String(), ErrCorrupt,
						fmt.Sprintf("a quote is opened and not closed, so that the cell would take the rows below it: %q", shorten(row.Text(c))), "close the quote, or save it as CSV again")
				}
			}
		}
	}
	return nil
}

// isApplicability reports whether a text is what rows of the template begin with.
func isApplicability(text string) bool {
	for _, part := range template {
		if part.Applicability.position(text) >= 0 {
			return true
		}
	}
	return false
}

// cutAny cuts a line at the first mark that can separate cells.
func cutAny(line string) (before, after string, found bool) {
	if i := strings.IndexAny(line, ",;\t"); i >= 0 {
		return line[:i], line[i+1:], true
	}
	return line, "", false
}
