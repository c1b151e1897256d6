package transparency

import (
	"fmt"
	"slices"
	"strings"
	"sync"
	"unicode"
)

// columnName returns the name of a column of the template in English, for messages.
func columnName(part, column int) string {
	if names := template()[part].Columns.english(); column < len(names) {
		return names[column]
	}
	return fmt.Sprintf("column %d", column+1)
}

// columns finds the columns of the template in a table: by name where the
// header is in a known language, else by position.
func (s *Sheet) columns() {
	names := template()[s.Part].Columns
	s.SurfaceColumn = -1
	expected := len(names.english())
	s.Columns = slices.Repeat([]int{-1}, expected)
	if s.Part == partCategories || len(s.Rows) == 0 {
		return
	}
	header, known := s.findHeader()
	if header < 0 {
		// A table without a header can only be read by position.
		s.Note(s.Rows[0].Number, 0, "template-columns", false, "there is no header row; the columns were taken in the order of the template")
		s.lacking = expected
		for i := range s.Columns {
			s.Columns[i] = i
		}
		return
	}
	if header > 0 {
		s.Note(s.Rows[0].Number, 0, "", true, fmt.Sprintf("rows above the header were not read: %d, beginning with %q", header, shorten(s.Rows[0].Text(firstFilled(s.Rows[0])))))
	}
	for _, row := range s.Rows[:header] {
		for i := range row.Cells {
			s.unitsIn(row.Text(i), s.At(row.Number, i+1), s.At(0, 0))
		}
	}
	s.header, s.Rows = s.Rows[header], s.Rows[header+1:]
	s.usual = s.usualWidth()
	s.otherMarks = slices.ContainsFunc(s.Notes, func(n Note) bool { return n.Rule == "delimiter" })
	width := 0
	for i := range s.header.Cells {
		if s.header.Text(i) != "" {
			width = i + 1
		}
	}
	if known*2 < expected {
		s.byPosition(width)
		return
	}
	used := map[int]bool{}
	for i := range s.header.Cells {
		p := names.position(s.header.Text(i))
		if p >= 0 && s.Columns[p] < 0 {
			s.Columns[p], used[i] = i, true
			s.repaired(s.header.Number, i+1, s.header.Text(i), names, "header")
		}
	}
	s.between(used)
	s.findRemarks()
	for p, column := range s.Columns {
		remarks := p+1 == expected && (s.Part == partAppeals || s.Part == partAutomated || s.Part == partPeople)
		switch {
		case column >= 0 || remarks:
		case p == 0:
			// To whom a row applies is not asked of the provider.
			s.Note(s.header.Number, 0, "header", false, fmt.Sprintf("there is no column %q", columnName(s.Part, p)))
		default:
			s.lacking++
			s.Note(s.header.Number, 0, "template-columns", false, fmt.Sprintf("there is no column %q", columnName(s.Part, p)))
		}
	}
	for i := range s.header.Cells {
		text := s.header.Text(i)
		switch {
		case used[i] || text == "" || contextual(text):
		case label(text) == "surface":
			s.SurfaceColumn = i
			s.Note(s.header.Number, i+1, "", true, "the rows of the surfaces named in this column add up")
		case s.isCopy(i):
			s.Note(s.header.Number, i+1, "repeated-column", false, fmt.Sprintf("there is another column %q; rows in which the two differ are left unknown", text))
		default:
			s.Note(s.header.Number, i+1, "unknown-column", false, fmt.Sprintf("the column %q is not one of the template and was not read", text))
		}
	}
}

// isCopy reports whether a column for numbers or texts has the name of one that was
// found already, and remembers it.
func (s *Sheet) isCopy(column int) bool {
	p := template()[s.Part].Columns.position(s.header.Text(column))
	if p < 0 || s.Columns[p] < 0 || !s.holdsNumbers(p) && !(s.Part == partIdentification && p == 3) && !(s.Part == partWords && p == 4) {
		return false
	}
	if s.copies == nil {
		s.copies = map[int][]int{}
	}
	s.copies[s.Columns[p]] = append(s.copies[s.Columns[p]], column)
	return true
}

