package transparency

import (
	"fmt"
	"strings"
)

// line reads what all parts have in common, and tells rows of the table from
// notes below it, which have text in one column only.
func (r *Report) line(s *Sheet, row Row, essential ...int) bool {
	if s.headerAgain(row) {
		s.Note(row.Number, 0, "", true, "the header is repeated here")
		return false
	}
	var missing []string
	for _, column := range essential {
		if row.Text(s.column(column)) == "" {
			missing = append(missing, fmt.Sprintf("%q", strings.TrimSpace(columnName(s.Part, column))))
		}
	}
	value, filled := s.firstValue(row)
	switch {
	case len(missing) > 0 && filled && s.Part != partIdentification && s.Part != partWords:
		s.unreadStates++
		s.unreadCategories++
		s.Note(row.Number, value+1, "unlabelled", false, fmt.Sprintf("%q stands in a row without %s and was not read", shorten(row.Text(value)), strings.Join(missing, " and ")))
		return false
	case len(missing) > 0:
		column := firstFilled(row)
		s.remarkBelow(row, column)
		s.Note(row.Number, column+1, "stray-row", false, fmt.Sprintf("%q is no row of the template and was not read", shorten(row.Text(column))))
		return false
	}
	line := Line{
		Part: s.Part, Ref: s.At(row.Number, 0), Applicability: row.Text(s.column(0)),
		Service: row.Text(s.column(1)), ServiceColumn: s.column(1) + 1, Filled: filled,
	}
	if s.Part != partIdentification {
		line.Period, line.PeriodColumn = row.Text(s.column(2)), s.column(2)+1
	}
	r.Lines = append(r.Lines, line)
	if filled && s.shifted(row) {
		s.Note(row.Number, 0, "shifted-row", false, s.shiftedNote(row))
	}
	return true
}

// firstValue returns the first column for numbers or texts that has any.
func (s *Sheet) firstValue(row Row) (column int, filled bool) {
	first := valueColumn
	switch {
	case measures[s.Part] != nil:
		first = s.firstMeasure()
	case s.Part == partIdentification:
		first = 3
	case s.Part == partWords:
		first = 4
	}
	for p := first; p < len(s.Columns); p++ {
		if row.Text(s.column(p)) != "" {
			return s.column(p), true
		}
	}
	return 0, false
}

// placeholderRule tells placeholders that stand for something from those in rows
// of the template that do not apply and were left as they are.
func (s *Sheet) placeholderRule(row Row) string {
	if _, filled := s.firstValue(row); filled {
		return "placeholder"
	}
	return "placeholder-unused"
}

// headerAgain reports whether a row repeats the header, as where every page has
// one.
func (s *Sheet) headerAgain(row Row) bool {
	same, filled := 0, 0
	for i := range row.Cells {
		if text := row.Text(i); text != "" {
			filled++
			if label(text) == label(s.header.Text(i)) {
				same++
			}
		}
	}
	return same >= 3 && same*2 > filled
}

// firstFilled returns the first column with text.
func firstFilled(row Row) int {
	for i := range row.Cells {
		if row.Text(i) != "" {
			return i
		}
	}
	return 0
}

// filledCells returns how many cells of a row have text.
func filledCells(row Row) int {
	n := 0
	for i := range row.Cells {
		if row.Text(i) != "" {
			n++
		}
	}
	return n
}

func (s *Sheet) column(p int) int {
	if p >= len(s.Columns) {
		return -1
	}
	return s.Columns[p]
}

func shorten(text string) string {
	if runes := []rune(text); len(runes) > 60 {
		return string(runes[:59]) + "…"
	}
	return text
}

func (s *Sheet) surface(row Row) string {
	if s.SurfaceColumn < 0 {
		return s.Surface
	}
	return strings.Trim(s.Surface+"/"+row.Text(s.SurfaceColumn), "/")
}

func (r *Report) entry(s *Sheet, row Row, column int, e Entry) {
	if column < 0 {
		return
	}
	e.Part, e.Surface, e.Ref, e.Text = s.Part, strings.Trim(s.surface(row)+"/"+e.Surface, "/"), s.At(row.Number, column+1), row.Text(column)
	if column < len(row.Cells) {
		cell := row.Cells[column]
		e.stored = cell.Stored
		if cell.Merged && e.Text != "" {
			e.State = Unreadable
			s.Note(row.Number, column+1, "merged", false, fmt.Sprintf("%q stands in a cell that is merged with other rows; it is left unknown", e.Text))
		}
	}
	if s.shifted(row) {
		e.State = Unreadable // which was noted with the row
	}
	if s.differs(row, column) {
		e.State = Unreadable
		s.Note(row.Number, column+1, "repeated-column", false, fmt.Sprintf("%q differs from what another column of this name says; it is left unknown", e.Text))
	}
	r.Entries = append(r.Entries, &e)
}
