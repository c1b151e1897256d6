package tables

import (
	"fmt"
	"slices"
	"strings"

	"github.com/dsaeval/dsaeval/records/lint"
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
	Line int
	// Width is how many cells a line of CSV has, blank ones at its end included;
	// 0 in a workbook.
	Width int
	Cells []Cell
}

// Text returns the content of a column, which starts at 0, without blanks around
// it and with single ones in it.
func (r Row) Text(column int) string {
	if column < 0 || column >= len(r.Cells) {
		return ""
	}
	return strings.Join(strings.Fields(unseenMarks.Replace(r.Cells[column].Text)), " ")
}

// unseenMarks are blanks of another kind, and marks without any width, which copying
// from web pages brings along.
var unseenMarks = strings.NewReplacer("\u00a0", " ", "\u200b", "", "\u2060", "", "\ufeff", "", "\u00ad", "", "\u200e", "", "\u200f", "")

// Blank reports whether there is no text at all.
func (r Row) Blank() bool {
	return !slices.ContainsFunc(r.Cells, func(c Cell) bool { return strings.TrimSpace(c.Text) != "" })
}

// Table is a CSV file, or a sheet of a workbook.
type Table struct {
	File string
	// Name is the title in a workbook, "" for a CSV file.
	Name string
	// Rows are those that are not blank.
	Rows []Row
	// Epoch is the year from which a workbook counts days, 0 in CSV.
	Epoch int
	// Notes are about what was read and how.
	Notes []Note
}

// filled reports whether a column, from 0, has any text.
func (t *Table) filled(column int) bool {
	return slices.ContainsFunc(t.Rows, func(r Row) bool { return r.Text(column) != "" })
}

// At returns the place of a cell; rows and columns start at 1, and 0 stands for
// all of them.
func (t *Table) At(row, column int) lint.Ref {
	return lint.Ref{File: t.File, Sheet: t.Name, Row: row, Column: column}
}

// Note notes something about a place.
func (t *Table) Note(row, column int, rule string, decision bool, text string) {
	t.Notes = append(t.Notes, Note{Ref: t.At(row, column), Decision: decision, Text: text, Rule: rule})
}

// Note is something that the reader of a table should know: a cell that could
// not be read, or a decision that was taken.
type Note struct {
	Ref lint.Ref
	// Decision is true where something was decided and nothing is wrong.
	Decision bool
	Text     string
	// Rule is the finding that a linter makes of it, "" if none.
	Rule string
	// Copy is true where a file was not read that is there once more.
	Copy bool
}

// String returns the note on one line.
func (n Note) String() string {
	kind := "warning"
	if n.Decision {
		kind = "assumed"
	}
	return fmt.Sprintf("%s: %s: %s", n.Ref, kind, n.Text)
}
