package fines

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/dsaeval/dsaeval/internal/document"
)

// text is a scalar of a YAML file, as it is written and with its place, so that
// no number ever passes through a float and errors inside a formula can point
// to the very character.
type text struct {
	Text         string
	Line, Column int

	quoted bool
	block  bool // a literal or folded block; Line is that of its indicator
	file   *sourceText
}

// sourceText is the file that texts come from; filled in after decoding.
type sourceText struct {
	name  string
	lines []string
}

// FromNode takes the text of any scalar.
func (s *text) FromNode(n *document.Node, path document.Path) document.Problems {
	switch n.Kind {
	case document.Object, document.Array:
		return document.Problems{{
			Position: n.Position, Pointer: path.Pointer(), Message: fmt.Sprintf("%s is %s; expected a text or a number", path.Subject(), n.Kind),
		}}
	case document.Bool:
		s.Text = strconv.FormatBool(n.Bool)
	default:
		s.Text = strings.TrimRight(n.Text, "\n")
	}
	s.Line, s.Column = n.Position.Line, n.Position.Column
	return nil
}

// adopted tells the text where it comes from, and how it is written there.
func (s *text) adopted(file *sourceText) {
	s.file = file
	if s.Line == 0 || s.Line > len(file.lines) {
		return
	}
	line := []rune(file.lines[s.Line-1])
	if s.Column > len(line) {
		return
	}
	switch line[s.Column-1] {
	case '"', '\'':
		s.quoted = true
	case '|', '>':
		s.block = true
	}
}

// at returns the place of a character of the text, counted from 0.
func (s text) at(offset int) (line, column int) {
	if !s.block || s.file == nil {
		if s.quoted {
			offset++
		}
		return s.Line, s.Column + offset
	}
	// Every line of a block is one line of the text or, folded, one word group
	// joined by a space: either way the next begins one character later.
	indent := -1
	for i := s.Line; i < len(s.file.lines); i++ {
		source := s.file.lines[i]
		if indent < 0 {
			indent = len(source) - len(strings.TrimLeft(source, " "))
		}
		runes := len([]rune(strings.TrimRight(source, "\r"))) - indent
		if offset <= runes || i+1 == len(s.file.lines) {
			return i + 1, indent + offset + 1
		}
		offset -= max(runes, 0) + 1
	}
	return s.Line, s.Column
}

// problem is something wrong at a character of the text.
func (s text) problem(offset int, message string) *document.Problem {
	p := &document.Problem{Message: message}
	p.Position.Line, p.Position.Column = s.at(offset)
	if s.file != nil {
		p.Position.File = s.file.name
	}
	return p
}
