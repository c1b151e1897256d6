package document

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"unicode/utf8"

	"go.yaml.in/yaml/v3"
)

// headLines is how many lines are looked at, of those that say something, for one that
// is a document by itself.
const headLines = 8

// format tells NDJSON from what is one document. A name that says nothing leaves it to
// the content: several documents begin with a line that is one, or with lines that are
// broken and begin nothing else.
func (s *stream) format() (Format, error) {
	if format := FormatOf(s.name); format != 0 {
		return format, nil
	}
	h := head{}
	for {
		line, err := s.line(false) // one too long may have no end, and is one document that is refused
		at := len(s.head)
		s.head = append(s.head, line...)
		if err != nil && !errors.Is(err, io.EOF) && !errors.Is(err, errLongLine) {
			return 0, err
		}
		if at == 0 {
			line = bytes.TrimPrefix(line, []byte(ByteOrderMark))
		}
		whole := false
		if !errors.Is(err, errLongLine) {
			whole = h.add(line)
		}
		switch {
		case whole && h.lines == 1 && err == nil:
			return s.afterFirst()
		case whole && h.lines > 1:
			return NDJSON, nil
		case err != nil || h.lines == headLines || len(s.head) > MaxSize: // too much of nothing is refused later
			return detect(s.head), nil
		}
	}
}

// afterFirst tells what follows a first line that is a document: nothing, or another
// line, which is a line of its own also where it is broken.
func (s *stream) afterFirst() (Format, error) {
	for len(s.head) <= MaxSize {
		next, err := s.r.ReadByte()
		if errors.Is(err, io.EOF) {
			return JSON, nil
		}
		if err != nil {
			return 0, err
		}
		if !isBlank([]byte{next}) {
			// The byte was just read, so that it can be put back.
			_ = s.r.UnreadByte()
			return NDJSON, nil
		}
		s.head = append(s.head, next)
	}
	return JSON, nil
}

// head is the beginning of a text, in lines.
type head struct {
	text  []byte
	lines int  // without blank ones
	opens bool // the first line is the beginning of a longer JSON document
}

// add takes the next line, and tells whether it is a whole object that belongs to
// nothing that began before it.
//
// A line below others counts only where it is not indented: what is part of something
// larger mostly is. Where the first line opens a JSON document, only the second is looked
// at, since a mistake further down breaks the document and makes no lines of it.
func (h *head) add(line []byte) bool {
	h.text = append(h.text, line...)
	if isBlank(line) {
		return false
	}
	h.lines++
	trimmed := bytes.TrimLeft(line, " \t\r\n")
	object := trimmed[0] == '{' && json.Valid(trimmed)
	if h.lines == 1 {
		h.opens = !object && opensJSON(h.text)
		return object
	}
	if !object || len(trimmed) < len(line) || h.opens && h.lines > 2 {
		return false
	}
	if detect(h.text) == JSON {
		return !opensJSON(h.text) && !json.Valid(h.text)
	}
	return !isYAML(h.text)
}

func isBlank(text []byte) bool { return len(bytes.TrimLeft(text, " \t\r\n")) == 0 }

// opensJSON reports whether a text can go on to be JSON, and is not yet.
func opensJSON(text []byte) bool {
	var value json.RawMessage
	return errors.Is(json.NewDecoder(bytes.NewReader(text)).Decode(&value), io.ErrUnexpectedEOF)
}

// isYAML reports whether a text can be read as YAML with more than a text or a number in
// it, such as an object below a comment.
func isYAML(text []byte) bool {
	if !utf8.Valid(text) {
		return false
	}
	if bytes.HasPrefix(text, []byte("%YAML ")) {
		return true // whatever version the library knows
	}
	y := &yamlReader{src: text}
	if !y.readable() {
		return false
	}
	if !y.bounded() {
		return true // it is refused, not read
	}
	documents, err := parseYAML(text)
	if err != nil || len(documents) == 0 {
		return false
	}
	kind := documents[0].Content[0].Kind
	return kind == yaml.MappingNode || kind == yaml.SequenceNode
}
