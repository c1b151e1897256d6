package sor

import (
	"bytes"
	"slices"
	"strings"
)

// A quote after a backslash may close its cell or belong to it. PHP writes both
// alike, so a row with such a place is read in every way there is, column by
// column; readings that come to the same place are one from there on.

// reading is a beginning of the row read in one way, or in several that count alike.
type reading struct {
	at      int // where the next cell begins
	row     Row
	unknown []unknownValue
	split   bool // several readings led here that do not count alike
}

// Bounds on the work on one row, a few hundredths of a second, and on memory. The
// thousands of quotes in a long text of JSON take a few thousand steps; what
// takes more was made to, and is not believed in any way.
const (
	maxSteps = 1 << 18
	maxWays  = 1 << 11
)

const (
	twoReadings  = "a quote after a backslash can be read in two ways that count differently"
	tooManyWays  = "quotes after backslashes can be read in too many ways"
	notAsWritten = "not as PHP writes it"
)

// readAllWays reads a row in doubt. PHP quotes a cell if, and only if, it holds a
// comma, quote, backslash or white space, and dates are always with the time. A
// way of reading that keeps to that goes before those that do not: whoever writes
// a text can put quotes and commas into it, but never a quoted date.
func (s *Scanner) readAllWays(data []byte) (n int, reason string) {
	for _, strict := range []bool{true, false} {
		readings, bad := s.follow(data, s.header.definitions, strict)
		switch {
		case bad == tooManyWays:
			return s.certainEnd(data), bad
		case len(readings) == 1 && !readings[0].split:
			s.row, s.unknown = readings[0].row, readings[0].unknown
			return readings[0].at, ""
		case len(readings) > 0:
			// All that some way takes for the row is skipped: the beginning of
			// another row may be a text in it.
			for _, w := range readings {
				n = max(n, w.at)
			}
			return n, twoReadings
		}
		reason = bad
	}
	return s.certainEnd(data), reason
}

// extent returns how much belongs to a row of which a cell does not fit, 0 if it
// does not look like a row.
func (s *Scanner) extent(data []byte) int {
	switch readings, _ := s.follow(data, make([]definition, len(s.header.names)), false); len(readings) {
	case 0:
		return 0
	case 1:
		return readings[0].at
	}
	return s.certainEnd(data)
}

// certainEnd returns how much belongs to a row in doubt that cannot be read, so
// that no line of a text in it is taken for the next row: all up to the first
// line end behind a quoted date, which no text can imitate.
func (s *Scanner) certainEnd(data []byte) int {
	if names := s.header.names; names[len(names)-1] != "created_at" {
		return 0
	}
	for i := s.nextRow(data, 0); i < len(data); i = s.nextRow(data, i+1) {
		row := bytes.TrimRight(data[:i], "\r\n")
		if date, quoted := bytes.CutSuffix(row, []byte(`"`)); quoted && len(date) > 0 && date[len(date)-1] >= '0' && date[len(date)-1] <= '9' {
			return i
		}
	}
	if s.atEnd {
		return len(data)
	}
	return 0
}

// follow returns the readings in which the row fits the columns and, if there is
// none, why the one that came furthest does not.
func (s *Scanner) follow(data []byte, columns []definition, strict bool) (readings []reading, reason string) {
	readings = []reading{{row: s.row}}
	steps := 0
	for i := range columns {
		var next []reading
		endingAt := map[int]int{}
		for _, w := range readings {
			ends, bad := s.cellEnds(data[w.at:], strict, &steps)
			if bad != "" {
				reason = inColumn(bad, i, len(columns)-1)
			}
			for _, end := range ends {
				longer, bad := s.step(w, data, end, columns, i, strict)
				if bad != "" {
					reason = bad
					continue
				}
				if j, met := endingAt[longer.at]; met {
					next[j].split = next[j].split || longer.split || next[j].row != longer.row
				} else {
					endingAt[longer.at] = len(next)
					next = append(next, longer)
				}
			}
			if steps += len(ends); steps > maxSteps || len(next) > maxWays {
				return nil, tooManyWays
			}
		}
		readings = next
	}
	return readings, reason
}

// step goes on by one cell that ends as given.
func (s *Scanner) step(w reading, data []byte, end int, columns []definition, i int, strict bool) (longer reading, reason string) {
	rest, d := data[w.at:], &columns[i]
	size, reason := s.delimiter(rest, end, i, len(columns)-1)
	if reason != "" {
		return w, reason
	}
	raw := rest[:end]
	if strict && (needsQuotes(raw) != (len(raw) > 0 && raw[0] == '"') || d.kind == day && bareDay(raw)) {
		return w, notAsWritten
	}
	s.unknown = s.unknown[:0]
	var c cell
	if _, reason := s.decode(d, i, raw, &c); reason != "" {
		return w, reason
	}
	s.row = w.row
	s.keep(d, &c)
	return reading{w.at + end + size, s.row, slices.Concat(w.unknown, s.unknown), w.split}, ""
}

// needsQuotes reports whether PHP puts quotes around the content of a cell.
func needsQuotes(raw []byte) bool { return bytes.ContainsAny(unquote(raw), ",\"\\\n\r\t ") }

// bareDay reports whether a cell is a day without the time.
func bareDay(raw []byte) bool { return len(raw) > 0 && !bytes.Contains(raw, []byte(" ")) }

// cellEnds returns all places where the cell at the beginning of data can end,
// in ascending order, and why it cannot go on after the last.
func (s *Scanner) cellEnds(data []byte, strict bool, steps *int) (ends []int, reason string) {
	if len(data) == 0 || data[0] != '"' {
		end, reason := bareEnd(data)
		if reason != "" {
			return nil, reason
		}
		return []int{end}, ""
	}
	// Where to look for the next quote: at more than one place only between a
	// quote after a backslash and the one that follows it.
	from := []int{1}
	for len(from) > 0 && *steps <= maxSteps {
		*steps++
		i := from[0]
		from = from[1:]
		j := bytes.IndexByte(data[i:], '"')
		if j < 0 {
			reason = s.open()
			continue
		}
		i += j
		closes, doubled := afterQuote(data[i+1:])
		escaped := i > 1 && data[i-1] == '\\'
		if escaped {
			from = insert(from, i+1)
		}
		switch {
		case closes:
			ends = insert(ends, i+1)
		case doubled && !(escaped && strict): // PHP does not double it there
			from = insert(from, i+2)
		case !escaped:
			reason = textAfterQuote
		}
	}
	return ends, reason
}

// insert adds a number to an ascending list, once.
func insert(ascending []int, n int) []int {
	i, found := slices.BinarySearch(ascending, n)
	if found {
		return ascending
	}
	return slices.Insert(ascending, i, n)
}

// cutOff reports whether the rejected row at the beginning of data goes on where
// the file ends, for whatever reason it was rejected.
func (s *Scanner) cutOff(data []byte, reason string) bool {
	switch {
	case strings.HasPrefix(reason, endsEarly):
		return true
	case !s.atEnd || !beginsRow(data):
		return false
	}
	s.ranOut = false
	names := s.header.names
	if readings, _ := s.follow(data, make([]definition, len(names)), false); len(readings) == 0 {
		return s.ranOut
	}
	// All cells are there. The last one may have gone on if nothing closes it.
	return !bytes.ContainsAny(data[len(data)-1:], "\"\n") && strings.HasSuffix(reason, " column "+names[len(names)-1])
}
