package explain

import (
	"slices"

	"github.com/dsaeval/dsaeval/engine/report"
)

// deciding returns a condition with those of its parts that decide it: of alternatives
// of which one holds, those that hold; of conditions that must all hold and do not,
// those that fail; of what is open, what is. One part alone stands for the whole.
func deciding(c report.Explained) report.Explained {
	if c.Condition.Op == report.ForSome || len(c.Of) == 0 {
		return c
	}
	answer := inner(c)
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
		return deciding(only)
	case !only.Exception:
		only.Exception, only.Answer = true, denied(only.Answer)
		return deciding(only)
	}
	return c
}

// inner is the answer to a condition itself, also where it is denied.
func inner(c report.Explained) report.Answer {
	if c.Exception {
		return denied(c.Answer)
	}
	return c.Answer
}
