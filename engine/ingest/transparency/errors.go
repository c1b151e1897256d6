package transparency

import (
	"errors"
	"fmt"

	"github.com/dsaeval/dsaeval/engine/lint"
)

// Errors of [Open], to be told apart with errors.Is.
var (
	// ErrNoReport means that none of the files is a sheet of the template.
	ErrNoReport = errors.New("no sheet of the template of Implementing Regulation (EU) 2024/2835")
	// ErrTooLarge means that a file or an archive exceeds the limits.
	ErrTooLarge = errors.New("larger than any report")
	// ErrUnsafe means that an archive names files outside of itself.
	ErrUnsafe = errors.New("unsafe path")
	// ErrCorrupt means that an archive, a workbook or a CSV file is damaged.
	ErrCorrupt = errors.New("damaged file")
	// ErrAmbiguous means that it is unclear which files make up the report.
	ErrAmbiguous = errors.New("unclear which files make up the report")
)

// Ref is the place of a cell.
type Ref = lint.Ref

// fileError is an error about a file with something to try.
func fileError(name string, kind error, what, try string) error {
	text := what
	if try != "" {
		text += "\n  try: " + try
	}
	return &FileError{File: name, Kind: kind, Text: text}
}

// FileError is the error of a file that cannot be read at all.
type FileError struct {
	File string
	// Kind is one of the errors above.
	Kind error
	Text string
}

func (e *FileError) Error() string { return fmt.Sprintf("%s: %s", e.File, e.Text) }

// Unwrap returns the kind.
func (e *FileError) Unwrap() error { return e.Kind }
