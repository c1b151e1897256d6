package report

import "iter"

// File names the file that the evidence lies in; empty if the report names none.
func (r *Report) File() string {
	if r == nil || len(r.Provenance.Facts) == 0 {
		return ""
	}
	return r.Provenance.Facts[0].File
}

// With returns the obligations with a verdict, in the order of the report.
func (r *Report) With(verdict Verdict) []Obligation {
	return r.obligations(func(o Obligation) bool { return o.Verdict == verdict })
}

// Breaches returns the breached obligations; those whose breach has ended and those
// that are waived are among them.
func (r *Report) Breaches() []Obligation { return r.With(Breach) }

// Obligation returns the verdict on the obligation with an id. It is false where the
// report does not judge one: that says nothing about whether it is kept.
func (r *Report) Obligation(id string) (Obligation, bool) {
	found := r.obligations(func(o Obligation) bool { return o.ID == id })
	if len(found) == 0 {
		return Obligation{}, false
	}
	return found[0], true
}

// BreachFindings goes through the findings of the breached obligations, each with its
// obligation.
func (r *Report) BreachFindings() iter.Seq2[Obligation, Finding] {
	return func(yield func(Obligation, Finding) bool) {
		for _, o := range r.Breaches() {
			for _, f := range o.Findings {
				if !yield(o, f) {
					return
				}
			}
		}
	}
}

// Doubted returns the obligations that something speaks against.
func (r *Report) Doubted() []Obligation {
	return r.obligations(func(o Obligation) bool { return len(o.SpeaksAgainst) > 0 })
}

// Waiting returns the obligations that do not apply only because their day has
// not come.
func (r *Report) Waiting() []Obligation { return r.obligations(Obligation.Waiting) }

func (r *Report) obligations(which func(o Obligation) bool) []Obligation {
	var list []Obligation
	if r == nil {
		return nil
	}
	for _, o := range r.Obligations {
		if which(o) {
			list = append(list, o)
		}
	}
	return list
}

// Doubts say what may be wrong with the amounts at stake.
func (r *Report) Doubts() []string {
	if r == nil || r.Fine == nil {
		return nil
	}
	return r.Fine.Doubts
}