// differs reports whether a cell has a copy in the same row that says something else.
func (s *Sheet) differs(row Row, column int) bool {
	return slices.ContainsFunc(s.copies[column], func(c int) bool { return row.Text(c) != row.Text(column) })
}

// between takes a column whose header is empty, a stray mark or misspelt for the
// one that the template has in its place, if the columns beside it are those of
// the template.
func (s *Sheet) between(used map[int]bool) {
	for p := range s.Columns {
		if s.Columns[p] >= 0 {
			continue
		}
		at := 0
		if p > 0 {
			if s.Columns[p-1] < 0 {
				continue
			}
			at = s.Columns[p-1] + 1
		}
		last := p+1 == len(s.Columns)
		if last && !oneSlip(label(s.header.Text(at)), label(columnName(s.Part, p))) || !last && s.Columns[p+1] != at+1 || used[at] || !alike(s.header.Text(at), columnName(s.Part, p), s.holdsNumbers(p)) {
			continue
		}
		s.Columns[p], used[at] = at, true
		s.Note(s.header.Number, at+1, "header", false, fmt.Sprintf("the header of this column is %q instead of %q", s.header.Text(at), columnName(s.Part, p)))
	}
}

// alike reports whether a header can be meant for a label: it has no words of
// its own or, above a column of words, half of those of the label. Above numbers
// other words mean other numbers: a mean is no median.
func alike(header, want string, numbers bool) bool {
	if !strings.ContainsFunc(header, unicode.IsLetter) {
		return true
	}
	have, words := strings.Fields(label(header)), strings.Fields(label(want))
	same := 0
	for _, word := range words {
		if slices.Contains(have, word) {
			same++
		}
	}
	return oneSlip(label(header), label(want)) || !numbers && same*2 >= len(words) && same*2 >= len(have)
}

func (s *Sheet) holdsNumbers(p int) bool {
	if measures[s.Part] == nil {
		return p == valueColumn
	}
	return p >= s.firstMeasure()
}

// remarks are what the names of the columns begin with that parts 3 to 6 have
// for remarks on each number: the name of the last column of part 7, in every
// language.
var remarks = sync.OnceValue(func() []string {
	var all []string
	for _, words := range template()[partAppeals].Columns.words {
		all = append(all, label(words[len(words)-1]))
	}
	return all
})

func contextual(text string) bool {
	if len(text) > maxLabel {
		return false
	}
	text = label(text)
	return slices.ContainsFunc(remarks(), func(beginning string) bool { return strings.HasPrefix(text, beginning) })
}

// maxAbove is how many rows are looked at for the header: some reports begin with a
// page of text.
const maxAbove = 40

// findHeader returns the row that looks most like the header, among the first
// ones, and how many labels of it are known.
func (s *Sheet) findHeader() (row, known int) {
	row = -1
	for i, r := range s.Rows[:min(len(s.Rows), maxAbove)] {
		n := 0
		for c := range r.Cells {
			if text := r.Text(c); text != "" && template()[s.Part].Columns.position(text) >= 0 {
				n++
			}
		}
		if n > known {
			row, known = i, n
		}
	}
	if known < 3 {
		// In a language that is not known, a header has text in nearly all columns
		// and neither codes nor dates.
		first := s.Rows[0]
		for c := range first.Cells {
			if text := first.Text(c); strings.HasPrefix(text, "STATEMENT_CATEGORY_") || periodLike.MatchString(text) {
				return -1, 0
			}
		}
		if filledCells(first)*10 >= len(template()[s.Part].Columns.english())*8 {
			return 0, 0
		}
		return -1, 0
	}
	return row, known
}

// byPosition is for headers in languages whose labels are not known here.
func (s *Sheet) byPosition(width int) {
	if width < len(s.Columns) {
		s.lacking = len(s.Columns)
		s.Note(s.header.Number, 0, "template-columns", false, fmt.Sprintf("the header is in a language that is not known here and has %d columns; the template has at least %d", width, len(s.Columns)))
		return
	}
	for i := range s.Columns {
		s.Columns[i] = i
	}
	s.byOrder = true
	s.findRemarks()
	s.Note(s.header.Number, 0, "", true, "the header is in a language that is not known here; the columns were taken in the order of the template")
}
