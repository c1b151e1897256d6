package words

import (
	"fmt"

	"github.com/dsaeval/dsaeval/engine/report"
)

// Finding is the message of a finding with what limits it.
func Finding(f report.Finding) string {
	message := ofItem(f.Message, f.Item)
	if f.Alternative {
		message += " (this or one of the others)"
	}
	return message
}

// Ended is a finding with the day on which it ended, if it has.
func Ended(f report.Finding) string {
	if f.EndedOn == nil {
		return Finding(f)
	}
	return Finding(f) + ", ended on " + string(*f.EndedOn)
}

// Doubt is an observation that speaks against an obligation.
func Doubt(d report.Doubt) string { return ofItem(d.Message, d.Item) }

// ofItem adds to a message which element of a list is meant, if one is.
func ofItem(message string, item *int) string {
	return message + Element(item)
}

// Element says behind something which element of a list is meant, counted from 0;
// nothing where none is.
func Element(item *int) string {
	if item == nil {
		return ""
	}
	return fmt.Sprintf(" (element %d)", *item)
}

// Waiver says why something does not fail a run, who answers for that, and until
// when.
func Waiver(w report.Waiver) string {
	text := w.Reason
	if w.Owner != "" {
		text += fmt.Sprintf(" (owner %s, approved by %s, last valid day %s)", w.Owner, w.ApprovedBy, w.LastValidDay)
	}
	return text
}
