package ask

import (
	"math"
	"slices"

	"github.com/dsaeval/dsaeval/engine/report"
)

// open is an undetermined obligation: what its verdict depends on.
type open struct {
	report.Obligation
	applies  *tree // nil if it is settled that it applies
	breached []*tree
	// vague is set where facts matter of which no condition says how.
	vague bool
	place int // in the order of the Regulation
	gates []string
	now   float64 // worth with nothing tried out
}

func (c *Catalogue) openOf(o report.Obligation, place int, skipped map[string]bool) *open {
	x := &open{Obligation: o, place: place}
	for i, question := range o.Open {
		switch {
		case question.Condition == nil:
			x.vague = true
		case question.Decides == report.Applies:
			x.applies = c.treeOf(*question.Condition, skipped)
		default:
			x.breached = append(x.breached, c.treeOf(*question.Condition, skipped))
		}
		if question.Decides != report.Applies {
			continue
		}
		for _, m := range o.Missing {
			if slices.Contains(m.Open, i) {
				x.gates = append(x.gates, m.Pointer)
			}
		}
	}
	x.now = x.worth(trial{}, skipped)
	return x
}

// verdict is what the obligation comes to with the answer; empty if it stays open.
func (x *open) verdict(t trial) report.Verdict {
	if x.vague {
		return ""
	}
	if x.applies != nil {
		switch t.is(x.applies) {
		case no:
			return report.NotApplicable
		case unknown:
			return ""
		}
	}
	switch t.each(x.breached, yes) {
	case yes:
		return report.Breach
	case no:
		// A report lists what could breach only while that is open.
		if len(x.breached) > 0 || !slices.Contains(x.Possible, report.Breach) {
			return report.Compliant
		}
		return report.Breach
	}
	return ""
}

// worth is how near the obligation is to a verdict, from 0 to 1: each answer that is
// still needed quarters it, since often it is not known, and often it leads elsewhere.
// That it does not apply is worth less than a verdict on what is done, which is what a
// report is made for.
func (x *open) worth(t trial, skipped map[string]bool) float64 {
	switch x.verdict(t) {
	case report.NotApplicable:
		return elsewhere
	case report.Breach, report.Compliant:
		return 1
	}
	if x.vague {
		return quartered(float64(len(x.Missing)))
	}
	binds := effort{0, never}
	if x.applies != nil {
		binds = t.effort(x.applies, skipped)
	}
	breaks, keeps := never, 0.0
	for _, c := range x.breached {
		e := t.effort(c, skipped)
		breaks, keeps = min(breaks, e.yes), keeps+e.no
	}
	if len(x.breached) == 0 {
		breaks = 0
	}
	return max(elsewhere*quartered(binds.no), quartered(max(reckoned.yes, binds.yes+min(breaks, keeps))))
}

// elsewhere is what it is worth to know that an obligation does not apply: as much as
// a verdict for which one answer is still needed.
var elsewhere = quartered(1)

// quartered is 1, quartered so often.
func quartered(times float64) float64 { return math.Exp2(-2 * times) }

// asks reports whether the obligation has a use for a fact now: of what lies behind
// a gate only once the gate is open, or cannot be opened.
func (x *open) asks(pointer string, skipped map[string]bool) bool {
	if slices.Contains(x.gates, pointer) {
		return true
	}
	return !slices.ContainsFunc(x.gates, func(gate string) bool { return !skipped[gate] })
}
