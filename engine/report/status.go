package report

import (
	"slices"
)

// Status says who established a fact, and how firmly.
type Status string

// The statuses, the strongest first. An independent test is measured, what a
// party admits is self-declared.
const (
	Court        Status = "court"         // a court found it
	Final        Status = "final"         // a decision of an authority that stands
	Measured     Status = "measured"      // somebody independent tested or counted it
	Documented   Status = "documented"    // it stands in a document that can be looked at
	Preliminary  Status = "preliminary"   // an authority found it, subject to a decision
	SelfDeclared Status = "self_declared" // the provider says or admits so
	Unstated     Status = "unstated"      // nobody says; the default
)

// Statuses lists the statuses of facts that count, the strongest first.
func Statuses() []Status {
	return []Status{Court, Final, Measured, Documented, Preliminary, SelfDeclared, Unstated}
}

// Weaker returns the weaker of two statuses.
func (s Status) Weaker(other Status) Status {
	if rankOf(other) > rankOf(s) {
		return other
	}
	return s
}

// rankOf orders the statuses, those last that set a fact aside: what was
// annulled is worth less than what is merely alleged.
func rankOf(s Status) int {
	return slices.Index(append(Statuses(), Status(Alleged), Status(Annulled)), s)
}

// AsideReason says why a fact that was given does not count.
type AsideReason string

// The reasons.
const (
	// EmptySample: nothing was looked at or counted, and the whole is not known to be empty.
	EmptySample AsideReason = "empty_sample"
	// Alleged: a claim that nobody has tested.
	Alleged AsideReason = "alleged"
	// Annulled: what established it was set aside by a court or withdrawn.
	Annulled AsideReason = "annulled"
)

// Nature says how a fact can be known.
type Nature string

// The natures that the schema gives to facts.
const (
	Observed Nature = "observed" // anybody can see or test it
	Recorded Nature = "recorded" // it stands in somebody's records
	Judged   Nature = "judged"   // it is the legal conclusion itself
)
