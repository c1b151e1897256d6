package policy

import (
	"github.com/dsaeval/dsaeval/engine/report"
)

// verdictOf reads the answer to "is it breached?" of an obligation that applies.
func verdictOf(breached answer) report.Verdict {
	switch breached {
	case yes:
		return report.Breach
	case no:
		return report.Compliant
	}
	return report.Undetermined
}

// combine joins the answers to "does it apply?" and "is it breached?" into a
// verdict and, where that is undetermined, into the verdicts still possible.
// An obligation that may not apply is undetermined even where no breach is
// possible: one more fact could make it not applicable.
func combine(applies, breached answer) (report.Verdict, []report.Verdict) {
	switch {
	case applies == no:
		return report.NotApplicable, nothingPossible
	case applies == yes && breached == unknown:
		return report.Undetermined, mayBe.either
	case applies == yes:
		return verdictOf(breached), nothingPossible
	case breached == yes:
		return report.Undetermined, mayBe.breach
	case breached == no:
		return report.Undetermined, mayBe.compliant
	}
	return report.Undetermined, mayBe.any
}

// What is possible is shared by all who are told so, and has no room at its end.
var (
	nothingPossible = []report.Verdict{}

	mayBe = struct{ either, breach, compliant, any []report.Verdict }{
		either:    []report.Verdict{report.Breach, report.Compliant},
		breach:    []report.Verdict{report.Breach, report.NotApplicable},
		compliant: []report.Verdict{report.Compliant, report.NotApplicable},
		any:       []report.Verdict{report.Breach, report.Compliant, report.NotApplicable},
	}
)
