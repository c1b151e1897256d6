package sor

import (
	"bytes"
	"fmt"
	"io"
)

const (
	// maxRow is the longest row that is read. The longest that the database
	// accepts has about 14 000 characters, of at most four bytes each.
	maxRow     = 128 << 10
	bufferSize = 3 * maxRow
	// maxReject is how much of a rejected row is kept.
	maxReject = 64 << 10
)

// Reject is a row that was not counted.
type Reject struct {
	// Row counts from 1, the header aside; rejected rows count as well.
	Row int64
	// Offset is where the row begins, in bytes of the unpacked file.
	Offset int64
	// Reason says what is wrong with it.
	Reason string
	// Text is the row, cut after 64 KiB. It is only valid during the call.
	Text []byte
}

// Scanner reads the rows of one CSV file of a dump.
//
// The dumps are written by PHP's fputcsv, whose output is not RFC 4180: a quote
// that follows a backslash is not doubled, so that a cell that ends in a
// backslash looks like one that goes on. A row with such a place is read in every
// way there is, and only accepted if its cells fit their columns: a UUID, values
// of the right lists, dates. If two ways fit and differ in what is counted, or
// none fits, the row is rejected, and reading goes on at the next line that
// begins with a UUID. So one bad row costs one row, no cell is ever counted under
// another column, and what is counted of a row does not depend on other rows.
type Scanner struct {
	// OnReject, if set, is called for every rejected row.
	OnReject func(Reject)
	// OnUnknown, if set, is called for values that are not in the lists of the
	// database as of June 2026. The row is counted, the value as unknown.
	OnUnknown func(column, value string)

	r          io.Reader
	header     *header
	buffer     []byte
	start, end int
	offset     int64 // of buffer[start]
	eof        bool
	atEnd      bool // the row being read may be the last one
	ranOut     bool // some way to read it was cut short by the end of the file
	err        error
	truncated  bool
	rows       int64
	rejected   int64

	row     Row
	cells   []cell
	names   map[string]string
	unknown []unknownValue
}

type unknownValue struct{ column, value string }

// NewScanner reads the header; the error says what is wrong with it.
func NewScanner(r io.Reader) (*Scanner, error) {
	s := newScanner()
	return s, s.Reset(r)
}

func newScanner() *Scanner {
	return &Scanner{buffer: make([]byte, bufferSize), names: map[string]string{}}
}

// Reset begins another file and keeps the buffers.
func (s *Scanner) Reset(r io.Reader) error {
	s.r, s.start, s.end, s.offset = r, 0, 0, 0
	s.eof, s.err, s.truncated, s.rows, s.rejected = false, nil, false, 0, 0
	s.fill()
	if s.err != nil {
		return s.err
	}
	line := s.window()
	if i := bytes.IndexByte(line, '\n'); i >= 0 {
		line = line[:i+1]
	} else if !s.eof {
		return fmt.Errorf("the first line is longer than %d KiB: not a dump of statements of reasons", maxRow>>10)
	}
	if len(line) == 0 {
		return fmt.Errorf("the file is empty: %w", ErrTruncated)
	}
	h, err := parseHeader(line)
	if err != nil {
		return err
	}
	s.consume(len(line))
	s.header = h
	s.cells = make([]cell, len(h.definitions))
	s.row = Row{Schema: h.schema, HasTerritory: h.hasTerritory}
	return nil
}

// Rows returns how many rows were read so far, accepted or not.
func (s *Scanner) Rows() int64 { return s.rows }

// Rejected returns how many rows were rejected so far.
func (s *Scanner) Rejected() int64 { return s.rejected }

// Row returns the row that Scan found. The next Scan overwrites it.
func (s *Scanner) Row() *Row { return &s.row }

// Err returns why reading ended early, nil at the end of the file.
func (s *Scanner) Err() error { return s.err }

// Truncated reports whether the file ended within a row. A row that is malformed
// but has all its cells, or ends in a line end, was not cut off.
func (s *Scanner) Truncated() bool { return s.truncated }

// Scan finds the next acceptable row.
func (s *Scanner) Scan() bool {
	for {
		if s.end-s.start < maxRow && !s.eof {
			s.fill()
		}
		data := s.window()
		if s.err != nil || len(data) == 0 {
			return false
		}
		if n := blank(data); n > 0 {
			s.consume(n)
			continue
		}
		s.rows++
		n, reason := s.read(data)
		if reason == "" {
			s.consume(n)
			for _, u := range s.unknown {
				if s.OnUnknown != nil {
					s.OnUnknown(u.column, u.value)
				}
			}
			return true
		}
		cut := s.cutOff(data, reason)
		s.reject(data, n, reason)
		// A quote that is never closed runs to the end as well, but then other rows follow.
		s.truncated = cut && s.eof && s.start == s.end
	}
}

// blank returns the length of an empty line.
func blank(data []byte) int {
	if data[0] == '\n' {
		return 1
	}
	if len(data) > 1 && data[0] == '\r' && data[1] == '\n' {
		return 2
	}
	return 0
}

// reject reports the row at the start of the window and goes on to the next
// line that begins like a row, after the n bytes that certainly belong to it.
func (s *Scanner) reject(data []byte, n int, reason string) {
	s.rejected++
	at := Reject{Row: s.rows, Offset: s.offset, Reason: reason}
	for first := true; ; first = false {
		n = s.nextRow(data, n)
		found := n < len(data)
		if !found && !s.eof {
			// What is left may be the beginning of such a line.
			n = max(1, len(data)-uuidLine)
		}
		if first && s.OnReject != nil {
			at.Text = bytes.TrimRight(data[:min(n, maxReject)], "\r\n")
			s.OnReject(at)
		}
		s.consume(n)
		if found {
			return
		}
		n = 0
		s.fill()
		if data = s.window(); s.err != nil || len(data) == 0 {
			return
		}
	}
}

// nextRow returns where the next row begins after the current one, of which n
// bytes are known, or the length of the data.
func (s *Scanner) nextRow(data []byte, n int) int {
	for i := max(0, n-1); ; {
		j := bytes.IndexByte(data[i:], '\n')
		if j < 0 {
			return len(data)
		}
		i += j + 1
		if !s.header.uuidFirst || beginsRow(data[i:]) {
			return i
		}
	}
}

func (s *Scanner) window() []byte { return s.buffer[s.start:s.end] }

func (s *Scanner) consume(n int) {
	s.start += n
	s.offset += int64(n)
}

// fill reads until the buffer is full, so that a whole row is in it.
func (s *Scanner) fill() {
	if s.start > 0 {
		s.end = copy(s.buffer, s.buffer[s.start:s.end])
		s.start = 0
	}
	for empty := 0; s.end < len(s.buffer) && !s.eof && s.err == nil; {
		n, err := s.r.Read(s.buffer[s.end:])
		s.end += n
		switch {
		case err == io.EOF:
			s.eof = true
		case err != nil:
			s.err = err
		case n == 0:
			if empty++; empty > 100 {
				s.err = io.ErrNoProgress
			}
		}
	}
}
