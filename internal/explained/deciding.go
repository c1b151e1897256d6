// Package explained reads an explanation: which of its conditions decide.
package explained

import (
	"slices"

	"github.com/dsaeval/dsaeval/engine/report"
)

// Deciding returns a condition with those of its parts that decide it: of alternatives
// of which one holds, those that hold; of conditions that must all hold and do not,
// those that fail; of what is open, what is. One part alone stands for the whole.
//
// A condition can be settled although it is open by itself, because every value of the
// facts that are not known leads to the same answer. That answer is then given, and of
// the parts those stay that speak for it beside those that are open. It is empty of a
// condition that is as it seems. What holds whatever its fact is decides nothing.
func Deciding(c report.Explained, settled report.Answer) report.Explained {
	if c.Condition.Op == report.ForSome || len(c.Of) == 0 {
		return c
	}
	answer := Inner(c)
	all := c.Condition.Op == report.All
	if all && answer == report.Yes || !all && answer == report.No {
		return c
	}
	below := Below(c, settled)
	c.Of = slices.DeleteFunc(slices.Clone(c.Of), func(part report.Explained) bool {
		if answer == report.NotSaid && below != "" && part.Answer == below {
			return false
		}
		return part.Answer != answer || all && !part.Exception && always(part)
	})
	if len(c.Of) != 1 {
		return c
	}
	only := c.Of[0]
	switch {
	case !c.Exception:
		return Deciding(only, below)
	case !only.Exception:
		only.Exception, only.Answer = true, denied(only.Answer)
		return Deciding(only, settled)
	}
	return c
}

// Below is what the answer to which a condition is settled asks of its parts.
func Below(c report.Explained, settled report.Answer) report.Answer {
	if c.Exception {
		return denied(settled)
	}
	return settled
}

// always reports whether a condition has a fact and its denial as alternatives.
func always(c report.Explained) bool {
	if c.Condition.Op != report.Any {
		return false
	}
	fact := func(part report.Explained, denied bool) string {
		at := part.Condition
		if at.Op == report.Not && len(at.Of) == 1 {
			at, denied = at.Of[0], !denied
		}
		if part.Exception {
			denied = !denied
		}
		if denied || at.Op != report.Holds {
			return ""
		}
		return at.Fact
	}
	return slices.ContainsFunc(c.Of, func(one report.Explained) bool {
		holds := fact(one, false)
		return holds != "" && slices.ContainsFunc(c.Of, func(other report.Explained) bool { return fact(other, true) == holds })
	})
}

// Inner is the answer to a condition itself, also where it is denied.
func Inner(c report.Explained) report.Answer {
	if c.Exception {
		return denied(c.Answer)
	}
	return c.Answer
}

func denied(a report.Answer) report.Answer {
	switch a {
	case report.Yes:
		return report.No
	case report.No:
		return report.Yes
	}
	return a
}
