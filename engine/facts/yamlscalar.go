package facts

import (
	"bytes"
	"strings"
)

// plainStart reports whether text without quotes can begin here.
func (y *yamlReader) plainStart() bool {
	switch char := y.peek(0); char {
	case ',', '[', ']', '{', '}', '#', '&', '*', '!', '|', '>', '\'', '"', '%', '@', '`':
		return false
	case '-', '?', ':':
		next := y.peek(1)
		return !blank(next) && (y.flow == 0 || !flowSign(next))
	default:
		return true
	}
}

// plainLine returns where text without quotes ends on this line, without the
// blanks at its end, and whether a colon that makes a key of it comes next.
func (y *yamlReader) plainLine() (end int, colon bool) {
	end = y.i
	for i := y.i; i < len(y.src); i++ {
		switch char := y.src[i]; {
		case char == '\n', y.flow > 0 && flowSign(char), char == '#' && blank(y.src[i-1]):
			return end, false
		case char == ':' && (i+1 == len(y.src) || blank(y.src[i+1]) || y.flow > 0 && flowSign(y.src[i+1])):
			return end, true
		case char != ' ' && char != '\t':
			end = i + 1
		}
	}
	return end, false
}

// plain reads text without quotes, which may go on over several lines.
func (y *yamlReader) plain(parent int) (string, bool) {
	end, _ := y.plainLine()
	text := append([]byte{}, y.src[y.i:end]...)
	y.i = end
	for {
		rest := y.src[end:]
		tail := bytes.TrimLeft(rest, " \t")
		if len(tail) == 0 || tail[0] != '\n' {
			return string(text), true
		}
		// The next line with something on it.
		i, lines, lineStart := end+len(rest)-len(tail), 0, 0
		for ; i < len(y.src) && blank(y.src[i]); i++ {
			if y.src[i] == '\n' {
				lines, lineStart = lines+1, i+1
			}
		}
		indent := len(y.src[lineStart:i]) - len(bytes.TrimLeft(y.src[lineStart:i], " "))
		if i == len(y.src) || y.src[i] == '#' || y.flow == 0 && indent <= parent {
			return string(text), true
		}
		here := *y
		here.i, here.lineStart = i, lineStart
		if here.marker() || y.flow > 0 && (flowSign(y.src[i]) || y.src[i] == ':') {
			return string(text), true
		}
		next, colon := here.plainLine()
		if colon {
			// A key that is indented too far, below a value that is complete.
			if y.flow > 0 {
				return string(text), true
			}
			y.unexpected(i)
			return "", false
		}
		text = append(text, fold(lines)...)
		text = append(text, y.src[i:next]...)
		y.i, y.lineStart, end = next, lineStart, next
	}
}

// fold returns what a number of line ends within text mean: the first is a
// space, unless more follow.
func fold(lines int) string {
	if lines == 1 {
		return " "
	}
	return strings.Repeat("\n", lines-1)
}

// key reads a key with its colon. If there is none, nothing is taken, and the
// text is read again as a value.
func (y *yamlReader) key() (yamlKey, bool) {
	key := yamlKey{start: y.i}
	line := y.lineStart
	if char := y.peek(0); char == '"' || char == '\'' {
		text, ok := y.quoted()
		if !ok {
			return key, false
		}
		for !y.atEnd() && (y.src[y.i] == ' ' || y.src[y.i] == '\t') {
			y.i++
		}
		if y.flow > 0 && !y.space() {
			return key, false
		}
		key.text = text
		if y.peek(0) == ':' && (y.flow > 0 || y.lineStart == line && blank(y.peek(1))) {
			y.i++
			return key, true
		}
		y.i, y.lineStart = key.start, line
		return key, false
	}
	if !y.plainStart() {
		return key, false
	}
	end, colon := y.plainLine()
	if !colon {
		return key, false
	}
	key.text = string(y.src[y.i:end])
	if key.text == "<<" && !y.refuse("merge keys (<<) are not used in facts", "write the members out where they are needed") {
		return key, false
	}
	if kind, _ := resolve(key.text); kind != String {
		y.failAt(y.i, "the key "+shorten(key.text)+" is not text", "put it in quotes")
		y.stopped = true
		return key, false
	}
	y.i = end + bytes.IndexByte(y.src[end:], ':') + 1
	return key, true
}

// resolve returns what a plain scalar is in the core schema of YAML 1.2. Kind 0
// is a number that JSON could not write.
func resolve(text string) (Kind, bool) {
	switch text {
	case "", "~", "null", "Null", "NULL":
		return Null, false
	case "true", "True", "TRUE":
		return Bool, true
	case "false", "False", "FALSE":
		return Bool, false
	}
	switch {
	case strings.IndexByte("+-.0123456789", text[0]) < 0:
		return String, false
	case jsonNumber.MatchString(text):
		return Number, false
	case otherNumber.MatchString(text) || notFinite.MatchString(text):
		return 0, false
	default:
		return String, false
	}
}

func (y *yamlReader) resolve(at Position, text string) *Node {
	kind, truth := resolve(text)
	switch kind {
	case String:
		return &Node{Kind: String, Position: at, Text: text}
	case Number:
		return y.number(at, text)
	case Bool:
		return &Node{Kind: Bool, Position: at, Bool: truth}
	case Null:
		return &Node{Kind: Null, Position: at}
	}
	message, hint := ", which is not how JSON writes a number", "put it in quotes if it is text"
	if notFinite.MatchString(text) {
		message, hint = "; a number must be finite", "leave a value that is not known out, or write null"
	} else if number := plainNumber(text); number != "" {
		hint = "write " + number + ", or put it in quotes if it is text"
	}
	y.fail(at, subject(y.path)+" is "+shorten(text)+message, hint)
	return &Node{Kind: Null, Position: at}
}
