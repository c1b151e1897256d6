package facts

import (
	"maps"
	"slices"
	"strings"

	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/internal/document"
)

// claim is what an entry of provenance says: where a fact comes from.
type claim struct {
	sources []string
	status  report.Status
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

func strongest(sources *Node, ids []string) report.Status {
	best := report.Status("")
	for _, id := range ids {
		status := statusOf(sources.Child(id).Child("status"))
		if status == "" {
			status = report.Unstated
		}
		if best == "" || status.Weaker(best) == best {
			best = status
		}
	}
	return best
}

func statusOf(n *Node) report.Status {
	if !n.Known() {
		return ""
	}
	return report.Status(n.Text)
}

// nearestClaim returns the entry for a pointer, else that for the nearest value around it.
func nearestClaim(claims map[string]claim, pointer string) claim {
	for pointer != "" {
		if o, ok := claims[pointer]; ok {
			return o
		}
		pointer = pointer[:strings.LastIndexByte(pointer, '/')]
	}
	return claim{status: report.Unstated}
}

// disqualifies says of a path whether its source keeps what stands there from
// counting. It is nil where that is true of none.
func disqualifies(claims map[string]claim) disqualified {
	doubtful := func(c claim) bool { return reasonOf(c) != "" }
	if !slices.ContainsFunc(slices.Collect(maps.Values(claims)), doubtful) {
		return nil
	}
	return func(path Path) report.AsideReason {
		return reasonOf(nearestClaim(claims, path.Pointer()))
	}
}

// reasonOf says why what a claim vouches for does not count; "" where it does.
func reasonOf(c claim) report.AsideReason {
	switch reason := report.AsideReason(c.status); reason {
	case report.Alleged, report.Annulled:
		return reason
	}
	return ""
}

// Sources returns the ids of the sources that a fact comes from: of the entry
// of provenance for the pointer itself, else for the nearest value around it.
func (f *Facts) Sources(pointer string) []string { return slices.Clone(f.claimOf(pointer).sources) }

// Status says who established a fact: what its entry of provenance says, else
// the strongest of its sources. Where nobody says, it is [Unstated].
func (f *Facts) Status(pointer string) report.Status { return f.claimOf(pointer).status }

func (f *Facts) claimOf(pointer string) claim {
	f = f.made()
	if len(f.claims) == 0 {
		return claim{status: report.Unstated}
	}
	steps, ok := document.SplitPointer(pointer)
	if !ok {
		return claim{status: report.Unstated}
	}
	path := Path(anySteps(steps))
	if day := f.impliedBy(steps); day != "" {
		path = path[:len(path)-1].With(day)
	}
	return nearestClaim(f.claims, path.Pointer())
}

// impliedBy returns the fact beside a flag that nobody wrote and that fact implies.
// What is known of the flag comes from where the other does.
func (f *Facts) impliedBy(steps []string) string {
	if len(steps) == 0 {
		return ""
	}
	written, object, rule := f.root, f.known, f.schema.root
	for _, step := range steps[:len(steps)-1] {
		written, object, rule = written.Step(step), object.Step(step), rule.Step(step)
	}
	last := steps[len(steps)-1]
	flag := object.Child(last)
	if rule = rule.Step(last); flag == nil || rule == nil {
		return ""
	}
	if _, aside := f.Aside(Path(anySteps(steps)).Pointer()); written.Child(last).Known() && !aside {
		return ""
	}
	sign, _ := signOf(rule, object)
	return sign
}
