package audit

import (
	"slices"

	"github.com/dsaeval/dsaeval/engine/report"
)

// methodology describes the procedure, in the terms of Arts 9 to 12 of the
// Delegated Regulation.
func methodology() []string {
	return []string{
		"Audit criteria: each obligation is written as a rule that says when it is breached; the rule and its tests are public and identified by a hash.",
		"Procedure: a substantive analytical procedure over the evidence in the fact document. No test of the service, of its algorithmic systems or of its internal controls is performed.",
		"Evidence: a fact is relied on as it was given. Facts that decide a conclusion are listed with their place in the document and the sources named for them.",
		"Missing evidence: a fact that is not given counts neither for nor against the provider. Where it could turn the result there is no conclusion.",
		"Benchmarks: where the law has an open word and no figure, a named value with a reason stands for it. A conclusion says whether it rests on one.",
		"Conclusions hold for the assessment date and for the period that the facts describe.",
	}
}

// limitations says what the program cannot conclude.
func limitations(r *report.Report) []string {
	limits := []string{
		"This is a working paper for an auditing organisation. It is no audit report under Art. 37(4): it names no auditor, declares no interests and bears no signature.",
		"Assurance is conditional: it is no higher than the assurance that the facts themselves are complete and true. Misstatements (Art. 2, point 7) are not detected.",
		"Inherent, control and detection risks (Art. 9), the reliability of evidence (Art. 11) and the samples behind counts (Art. 12) are for the auditor to judge.",
		"Whether risks were assessed diligently and whether mitigation is reasonable, proportionate and effective (Arts 13 and 14) is decided only as far as facts and benchmarks express it.",
		"Commitments under codes of conduct and crisis protocols (Art. 37(1), point (b)) are not concluded on; each would need an opinion of its own.",
		"The facts that a positive conclusion rests on are named in the description of the obligation, not listed one by one: only findings carry evidence.",
		"The timeframe of recommendations (Art. 37(4), point (h)) is for the auditor to set.",
	}
	if !designated(r) {
		limits = append([]string{notBinding}, limits...)
	}
	return limits
}

// notBinding is said of services that need no audit.
const notBinding = "No obligation of designated services applies on the assessment date, so that Art. 37 demands no audit; read this as a voluntary assessment."

// designated reports whether an obligation of very large services applies, or
// may apply.
func designated(r *report.Report) bool {
	return slices.ContainsFunc(r.Obligations, func(o report.Obligation) bool {
		return o.Addressee == report.VLOPVLOSE && o.Verdict != report.NotApplicable
	})
}
