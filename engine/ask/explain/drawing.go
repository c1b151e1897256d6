package explain

import (
	"strings"
	"unicode/utf8"
)

// branch is a place in a tree that is drawn: lines, the first with a mark before it,
// and what belongs to them.
type branch struct {
	mark  string // "yes", "no", "?" or nothing
	lines []string
	of    []branch
}

// maxWidth is how many columns a drawing takes at most, where no single word is longer.
const maxWidth = 100

// draw writes branches below each other.
func draw(of []branch, before string) []string {
	var lines []string
	for i, b := range of {
		first, rest := before+"|-- ", before+"|   "
		if i == len(of)-1 {
			first, rest = before+"`-- ", before+"    "
		}
		mark := ""
		if b.mark != "" {
			mark = b.mark + strings.Repeat(" ", max(1, 5-len(b.mark)))
		}
		hanging := rest
		if len(b.of) > 0 {
			hanging += "|"
		}
		hanging += strings.Repeat(" ", max(0, len(rest)+len(mark)-len(hanging)))
		for j, line := range b.lines {
			for k, part := range wrap(line, maxWidth-utf8.RuneCountInString(hanging)) {
				if j == 0 && k == 0 {
					lines = append(lines, first+mark+part)
					continue
				}
				if k > 0 {
					part = "  " + part
				}
				lines = append(lines, hanging+part)
			}
		}
		lines = append(lines, draw(b.of, rest)...)
	}
	return lines
}

// wrap breaks a text into lines that fit, those after the first by two columns
// narrower.
func wrap(text string, width int) []string {
	width = max(width, 30)
	var lines []string
	line := ""
	for _, word := range strings.Fields(text) {
		limit := width
		if len(lines) > 0 {
			limit -= 2
		}
		if line != "" && utf8.RuneCountInString(line)+1+utf8.RuneCountInString(word) > limit {
			lines = append(lines, line)
			line = ""
		}
		if line != "" {
			line += " "
		}
		line += word
	}
	return append(lines, line)
}
