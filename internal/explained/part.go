package explained

import (
	"cmp"
	"slices"
	"strings"

	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/internal/words"
)

// Part is one thing that an explanation says, whoever writes it.
type Part struct {
	Answer report.Answer
	// Lines say what it is; there is at least one.
	Lines []string
	// Condition is what it follows from; nil where other parts are, or none can be shown.
	Condition *report.Explained
	// Settled is the answer to a condition that is open by itself; empty otherwise.
	Settled report.Answer
	Of      []Part
}

// Parts are what an explanation says first: whether the obligation applies, and
// whether it is breached.
func Parts(x *report.Explanation) []Part { return []Part{applies(x), breached(x)} }

func applies(x *report.Explanation) Part {
	all := Part{Answer: report.Yes, Lines: []string{"it applies"}}
	if x.AppliesFrom != nil {
		all.Lines[0] += ", from " + string(*x.AppliesFrom)
	}
	for _, s := range x.Scope {
		switch {
		case s.Exception && s.Answer == report.Yes, !s.Exception && s.Answer == report.No:
			all.Answer = report.No
		case s.Answer == report.NotSaid && all.Answer == report.Yes:
			all.Answer = report.NotSaid
		}
		part := Part{Answer: s.Answer, Lines: []string{words.Scope(s.Reason)}, Condition: s.Condition}
		if s.Exception {
			part.Lines[0] = "unless " + part.Lines[0]
		}
		all.Of = append(all.Of, part)
	}
	return all
}

// breached has the grounds that hold first, then those that are open. One that holds
// decides.
func breached(x *report.Explanation) Part {
	what, grounds := "it is breached", "any of these grounds"
	if !x.Kind.Breachable() {
		what = "it is noted"
	}
	if len(x.Grounds) == 1 {
		grounds = "this ground"
	}
	all := Part{Answer: report.No, Lines: []string{what + ", on " + grounds}}
	order := []report.Answer{report.Yes, report.NotSaid, report.No}
	sorted := slices.SortedStableFunc(slices.Values(x.Grounds), func(a, b report.ExplainedGround) int {
		return cmp.Compare(slices.Index(order, a.Answer), slices.Index(order, b.Answer))
	})
	if len(sorted) > 0 {
		all.Answer = sorted[0].Answer
	}
	for _, g := range sorted {
		all.Of = append(all.Of, ground(g))
	}
	return all
}

func ground(g report.ExplainedGround) Part {
	part := Part{Answer: g.Answer, Lines: []string{g.Message + words.Element(g.Item)}}
	if len(g.Words) > 0 {
		part.Lines = append(part.Lines, "words of the law: "+strings.Join(g.Words, "; "))
	}
	switch {
	case g.Condition == nil:
		part.Lines = append(part.Lines, "the rules behind it are such that no condition can be shown")
	case len(g.Condition.Of)+len(g.Condition.Facts) == 0:
		part.Lines = append(part.Lines, "no fact decides it: a reading, a figure or a benchmark does")
	default:
		part.Condition = g.Condition
		if part.Settled = Settled(g); part.Settled != "" {
			part.Lines = append(part.Lines, "whatever the facts that are not known turn out to be")
		}
	}
	return part
}

// Settled is the answer to a ground whose condition is open by itself, though every
// value of the facts that are not known leads to it; empty of any other.
func Settled(g report.ExplainedGround) report.Answer {
	if g.Condition != nil && g.Answer != report.NotSaid && g.Condition.Answer == report.NotSaid {
		return g.Answer
	}
	return ""
}

// Sign is an answer as it stands before what it answers: yes, no or ?.
func Sign(a report.Answer) string {
	if a == report.NotSaid {
		return "?"
	}
	return string(a)
}
