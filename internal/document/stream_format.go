package document

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
)

// format tells NDJSON from what is one document. A name that says nothing leaves it to
// the content: several documents begin with a line that is one, as in [Parse].
func (s *stream) format() (Format, error) {
	if format := FormatOf(s.name); format != 0 {
		return format, nil
	}
	blank := 0 // how much there is before the first thing said
	for {
		line, err := s.line(false) // one too long may have no end, and is one document that is refused
		s.head = append(s.head, line...)
		if err != nil && !errors.Is(err, io.EOF) && !errors.Is(err, errLongLine) {
			return 0, err
		}
		rest := s.head[blank:]
		if blank == 0 {
			rest = bytes.TrimPrefix(rest, []byte(ByteOrderMark))
		}
		trimmed := bytes.TrimLeft(rest, " \t\r\n")
		blank = len(s.head) - len(trimmed)
		switch {
		case err != nil || blank > MaxSize: // too much of nothing, which whole refuses
			return detect(s.head), nil
		case len(trimmed) == 0:
		case trimmed[0] != '{' || !json.Valid(trimmed):
			return detect(trimmed[:1]), nil
		default:
			return s.afterFirst()
		}
	}
}

// afterFirst tells what follows a first line that is a document: another one, or
// nothing, or what makes no sense in JSON.
func (s *stream) afterFirst() (Format, error) {
	for len(s.head) <= MaxSize {
		next, err := s.r.ReadByte()
		if errors.Is(err, io.EOF) {
			return JSON, nil
		}
		if err != nil {
			return 0, err
		}
		if !bytes.ContainsRune([]byte(" \t\r\n"), rune(next)) {
			// The byte was just read, so that it can be put back.
			_ = s.r.UnreadByte()
			if next == '{' {
				return NDJSON, nil
			}
			return JSON, nil
		}
		s.head = append(s.head, next)
	}
	return JSON, nil
}
