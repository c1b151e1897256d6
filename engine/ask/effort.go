package ask

import (
	"math"

	"github.com/dsaeval/dsaeval/engine/report"
)

// never is an effort without end: what it takes is not known to whoever is asked.
var never = math.Inf(1)

// effort is how few answers would make a condition true, and how few false. Facts
// that two parts share are counted twice.
type effort struct{ yes, no float64 }

// reckoned is the effort for a comparison of which all facts are known, but which is
// not reckoned here, as with days: it is decided, either way.
var reckoned = effort{0.5, 0.5}

// effort says what a condition takes beside the answer that is tried out.
func (t trial) effort(c *tree, skipped map[string]bool) effort {
	if !c.mentions(t.pointer) {
		return c.takes
	}
	return t.work(c, skipped)
}

func (t trial) work(c *tree, skipped map[string]bool) effort {
	switch t.is(c) {
	case yes:
		return effort{0, never}
	case no:
		return effort{never, 0}
	}
	switch c.Op {
	case report.All:
		sum := effort{0, never}
		for _, each := range c.of {
			e := t.effort(each, skipped)
			sum = effort{sum.yes + e.yes, min(sum.no, e.no)}
		}
		return sum
	case report.Any:
		sum := effort{never, 0}
		for _, each := range c.of {
			e := t.effort(each, skipped)
			sum = effort{min(sum.yes, e.yes), sum.no + e.no}
		}
		return sum
	case report.Not:
		e := t.effort(c.of[0], skipped)
		return effort{e.no, e.yes}
	}
	n := 0.0
	for _, pointer := range c.asked {
		switch {
		case pointer == t.pointer:
		case skipped[pointer]:
			return effort{never, never}
		default:
			n++
		}
	}
	if n == 0 {
		return reckoned
	}
	return effort{n, n}
}
