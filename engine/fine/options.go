package fine

import (
	"fmt"
	"slices"

	"github.com/dsaeval/dsaeval/internal/document"
)

// PeriodicReading says how Art. 76(1) is read.
type PeriodicReading string

// The readings of "5 % of the average daily income or worldwide annual turnover
// in the preceding financial year per day".
const (
	// Daily: 5 % of the average daily turnover, as Art. 52(4) says in so many
	// words.
	Daily PeriodicReading = "daily"
	// Annual: 5 % of the annual turnover, for each day, by the letter.
	Annual PeriodicReading = "annual"
)

// Options are the choices of a user where law or facts are open.
type Options struct {
	// TurnoverOf is group or entity; empty for the group's if it is known, else
	// the entity's.
	TurnoverOf string
	// PeriodicReading is Daily if empty.
	PeriodicReading PeriodicReading
	// Unit is what counts as one infringement, ByArticle if empty.
	Unit Unit
	// Rates convert turnover and income. Nothing is converted without them.
	Rates Rates
	// Inputs set inputs of the models, over what the facts say, by name.
	Inputs map[string]string
}

// Check reports a choice that does not exist. Whether there are such Inputs, and with
// such values, only the models know: engine.New says it.
func (o Options) Check() error {
	if !slices.Contains([]string{"", Group, Entity}, o.TurnoverOf) {
		return fmt.Errorf("turnover of %q; expected group or entity", document.Shorten(o.TurnoverOf))
	}
	if !slices.Contains([]PeriodicReading{"", Daily, Annual}, o.PeriodicReading) {
		return fmt.Errorf("periodic reading %q; expected daily or annual", document.Shorten(string(o.PeriodicReading)))
	}
	if !slices.Contains([]Unit{"", ByArticle, ByParagraph}, o.Unit) {
		return fmt.Errorf("unit %q; expected article or paragraph", document.Shorten(string(o.Unit)))
	}
	return o.Rates.check()
}

// Unit is what counts as one infringement.
type Unit string

// The units. Decisions count by Article: X was fined for 25, 39 and 40(12), one
// sum each, and Temu for 34. The caps of recital 117 hold per infringement, so
// that they follow the unit.
const (
	ByArticle   Unit = "article"
	ByParagraph Unit = "paragraph"
)

// Whose turnover counts is open (Art. 3(x) speaks of an undertaking, Art. 74 of
// "its" turnover), so that both are computed where both are given.
const (
	Group  = "group"
	Entity = "entity"
)
