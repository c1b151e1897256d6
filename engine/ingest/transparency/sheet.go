package transparency

import (
	"slices"
	"strings"
)

// Cell is what stands in one cell.
type Cell struct {
	Text string
	// Stored is true for a number that a workbook holds as one.
	Stored bool
	// Merged is true for a cell that is merged with those above or below.
	Merged bool
}

// Row is one row with its number as a spreadsheet shows it.
type Row struct {
	Number int
	// Line is the line in a CSV file, 0 in a workbook.
	Line  int
	Cells []Cell
}

// text returns the trimmed content of a column, which starts at 0.
func (r Row) text(column int) string {
	if column < 0 || column >= len(r.Cells) {
		return ""
	}
	return strings.Join(strings.Fields(strings.ReplaceAll(r.Cells[column].Text, "\u00a0", " ")), " ")
}

func (r Row) blank() bool {
	return !slices.ContainsFunc(r.Cells, func(c Cell) bool { return strings.TrimSpace(c.Text) != "" })
}

// Sheet is one table: a CSV file, or a sheet of a workbook.
type Sheet struct {
	File string
	// Name is the title in a workbook, "" for a CSV file.
	Name string
	// Part is the number in the template, 1 to 11.
	Part int
	// Surface tells the pieces of a part that was split, "" if it was not.
	Surface string
	// Columns maps the columns of the template to those of the table, from 0;
	// -1 where one is missing.
	Columns []int
	// SurfaceColumn is the column that tells pieces apart in one table, or -1.
	SurfaceColumn int

	// epoch is the year from which a workbook counts days, 0 in CSV.
	epoch int

	header Row
	rows   []Row
	notes  []Note
	// said are the words that were noted once, by rule.
	said map[string]bool
	// byOrder is true if the header is in a language that is not known.
	byOrder bool
	// lacking is how many columns of the template were not found, but for the first
	// one and that for remarks.
	lacking int
	// first and last are the numbers of the rows of a table that stands between
	// others, 0 for one that does not.
	first, last int
}

func (s *Sheet) at(row, column int) Ref {
	return Ref{File: s.File, Sheet: s.Name, Row: row, Column: column}
}

func (s *Sheet) note(row, column int, rule string, decision bool, text string) {
	s.notes = append(s.notes, Note{Ref: s.at(row, column), Decision: decision, Text: text, rule: rule})
}

// lineOf returns the line of a CSV file that a cell stands in, 0 if none.
func (r *Report) lineOf(at Ref) int {
	if at.Sheet != "" || at.Row == 0 {
		return 0
	}
	for _, s := range r.Sheets {
		if s.File != at.File {
			continue
		}
		if s.header.Number == at.Row {
			return s.header.Line
		}
		if i, ok := slices.BinarySearchFunc(s.rows, at.Row, func(row Row, n int) int { return row.Number - n }); ok {
			return s.rows[i].Line
		}
	}
	return 0
}
