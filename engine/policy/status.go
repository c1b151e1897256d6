package policy

import (
	"slices"

	"github.com/open-policy-agent/opa/v1/ast"

	"github.com/dsaeval/dsaeval/engine/facts"
)

// Nature says how a fact can be known.
type Nature string

// The natures that the schema gives to facts.
const (
	Observed Nature = "observed" // anybody can see or test it
	Recorded Nature = "recorded" // it stands in somebody's records
	Judged   Nature = "judged"   // it is the legal conclusion itself
)

// nature returns what the schema says of a fact. What is within one has its
// nature: an element of a list, a member of a map.
func (s factSchema) nature(ref ast.Ref) Nature {
	for end := len(ref); end > 1; end-- {
		if nature, ok := s.at(ref[:end])["x-nature"].(string); ok {
			return Nature(nature)
		}
	}
	return ""
}

// datePointer is an input that nobody establishes.
const datePointer = "/assessment/date"

// weakest returns the status of the weakest of the facts that a finding rests
// on. A finding that rests on none has the status of facts nobody vouches for.
func weakest(evidence []Evidence) facts.Status {
	weakest := facts.Status("")
	for _, e := range evidence {
		switch {
		case e.Pointer == datePointer:
		case weakest == "":
			weakest = e.Status
		default:
			weakest = weakest.Weaker(e.Status)
		}
	}
	if weakest == "" {
		return facts.Unstated
	}
	return weakest
}

// judgedFacts counts the facts that decide a verdict and are legal conclusions
// themselves: of a breach those that its findings rest on, of a compliant or an
// undetermined obligation the known ones that its rules read, and of one that
// does not concern the service those that show it.
func (j *judging) judgedFacts(o *Obligation, a Assessment) int {
	var reads []ast.Ref
	switch {
	case a.Verdict == Breach:
		return countJudged(a.Findings)
	case a.Verdict != NotApplicable:
		reads = o.reads
	case slices.ContainsFunc(a.Reasons, Reason.aboutFacts):
		questions := j.bench.obligations[o.ID]
		reads = slices.Concat(questions.concerned.reads, questions.presupposed.reads)
	}
	n := 0
	for _, ref := range j.known(reads, -1) {
		if j.world.schema.nature(ref) == Judged {
			n++
		}
	}
	return n
}

// aboutFacts reports whether a reason is one that the obligation's own rules give.
func (r Reason) aboutFacts() bool {
	_, presupposed := r.Presupposed()
	return presupposed || r == NotConcerned
}

func countJudged(findings []Finding) int {
	judged := map[string]bool{}
	for _, f := range findings {
		for _, e := range f.Evidence {
			if e.Nature == Judged {
				judged[e.Pointer] = true
			}
		}
	}
	return len(judged)
}
