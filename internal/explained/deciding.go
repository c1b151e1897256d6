// Package explained reads an explanation: which of its conditions decide.
package explained

import (
	"slices"

	"github.com/dsaeval/dsaeval/engine/report"
)

// Deciding returns a condition with those of its parts that decide it: of alternatives
// of which one holds, those that hold; of conditions that must all hold and do not,
// those that fail; of what is open, what is. One part alone stands for the whole.
func Deciding(c report.Explained) report.Explained {
	if c.Condition.Op == report.ForSome || len(c.Of) == 0 {
		return c
	}
	answer := Inner(c)
	all := c.Condition.Op == report.All
	if all && answer == report.Yes || !all && answer == report.No {
		return c
	}
	c.Of = slices.DeleteFunc(slices.Clone(c.Of), func(part report.Explained) bool { return part.Answer != answer })
	if len(c.Of) != 1 {
		return c
	}
	only := c.Of[0]
	switch {
	case !c.Exception:
		return Deciding(only)
	case !only.Exception:
		only.Exception, only.Answer = true, denied(only.Answer)
		return Deciding(only)
	}
	return c
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
