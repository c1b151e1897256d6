package document

import (
	"bytes"
	"fmt"
	"slices"
	"sort"
	"strings"
)

const (
	noAnchors     = "anchors and aliases (& and *) are not used here"
	noAnchorsHint = "write the value out where it is needed; text that begins with & or * needs quotes"
	noTags        = "tags such as %s are not used here"
	noTagsHint    = "remove it; quotes make a value text"
	noTab         = "a tab stands where the line is indented"
	noTabHint     = "indent with spaces"
	noDirectives  = "directives (%) are not used here"
	indentHint    = "check how far the line is indented; text with a colon or quotes in it needs quotes"
	bracketHint   = "text with brackets, commas or question marks in it needs quotes"
	escapeHint    = `write \\ for a backslash, or use single quotes`
)

// origin says which line an error of the library names.
type origin int

const (
	scanner origin = iota // the line, from 1
	parser                // the line, from 0
	block                 // from 0 that where the block begins which a line does not fit
)

// yamlErrors puts the errors of the library in words of the file.
var yamlErrors = []struct {
	text, message, hint string
	origin              origin
}{
	{"did not find expected key", "did not expect this line here", indentHint, block},
	{"did not find expected '-' indicator", "did not expect this line here", indentHint, block},
	{"did not find expected <document start>", "did not expect this line here", indentHint, parser},
	{"did not find expected node content", "a value is missing, or a bracket or comma is too many", bracketHint, parser},
	{"did not find expected ',' or ']'", "a list that begins here lacks a comma or its closing ]", bracketHint, parser},
	{"did not find expected ',' or '}'", "an object that begins here lacks a comma or its closing }", bracketHint, parser},
	{"found undefined tag handle", "tags (!) are not used here", "text that begins with ! needs quotes", parser},
	{"could not find expected ':'", "expected a key and a colon", indentHint, scanner},
	{"mapping values are not allowed", "did not expect a key and a colon here", indentHint, scanner},
	{"block sequence entries are not allowed", "a list cannot begin on the line of its key", "begin it on the next line, indented; text that begins with a dash needs quotes", scanner},
	{"mapping keys are not allowed", "keys are written without a question mark", "write key: value", scanner},
	{"found character that cannot start", "text cannot begin with @, `, % or a tab", "put it in quotes", scanner},
	{"found a tab character", noTab, noTabHint, scanner},
	{"found unexpected end of stream", "the closing quote is missing", "", scanner},
	{"found unexpected document indicator", "the closing quote is missing", "", scanner},
	{"found unknown escape character", "unknown escape sequence", escapeHint, scanner},
	{"did not find expected hexdecimal number", "unknown escape sequence", escapeHint, scanner},
	{"found invalid Unicode character escape code", "an escape sequence stands for no character", `characters beyond \uFFFF are written \U0001F600, or as they are`, scanner},
	{"found an indentation indicator equal to 0", "did not expect 0 after | or >", "begin the text on the next line", scanner},
	{"did not find expected comment or line break", "did not expect text after | or >", "begin the text on the next line", scanner},
	{"did not find expected alphabetic or numeric character", noAnchors, noAnchorsHint, scanner},
	{"exceeded max depth", tooDeep, "", scanner},
}

// syntax reports an error of the library, which has a line but no column.
func (y *yamlReader) syntax(err error) {
	text := strings.TrimPrefix(err.Error(), "yaml: ")
	if alias, ok := strings.CutPrefix(text, "unknown anchor '"); ok {
		alias = "*" + strings.TrimSuffix(alias, "' referenced")
		at := newCursor(y.file, y.src, 1)
		y.fail(at.at(bytes.Index(y.src, []byte(alias))), noAnchors, noAnchorsHint)
		return
	}
	number, message, hint := 0, text, ""
	if _, err := fmt.Sscanf(text, "line %d:", &number); err == nil {
		_, message, _ = strings.Cut(text, ": ")
	}
	lines := bytes.SplitAfter(y.src, []byte{'\n'})
	for _, known := range yamlErrors {
		if !strings.HasPrefix(message, known.text) {
			continue
		}
		message, hint = known.message, known.hint
		switch known.origin {
		case scanner:
			number-- // the line that was put before the first
		case block:
			number = y.misfit(lines, number, err)
		}
		break
	}
	at := Position{File: y.file, Line: min(max(number, 1), len(lines))}
	if message == noTab {
		// The library names the line before, where the tab ends an object.
		for at.Line < len(lines) && bytes.IndexByte(indentOf(lines[at.Line-1]), '\t') < 0 {
			at.Line++
		}
	}
	line := lines[at.Line-1]
	if bytes.HasPrefix(line, []byte("%")) {
		message, hint = noDirectives, "remove the line"
	}
	indent := indentOf(line)
	at.Column = 1 + len(indent)
	if tab := bytes.IndexByte(indent, '\t'); tab >= 0 {
		at.Column, message, hint = 1+tab, noTab, noTabHint
	}
	y.fail(at, message, hint)
}

func indentOf(line []byte) []byte { return line[:len(line)-len(bytes.TrimLeft(line, " \t"))] }

// misfit returns the line that does not fit a block: the first with which the
// error comes up. In a large file the search would take too long.
func (y *yamlReader) misfit(lines [][]byte, begin int, err error) int {
	if len(y.src) > 1<<18 {
		return begin
	}
	return 1 + sort.Search(len(lines)-1, func(last int) bool {
		_, again := parseYAML(slices.Concat(lines[:last+1]...))
		return again != nil && again.Error() == err.Error()
	})
}
