package render

import (
	"fmt"
	"io"
	"regexp"
	"strings"

	"github.com/dsaeval/dsaeval/internal/columns"
	"github.com/dsaeval/dsaeval/internal/writing"
)

// write writes text for a terminal: long lines are broken at blanks and go on below
// where their text began, and headings have colours if asked for.
func (o writeOptions) write(w io.Writer, plain []byte) error {
	var out strings.Builder
	for line := range strings.Lines(string(plain)) {
		line = writing.Harmless(strings.TrimSuffix(line, "\n"))
		open, end := "", ""
		if o.colour {
			open, end = colourOf(line)
		}
		for _, part := range breakLine(line, o.width) {
			fmt.Fprintf(&out, "%s%s%s\n", open, part, end)
		}
	}
	_, err := io.WriteString(w, out.String())
	return err
}

// headings are the beginnings of lines with their colours: red, yellow, cyan
// and bold of the terminal's own palette, so that they fit its theme.
var headings = []struct{ begins, sequence string }{
	{"BREACH", "\x1b[1;31m"},
	{"UNDETERMINED", "\x1b[1;33m"},
	{"STRESS TEST", "\x1b[1;36m"},
	{"NOT JUDGED", "\x1b[1;31m"},
	{"SERVICES", "\x1b[1m"},
	{"CONTEXT", "\x1b[1m"},
	{"MORE AT STAKE", "\x1b[1m"},
	{"NEXT", "\x1b[1;33m"},
	{"  Art. ", "\x1b[1m"},
}

func colourOf(line string) (begin, end string) {
	for _, h := range headings {
		if strings.HasPrefix(line, h.begins) {
			return h.sequence, "\x1b[0m"
		}
	}
	return "", ""
}

// minWidth is the least width at which breaking lines still helps.
const minWidth = 40

// mark is what a line begins with that what goes on below stands to the right of:
// a number, a dash, the bar of an excerpt.
var mark = regexp.MustCompile(`^ *([0-9]+\. |- |\| )`)

// breakLine breaks a line at blanks. What does not fit goes on to the right of the
// mark that the line begins with or, if it has none, two columns to the right of
// where it began.
func breakLine(line string, width int) []string {
	if width < minWidth || columns.Width(line) <= width {
		return []string{line}
	}
	indent := line[:len(line)-len(strings.TrimLeft(line, " "))]
	hanging := indent + "  "
	if begins := mark.FindString(line); begins != "" {
		hanging = strings.Repeat(" ", len(begins))
	}
	var parts []string
	current := indent
	empty := true
	for _, word := range strings.Fields(line) {
		if !empty && columns.Width(current)+1+columns.Width(word) > width {
			parts = append(parts, current)
			current, empty = hanging, true
		}
		if !empty {
			current += " "
		}
		current += word
		empty = false
	}
	return append(parts, current)
}
