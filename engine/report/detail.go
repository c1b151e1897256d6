package report

import (
	"errors"
	"fmt"
)

// Detail says how much of a report was worked out. The zero Detail is DetailFull: it is
// that of reports made before there were others.
type Detail string

// The levels of detail, the least first. Each includes those before it.
const (
	// DetailVerdicts: verdicts, first days, what is still possible and why an obligation
	// does not apply. The basis is empty; whether a breach has ended, and what can
	// be fined, is not said.
	DetailVerdicts Detail = "verdicts"
	// DetailFindings: with findings, their evidence, the basis and what is at stake, but
	// without conditions and questions.
	DetailFindings Detail = "findings"
	// DetailFull: with everything, also what is missing and what it would have to be.
	DetailFull Detail = "full"
)

// Known reports whether it is a level; the zero Detail is one.
func (d Detail) Known() bool { return d.rank() > 0 }

// Includes reports whether a report of this detail holds what one of the other
// does.
func (d Detail) Includes(other Detail) bool { return d.Known() && d.rank() >= other.rank() }

// Level returns the level by its name, also that of the zero Detail.
func (d Detail) Level() Detail {
	if d == "" {
		return DetailFull
	}
	return d
}

// MarshalText writes the level by its name.
func (d Detail) MarshalText() ([]byte, error) { return []byte(d.Level()), nil }

func (d Detail) rank() int {
	switch d {
	case DetailVerdicts:
		return 1
	case DetailFindings:
		return 2
	case DetailFull, "":
		return 3
	}
	return 0
}

// TooLittleDetail is the error of using a report for what it does not hold. What was
// not worked out would read as if there were none.
type TooLittleDetail struct {
	Has, Needs Detail
	// For is what the report was to be used for: a format, a gate.
	For string
}

// Error says what the report holds and what is needed.
func (e *TooLittleDetail) Error() string {
	return fmt.Sprintf("the report holds %s only; %s needs %s", e.Has, e.For, e.Needs)
}

// RequireFine returns an error if the fine was left out that something needs.
func (r *Report) RequireFine(use string) error {
	if r != nil && r.Unpriced {
		return fmt.Errorf("the report was made without its fine, which %s needs", use)
	}
	return nil
}

var errNoReport = errors.New("the report is nil")

// Require returns a [TooLittleDetail] if the report does not hold what something needs.
func (r *Report) Require(needs Detail, use string) error {
	if r == nil {
		return errNoReport
	}
	if r.Detail.Includes(needs) {
		return nil
	}
	return &TooLittleDetail{Has: r.Detail.Level(), Needs: needs, For: use}
}
