package facts

import (
	"slices"
	"strings"

	"github.com/dsaeval/dsaeval/internal/document"
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

// claim is what an entry of provenance says: where a fact comes from.
type claim struct {
	sources []string
	status  Status
}

// claimsOf returns the entries of provenance of a valid document by canonical
// pointer. An entry that gives no status has the strongest of its sources.
func claimsOf(root *Node) map[string]claim {
	entries := root.Child("provenance")
	if !entries.Known() {
		return nil
	}
	claims := make(map[string]claim, len(entries.Members))
	for _, entry := range entries.Members {
		steps, _ := document.SplitPointer(entry.Key)
		o := claim{status: statusOf(entry.Value.Child("status"))}
		for _, id := range sourceIDs(entry.Value) {
			o.sources = append(o.sources, id.Text)
		}
		if o.status == "" {
			o.status = strongest(root.Child("sources"), o.sources)
		}
		claims[Path(anySteps(steps)).Pointer()] = o
	}
	return claims
}

// sourceIDs returns the ids in an entry of either form: a list, or an object
// with the list and a status.
func sourceIDs(entry *Node) []*Node {
	if entry != nil && entry.Kind == Object {
		entry = entry.Child("sources")
	}
	if entry == nil {
		return nil
	}
	return entry.Elements
}

func strongest(sources *Node, ids []string) Status {
	best := Status("")
	for _, id := range ids {
		status := statusOf(sources.Child(id).Child("status"))
		if status == "" {
			status = Unstated
		}
		if best == "" || rankOf(status) < rankOf(best) {
			best = status
		}
	}
	return best
}

func statusOf(n *Node) Status {
	if !n.Known() {
		return ""
	}
	return Status(n.Text)
}

// nearestClaim returns the entry for a pointer, else that for the nearest value around it.
func nearestClaim(claims map[string]claim, pointer string) claim {
	for pointer != "" {
		if o, ok := claims[pointer]; ok {
			return o
		}
		pointer = pointer[:strings.LastIndexByte(pointer, '/')]
	}
	return claim{status: Unstated}
}

// disqualifies says of a path whether its source keeps what stands there from
// counting.
func disqualifies(claims map[string]claim) disqualified {
	return func(path Path) AsideReason {
		switch reason := AsideReason(nearestClaim(claims, path.Pointer()).status); reason {
		case Alleged, Annulled:
			return reason
		default:
			return ""
		}
	}
}

// Sources returns the ids of the sources that a fact comes from: of the entry
// of provenance for the pointer itself, else for the nearest value around it.
func (f *Facts) Sources(pointer string) []string { return slices.Clone(f.claimOf(pointer).sources) }

// Status says who established a fact: what its entry of provenance says, else
// the strongest of its sources. Where nobody says, it is [Unstated].
func (f *Facts) Status(pointer string) Status { return f.claimOf(pointer).status }

func (f *Facts) claimOf(pointer string) claim {
	steps, ok := document.SplitPointer(pointer)
	if !ok {
		return claim{status: Unstated}
	}
	path := Path(anySteps(steps))
	if day := f.impliedBy(steps); day != "" {
		path = path[:len(path)-1].With(day)
	}
	return nearestClaim(f.claims, path.Pointer())
}

// impliedBy returns the date beside a flag that nobody wrote and the date
// implies. What is known of the flag comes from where the date does.
func (f *Facts) impliedBy(steps []string) string {
	if len(steps) == 0 {
		return ""
	}
	object, rule := f.known, f.schema
	for _, step := range steps[:len(steps)-1] {
		object, rule = object.Step(step), rule.step(step)
	}
	last := steps[len(steps)-1]
	flag, rule := object.Child(last), rule.step(last)
	if flag == nil || rule == nil {
		return ""
	}
	for _, ref := range slices.Concat(rule.impliedBy, rule.presumedBy) {
		if day := object.Child(ref); day != nil && day.Position == flag.Position {
			return ref
		}
	}
	return ""
}
