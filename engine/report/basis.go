package report

import (
	"slices"
)

// Basis says what a finding rests on, beside the facts.
type Basis string

// The bases of a finding, the strongest first.
const (
	// Law: the words and figures of the law alone, under every reading of them.
	Law Basis = "law"
	// House: the words of a rule that is none of the Regulation.
	House Basis = "house"
	// ByReading: the law as one of several defensible readings has it.
	ByReading Basis = "reading"
	// ByParameter: also on a parameter, which stands for an open word of the law.
	ByParameter Basis = "parameter"
)

// Bases lists the bases, the strongest first.
func Bases() []Basis { return []Basis{Law, House, ByReading, ByParameter} }

func (b Basis) Stronger(other Basis) Basis {
	if slices.Index(Bases(), other) < slices.Index(Bases(), b) {
		return other
	}
	return b
}
