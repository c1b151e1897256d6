package policy

import (
	"slices"

	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/internal/document"
)

// datePointer is an input that nobody establishes.
const datePointer = "/assessment/date"

// weakest returns the status of the weakest of the facts that a finding rests
// on. A finding that rests on none has the status of facts nobody vouches for.
func weakest(evidence []report.Evidence) report.Status {
	weakest := report.Status("")
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
		return report.Unstated
	}
	return weakest
}

// judgedFacts counts the facts that decide a verdict and are legal conclusions
// themselves: of a breach those that its findings rest on, of a compliant or an
// undetermined obligation the known ones that its rules read, and of one that
// does not concern the service those that show it.
func (j *judging) judgedFacts(o *Obligation, a *report.Obligation) int {
	var reads []document.Path
	switch {
	case a.Verdict == report.Breach:
		return countJudged(a.Findings)
	case a.Verdict != report.NotApplicable:
		reads = j.asked.obligations[o.ID].judgedReads()
	case slices.ContainsFunc(a.Reasons, aboutFacts):
		reads = j.asked.obligations[o.ID].judgedConcern()
	}
	n := 0
	for _, ref := range j.known(reads, -1) {
		if j.set.schema.nature(ref) == report.Judged {
			n++
		}
	}
	return n
}

// perhapsJudged leaves out the facts that are certainly no legal conclusions: nearly all. Of
// the elements of a list it is seen only in a document.
func (f factSchema) perhapsJudged(reads []document.Path) []document.Path {
	return slices.DeleteFunc(slices.Clone(reads), func(read document.Path) bool {
		return isGround(read) && f.nature(read) != report.Judged
	})
}

// aboutFacts reports whether a reason is one that the obligation's own rules give.
func aboutFacts(r report.Reason) bool {
	_, presupposed := r.Presupposed()
	return presupposed || r == report.NotConcerned
}

func countJudged(findings []report.Finding) int {
	judged := map[string]bool{}
	for _, f := range findings {
		for _, e := range f.Evidence {
			if e.Nature == report.Judged {
				judged[e.Pointer] = true
			}
		}
	}
	return len(judged)
}
