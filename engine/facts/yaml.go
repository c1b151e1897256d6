package facts

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/goccy/go-yaml/scanner"
	"github.com/goccy/go-yaml/token"
)

// decodeYAML reads one YAML 1.2 document.
//
// The scanner comes from goccy/go-yaml, the parser does not: that one calls
// itself once for every key of a mapping and copies all keys each time, so a
// long list of keys overflows the stack, which Go cannot recover from, or takes
// minutes. What facts need of YAML is small: mappings, lists and scalars.
func decodeYAML(name string, src []byte) (root *Node, problems Problems) {
	// A second line of defence: whatever a scanner that we did not write thinks
	// of a file, its author gets a message and not a stack trace.
	defer func() {
		if cause := recover(); cause != nil {
			root, problems = nil, Problems{{
				Position: Position{File: name},
				Message:  fmt.Sprintf("the YAML scanner failed: %v", cause),
				Hint:     "write the document as JSON",
			}}
		}
	}()
	// The scanner miscounts lines of CRLF files within quotes.
	src = bytes.ReplaceAll(src, []byte("\r\n"), []byte("\n"))
	if problem, ok := checkYAMLText(name, src); !ok {
		return nil, Problems{problem}
	}
	y := &yamlReader{builder: builder{file: name}}
	if !y.scan(string(src)) {
		return nil, y.problems
	}
	root, ok := y.document()
	if !ok {
		return nil, y.problems
	}
	return root, y.problems
}

// checkYAMLText refuses what would keep the scanner busy or confuse it.
func checkYAMLText(name string, src []byte) (Problem, bool) {
	at := newCursor(name, src, 1)
	indicators, blank := 0, -1
	for i, char := range src {
		switch char {
		case '\n':
			if blank++; blank > maxBlankLines {
				return Problem{
					Position: at.at(i),
					Message:  fmt.Sprintf("there are more than %d empty lines in a row", maxBlankLines),
				}, false
			}
			indicators++
			continue
		case ' ', '\t':
			continue
		case '\r':
			return Problem{
				Position: at.at(i),
				Message:  "a carriage return stands without a line feed",
				Hint:     "save the file with Unix or Windows line ends",
			}, false
		case '[', ']', '{', '}', ',', ':', '-', '?', '&', '*', '!', '|', '>', '\'', '"', '%', '@', '`', '#':
			indicators++
		default:
			if char < ' ' || char == 0x7f {
				return Problem{
					Position: at.at(i),
					Message:  fmt.Sprintf("control character 0x%02X", char),
					Hint:     "remove it, or escape it in double quotes",
				}, false
			}
		}
		blank = -1
	}
	if indicators > maxIndicators {
		return Problem{
			Position: Position{File: name},
			Message:  "the document holds too many values for YAML",
			Hint:     "write it as JSON",
		}, false
	}
	return Problem{}, true
}

type yamlReader struct {
	builder
	tokens []*token.Token
	next   int
}

// scan fills the list of tokens; false if the document must be refused. It
// leaves comments out and reports, all at once, what YAML has and facts do not:
// what a document says should stand where the reader looks.
func (y *yamlReader) scan(text string) bool {
	var s scanner.Scanner
	s.Init(text)
	ok := true
	name := false // the next token is the name of an anchor
	for {
		tokens, err := s.Scan()
		for _, t := range tokens {
			if name {
				name = false
				continue
			}
			switch t.Type {
			case token.CommentType:
				continue
			case token.AnchorType, token.AliasType:
				name = true
				y.refuse(t, "anchors and aliases (& and *) are not used in facts", "write the value out where it is needed")
			case token.TagType:
				y.refuse(t, fmt.Sprintf("tags such as %s are not used in facts", shorten(t.Value)), "remove it; quotes make a value text")
			case token.MergeKeyType:
				y.refuse(t, "merge keys (<<) are not used in facts", "write the members out where they are needed")
			case token.DirectiveType:
				y.refuse(t, "directives (%) are not used in facts", "remove the line")
			case token.InvalidType:
				y.invalid(t)
			default:
				y.tokens = append(y.tokens, t)
				continue
			}
			if ok = false; len(y.problems) >= maxProblems {
				return false
			}
		}
		if errors.Is(err, io.EOF) {
			return ok
		}
		if err != nil {
			if ok {
				y.fail(Position{File: y.file}, "not valid YAML: "+err.Error(), "")
			}
			return false
		}
	}
}

func (y *yamlReader) refuse(t *token.Token, message, hint string) {
	y.fail(y.at(t), message, hint)
}

func (y *yamlReader) invalid(t *token.Token) {
	message := t.Error
	hint := ""
	switch {
	case strings.Contains(message, "tab character"):
		message, hint = "a tab stands where the line is indented", "indent with spaces"
	case strings.Contains(message, "end character of double-quoted"),
		strings.Contains(message, "end character of single-quoted"):
		message = "the closing quote is missing"
	case strings.Contains(message, "reserved character"):
		hint = "put the text in quotes"
	case strings.Contains(message, "escape character"):
		hint = `write \\ for a backslash, or use single quotes`
	case message == "":
		message = "not valid YAML"
	}
	y.fail(y.at(t), message, hint)
}

func (y *yamlReader) at(t *token.Token) Position {
	return Position{File: y.file, Line: max(t.Position.Line, 1), Column: max(t.Position.Column, 1)}
}
