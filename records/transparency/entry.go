package transparency

import "math/big"

// State says whether a cell has a number.
type State int

// The states of a cell.
const (
	// Blank: nothing stands there, which by Annex II means that the row does not
	// apply to the provider. It is not zero.
	Blank State = iota
	// Known: a number.
	Known
	// Unreadable: something stands there that is no number.
	Unreadable
)

// Entry is one cell for a number, with its meaning in the template.
type Entry struct {
	Part    int
	Surface string
	// Measure is the column in parts 3 to 6, the indicator in parts 7 to 10.
	Measure string
	Kind    Kind
	// Category is "total" or a code of parts 3 to 6; Keyword a code below it.
	Category, Keyword string
	// Scope is "total", a Member State, a language, or a row of parts 7 and 8.
	Scope string

	Ref   Ref
	Text  string
	State State
	Value *big.Rat

	stored bool
}
