package engine

import "github.com/dsaeval/dsaeval/internal/document"

// Class says what an error means for the caller: whose turn it is.
type Class = document.Class

// The classes of errors.
const (
	// Usage: something was asked for that cannot be done. Errors of which nothing
	// else is known have this class.
	Usage Class = document.Usage
	// Invalid: facts, parameters or another file hold what cannot be used.
	Invalid Class = document.Invalid
	// Defect: the policies or the program are at fault.
	Defect Class = document.Defect
)

// ClassOf returns the class of an error that this package or one below it returned.
func ClassOf(err error) Class { return document.ClassOf(err) }
