package sor

import (
	"bytes"
	"fmt"
	"io"
	"io/fs"
	"os"

	"github.com/dsaeval/dsaeval/internal/document"
)

// sameFiles finds files that are given under two names: through links, and as copies,
// such as a browser makes of what is downloaded twice.
type sameFiles map[int64][]namedFile // by size, so that not all are compared

type namedFile struct {
	in   input
	info fs.FileInfo
}

func (s *sameFiles) add(in input, info fs.FileInfo) error {
	if *s == nil {
		*s = sameFiles{}
	}
	for _, other := range (*s)[info.Size()] {
		what := "are the same file"
		if !os.SameFile(other.info, info) {
			same, err := in.copies(other.in)
			if err != nil {
				return err
			}
			if !same {
				continue
			}
			what = "have the same content"
		}
		return document.Hinted(fmt.Errorf("%s and %s %s: %w", other.in.path, in.path, what, ErrOverlap), "leave one of them out")
	}
	(*s)[info.Size()] = append((*s)[info.Size()], namedFile{in, info})
	return nil
}

// copies reports whether two files of one size have the same content, and more than a
// header: many parts of a platform have nothing else.
func (in input) copies(other input) (bool, error) {
	a, err := in.openFile(in.path)
	if err != nil {
		return false, err
	}
	defer a.Close()
	b, err := other.openFile(other.path)
	if err != nil {
		return false, err
	}
	defer b.Close()
	left, right := make([]byte, 1<<16), make([]byte, 1<<16)
	more := false
	for {
		n, errA := io.ReadFull(a, left)
		m, errB := io.ReadFull(b, right)
		if !bytes.Equal(left[:n], right[:m]) {
			return false, nil
		}
		more = more || isZip(left[:n]) || bytes.Contains(bytes.TrimSpace(left[:n]), []byte("\n"))
		if errA != nil || errB != nil {
			return more, unlessEnd(errA, errB)
		}
	}
}

// unlessEnd returns the first of the errors that is not the end of a file.
func unlessEnd(errs ...error) error {
	for _, err := range errs {
		if err != nil && err != io.EOF && err != io.ErrUnexpectedEOF {
			return err
		}
	}
	return nil
}
