package transparency

import (
	"fmt"
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
	s.Part, s.Surface = byName, surface
	if oneOfSeveral {
		// The name is that of the whole.
		s.Part, s.Surface = 0, ""
	}
	if s.Part == 0 || !fits(s.Part, s.Rows) {
		switch by := partByHeader(s.Rows); {
		case by > 0 && by != s.Part:
			s.Part, s.Surface = by, ""
			s.Note(s.firstRow(), 0, "", true, toldByColumns(byName, by, oneOfSeveral))
		case !byNumber && !looksLikeTable(s.Rows):
			// "Notices - guidance" is no part 4.
			s.Part = 0
		}
	}
	if s.Part == 0 && len(s.Rows) == 0 {
		return // there is nothing that would be lost
	}
	if s.Part == 0 {
		o.unread = o.unread || looksLikeTable(s.Rows)
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
		if part := headerOf(row); part > 0 {
			cuts = append(cuts, i)
			parts[part] = true
		}
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
		distinct[partByHeader(piece.Rows)] = true
		pieces = append(pieces, piece)
	}
	if len(distinct) < 2 {
		return []*Sheet{s}
	}
	return pieces
}

// headerOf returns a part whose header a row can be, 0 if none. Several parts
// share theirs.
func headerOf(row Row) int {
	for part := 1; part <= 11; part++ {
		known, filled := 0, 0
		for c := range row.Cells {
			text := row.Text(c)
			if text == "" || contextual(text) {
				continue
			}
			filled++
			if template[part].Columns.position(text) >= 0 {
				known++
			}
		}
		if known >= 3 && known*2 >= filled {
			return part
		}
	}
	return 0
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
