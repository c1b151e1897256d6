package render

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Names, values and reasons come from fact files that anybody may have written.
// Formats that are read line by line, or shown as they are, get them through
// oneLine; formats with an encoder of their own (JSON, XML, CSV) get them whole.

// oneLine writes text on one line: white space becomes a space, and what could
// steer a terminal or turn the direction of the text is shown as an escape
// such as \u202e instead of being obeyed.
func oneLine(s string) string {
	var b strings.Builder
	for _, r := range s {
		switch {
		case r == '\n' || r == '\r' || r == '\t' || r == '\u2028' || r == '\u2029':
			b.WriteByte(' ')
		case r == '\u200d' || !hidden(r):
			b.WriteRune(r) // a zero-width joiner holds emoji together
		default:
			fmt.Fprintf(&b, `\u%04x`, r)
		}
	}
	return b.String()
}

// hidden reports whether a character is not seen but has an effect: control
// characters and the format characters, marks of direction among them. It also
// is what invalid UTF-8 decodes to.
func hidden(r rune) bool {
	return unicode.Is(unicode.Cc, r) || unicode.Is(unicode.Cf, r) || r == utf8.RuneError
}

// clip shortens text to a number of characters and shows that it did. It does
// not look further than that, as a value may be long.
func clip(s string, limit int) string {
	n := 0
	for i := range s {
		if n == limit {
			return s[:i] + "…"
		}
		n++
	}
	return s
}
