package columns

import (
	"strings"

	"github.com/dsaeval/dsaeval/internal/lazy"
)

// narrowestLine is the least width at which breaking lines still helps.
const narrowestLine = 40

// mark is what a line begins with that what goes on below stands to the right of:
// a number, a dash or another sign, the bar of an excerpt.
var mark = lazy.NewRegexp(`^ *([0-9]+\. |[-+=?~] |\| )`)

// Break breaks a line at blanks. What does not fit goes on to the right of the
// mark that the line begins with or, if it has none, two columns to the right of
// where it began. A width of 0 breaks nothing.
func Break(line string, width int) []string {
	if width < narrowestLine || Width(line) <= width {
		return []string{line}
	}
	indent := line[:len(line)-len(strings.TrimLeft(line, " "))]
	hanging := indent + "  "
	if begins := mark.FindStringSubmatch(line); begins != nil {
		hanging = strings.Repeat(" ", len(begins[0]))
	}
	var parts []string
	current := indent
	empty := true
	for _, word := range words(line) {
		if !empty && Width(current)+1+Width(word) > width {
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

// A number of several groups of digits is one word, since each half of it would be read as
// a number.
var (
	digits = lazy.NewRegexp(`[0-9]$`)
	group  = lazy.NewRegexp(`^[0-9]{3}\b`)
)

// words are what a line is broken between.
func words(line string) []string {
	var list []string
	for _, field := range strings.Fields(line) {
		if last := len(list) - 1; last >= 0 && group.MatchString(field) && digits.MatchString(list[last]) {
			list[last] += " " + field
			continue
		}
		list = append(list, field)
	}
	return list
}

// BreakLines breaks each line of a text. One below which a ^ points at a place of it
// stays whole, for the terminal breaks both at the same column.
func BreakLines(text string, width int) string {
	if width < narrowestLine {
		return text
	}
	lines := strings.Split(text, "\n")
	var broken []string
	for i, line := range lines {
		if i+1 < len(lines) && strings.TrimLeft(lines[i+1], " ") == "^" {
			broken = append(broken, line)
			continue
		}
		broken = append(broken, Break(line, width)...)
	}
	return strings.Join(broken, "\n")
}
