package sor

import (
	"bytes"
	"fmt"
	"slices"
)

// reading says how the places are read at which a quote follows a backslash.
type reading struct {
	choice uint64 // bit i set: the backslash at place i escapes nothing
	places int    // how many there were
	plain  bool   // leave the remembered cells alone
}

// maxReadings bounds how many readings of one row are tried. A row that has
// more is accepted if the usual one fits.
const maxReadings = 64

// endsEarly begins the reasons that mean that something was cut off, if nothing
// follows.
const endsEarly = "the file ends"

const twoReadings = "a quote after a backslash can be read in two ways that count differently"

// read reads the row at the beginning of data. The reason is empty if it fits.
func (s *Scanner) read(data []byte) (n int, reason string) {
	data = data[:min(len(data), maxRow)]
	s.atEnd = s.eof && len(data) == s.end-s.start
	switch {
	case !s.header.uuidFirst || beginsRow(data):
	case s.atEnd && len(data) < uuidLine && !bytes.Contains(data, []byte("\n")):
		return 0, endsEarly + " within a UUID"
	default:
		return 0, "does not begin with a UUID"
	}
	var usual reading
	n, reason = s.parse(data, &usual)
	if usual.places == 0 {
		return n, reason
	}
	return s.choose(data, usual.places, n, reason)
}

// choose tries the other readings of a row, given how the usual one went.
func (s *Scanner) choose(data []byte, places, n int, reason string) (int, string) {
	found, tried, clash := reason == "", 1, false
	row, unknown := s.row, slices.Clone(s.unknown)
	var try func(choice uint64, from, places int)
	try = func(choice uint64, from, places int) {
		for i := from; i < min(places, 64) && tried < maxReadings && !clash; i++ {
			other := reading{choice: choice | 1<<i, plain: true}
			tried++
			m, bad := s.parse(data, &other)
			switch {
			case bad != "":
			case !found:
				found, n, row, unknown = true, m, s.row, slices.Clone(s.unknown)
			case n != m || row != s.row:
				clash = true
			}
			try(other.choice, i+1, other.places)
		}
	}
	try(0, 0, places)
	switch {
	case clash:
		return 0, twoReadings
	case !found:
		return 0, reason
	}
	s.row, s.unknown = row, unknown
	return n, ""
}

// parse reads one row in one way: n bytes, with the line end.
func (s *Scanner) parse(data []byte, r *reading) (n int, reason string) {
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
		if c := &s.cells[i]; !r.plain && len(c.raw) > 0 && bytes.HasPrefix(rest, c.raw) {
			s.keep(d, c)
			n += len(c.raw)
			continue
		}
		cellEnd, reason := s.cellEnd(rest, r)
		if reason != "" {
			return 0, fmt.Sprintf("%s in column %d of %d", reason, i+1, last+1)
		}
		size, reason := s.delimiter(rest, cellEnd, i, last)
		if reason != "" {
			return 0, reason
		}
		if reason := s.decode(d, i, rest[:cellEnd], rest[:cellEnd+size], r); reason != "" {
			return 0, reason
		}
		n += cellEnd + size
	}
	return n, ""
}

// delimiter returns the length of what must follow cell i: a comma, and after
// the last one a line end or the end of the file.
func (s *Scanner) delimiter(rest []byte, end, i, last int) (size int, reason string) {
	switch after := rest[end:]; {
	case len(after) == 0 && !s.atEnd:
		return 0, fmt.Sprintf("longer than %d KiB", maxRow>>10)
	case len(after) == 0 && i < last:
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
func (s *Scanner) cellEnd(data []byte, r *reading) (end int, reason string) {
	if len(data) == 0 || data[0] != '"' {
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
	for i := 1; ; {
		j := bytes.IndexByte(data[i:], '"')
		if j < 0 {
			if !s.atEnd {
				return 0, fmt.Sprintf("longer than %d KiB", maxRow>>10)
			}
			return 0, endsEarly + " within a quoted cell"
		}
		i += j
		next := data[i+1:]
		closes := endsCell(next)
		doubled := len(next) > 0 && next[0] == '"'
		if i > 1 && data[i-1] == '\\' {
			literal := true
			if closes || doubled {
				literal = r.choice>>min(r.places, 63)&1 == 0
				r.places++
			}
			if literal {
				i++
				continue
			}
		}
		switch {
		case doubled:
			i += 2
		case closes:
			return i + 1, ""
		default:
			return 0, "text after the closing quote"
		}
	}
}

// endsCell reports whether a cell may end here.
func endsCell(next []byte) bool {
	return len(next) == 0 || next[0] == ',' || next[0] == '\n' ||
		next[0] == '\r' && len(next) > 1 && next[1] == '\n'
}
