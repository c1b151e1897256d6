package document

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"github.com/go-json-experiment/json/jsontext"
)

// decodeLines reads NDJSON. Lines are independent: a broken one does not hide
// what is wrong with the next.
func decodeLines(name string, text []byte) ([]Document, Problems) {
	var documents []Document
	var problems Problems
	for number := 1; len(text) > 0; number++ {
		line, rest, _ := bytes.Cut(text, []byte{'\n'})
		text = rest
		line = bytes.TrimSuffix(line, []byte{'\r'})
		if len(bytes.TrimSpace(line)) == 0 {
			continue
		}
		root, found := decodeJSON(name, line, number)
		problems = append(problems, found...)
		if root != nil {
			documents = append(documents, Document{root, line})
		}
		if len(documents) > MaxDocuments {
			problems = append(problems, Problem{
				Position: Position{File: name, Line: number, Column: 1},
				Message:  fmt.Sprintf("the file holds more than %d documents", MaxDocuments),
				Hint:     "divide it into several files",
			})
			return nil, problems
		}
		if len(problems) > MaxProblems {
			break
		}
	}
	if len(documents) == 0 && len(problems) == 0 {
		problems = Problems{{Position: Position{File: name}, Message: "the file is empty"}}
	}
	return documents, problems
}

type jsonReader struct {
	builder
	src    []byte
	line   int
	cursor cursor
	tokens *jsontext.Decoder
}

// decodeJSON reads one document whose first line has the given number. The
// decoder yields tokens rather than values, so that the place of each is known and
// the depth stays under control. It reads what encoding/json does: what is said twice is
// told by its place, and text is checked before.
func decodeJSON(name string, src []byte, line int) (*Node, Problems) {
	tokens := jsontext.NewDecoder(bytes.NewBuffer(src), jsontext.AllowDuplicateNames(true), jsontext.AllowInvalidUTF8(true))
	r := &jsonReader{
		builder: builder{file: name}, src: src, line: line,
		cursor: newCursor(name, src, line), tokens: tokens,
	}
	root, ok := r.value()
	if !ok {
		return nil, r.problems
	}
	if _, at, err := r.next(); !errors.Is(err, io.EOF) {
		r.path = nil
		r.fail(at, "there is more text after the end of the document",
			"several documents stand each on a line of its own, in a file named .ndjson or on standard input")
		return nil, r.problems
	}
	return root, r.problems
}

// next returns a token and the place where it begins: the decoder only knows
// where the one before it ended.
func (r *jsonReader) next() (jsontext.Token, Position, error) {
	start := int(r.tokens.InputOffset())
	for start < len(r.src) && strings.IndexByte(" \t\r\n,:", r.src[start]) >= 0 {
		start++
	}
	at := r.cursor.at(start)
	token, err := r.tokens.ReadToken()
	return token, at, err
}

func (r *jsonReader) value() (*Node, bool) {
	token, at, err := r.next()
	if err != nil {
		r.syntax(err)
		return nil, false
	}
	if !r.enter(at) {
		return nil, false
	}
	switch token.Kind() {
	case '{':
		return r.object(at)
	case '[':
		return r.array(at)
	case '"':
		return &Node{Kind: String, Position: at, Text: token.String()}, true
	case '0':
		return r.number(at, token.String()), true
	case 't', 'f':
		return &Node{Kind: Bool, Position: at, Bool: token.Bool()}, true
	default:
		return &Node{Kind: Null, Position: at}, true
	}
}

func (r *jsonReader) object(at Position) (*Node, bool) {
	node := &Node{Kind: Object, Position: at}
	for r.tokens.PeekKind() != '}' {
		token, keyAt, err := r.next()
		if err != nil {
			r.syntax(err)
			return nil, false
		}
		key := token.String()
		if !r.key(keyAt, key) {
			return nil, false
		}
		value, ok := r.value()
		if !ok {
			return nil, false
		}
		r.path = r.path[:len(r.path)-1]
		r.member(node, key, keyAt, value)
	}
	return node, r.end()
}

func (r *jsonReader) array(at Position) (*Node, bool) {
	node := &Node{Kind: Array, Position: at}
	for r.tokens.PeekKind() != ']' {
		r.path = append(r.path, len(node.Elements))
		value, ok := r.value()
		if !ok {
			return nil, false
		}
		r.path = r.path[:len(r.path)-1]
		node.Elements = append(node.Elements, value)
	}
	return node, r.end()
}

// end takes the closing bracket of an object or a list.
func (r *jsonReader) end() bool {
	if _, _, err := r.next(); err != nil {
		r.syntax(err)
		return false
	}
	return true
}

// syntax reports a syntax error. The offsets of the token stream are not exact;
// those of the checker that runs over the whole text are.
func (r *jsonReader) syntax(err error) {
	offset := len(r.src)
	var syntax *json.SyntaxError
	if errors.As(json.Unmarshal(r.src, &json.RawMessage{}), &syntax) {
		err = syntax
		if !strings.Contains(syntax.Error(), "unexpected end") {
			offset = max(int(syntax.Offset)-1, 0)
		}
	}
	if offset > 0 && startsWithAny(r.src[offset-1:], "-Infinity", "-NaN") {
		offset-- // the checker accepts the minus
	}
	message, hint := r.explain(offset, err)
	at := newCursor(r.file, r.src, r.line)
	r.fail(at.at(offset), message, hint)
}

// explain says what is wrong at an offset, in words of the file.
func (r *jsonReader) explain(offset int, err error) (message, hint string) {
	rest := r.src[offset:]
	if len(rest) == 0 {
		return "the document ends too early", "a closing bracket or quote is missing"
	}
	char, _ := utf8.DecodeRune(rest)
	before := bytes.TrimRight(r.src[:offset], " \t\r\n")
	switch {
	case startsWithAny(rest, "NaN", "Infinity", "-Infinity", "-NaN"):
		return "a number must be finite; JSON has no NaN or Infinity", "leave a value that is not known out, or write null"
	case startsWithAny(rest, "//", "/*", "#"):
		return "JSON has no comments", "use a .yaml file to keep comments"
	case char == '\'':
		return "text must stand in double quotes", ""
	case (char == '}' || char == ']') && bytes.HasSuffix(before, []byte{','}):
		return fmt.Sprintf("there is a comma before %q", char), "remove the comma"
	case startsWithAny(rest, "True", "False", "None"):
		return fmt.Sprintf("unexpected %q", char), "write true, false or null in small letters"
	case char < ' ' && err != nil && strings.Contains(err.Error(), "string literal"):
		return "a line break or control character stands within quotes", `write \n or \t`
	case err != nil && strings.Contains(err.Error(), "escape"):
		return fmt.Sprintf("unknown escape sequence: unexpected %q", char), `write \\ for a backslash`
	case err != nil && strings.Contains(err.Error(), "object key string"):
		return fmt.Sprintf("unexpected %q; a key in double quotes should stand here", char), ""
	case err != nil && strings.Contains(err.Error(), "after object key:value pair"),
		err != nil && strings.Contains(err.Error(), "after array element"):
		return fmt.Sprintf("unexpected %q after a value", char), "a comma may be missing"
	default:
		return fmt.Sprintf("unexpected %q", char), ""
	}
}

func startsWithAny(text []byte, prefixes ...string) bool {
	for _, prefix := range prefixes {
		if bytes.HasPrefix(text, []byte(prefix)) {
			return true
		}
	}
	return false
}
