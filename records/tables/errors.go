package tables

import (
	"errors"

	"github.com/dsaeval/dsaeval/internal/document"
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

// Fail returns the error of a file that cannot be read at all, a [document.Problem],
// with a hint or without. The kind tells errors apart.
func Fail(name string, kind error, what, hint string) error {
	return document.Problem{Position: document.Position{File: name}, Message: what, Hint: hint, Cause: kind}
}
