package report

// Verdict says how an obligation stands on the assessment date. The zero value
// is no verdict.
type Verdict string

// The four verdicts.
const (
	// Breach: the facts show that the obligation is not kept.
	Breach Verdict = "breach"
	// Compliant: the facts rule out every finding.
	Compliant Verdict = "compliant"
	// Undetermined: facts are missing, and what they turn out to be decides.
	Undetermined Verdict = "undetermined"
	// NotApplicable: the obligation does not bind the service on that date.
	NotApplicable Verdict = "not_applicable"
)

// Verdicts lists all verdicts in the order in which reports give them.
func Verdicts() []Verdict { return []Verdict{Breach, Compliant, Undetermined, NotApplicable} }

// State says how a provision that cannot be breached stands: an indicator, a
// voluntary code, a mitigation that the law lists as an option.
type State string

// The states.
const (
	// Noted: the facts show what the provision speaks of.
	Noted State = "noted"
	// NotNoted: the facts rule that out.
	NotNoted State = "not_noted"
	// Unknown: facts are missing.
	Unknown State = "unknown"
	// OutOfScope: the provision does not concern the service on that date.
	OutOfScope State = "not_applicable"
)

// State reads the verdict on a provision that cannot be breached.
func (v Verdict) State() State {
	switch v {
	case Breach:
		return Noted
	case Compliant:
		return NotNoted
	case NotApplicable:
		return OutOfScope
	}
	return Unknown
}
