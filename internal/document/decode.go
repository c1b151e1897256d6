package document

import (
	"bytes"
	"fmt"
	"unicode/utf8"
)

const ByteOrderMark = "\xEF\xBB\xBF"

// Decode reads documents without interpreting them: one, or in NDJSON one per
// line. Its error is [Problems]. Format 0 lets the content decide.
func Decode(name string, content []byte, format Format) ([]*Node, error) {
	documents, problems := Parse(name, content, format)
	if err := problems.Sorted().Err(); err != nil {
		return nil, err
	}
	nodes := make([]*Node, len(documents))
	for i, document := range documents {
		nodes[i] = document.Root
	}
	return nodes, nil
}

// Document is one decoded document and the bytes it came from.
type Document struct {
	Root    *Node
	Content []byte
}

// Parse returns documents as far as they could be understood. A document is
// left out if its problems would only lead to more of them.
func Parse(name string, content []byte, format Format) ([]Document, Problems) {
	if len(content) > MaxSize {
		return nil, Problems{TooLarge(name, int64(len(content)))}
	}
	if problem, ok := checkEncoding(name, content, 1); !ok {
		return nil, Problems{problem}
	}
	text := bytes.TrimPrefix(content, []byte(ByteOrderMark))
	if format == 0 {
		format = formatIn(content)
	}
	if format == NDJSON {
		return decodeLines(name, text)
	}
	if len(bytes.TrimSpace(text)) == 0 {
		return nil, Problems{{Position: Position{File: name}, Message: Empty}}
	}
	var root *Node
	var problems Problems
	if format == JSON {
		root, problems = decodeJSON(name, text, 1)
	} else {
		root, problems = decodeYAML(name, text)
	}
	if root == nil {
		return nil, problems
	}
	return []Document{{root, content}}, problems
}

func TooLarge(name string, size int64) Problem {
	message := "the file is larger than the limit of " + sizeText(MaxSize)
	if size > 0 {
		message = fmt.Sprintf("the file has %s; the limit is %s", sizeText(size), sizeText(MaxSize))
	}
	return Problem{
		Position: Position{File: name},
		Message:  message,
		Hint:     "a document describes one service at one date; put each into a file of its own",
	}
}

// checkEncoding looks at content whose first line has the given number.
func checkEncoding(name string, content []byte, line int) (Problem, bool) {
	if isUTF16(content) {
		return Problem{
			Position: Position{File: name},
			Message:  "the file is encoded in UTF-16",
			Hint:     "save it as UTF-8",
		}, false
	}
	if utf8.Valid(content) {
		return Problem{}, true
	}
	valid := 0
	for {
		r, size := utf8.DecodeRune(content[valid:])
		if r == utf8.RuneError && size == 1 {
			break
		}
		valid += size
	}
	text := bytes.TrimPrefix(content, []byte(ByteOrderMark))
	at := newCursor(name, text, line)
	return Problem{
		Position: at.at(valid - (len(content) - len(text))),
		Message:  fmt.Sprintf("byte 0x%02X is not valid UTF-8", content[valid]),
		Hint:     "save the file as UTF-8",
	}, false
}

func isUTF16(content []byte) bool {
	return bytes.HasPrefix(content, []byte("\xFF\xFE")) || bytes.HasPrefix(content, []byte("\xFE\xFF"))
}

// builder collects what both decoders need: where they are, and what was wrong.
type builder struct {
	file     string
	path     Path
	values   int
	problems Problems
}

func (b *builder) fail(at Position, message, hint string) {
	b.problems = append(b.problems, Problem{
		Position: at, Pointer: b.path.Pointer(), Message: message, Hint: hint,
	})
}

var tooDeep = fmt.Sprintf("objects and lists are nested more than %d deep", MaxDepth)

// enter counts a value; false ends the decoding, since what follows is as large
// or as deep as its author likes.
func (b *builder) enter(at Position) bool {
	if len(b.problems) > MaxProblems {
		return false
	}
	b.values++
	if b.values > MaxValues {
		b.path = nil
		b.fail(at, fmt.Sprintf("the document holds more than %d values", MaxValues), "")
		return false
	}
	// Kept to names: the path of a problem this deep helps nobody.
	if len(b.path) > MaxDepth {
		b.path = nil
		b.fail(at, tooDeep, "")
		return false
	}
	return true
}

// key goes on to the value of a key. Long keys end the decoding: each problem
// below one would repeat it.
func (b *builder) key(at Position, key string) bool {
	if length := utf8.RuneCountInString(key); length > MaxKey {
		b.path = nil
		b.fail(at, fmt.Sprintf("a key has %d characters; at most %d are read", length, MaxKey), "")
		return false
	}
	b.path = append(b.path, key)
	return true
}

// member adds a member to an object; of two with the same key the first stays.
func (b *builder) member(object *Node, key string, at Position, value *Node) {
	if object.Add(Member{key, at, value}) {
		return
	}
	first, _ := object.Member(key)
	b.path = append(b.path, key)
	b.fail(at, fmt.Sprintf("%s is given twice; first at line %d, column %d",
		b.path, first.KeyPosition.Line, first.KeyPosition.Column), "")
	b.path = b.path[:len(b.path)-1]
}

// number returns a Number, or a Null where the number cannot be read, so that
// the rest of the document can still be checked.
func (b *builder) number(at Position, text string) *Node {
	if message := checkNumber(text); message != "" {
		b.fail(at, b.path.Subject()+" is "+message, "")
		return &Node{Kind: Null, Position: at}
	}
	return &Node{Kind: Number, Position: at, Text: text}
}
