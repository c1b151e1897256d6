package fine

import (
	"strings"

	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/token"
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

// UnmarshalYAML takes the text of any scalar.
func (s *text) UnmarshalYAML(node ast.Node) error {
	t := node.GetToken()
	switch n := node.(type) {
	case *ast.LiteralNode:
		s.Text, s.block, t = strings.TrimRight(n.Value.Value, "\n"), true, n.Start
	case *ast.StringNode:
		s.Text = n.Value
		s.quoted = t.Type == token.SingleQuoteType || t.Type == token.DoubleQuoteType
	case *ast.NullNode:
	case ast.ScalarNode:
		s.Text = t.Value
	default:
		return &yamlProblem{t, "expected a text or a number"}
	}
	s.Line, s.Column = t.Position.Line, t.Position.Column
	return nil
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
func (s text) problem(offset int, message string) *Problem {
	p := &Problem{Message: message}
	p.Line, p.Column = s.at(offset)
	if s.file != nil {
		p.File = s.file.name
	}
	return p
}
