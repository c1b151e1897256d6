package document

import (
	"bytes"
	"strconv"
	"unicode/utf8"
)

// Position is a place in a fact file.
//
// Line and Column start at 1; Column counts Unicode code points, not bytes and
// not what a terminal shows. Both are 0 for something that concerns a file as a
// whole, and for a value that did not come from a file, whose File is then
// empty too.
type Position struct {
	File         string
	Line, Column int
}

// String returns file:line:column, the form that terminals and editors link.
func (p Position) String() string {
	if p.Line == 0 {
		return p.File
	}
	at := strconv.Itoa(p.Line) + ":" + strconv.Itoa(p.Column)
	if p.File == "" {
		return at
	}
	return p.File + ":" + at
}

// cursor turns byte offsets into positions. Offsets must not go back: counting
// on from the last one keeps the whole file linear.
type cursor struct {
	file   string
	src    []byte
	offset int
	line   int
	column int
}

func newCursor(file string, src []byte, line int) cursor {
	return cursor{file: file, src: src, line: line, column: 1}
}

func (c *cursor) at(offset int) Position {
	offset = min(offset, len(c.src))
	passed := c.src[min(c.offset, offset):offset]
	if lines := bytes.Count(passed, []byte{'\n'}); lines > 0 {
		c.line += lines
		c.column = 1
		passed = passed[bytes.LastIndexByte(passed, '\n')+1:]
	}
	c.column += utf8.RuneCount(passed)
	c.offset = offset
	return Position{File: c.file, Line: c.line, Column: c.column}
}
