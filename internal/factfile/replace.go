package factfile

import (
	"fmt"
	"strings"

	"github.com/dsaeval/dsaeval/internal/document"
)

// replaced is the text with another value for a member.
func (f *File) replaced(m document.Member, e Entry) (string, error) {
	start, end, err := f.span(m)
	if err != nil {
		return "", err
	}
	value := literal(e.Value, f.json)
	if start > 0 && f.text[start-1] == ':' {
		value = " " + value
	}
	rest := f.text[end:]
	if line, after, _ := strings.Cut(rest, "\n"); e.Note != "" && !f.json && strings.TrimSpace(line) == "" {
		rest = " # " + e.Note
		if end+len(line) < len(f.text) {
			rest += "\n" + after
		}
	}
	return f.text[:start] + value + rest, nil
}

// opened is the text with an object in place of a null.
func (f *File) opened(m document.Member, depth int, steps []string, e Entry) (string, error) {
	start, end, err := f.span(m)
	if err != nil {
		return "", err
	}
	flow := f.json || m.KeyPosition.Column > 1 && depth == 0
	if line, _, _ := strings.Cut(f.text[end:], "\n"); flow || strings.ContainsAny(line, ",}]") {
		inner := literal(e.Value, f.json)
		for i := len(steps) - 1; i >= 0; i-- {
			inner = "{" + key(steps[i], f.json) + ": " + inner + "}"
		}
		return strings.TrimRight(f.text[:start], " ") + " " + inner + f.text[end:], nil
	}
	lines := strings.Split(strings.TrimRight(f.text[:start], " ")+f.text[end:], "\n")
	block := addition{steps, e}.block(m.KeyPosition.Column + 1)
	at := m.KeyPosition.Line
	lines = append(lines[:at:at], append(block, lines[at:]...)...)
	return strings.Join(lines, "\n"), nil
}

// span is where the value of a member stands in the text: nowhere, behind the colon,
// if it is null and nothing is written.
func (f *File) span(m document.Member) (start, end int, err error) {
	start = f.offset(m.Value.Position)
	after := f.afterKey(m)
	byHand := fmt.Errorf("%s: %w: the value goes over several lines", m.KeyPosition, ErrByHand)
	rest := f.text[min(start, len(f.text)):]
	if m.Value.Kind == document.Null && (start < after || !strings.HasPrefix(rest, "~") && !strings.HasPrefix(strings.ToLower(rest), "null")) {
		return after, after, nil
	}
	switch {
	case rest == "" || m.Value.Position.Line != m.KeyPosition.Line:
		return 0, 0, byHand
	case rest[0] == '"' || rest[0] == '\'':
		end = quoted(rest)
	case rest[0] == '[' || rest[0] == '{':
		end = bracketed(rest)
	case rest[0] == '|' || rest[0] == '>' || m.Value.Kind == document.Object || m.Value.Kind == document.Array:
		return 0, 0, byHand
	default:
		end = bare(rest, f.inBraces(m))
	}
	if end == 0 {
		return 0, 0, byHand
	}
	return start, start + end, nil
}

// afterKey is the offset behind the colon of a member.
func (f *File) afterKey(m document.Member) int {
	start := f.offset(m.KeyPosition)
	rest := f.text[start:]
	end := 0
	if rest != "" && (rest[0] == '"' || rest[0] == '\'') {
		end = quoted(rest)
	}
	return start + end + strings.IndexByte(rest[end:], ':') + 1
}

// inBraces reports whether a member stands in an object that is written as in JSON,
// where a comma or a bracket ends a value without quotes.
func (f *File) inBraces(m document.Member) bool {
	before := strings.TrimRight(f.text[:f.offset(m.KeyPosition)], " \t\r\n")
	return strings.HasSuffix(before, "{") || strings.HasSuffix(before, ",") && f.text[f.lineStart(m.KeyPosition.Line):f.offset(m.KeyPosition)] != "" || f.json
}

// bare is the length of a value without quotes.
func bare(text string, inBraces bool) int {
	text, _, _ = strings.Cut(text, "\n")
	if i := strings.Index(text, " #"); i >= 0 {
		text = text[:i]
	}
	if i := strings.IndexAny(text, ",]}"); i >= 0 && inBraces {
		text = text[:i]
	}
	return len(strings.TrimRight(text, " \t\r"))
}

// quoted is the length of a value in quotes; 0 if they do not end.
func quoted(text string) int {
	for i := 1; i < len(text); i++ {
		switch {
		case text[0] == '"' && text[i] == '\\':
			i++
		case text[i] != text[0]:
		case text[0] == '\'' && strings.HasPrefix(text[i+1:], "'"):
			i++
		default:
			return i + 1
		}
	}
	return 0
}

// bracketed is the length of a list or an object in brackets; 0 if they do not end.
func bracketed(text string) int {
	depth := 0
	for i := 0; i < len(text); i++ {
		switch text[i] {
		case '"', '\'':
			n := quoted(text[i:])
			if n == 0 {
				return 0
			}
			i += n - 1
		case '[', '{':
			depth++
		case ']', '}':
			if depth--; depth == 0 {
				return i + 1
			}
		}
	}
	return 0
}
