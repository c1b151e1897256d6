package document

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"iter"
	"os"
	"sync"
)

// Stream yields the documents of a reader one after the other: one or, of NDJSON, as
// many as there are lines, of which no two are held at a time. The limits are those of
// one document; a stream may be as long as it likes.
//
// What is wrong with a document is [Problems] beside it; its root is nil where nothing
// could be understood. Lines are independent: a broken one does not end the sequence.
// Any other error does, and is that of the reader.
func Stream(name string, r io.Reader) iter.Seq2[Document, error] {
	return func(yield func(Document, error) bool) {
		s := stream{name: name, r: buffer(r)}
		defer func() { release(s.r) }()
		if file, ok := r.(*os.File); ok {
			s.file = file
		}
		format, err := s.format()
		switch {
		case err != nil:
			yield(Document{}, fmt.Errorf("%s: %w", name, err))
		case format == NDJSON:
			s.lines(yield)
		default:
			s.whole(yield)
		}
	}
}

// buffers are those of streams that have ended: of many small files each would have a
// large one of its own.
var buffers sync.Pool

func buffer(r io.Reader) *bufio.Reader {
	b, _ := buffers.Get().(*bufio.Reader)
	if b == nil {
		return bufio.NewReaderSize(r, 64<<10)
	}
	b.Reset(r)
	return b
}

func release(b *bufio.Reader) {
	b.Reset(nil)
	buffers.Put(b)
}

type stream struct {
	name string
	r    *bufio.Reader
	file *os.File // what is read, where it is a file
	head []byte   // what was read to tell the format
}

func (s *stream) whole(yield func(Document, error) bool) {
	if s.file != nil {
		// Only where the size is known beforehand can the message name it.
		if info, err := s.file.Stat(); err == nil && info.Mode().IsRegular() && info.Size() > MaxSize {
			yield(Document{}, Problems{TooLarge(s.name, info.Size())})
			return
		}
	}
	content, err := io.ReadAll(io.LimitReader(io.MultiReader(bytes.NewReader(s.head), s.r), MaxSize+1))
	if err != nil {
		yield(Document{}, fmt.Errorf("%s: %w", s.name, err))
		return
	}
	if len(content) > MaxSize {
		yield(Document{}, Problems{TooLarge(s.name, 0)})
		return
	}
	documents, problems := Parse(s.name, content, FormatOf(s.name))
	if len(documents) == 0 {
		yield(Document{}, problems)
		return
	}
	for i, d := range documents {
		var err error
		if i == 0 {
			err = problems.Err()
		}
		if !yield(d, err) {
			return
		}
	}
}

func (s *stream) lines(yield func(Document, error) bool) {
	behind := s.r
	s.r = buffer(io.MultiReader(bytes.NewReader(s.head), behind))
	defer release(behind)
	s.head = nil
	empty := true
	for number := 1; ; number++ {
		line, err := s.line(true)
		end := errors.Is(err, io.EOF)
		if err != nil && !end && !errors.Is(err, errLongLine) {
			yield(Document{}, fmt.Errorf("%s: %w", s.name, err))
			return
		}
		var d Document
		var problems Problems
		switch {
		case errors.Is(err, errLongLine):
			problems = Problems{longLine(s.name, number)}
		default:
			d, problems = documentOf(s.name, line, number)
		}
		if d.Root != nil || len(problems) > 0 {
			empty = false
			if !yield(d, problems.Err()) {
				return
			}
		}
		if end || number == 1 && isUTF16(line) {
			break
		}
	}
	if empty {
		yield(Document{}, Problems{{Position: Position{File: s.name}, Message: Empty}})
	}
}

// Line reads one line of NDJSON that was read elsewhere, with its number, so that
// problems and values have the place that they have in the whole. A blank one is a
// problem.
func Line(name string, number int, line []byte) (Document, error) {
	if len(line) > MaxSize {
		return Document{}, Problems{longLine(name, number)}
	}
	d, problems := documentOf(name, line, number)
	if d.Root == nil && len(problems) == 0 {
		problems = Problems{{Position: Position{File: name, Line: number, Column: 1}, Message: "the line is empty"}}
	}
	return d, problems.Err()
}

func longLine(name string, number int) Problem {
	return Problem{
		Position: Position{File: name, Line: number, Column: 1},
		Message:  "the document is larger than the limit of " + sizeText(MaxSize),
		Hint:     "a line describes one service at one date",
	}
}

// documentOf reads one line of NDJSON; a blank one is nothing.
func documentOf(name string, line []byte, number int) (Document, Problems) {
	if problem, ok := checkEncoding(name, line, number); !ok {
		return Document{}, Problems{problem}
	}
	if number == 1 {
		line = bytes.TrimPrefix(line, []byte(ByteOrderMark))
	}
	line = bytes.TrimSuffix(bytes.TrimSuffix(line, []byte{'\n'}), []byte{'\r'})
	if len(bytes.TrimSpace(line)) == 0 {
		return Document{}, nil
	}
	root, problems := decodeLine(name, line, number)
	return Document{root, line}, problems
}

var errLongLine = errors.New("the line is too long")

// line reads one line with its end. Of one that is longer than a document may be it
// returns a part, with errLongLine; skip is whether to read on to the end of it, so that
// the next call has the next line.
func (s *stream) line(skip bool) ([]byte, error) {
	var line []byte
	long := false
	for {
		part, err := s.r.ReadSlice('\n')
		if !long {
			line = append(line, part...)
			long = len(line) > MaxSize+1
		}
		switch {
		case long && !skip:
			return line, errLongLine
		case errors.Is(err, bufio.ErrBufferFull):
		case long && (err == nil || errors.Is(err, io.EOF)):
			return line, errLongLine
		default:
			return line, err
		}
	}
}
