package sor

import (
	"bytes"
	"fmt"
)

// endsEarly begins the reasons that mean that something was cut off, if nothing
// follows.
const endsEarly = "the file ends"

// doubtful is the reason to read a row again in every way there is.
const doubtful = "a quote follows a backslash where a cell may end"

// read reads the row at the beginning of data. The reason is empty if it fits.
// If it does not, n is how much certainly belongs to it, as far as is known.
func (s *Scanner) read(data []byte) (n int, reason string) {
	data = data[:min(len(data), maxRow)]
	s.atEnd = s.eof && len(data) == s.end-s.start
	switch {
	case !s.header.uuidFirst || beginsRow(data):
	case s.atEnd && beginsUUID(data):
		return 0, endsEarly + " within a UUID"
	default:
		return 0, "does not begin with a UUID"
	}
	switch n, reason = s.parse(data); reason {
	case "":
		return n, ""
	case doubtful:
		return s.readAllWays(data)
	}
	return s.extent(data), reason
}

// parse reads one row that can only be read in one way: n bytes, with the line
// end.
func (s *Scanner) parse(data []byte) (n int, reason string) {
	s.unknown = s.unknown[:0]
	last := len(s.header.definitions) - 1
	for i := range s.header.definitions {
		d := &s.header.definitions[i]
		rest := data[n:]
		if i < last && len(rest) > 0 && rest[0] == ',' {
			if d.required {
				return 0, "no value in column " + s.header.names[i]
			}
			s.keep(d, &emptyCell)
			n++
			continue
		}
		// Most cells repeat the one above: then nothing has to be looked at again.
		// Cells in doubt are never remembered, so that what a row says cannot
		// depend on those above it.
		if c := &s.cells[i]; len(c.raw) > 0 && bytes.HasPrefix(rest, c.raw) {
			s.keep(d, c)
			n += len(c.raw)
			continue
		}
		cellEnd, reason := s.cellEnd(rest)
		if reason == doubtful {
			return 0, reason
		}
		if reason != "" {
			return 0, inColumn(reason, i, last)
		}
		size, reason := s.delimiter(rest, cellEnd, i, last)
		if reason != "" {
			return 0, reason
		}
		read, known := cell{raw: s.cells[i].raw}, true
		if d.kind != text {
			if known, reason = s.decode(d, i, rest[:cellEnd], &read); reason != "" {
				return 0, reason
			}
			s.keep(d, &read)
		}
		n += cellEnd + size
		// A cell at the very end has no delimiter, and might go on in the next row.
		// One with unknown values has to be reported each time; each UUID is new.
		if size > 0 && known && d.kind != uuid && cellEnd+size <= maxRemembered {
			read.raw = append(read.raw[:0], rest[:cellEnd+size]...)
			s.cells[i] = read
		}
	}
	return n, ""
}

func inColumn(reason string, i, last int) string {
	return fmt.Sprintf("%s in column %d of %d", reason, i+1, last+1)
}

var tooLong = fmt.Sprintf("longer than %d KiB", maxRow>>10)

// delimiter returns the length of what must follow cell i: a comma, and after
// the last one a line end or the end of the file.
func (s *Scanner) delimiter(rest []byte, end, i, last int) (size int, reason string) {
	switch after := rest[end:]; {
	case len(after) == 0 && !s.atEnd:
		return 0, tooLong
	case len(after) == 0 && i < last:
		s.ranOut = true
		return 0, fmt.Sprintf(endsEarly+" after %d of %d columns", i+1, last+1)
	case len(after) == 0:
		return 0, ""
	case after[0] == ',' && i < last:
		return 1, ""
	case after[0] == ',':
		return 0, fmt.Sprintf("more than %d columns", last+1)
	case i < last:
		return 0, fmt.Sprintf("%d columns instead of %d", i+1, last+1)
	case after[0] == '\r':
		return 2, ""
	default:
		return 1, ""
	}
}

// cellEnd returns where the cell at the beginning of data ends.
func (s *Scanner) cellEnd(data []byte) (end int, reason string) {
	if len(data) == 0 || data[0] != '"' {
		return bareEnd(data)
	}
	for i := 1; ; {
		j := bytes.IndexByte(data[i:], '"')
		if j < 0 {
			return 0, s.open()
		}
		i += j
		closes, doubled := afterQuote(data[i+1:])
		switch {
		case i > 1 && data[i-1] == '\\' && (closes || doubled):
			return 0, doubtful
		case i > 1 && data[i-1] == '\\':
			i++
		case doubled:
			i += 2
		case closes:
			return i + 1, ""
		default:
			return 0, textAfterQuote
		}
	}
}

const textAfterQuote = "text after the closing quote"

// open is the reason why a quoted cell that is not closed cannot be read.
func (s *Scanner) open() string {
	if !s.atEnd {
		return tooLong
	}
	s.ranOut = true
	return endsEarly + " within a quoted cell"
}

// bareEnd returns where a cell without quotes around it ends.
func bareEnd(data []byte) (end int, reason string) {
	for i, c := range data {
		switch c {
		case ',', '\n':
			return i, ""
		case '"':
			return 0, "a quote within a cell that is not quoted"
		case '\r':
			if i+1 < len(data) && data[i+1] == '\n' {
				return i, ""
			}
		}
	}
	return len(data), ""
}

// afterQuote tells from what follows a quote whether it may close the cell, or
// is the first of two that stand for one.
func afterQuote(next []byte) (closes, doubled bool) {
	if len(next) == 0 {
		return true, false
	}
	switch next[0] {
	case ',', '\n':
		return true, false
	case '\r':
		return len(next) > 1 && next[1] == '\n', false
	}
	return false, next[0] == '"'
}
