package gate

import "github.com/dsaeval/dsaeval/internal/exact"

// unknownError ends the evaluation of an expression that reads an amount which
// is not known: that is neither above nor below anything.
type unknownError struct{ what string }

func (e *unknownError) Error() string { return e.what + " is not known" }

// amount reads a decimal string of a report; absent ones are not known.
func amount(what string, text *string) exact.Amount {
	if text == nil {
		return exact.NotKnown(&unknownError{what})
	}
	value, err := exact.ParseLiteral(*text)
	if err != nil {
		return exact.NotKnown(&unknownError{what})
	}
	return exact.Known(value)
}
