package report

// Waiver is why a finding does not fail a run: somebody answers for it until a
// day. It never changes a verdict or a cap, and what it covers stays in the
// report. Package gate reads waivers and puts them here.
type Waiver struct {
	Obligation string `json:"obligation"`
	// Finding is the code of the only finding that is waived; null if all of the
	// obligation are.
	Finding *string `json:"finding"`
	// Item is the index of the only list element that is waived; null if all are.
	Item    *int   `json:"item"`
	Service string `json:"service"` // its name in the facts
	Reason  string `json:"reason"`
	// Owner sees to it that the waiver becomes unnecessary.
	Owner      string `json:"owner"`
	ApprovedBy string `json:"approved_by"`
	// LastValidDay is the last assessment date on which it holds.
	LastValidDay Day `json:"last_valid_day"`
	// Condition is the expression that held; null if there is none.
	Condition *string `json:"condition"`
	// File and Line say where the waiver stands.
	File string `json:"file"`
	Line int    `json:"line"`
}

// WaiverOf returns the waiver of a finding: its own or that of the obligation;
// nil if the finding may fail a run.
func (o Obligation) WaiverOf(f Finding) *Waiver {
	if f.Waiver != nil {
		return f.Waiver
	}
	return o.Waiver
}

// Waived reports whether nothing of the obligation fails a run: it is waived as
// a whole, or it is breached and each of its findings is waived.
func (o Obligation) Waived() bool {
	if o.Waiver != nil {
		return true
	}
	for _, f := range o.Findings {
		if f.Waiver == nil {
			return false
		}
	}
	return o.Verdict == Breach && len(o.Findings) > 0
}

// Waivers returns the waivers of the obligation and its findings, each once.
func (o Obligation) Waivers() []Waiver {
	var list []Waiver
	seen := map[Waiver]bool{}
	add := func(w *Waiver) {
		if w != nil && !seen[*w] {
			seen[*w] = true
			list = append(list, *w)
		}
	}
	add(o.Waiver)
	for _, f := range o.Findings {
		add(f.Waiver)
	}
	return list
}
