package factfile

import (
	"slices"
	"strings"

	"github.com/dsaeval/dsaeval/internal/document"
)

// addition is what is put into an object: a value some steps below it.
type addition struct {
	steps []string
	Entry
}

// inserted is the text with new members at the end of an object that stands so many
// steps below the document.
func (f *File) inserted(object *document.Node, depth int, additions []addition) string {
	start := f.offset(object.Position)
	if len(object.Members) == 0 || start < len(f.text) && f.text[start] == '{' {
		return f.insertedInBraces(start, additions)
	}
	first := object.Members[0].KeyPosition
	indent := first.Column - 1
	line := f.endOfBlock(object.Members[len(object.Members)-1].KeyPosition.Line, indent)
	lines := f.lines()
	var added []string
	for _, a := range additions {
		added = append(added, a.block(indent)...)
	}
	if depth == 0 && len(additions[0].steps) > 1 {
		// A section begins: where pages about facts have it, and with air around it.
		for _, m := range object.Members {
			if placeOf(m.Key) <= placeOf(additions[0].steps[0]) {
				continue
			}
			line = m.KeyPosition.Line - 1
			for line > 0 && strings.HasPrefix(lines[line-1], "#") {
				line--
			}
			for line > 0 && strings.TrimSpace(lines[line-1]) == "" {
				line--
			}
			break
		}
		switch {
		case f.airy() && line > 0:
			added = append([]string{""}, added...)
		case f.airy():
			added = append(added, "")
		}
	}
	lines = slices.Insert(lines, line, added...)
	return f.joined(lines)
}

// airy reports whether sections stand apart from each other.
func (f *File) airy() bool {
	lines := f.lines()
	for _, m := range f.root.Members[1:] {
		line := m.KeyPosition.Line - 1
		for line > 0 && strings.HasPrefix(lines[line-1], "#") {
			line--
		}
		if line > 0 && strings.TrimSpace(lines[line-1]) == "" {
			return true
		}
	}
	return false
}

// block writes an addition as lines.
func (a addition) block(indent int) []string {
	var lines []string
	for i, step := range a.steps {
		blanks := strings.Repeat(" ", indent+2*i)
		if i < len(a.steps)-1 {
			lines = append(lines, blanks+key(step, false)+":")
			continue
		}
		for _, comment := range a.Comment {
			lines = append(lines, blanks+strings.TrimRight("# "+comment, " "))
		}
		line := blanks + key(step, false) + ": " + literal(a.Value, false)
		if a.Note != "" {
			line += " # " + a.Note
		}
		lines = append(lines, line)
	}
	return lines
}

// insertedInBraces puts members first into an object that is written as in JSON.
func (f *File) insertedInBraces(start int, additions []addition) string {
	var each []string
	for _, a := range additions {
		member := ""
		for i, step := range a.steps {
			member += key(step, f.json) + ": "
			if i < len(a.steps)-1 {
				member += "{"
			}
		}
		each = append(each, member+literal(a.Value, f.json)+strings.Repeat("}", len(a.steps)-1))
	}
	rest := f.text[start+1:]
	separator := ", "
	if trimmed := strings.TrimLeft(rest, " \t\r\n"); strings.HasPrefix(trimmed, "}") {
		separator = ""
	} else if blank := rest[:len(rest)-len(trimmed)]; strings.Contains(blank, "\n") {
		return f.text[:start+1] + blank + strings.Join(each, ","+blank) + "," + rest
	}
	return f.text[:start+1] + strings.Join(each, ", ") + separator + rest
}

// endOfBlock is the number of the last line of a member whose key stands in a line,
// with so many blanks before it.
func (f *File) endOfBlock(line, indent int) int {
	lines := f.lines()
	end := line
	for i := line; i < len(lines); i++ {
		text := strings.TrimRight(lines[i], " \t\r")
		if text == "" {
			continue
		}
		rest := strings.TrimLeft(text, " ")
		blanks := len(text) - len(rest)
		dash := rest == "-" || strings.HasPrefix(rest, "- ")
		comment := indent > 0 && strings.HasPrefix(rest, "#")
		if blanks < indent || blanks == indent && !dash && !comment {
			break
		}
		end = i + 1
	}
	return end
}
