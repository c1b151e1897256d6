package document

import "errors"

// Class says what an error means for whoever called: whose turn it is.
type Class int

// The classes of errors. The zero Class is Usage, so that an error of which
// nothing is known is not mistaken for a defect.
const (
	// Usage: something was asked for that cannot be done, or a file cannot be read.
	Usage Class = iota
	// Invalid: a file holds what cannot be used.
	Invalid
	// Defect: the policies or the program are at fault.
	Defect
)

// ClassOf returns the class that an error, or one that it wraps, says it has.
func ClassOf(err error) Class {
	var classified interface {
		error
		Class() Class
	}
	if errors.As(err, &classified) {
		return classified.Class()
	}
	return Usage
}
