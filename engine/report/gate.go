package report

import "slices"

// Outcome is what a report means for a run.
type Outcome string

// The outcomes, the mildest first.
const (
	Passed    Outcome = "passed"
	Undecided Outcome = "undecided" // nothing failed, but what the gate asks about is undetermined, or its expression breaks
	Failed    Outcome = "failed"
)

// Worse reports whether an outcome is worse than another.
func (o Outcome) Worse(than Outcome) bool {
	outcomes := []Outcome{Passed, Undecided, Failed}
	return slices.Index(outcomes, o) > slices.Index(outcomes, than)
}

// Gate is what a gate made of the report.
type Gate struct {
	// FailOn is the preset or the expression that says what fails a run.
	FailOn string `json:"fail_on"`
	// Baseline is the report of the past that the expression compares with; null if none.
	Baseline *File   `json:"baseline"`
	Outcome  Outcome `json:"outcome"`
	// Why says why the expression could not be decided: it reads what is not known, or breaks;
	// null if it was.
	Why *string `json:"why"`
}

// Gated reports whether a gate has decided about the report.
func (r *Report) Gated() bool { return r != nil && r.Gate != nil }

// Copy returns a report whose obligations and findings can be marked without
// changing this one. The fields of the copy, of each of its obligations and of each
// of their findings may be set, and elements of Obligations, Findings and Provenance.Waivers
// replaced. All that lies below is shared: other lists, maps and what pointers lead to are
// replaced as a whole, never written to.
func (r *Report) Copy() *Report {
	if r == nil {
		return nil
	}
	c := *r
	c.Obligations = slices.Clone(r.Obligations)
	for i := range c.Obligations {
		c.Obligations[i].Findings = slices.Clone(c.Obligations[i].Findings)
	}
	c.Provenance.Waivers = slices.Clone(r.Provenance.Waivers)
	return &c
}
