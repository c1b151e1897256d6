package saved

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"sort"

	"github.com/dsaeval/dsaeval/internal/document"
)

// lineReader notes where lines begin, so that a problem has a line although what was
// read is not kept. One report is many lines, so that only those are kept that the
// decoder has not passed.
type lineReader struct {
	r      io.Reader
	offset int64   // of the end of what was read
	first  int     // number of the line before starts[0]
	starts []int64 // of lines
}

func (l *lineReader) Read(p []byte) (int, error) {
	n, err := l.r.Read(p)
	for at := 0; ; {
		i := bytes.IndexByte(p[at:n], '\n')
		if i < 0 {
			break
		}
		at += i + 1
		l.starts = append(l.starts, l.offset+int64(at))
	}
	l.offset += int64(n)
	return n, err
}

// begin is the offset at which the line of another begins.
func (l *lineReader) begin(offset int64) int64 {
	passed := sort.Search(len(l.starts), func(i int) bool { return l.starts[i] > offset })
	if passed == 0 {
		return 0
	}
	return l.starts[passed-1]
}

// at is the first column of the line of an offset, as no line is kept whole.
func (l *lineReader) at(name string, offset int64) document.Position {
	passed := sort.Search(len(l.starts), func(i int) bool { return l.starts[i] > offset })
	if passed > 1 {
		l.first += passed - 1
		l.starts = append(l.starts[:0], l.starts[passed-1:]...)
		passed = 1
	}
	return document.Position{File: name, Line: l.first + passed + 1, Column: 1}
}

// place is the line and column of an offset.
func (l *lineReader) place(name string, offset int64) document.Position {
	at := l.at(name, offset)
	at.Column += int(offset - l.begin(offset))
	return at
}

// problem says what kept a report from being read, and in which line.
func (l *lineReader) problem(name string, decoder *json.Decoder, err error) error {
	var syntax *json.SyntaxError
	var mismatch *json.UnmarshalTypeError
	switch {
	case errors.As(err, &syntax):
		// The offset is behind the byte that was wrong.
		offset := max(syntax.Offset-1, 0)
		return problem(l.place(name, offset), "this is no JSON")
	case errors.As(err, &mismatch) && mismatch.Field == "":
		return problem(l.at(name, decoder.InputOffset()), "this is no report: the document is "+kind(mismatch.Value)+"; expected an object")
	case errors.As(err, &mismatch):
		return problem(l.at(name, decoder.InputOffset()), fmt.Sprintf("this is no report: %s is %s", mismatch.Field, mismatch.Value))
	case errors.Is(err, io.ErrUnexpectedEOF):
		return problem(l.at(name, l.offset), "the report ends too early")
	}
	return fmt.Errorf("%s: %w", name, err)
}

// kind is what encoding/json calls a value, in the words of other messages.
func kind(value string) string {
	switch value {
	case "array":
		return document.Array.String()
	case "string":
		return document.String.String()
	case "bool":
		return document.Bool.String()
	default: // a number, which may stand behind the word
		return document.Number.String()
	}
}
