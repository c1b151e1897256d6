package facts

import (
	"bytes"
	"fmt"
	"unicode/utf8"
)

// decodeYAML reads one YAML 1.2 document: mappings, lists and scalars in block
// and flow style. Anchors, tags and the like are refused: a fact should stand
// where its reader looks.
//
// The parser is our own because a fact is cited by line and column, and files
// come from strangers. Of the libraries, goccy/go-yaml puts a value in the wrong
// column if spaces or tabs follow it, miscounts lines in CRLF files, and takes
// quadratic time and a stack frame for each key of a mapping; yaml/v3 reports
// errors without a column, and only the first. Fuzzing compares what we read
// with yaml/v3.
func decodeYAML(name string, src []byte) (*Node, Problems) {
	// Within quotes and blocks every line end means \n, and columns end before it.
	src = bytes.ReplaceAll(src, []byte("\r\n"), []byte("\n"))
	y := &yamlReader{builder: builder{file: name}, src: src, cursor: newCursor(name, src, 1)}
	if !y.printable() {
		return nil, y.problems
	}
	root, ok := y.document()
	if !ok || y.refused {
		return nil, y.problems
	}
	return root, y.problems
}

type yamlReader struct {
	builder
	src       []byte
	i         int // what comes next
	lineStart int // where its line begins
	flow      int // brackets and braces that are open
	refused   bool
	stopped   bool // an error that ends the reading was found in a key
	cursor    cursor
}

// printable refuses what no editor shows.
func (y *yamlReader) printable() bool {
	for i, char := range y.src {
		if char >= ' ' || char == '\n' || char == '\t' {
			continue
		}
		if char == '\r' {
			y.failAt(i, "a carriage return stands without a line feed", "save the file with Unix or Windows line ends")
		} else {
			y.failAt(i, fmt.Sprintf("control character 0x%02X", char), "remove it, or escape it in double quotes")
		}
		return false
	}
	return true
}

// at returns the position of an offset. Going back is rare, and only then slow.
func (y *yamlReader) at(offset int) Position {
	if offset < y.cursor.offset {
		again := newCursor(y.file, y.src, 1)
		return again.at(offset)
	}
	return y.cursor.at(offset)
}

func (y *yamlReader) failAt(offset int, message, hint string) {
	y.fail(y.at(offset), message, hint)
}

// refuse reports what YAML has and facts do not. Reading goes on, to find all of
// it in one run, but the document is not used.
func (y *yamlReader) refuse(message, hint string) bool {
	y.refused = true
	y.failAt(y.i, message, hint)
	return len(y.problems) <= maxProblems
}

// column counts from 0 and in bytes, which is right for indentation.
func (y *yamlReader) column() int { return y.i - y.lineStart }

// peek returns a byte further on, a line end after the last.
func (y *yamlReader) peek(skip int) byte {
	if y.i+skip < len(y.src) {
		return y.src[y.i+skip]
	}
	return '\n'
}

func (y *yamlReader) atEnd() bool { return y.i >= len(y.src) }

// space skips blanks, line ends and comments. It fails if the line it ends on is
// indented with tabs, whose width nobody knows.
func (y *yamlReader) space() bool {
	for ; !y.atEnd(); y.i++ {
		switch char := y.src[y.i]; {
		case char == ' ' || char == '\t':
		case char == '\n':
			y.lineStart = y.i + 1
		case char == '#' && (y.i == y.lineStart || blank(y.src[y.i-1])):
			y.i += lineLength(y.src[y.i:]) - 1
		default:
			return y.flow > 0 || !y.fresh() || y.noTab()
		}
	}
	return true
}

// fresh reports whether nothing stands before on the same line.
func (y *yamlReader) fresh() bool {
	return len(bytes.Trim(y.src[y.lineStart:y.i], " \t")) == 0
}

func (y *yamlReader) noTab() bool {
	tab := bytes.IndexByte(y.src[y.lineStart:y.i], '\t')
	if tab >= 0 {
		y.failAt(y.lineStart+tab, "a tab stands where the line is indented", "indent with spaces")
	}
	return tab < 0
}

// marker reports whether --- or ... comes next, which end a document.
func (y *yamlReader) marker() bool {
	if y.column() != 0 || y.i+3 > len(y.src) {
		return false
	}
	text := string(y.src[y.i : y.i+3])
	return (text == "---" || text == "...") && blank(y.peek(3))
}

// over reports whether the document ends here.
func (y *yamlReader) over() bool { return y.atEnd() || y.marker() }

func (y *yamlReader) document() (*Node, bool) {
	if !y.space() {
		return nil, false
	}
	if y.peek(0) == '%' && !y.atEnd() {
		return nil, y.refuse("directives (%) are not used in facts", "remove the line") && false
	}
	if y.marker() && y.peek(0) == '-' {
		y.i += 3
		if !y.space() {
			return nil, false
		}
	}
	if y.over() {
		y.fail(Position{File: y.file}, "the file is empty", "")
		return nil, false
	}
	root, ok := y.block(-1)
	if !ok || !y.space() {
		return nil, false
	}
	if y.marker() && y.peek(0) == '.' {
		y.i += 3
		if !y.space() {
			return nil, false
		}
	}
	if y.atEnd() {
		return root, true
	}
	y.path = nil
	if y.marker() {
		y.failAt(y.i, "a second document begins here; a file holds one", "put each document into a file of its own")
	} else {
		y.unexpected(y.i)
	}
	return nil, false
}

// unexpected reports text that fits nowhere, which is nearly always a matter of
// indentation or quotes.
func (y *yamlReader) unexpected(offset int) {
	y.failAt(offset, "did not expect "+y.word(offset)+" here",
		"check how far the line is indented; text with a colon or quotes in it needs quotes")
}

// word returns what stands at an offset, up to the next space or sign.
func (y *yamlReader) word(offset int) string {
	end := offset
	for end < len(y.src) && !blank(y.src[end]) && bytes.IndexByte([]byte(",[]{}:"), y.src[end]) < 0 {
		end++
	}
	if end == offset && offset < len(y.src) {
		_, size := utf8.DecodeRune(y.src[offset:])
		end += size
	}
	return shorten(string(y.src[offset:end]))
}

func blank(char byte) bool { return char == ' ' || char == '\t' || char == '\n' }

// lineLength returns how long the rest of the line is, without its end.
func lineLength(text []byte) int {
	if end := bytes.IndexByte(text, '\n'); end >= 0 {
		return end
	}
	return len(text)
}
