package tables

import (
	"slices"

	"github.com/xuri/excelize/v2"
)

// hidden warns of rows and columns that nobody sees who opens the workbook. They are
// read, since programs do.
func (r *bookReader) hidden(s *Table, width int) {
	for _, row := range s.Rows {
		if shown, err := r.book.GetRowVisible(s.Name, row.Number); err == nil && !shown && !row.Blank() {
			s.Note(row.Number, 0, "hidden", false, hiddenRow)
		}
	}
	for c := range width {
		name, err := excelize.ColumnNumberToName(c + 1)
		if err != nil {
			continue
		}
		if shown, err := r.book.GetColVisible(s.Name, name); err == nil && !shown && s.filled(c) {
			s.Note(0, c+1, "hidden", false, hiddenColumn)
		}
	}
}

const (
	hiddenRow    = "the row is hidden; it was read as if it were not"
	hiddenColumn = "the column is hidden; it was read as if it were not"
)

// merged writes what stands in a merged cell into every row of it, as a reader
// sees it. Whether a number would stand for each row or for all of them cannot
// be told, so that cells for numbers know that they are merged.
func (r *bookReader) merged(s *Table) error {
	ranges, err := r.book.GetMergeCells(s.Name)
	if err != nil {
		return Fail(s.At(0, 0).String(), ErrCorrupt, err.Error(), saveAgain)
	}
	for _, m := range ranges {
		column, from, err1 := excelize.CellNameToCoordinates(m.GetStartAxis())
		_, to, err2 := excelize.CellNameToCoordinates(m.GetEndAxis())
		begin, found := slices.BinarySearchFunc(s.Rows, from, func(row Row, n int) int { return row.Number - n })
		if err1 != nil || err2 != nil || to <= from || !found || column > len(s.Rows[begin].Cells) {
			continue
		}
		first := &s.Rows[begin].Cells[column-1]
		first.Merged = true
		for i := begin + 1; i < len(s.Rows) && s.Rows[i].Number <= to; i++ {
			row := &s.Rows[i]
			for len(row.Cells) < column {
				row.Cells = append(row.Cells, Cell{})
			}
			row.Cells[column-1] = *first
		}
	}
	return nil
}
