package report

// File names the file that the evidence lies in; empty if the report names none.
func (r *Report) File() string {
	if len(r.Provenance.Facts) == 0 {
		return ""
	}
	return r.Provenance.Facts[0].File
}

// With returns the obligations with a verdict, in the order of the report.
func (r *Report) With(verdict Verdict) []Obligation {
	return r.obligations(func(o Obligation) bool { return o.Verdict == verdict })
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
	for _, o := range r.Obligations {
		if which(o) {
			list = append(list, o)
		}
	}
	return list
}

// Doubts say what may be wrong with the amounts at stake.
func (r *Report) Doubts() []string {
	if r.Fine == nil {
		return nil
	}
	return r.Fine.Doubts
}
