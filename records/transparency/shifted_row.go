package transparency

import (
	"fmt"

	"github.com/dsaeval/dsaeval/internal/lazy"
)

var onlyDigits = lazy.NewRegexp(`^[0-9]+$`)

// usualWidth returns how many cells most lines below the header have, 0 in a workbook.
func (s *Sheet) usualWidth() int {
	count := map[int]int{}
	usual := 0
	for _, row := range s.Rows {
		count[row.Width]++
		if count[row.Width] > count[usual] {
			usual = row.Width
		}
	}
	return usual
}

// shifted reports whether a number of a line of CSV may have been cut at a comma that
// was not quoted: 402,010 has become 402 and 010, 25,5 has become 25 and 5, and all
// that follows stands in the wrong columns. Such a line has more cells than the header
// or, where blank ones at its end hide that, digits alone in the place of words, or a
// zero that begins a number.
func (s *Sheet) shifted(row Row) bool {
	if row.Width == 0 {
		return false
	}
	if s.cut.row != row.Number {
		s.cut.row, s.cut.yes = row.Number, s.isShifted(row)
	}
	return s.cut.yes
}

func (s *Sheet) isShifted(row Row) bool {
	if s.otherMarks {
		return false // commas separate nothing here
	}
	wider := row.Width > s.header.Width && (row.Width != s.usual || len(row.Cells) > s.header.Width)
	for p := range s.Columns {
		c := s.column(p)
		if c < 0 || !s.holdsNumbers(p) {
			continue
		}
		number, next := row.Text(c), row.Text(c+1)
		if !onlyDigits.MatchString(number) || !onlyDigits.MatchString(next) {
			continue
		}
		_, words := s.remarkColumns[c+1]
		if wider || words && measures[s.Part] == nil || len(number) <= 3 && len(next) == 3 && next[0] == '0' && next != "000" {
			return true
		}
	}
	return false
}

// shiftedNote says of a line why its figures are not known.
func (s *Sheet) shiftedNote(row Row) string {
	return fmt.Sprintf("the row seems to be cut at commas in numbers, which are not quoted (%d cells, and %d in the header); its figures are left unknown", row.Width, s.header.Width)
}
