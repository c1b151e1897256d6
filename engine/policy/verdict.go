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
func combine(applies, breached answer) (verdict report.Verdict, possible []report.Verdict) {
	possible = []report.Verdict{}
	switch applies {
	case no:
		return report.NotApplicable, possible
	case yes:
		verdict = verdictOf(breached)
		if verdict == report.Undetermined {
			possible = []report.Verdict{report.Breach, report.Compliant}
		}
		return verdict, possible
	}
	switch breached {
	case yes:
		possible = []report.Verdict{report.Breach, report.NotApplicable}
	case no:
		possible = []report.Verdict{report.Compliant, report.NotApplicable}
	default:
		possible = []report.Verdict{report.Breach, report.Compliant, report.NotApplicable}
	}
	return report.Undetermined, possible
}
