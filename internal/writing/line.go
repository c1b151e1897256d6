package writing

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// OneLine writes text on one line: white space becomes a space, and what could
// steer a terminal or turn the direction of the text is shown as an escape
// such as \u202e instead of being obeyed.
func OneLine(s string) string {
	if printable(s) {
		return s
	}
	var b strings.Builder
	for _, r := range s {
		switch {
		case r == '\n' || r == '\r' || r == '\t' || r == '\u2028' || r == '\u2029':
			b.WriteByte(' ')
		case r == '\u200d' || !Hidden(r):
			b.WriteRune(r) // a zero-width joiner holds emoji together
		default:
			fmt.Fprintf(&b, `\u%04x`, r)
		}
	}
	return b.String()
}

// printable reports whether text is plain ASCII that is seen, as nearly all is.
func printable(s string) bool {
	for i := range len(s) {
		if s[i] < ' ' || s[i] > '~' {
			return false
		}
	}
	return true
}

// Hidden reports whether a character is not seen but has an effect: control
// characters and the format characters, marks of direction among them. It also
// is what invalid UTF-8 decodes to.
func Hidden(r rune) bool {
	return unicode.Is(unicode.Cc, r) || unicode.Is(unicode.Cf, r) || r == utf8.RuneError
}

// Clip shortens text to a number of characters and shows that it did. It does
// not look further than that, as a value may be long.
func Clip(s string, limit int) string {
	n := 0
	for i := range s {
		if n == limit {
			return s[:i] + "…"
		}
		n++
	}
	return s
}

// Harmless is a line in which nothing steers a terminal, turns the direction of the
// text or is a command to whoever runs the program: GitHub Actions obeys lines that
// begin with :: or hold ##[.
func Harmless(line string) string {
	line = OneLine(line)
	if begin := strings.TrimLeft(line, " "); strings.HasPrefix(begin, "::") {
		line = line[:len(line)-len(begin)] + `\u003a` + begin[1:]
	}
	return strings.ReplaceAll(line, "##[", `##\u005b`)
}

// HarmlessLines is [Harmless] for each line of a text.
func HarmlessLines(text string) string {
	lines := strings.Split(text, "\n")
	for i := range lines {
		lines[i] = Harmless(lines[i])
	}
	return strings.Join(lines, "\n")
}
