package transparency

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/dsaeval/dsaeval/records/tables"
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

// table keeps a table that is a part of a report.
func (o *opener) table(s *Sheet, oneOfSeveral bool) {
	s.findPart(oneOfSeveral)
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

// findPart finds out which part a table is, 0 if none.
func (s *Sheet) findPart(oneOfSeveral bool) {
	title := cmp.Or(s.Name, s.File)
	byName, surface, byNumber := partOf(title)
	s.Part, s.Surface = byName, surface
	if oneOfSeveral {
		// The name is that of the whole.
		s.Part, s.Surface = 0, ""
		if s.explains() {
			s.Part = partCategories
		}
	}
	if s.Part > 0 && fits(s.Part, s.Rows) {
		return
	}
	if by := partByHeader(s.Rows); by > 0 {
		if by != s.Part {
			s.Part, s.Surface = by, ""
			s.Note(s.firstRow(), 0, "", true, toldByColumns(byName, by, oneOfSeveral))
		}
		return
	}
	// A number alone is believed where nothing else is the part.
	s.weak = byNumber && !namesPart(title, byName)
	if (!byNumber || s.weak) && !looksLikeTable(s.Rows) {
		// "Notices - guidance" is no part 4, nor is "1. Cover" part 1.
		s.Part = 0
	}
}

// explains reports whether a table is part 2, which has a title above at most.
func (s *Sheet) explains() bool {
	beginning := s.Rows[:min(len(s.Rows), 3)]
	return slices.ContainsFunc(beginning, func(row Row) bool { return headerOf(row) == partCategories })
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
		if filledCells(row) >= 4 {
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

// fits reports whether the columns and rows of a table are those of a part, of
// which nothing is asked where there is nothing to read.
func fits(part int, rows []Row) bool {
	if part == partCategories || len(rows) == 0 {
		return true
	}
	known, ok := labelsKnown(part, rows)
	if sibling := map[int]int{partIllegal: partTerms, partTerms: partIllegal}[part]; ok && sibling > 0 {
		// One column tells them apart.
		other, enough := labelsKnown(sibling, rows)
		return !enough || other <= known
	}
	return ok
}

// labelsKnown returns how many labels of columns and rows a table has of a part,
// and whether they are enough for it to be one.
func labelsKnown(part int, rows []Row) (known int, enough bool) {
	s := Sheet{Part: part, Table: tables.Table{Rows: rows}}
	_, columns := s.findHeader()
	if columns < len(template()[part].Columns.english())-1 {
		return columns, false
	}
	indicators := indicatorsKnown(part, rows)
	return columns + indicators, template()[part].Indicators.english() == nil || indicators > 0
}

func indicatorsKnown(part int, rows []Row) int {
	known := 0
	for _, r := range rows {
		for c := range r.Cells {
			if template()[part].Indicators.position(r.Text(c)) >= 0 {
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
		if part == partCategories || len(rows) == 0 {
			continue
		}
		known, enough := labelsKnown(part, rows)
		if !enough {
			continue
		}
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
	for _, part := range template() {
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
