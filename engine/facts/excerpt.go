package facts

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/dsaeval/dsaeval/internal/writing"
)

// maxExcerpt is how many characters an excerpt has, without the marks that say
// that the line goes on.
const maxExcerpt = 100

// Excerpt returns the line on which a value stands as the author wrote it, for
// people to recognise: without the blanks around it, shortened around the value,
// with control characters and marks of direction as escapes. It is empty where the
// value has no place in a file.
func (f *Facts) Excerpt(at Position) string {
	if at.Line < 1 || at.Column < 1 {
		return ""
	}
	line := lineOf(f.made().content, at.Line)
	// A line of NDJSON is a whole document; what stands around the value is shown.
	before := ""
	if from := offset(line, at.Column-maxExcerpt/2); from > 0 && offset(line, maxExcerpt+1) < len(line) {
		before, line = "…", line[from:]
	} else {
		line = bytes.TrimLeftFunc(line, unicode.IsSpace)
	}
	// Some characters take no room; no more than these can be needed.
	shown := strings.TrimRightFunc(string(line[:offset(line, 4*maxExcerpt)]), unicode.IsSpace)
	return writing.Clip(before+writing.OneLine(shown), maxExcerpt)
}

// offset is where a column of a line begins; columns count characters from 1.
func offset(line []byte, column int) int {
	at := 0
	for ; at < len(line); column-- {
		if column <= 1 {
			return at
		}
		size := 1
		if line[at] >= utf8.RuneSelf {
			_, size = utf8.DecodeRune(line[at:])
		}
		at += size
	}
	return len(line)
}

// lineOf returns a line of a document; that of a document of one line whatever the
// number is, which counts from the beginning of the NDJSON that it is part of.
func lineOf(content []byte, number int) []byte {
	if !bytes.Contains(content, []byte("\n")) {
		return content
	}
	for line := range bytes.Lines(content) {
		if number--; number == 0 {
			return line
		}
	}
	return nil
}
