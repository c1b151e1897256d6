package transparency

import (
	"fmt"

	"github.com/dsaeval/dsaeval/internal/lazy"
)

var (
	beforeComma = lazy.NewRegexp(`^[0-9]{1,3}$`)
	afterComma  = lazy.NewRegexp(`^[0-9]{3}$`)
)

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

// shifted reports whether a number of a line of CSV may have been cut at commas
// between its thousands, which were not quoted: 402,010 has become 402 and 010, and
// all that follows stands in the wrong columns. Such a line has more cells than the
// header; where blank cells at its end hide that, a zero shows it that begins a number.
func (s *Sheet) shifted(row Row) bool {
	if row.Width == 0 {
		return false
	}
	wider := row.Width > s.header.Width && (row.Width != s.usual || len(row.Cells) > s.header.Width)
	for p := range s.Columns {
		c := s.column(p)
		if c < 0 || !s.holdsNumbers(p) {
			continue
		}
		next := row.Text(c + 1)
		if beforeComma.MatchString(row.Text(c)) && afterComma.MatchString(next) && (wider || next[0] == '0' && next != "000") {
			return true
		}
	}
	return false
}

// shiftedNote says of a line why its figures are not known.
func (s *Sheet) shiftedNote(row Row) string {
	return fmt.Sprintf("the row seems to be cut at commas between thousands, which are not quoted (%d cells, and %d in the header); its figures are left unknown", row.Width, s.header.Width)
}
