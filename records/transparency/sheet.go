package transparency

import (
	"fmt"
	"slices"
	"strings"

	"github.com/dsaeval/dsaeval/records/tables"
)

// Cell and Row are those of a table.
type (
	Cell = tables.Cell
	Row  = tables.Row
)

// Sheet is one table of a report.
type Sheet struct {
	tables.Table
	// Part is the number in the template, 1 to 11.
	Part int
	// Surface tells the pieces of a part that was split, "" if it was not.
	Surface string
	// Columns maps the columns of the template to those of the table, from 0;
	// -1 where one is missing.
	Columns []int
	// SurfaceColumn is the column that tells pieces apart in one table, or -1.
	SurfaceColumn int

	header Row
	// said are the words that were noted once, by rule.
	said map[string]map[string]bool
	// unreadStates and unreadCategories are how many rows with a figure were not read
	// for want of a Member State or a category, in parts 3 to 6.
	unreadStates, unreadCategories int
	// scopes are all that stand in the column for them, nil until asked for.
	scopes map[string]bool
	// remarks are the words beside figures.
	remarks []remark
	// remarkColumns are the columns for them, with the column of the figures that
	// each is about, or -1 for those of the whole row.
	remarkColumns map[int]int
	// units are what words say of the unit of figures.
	units map[unitPlace]unitSaid
	// usual is how many cells most lines have, 0 in a workbook.
	usual int
	// otherMarks is true where cells are not separated by commas.
	otherMarks bool
	// cut is the last row that was asked about by shifted, with the answer.
	cut struct {
		row int
		yes bool
	}
	// copies are further columns with the name of one, by that.
	copies map[int][]int
	// weak is true if a number in a name alone tells the part.
	weak bool
	// byOrder is true if the header is in a language that is not known.
	byOrder bool
	// lacking is how many columns of the template were not found, but for the first
	// one and that for remarks.
	lacking int
	// first and last are the numbers of the rows of a table that stands between
	// others, 0 for one that does not.
	first, last int
}

// repaired notes that a label is read that is not written as in the template.
func (s *Sheet) repaired(row, column int, text string, known dictionary, rule string) {
	at := known.position(text)
	_, blank := known.tight[tight(text)]
	switch {
	case at < 0 || known.whole(text):
	case strings.ContainsRune(text, lost) || blank:
		s.Note(row, column, "", true, fmt.Sprintf("%q is read as a label of the template, of which characters were lost", shorten(text)))
	default:
		s.Note(row, column, rule, false, fmt.Sprintf("%q is read as the label %q of the template", shorten(text), strings.TrimSpace(known.english()[at])))
	}
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
		if i, ok := slices.BinarySearchFunc(s.Rows, at.Row, func(row Row, n int) int { return row.Number - n }); ok {
			return s.Rows[i].Line
		}
	}
	return 0
}
