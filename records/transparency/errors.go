package transparency

import (
	"errors"

	"github.com/dsaeval/dsaeval/records/lint"
	"github.com/dsaeval/dsaeval/records/tables"
)

// Errors of [Open], to be told apart with errors.Is.
var (
	// ErrNoReport means that none of the files is a sheet of the template.
	ErrNoReport = errors.New("no sheet of the template of Implementing Regulation (EU) 2024/2835")
	// ErrAmbiguous means that it is unclear which files make up the report.
	ErrAmbiguous = errors.New("unclear which files make up the report")
	// ErrTooLarge, ErrUnsafe and ErrCorrupt are those of the files.
	ErrTooLarge = tables.ErrTooLarge
	ErrUnsafe   = tables.ErrUnsafe
	ErrCorrupt  = tables.ErrCorrupt
)

// Ref is the place of a cell.
type Ref = lint.Ref
