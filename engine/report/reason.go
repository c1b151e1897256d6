package report

import (
	"strings"
)

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

	Presupposes Reason = "presupposes"
)

// presupposing returns the reasons of an obligation whose presupposition is
// not there.
func Presupposing(ids []string) []Reason {
	reasons := make([]Reason, len(ids))
	for i, id := range ids {
		reasons[i] = Presupposes + Reason(" "+id)
	}
	return reasons
}

// Presupposed returns the id of the obligation that orders the thing which is
// not there, if that is the reason.
func (r Reason) Presupposed() (id string, ok bool) {
	return strings.CutPrefix(string(r), string(Presupposes)+" ")
}
