package document

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"

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
		root, found := decodeLine(name, line, number)
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
		problems = Problems{{Position: Position{File: name}, Message: Empty}}
	}
	return documents, problems
}

type jsonReader struct {
	builder
	src    []byte
	line   int
	cursor cursor
	tokens *jsontext.Decoder
	lines  bool // the document is a line of NDJSON
}

// decodeJSON reads one document whose first line has the given number. The
// decoder yields tokens rather than values, so that the place of each is known and
// the depth stays under control. It reads what encoding/json does: what is said twice is
// told by its place, and text is checked before.
func decodeJSON(name string, src []byte, line int) (*Node, Problems) {
	return newJSONReader(name, src, line).document()
}

// decodeLine is decodeJSON for a line of NDJSON.
func decodeLine(name string, src []byte, line int) (*Node, Problems) {
	r := newJSONReader(name, src, line)
	r.lines = true
	return r.document()
}

func newJSONReader(name string, src []byte, line int) *jsonReader {
	tokens := jsontext.NewDecoder(bytes.NewBuffer(src), jsontext.AllowDuplicateNames(true), jsontext.AllowInvalidUTF8(true))
	return &jsonReader{
		builder: builder{file: name}, src: src, line: line,
		cursor: newCursor(name, src, line), tokens: tokens,
	}
}

func (r *jsonReader) document() (*Node, Problems) {
	root, ok := r.value()
	if !ok {
		return nil, r.problems
	}
	end := r.tokens.InputOffset()
	if _, at, err := r.next(); !errors.Is(err, io.EOF) {
		r.path = nil
		r.fail(at, "there is more text after the end of the document", r.severalHint(r.src[:end]))
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
