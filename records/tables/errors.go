package tables

import (
	"errors"
	"fmt"
)

// Errors of [Read], to be told apart with errors.Is.
var (
	// ErrTooLarge means that a file or an archive exceeds the limits.
	ErrTooLarge = errors.New("larger than any report")
	// ErrUnsafe means that an archive names files outside of itself.
	ErrUnsafe = errors.New("unsafe path")
	// ErrCorrupt means that an archive, a workbook or a CSV file is damaged.
	ErrCorrupt = errors.New("damaged file")
)

// Fail returns an error about a file with something to try.
func Fail(name string, kind error, what, try string) error {
	text := what
	if try != "" {
		text += "\n  try: " + try
	}
	return &FileError{File: name, Kind: kind, Text: text}
}

// FileError is the error of a file that cannot be read at all.
type FileError struct {
	File string
	// Kind tells errors apart.
	Kind error
	Text string
}

func (e *FileError) Error() string { return fmt.Sprintf("%s: %s", e.File, e.Text) }

// Unwrap returns the kind.
func (e *FileError) Unwrap() error { return e.Kind }
