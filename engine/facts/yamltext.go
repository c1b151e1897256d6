package facts

import (
	"bytes"
	"fmt"
	"strconv"
	"unicode/utf16"
	"unicode/utf8"
)

// quoted reads text in quotes, which may go on over several lines.
func (y *yamlReader) quoted() (string, bool) {
	start, quote := y.i, y.src[y.i]
	var text []byte
	solid := 0 // length of the text up to the last character that is not a bare blank
	for y.i++; !y.atEnd(); {
		switch char := y.src[y.i]; {
		case char == quote && quote == '\'' && y.peek(1) == '\'' && y.i+1 < len(y.src):
			text = append(text, '\'')
			y.i += 2
			solid = len(text)
		case char == quote:
			y.i++
			return string(text), true
		case char == '\n':
			lines := y.lineEnds()
			text = append(text[:solid], fold(lines)...)
			solid = len(text)
		case char == '\\' && quote == '"':
			var ok bool
			if text, ok = y.escape(text); !ok {
				y.stopped = true
				return "", false
			}
			solid = len(text)
		default:
			text = append(text, char)
			y.i++
			if char != ' ' && char != '\t' {
				solid = len(text)
			}
		}
	}
	y.failAt(start, "the closing quote is missing", "")
	y.stopped = true
	return "", false
}

// lineEnds skips line ends and the blanks around them, and counts the former.
func (y *yamlReader) lineEnds() int {
	lines := 0
	for ; !y.atEnd() && blank(y.src[y.i]); y.i++ {
		if y.src[y.i] == '\n' {
			lines++
			y.lineStart = y.i + 1
		}
	}
	return lines
}

var escapes = map[byte]string{
	'0': "\x00", 'a': "\a", 'b': "\b", 't': "\t", '\t': "\t", 'n': "\n", 'v': "\v", 'f': "\f", 'r': "\r", 'e': "\x1b",
	' ': " ", '"': `"`, '/': "/", '\\': `\`, 'N': "\u0085", '_': "\u00a0", 'L': "\u2028", 'P': "\u2029",
}

// escape appends what stands behind a backslash.
func (y *yamlReader) escape(text []byte) ([]byte, bool) {
	start := y.i
	char := y.peek(1)
	if char == '\n' && y.i+1 < len(y.src) {
		// The line goes on without a space; empty lines still count.
		y.i++
		for lines := y.lineEnds(); lines > 1; lines-- {
			text = append(text, '\n')
		}
		return text, true
	}
	if plain, ok := escapes[char]; ok {
		y.i += 2
		return append(text, plain...), true
	}
	digits := map[byte]int{'x': 2, 'u': 4, 'U': 8}[char]
	r, ok := y.hex(y.i+2, digits)
	if digits == 0 || !ok || r > utf8.MaxRune {
		first, _ := utf8.DecodeRune(y.src[min(start+1, len(y.src)-1):])
		y.failAt(start, fmt.Sprintf(`unknown escape sequence \%c`, first), `write \\ for a backslash, or use single quotes`)
		return nil, false
	}
	y.i += 2 + digits
	if utf16.IsSurrogate(r) {
		// JSON writes what is beyond 16 bits in two halves, and JSON is YAML.
		second, ok := y.hex(y.i+2, 4)
		pair := utf16.DecodeRune(r, second)
		if ok && y.peek(0) == '\\' && y.peek(1) == 'u' && pair != utf8.RuneError {
			y.i += 6
		}
		r = pair
	}
	return utf8.AppendRune(text, r), true
}

func (y *yamlReader) hex(offset, digits int) (rune, bool) {
	if offset+digits > len(y.src) {
		return 0, false
	}
	value, err := strconv.ParseUint(string(y.src[offset:offset+digits]), 16, 32)
	return rune(min(value, utf8.MaxRune+1)), err == nil
}

// blockText reads the text below | or >.
func (y *yamlReader) blockText(parent int) (string, bool) {
	folded := y.src[y.i] == '>'
	indent, chomp, ok := y.blockHeader(parent)
	if !ok {
		return "", false
	}
	var lines [][]byte
	ended := false // the last line has an end
	widest := 0    // of the empty lines before the text
	for !y.atEnd() {
		line := y.src[y.i : y.i+lineLength(y.src[y.i:])]
		spaces := len(line) - len(bytes.TrimLeft(line, " "))
		if spaces < len(line) {
			if indent < 0 && spaces > max(parent, 0) {
				indent = spaces
			}
			if indent < 0 || spaces < indent || y.marker() {
				break
			}
			if widest > indent {
				y.failAt(y.i, "an empty line above is indented more than this text", "remove the blanks there")
				return "", false
			}
		} else if indent < 0 {
			widest = max(widest, spaces)
		}
		if indent >= 0 && len(line) > indent {
			lines = append(lines, line[indent:])
		} else {
			lines = append(lines, nil)
		}
		y.i += len(line)
		if ended = !y.atEnd(); ended {
			y.i++
		}
		y.lineStart = y.i
	}
	content := len(lines)
	for content > 0 && len(lines[content-1]) == 0 {
		content--
	}
	var text []byte
	if folded {
		text = foldLines(lines[:content])
	} else {
		text = bytes.Join(lines[:content], []byte{'\n'})
	}
	trailing := len(lines) - content
	if content > 0 && (ended || trailing > 0) {
		trailing++
	}
	switch {
	case chomp == '+':
		text = append(text, bytes.Repeat([]byte{'\n'}, trailing)...)
	case chomp == 0 && content > 0 && trailing > 0:
		text = append(text, '\n')
	}
	return string(text), true
}

// blockHeader reads the line of | or >, with the indentation, -1 if the first
// line of text tells it, and what becomes of the line ends after the last.
func (y *yamlReader) blockHeader(parent int) (indent int, chomp byte, ok bool) {
	indent = -1
	for y.i++; !blank(y.peek(0)); y.i++ {
		switch char := y.src[y.i]; {
		case (char == '-' || char == '+') && chomp == 0:
			chomp = char
		case char >= '1' && char <= '9' && indent < 0:
			indent = max(parent, 0) + int(char-'0')
		default:
			y.failAt(y.i, fmt.Sprintf("did not expect %s after | or >", y.word(y.i)), "begin the text on the next line")
			return 0, 0, false
		}
	}
	line := y.src[y.i : y.i+lineLength(y.src[y.i:])]
	if rest := bytes.TrimLeft(line, " \t"); len(rest) > 0 && rest[0] != '#' {
		y.failAt(y.i+len(line)-len(rest), "did not expect text after | or >", "begin the text on the next line")
		return 0, 0, false
	}
	if y.i += len(line); !y.atEnd() {
		y.i++
	}
	y.lineStart = y.i
	return indent, chomp, true
}

// foldLines joins lines with spaces, except around empty lines and those that
// are indented more.
func foldLines(lines [][]byte) []byte {
	var text []byte
	empty, first, more := 0, true, false
	for _, line := range lines {
		if len(line) == 0 {
			empty++
			continue
		}
		indented := line[0] == ' ' || line[0] == '\t'
		breaks := empty
		switch {
		case first:
		case more || indented:
			breaks++
		case empty == 0:
			text = append(text, ' ')
		}
		text = append(text, bytes.Repeat([]byte{'\n'}, breaks)...)
		text = append(text, line...)
		empty, first, more = 0, false, indented
	}
	return text
}
