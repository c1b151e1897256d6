package ask

import "github.com/dsaeval/dsaeval/engine/report"

// NotApplicable is the fact that says of all obligations for which a fact is asked
// that they do not concern the service, with the value that says so: a fact that
// decides whether they apply, and one answer alone. It reports false where no such
// fact is open: then only leaving the fact open says nothing false.
func (c *Catalogue) NotApplicable(r *report.Report, pointer string) (gate Fact, value any, found bool) {
	var candidates []string
	var about []*open
	for i, obligation := range r.Obligations {
		for _, m := range obligation.Missing {
			if m.Pointer == pointer && obligation.Verdict == report.Undetermined {
				x := c.openOf(obligation, i, nil)
				about = append(about, x)
				candidates = append(candidates, x.gates...)
			}
		}
	}
	for _, candidate := range candidates {
		fact, known := c.Fact(candidate)
		if !known || InScope(candidate) || fact.Kind != report.Flag {
			continue
		}
		for _, value := range []any{false, true} {
			all := true
			for _, x := range about {
				all = all && x.verdict(trial{candidate, value}) == report.NotApplicable
			}
			if all {
				return fact, value, true
			}
		}
	}
	return Fact{}, nil, false
}

// Fell are the obligations of which a verdict is settled in one report and was not in
// the one before, in the order of the Regulation.
func Fell(before, after *report.Report) []Settled {
	open := map[string]bool{}
	for _, o := range before.Obligations {
		open[o.ID] = o.Verdict == report.Undetermined
	}
	fell := []Settled{}
	for _, o := range after.Obligations {
		if open[o.ID] && o.Verdict != report.Undetermined {
			fell = append(fell, Settled{o.ID, o.Article, o.Title, o.Verdict})
		}
	}
	return fell
}
