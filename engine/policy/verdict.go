package policy

import (
	"slices"
	"strings"

	"github.com/dsaeval/dsaeval/engine/facts"
)

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

// verdictOf reads the answer to "is it breached?" of an obligation that applies.
func verdictOf(breached answer) Verdict {
	switch breached {
	case yes:
		return Breach
	case no:
		return Compliant
	}
	return Undetermined
}

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
func (a Assessment) State() State {
	switch a.Verdict {
	case Breach:
		return Noted
	case Compliant:
		return NotNoted
	case NotApplicable:
		return OutOfScope
	}
	return Unknown
}

// combine joins the answers to "does it apply?" and "is it breached?" into a
// verdict and, where that is undetermined, into the verdicts still possible.
// An obligation that may not apply is undetermined even where no breach is
// possible: one more fact could make it not applicable.
func combine(applies, breached answer) (verdict Verdict, possible []Verdict) {
	switch applies {
	case no:
		return NotApplicable, nil
	case yes:
		verdict = verdictOf(breached)
		if verdict == Undetermined {
			possible = []Verdict{Breach, Compliant}
		}
		return verdict, possible
	}
	switch breached {
	case yes:
		possible = []Verdict{Breach, NotApplicable}
	case no:
		possible = []Verdict{Compliant, NotApplicable}
	default:
		possible = []Verdict{Breach, Compliant, NotApplicable}
	}
	return Undetermined, possible
}

// Basis says what a finding rests on, beside the facts.
type Basis string

// The bases of a finding, the strongest first.
const (
	// Law: the words and figures of the law alone, under every reading of them.
	Law Basis = "law"
	// ByReading: the law as one of several defensible readings has it.
	ByReading Basis = "reading"
	// Judgement: also on a parameter, which stands for an open word of the law.
	Judgement Basis = "parameter"
)

// Bases lists the bases, the strongest first.
func Bases() []Basis { return []Basis{Law, ByReading, Judgement} }

func (b Basis) stronger(other Basis) Basis {
	if slices.Index(Bases(), other) < slices.Index(Bases(), b) {
		return other
	}
	return b
}

// Reason says why an obligation is not applicable.
type Reason string

// The reasons, in the order in which they are looked for. Where the thing that
// an obligation presupposes is not there, the reason is "presupposes" and the
// obligation that orders it: "presupposes dsa.art41.1".
const (
	NotOffered   Reason = "not_offered_in_union"
	NotAddressed Reason = "not_addressed"
	SizeExempt   Reason = "size_exempt"
	NotYet       Reason = "not_yet"
	Ended        Reason = "ended"
	NotConcerned Reason = "not_concerned"
	Suspended    Reason = "suspended"

	presupposesAny Reason = "presupposes"
)

// presupposing returns the reasons of an obligation whose presupposition is
// not there.
func presupposing(ids []string) []Reason {
	reasons := make([]Reason, len(ids))
	for i, id := range ids {
		reasons[i] = presupposesAny + Reason(" "+id)
	}
	return reasons
}

// Presupposed returns the id of the obligation that orders the thing which is
// not there, if that is the reason.
func (r Reason) Presupposed() (id string, ok bool) {
	return strings.CutPrefix(string(r), string(presupposesAny)+" ")
}

// Assessment is the verdict on one obligation and what it rests on.
type Assessment struct {
	Obligation *Obligation
	Verdict    Verdict
	// AppliesFrom is the first day on which the obligation binds the service,
	// YYYY-MM-DD, or empty if that is not known or never comes.
	AppliesFrom string
	// IfApplicable is the verdict that would hold if the obligation applied. It
	// is set only where it does not apply.
	IfApplicable Verdict
	// Reasons say why the obligation does not apply.
	Reasons []Reason
	// Basis says whether the verdict needs a parameter or a reading.
	Basis Basis
	// Findings are the grounds of the breach or, where the obligation does not
	// apply, of the breach that IfApplicable tells of.
	Findings []Finding
	// Possible are the verdicts that an undetermined obligation can still get.
	Possible []Verdict
	// Missing are the facts that would decide an undetermined obligation.
	Missing []Missing
	// SpeaksAgainst are observations that point against compliance and decide
	// nothing. They are looked for where no breach is established.
	SpeaksAgainst []Finding
	// JudgedFacts is how many of the facts that decide are legal conclusions themselves.
	JudgedFacts int
}

// Finding is one ground of a breach.
type Finding struct {
	Code    string
	Message string
	// Item is the index of the element that is meant, or -1.
	Item int
	// Words are the key phrases of the provision on which the finding rests.
	Words []string
	// Remediation says what would end the finding.
	Remediation string
	// EndedOn is the day on which the finding ended, YYYY-MM-DD; empty if it still
	// runs. Lateness ends when what was late is done, and is remembered.
	EndedOn string
	Basis   Basis
	// Parameters and Readings are those without which the finding would not hold.
	Parameters []string
	Readings   []string
	Evidence   []Evidence
	// Status is that of the weakest fact that the finding rests on.
	Status facts.Status
	// Alternative is set where it is certain that one of several such findings
	// holds but not which.
	Alternative bool
}

// Evidence is a known fact that a finding rests on. The facts of a finding are
// enough for it, whatever the facts that are not known turn out to be.
type Evidence struct {
	Pointer string // JSON Pointer
	Value   any
	Line    int
	Column  int
	Sources []string
	// Status says who established the fact, and Nature how it can be known.
	Status facts.Status
	Nature Nature
}

// Missing is a fact on which the verdict depends and that nobody gave, or that
// was set aside.
type Missing struct {
	Pointer string
	// Conditions say in words what the fact would have to be for what.
	Conditions []string
	// Given is the value that the facts give in vain, and Why says why it does
	// not count; Why is empty if nobody gave one.
	Given any
	Why   string
}
