package policy

import (
	"slices"

	"github.com/dsaeval/dsaeval/internal/kleene"
)

// dependence says on which facts it depends what is judged of an obligation, or what is
// answered.
type dependence struct {
	// number tells the obligation, or the question, from others.
	number uint32
	// slots are those of all facts that the verdict and what is said of it depend on;
	// nil of an obligation where there may be others.
	slots []int32
}

// dependences returns those of all obligations, which are worked out when the second
// document is judged: one alone has no use for them.
func (s *Set) dependences() map[*Obligation]dependence {
	s.dependsOnce.Do(func() {
		s.depends = make(map[*Obligation]dependence, len(s.obligations))
		for i, o := range s.obligations {
			s.depends[o] = dependence{uint32(i), s.asked().dependsOn(o)}
		}
	})
	return s.depends
}

// dependsOn returns the slots of the facts on which an obligation depends; nil if OPA
// is asked about it, or a rule reads what is in no slot.
func (q *questions) dependsOn(o *Obligation) []int32 {
	own := q.obligations[o.ID]
	scope := own.scope
	var roots []kleene.Root
	for _, each := range []question{
		own.findings, own.concerned, own.presupposed, own.speaksAgainst, q.suspendedFor(o),
		scope.applies, scope.offered, scope.addressed, scope.exempt, scope.inForce, scope.ended, scope.startsOn, scope.offeredAlready, scope.firstDay,
	} {
		if each.asked == nil {
			continue
		}
		if each.byOPA != "" {
			return nil
		}
		roots = append(roots, each.root)
	}
	slots := q.direct.program.Depends(roots...)
	// What is said of an obligation counts facts that its rules read, also those that
	// lowering has found to decide nothing.
	reads := slices.Concat(o.reads, own.concerned.factsRead(), own.presupposed.factsRead())
	for _, doubt := range o.doubts {
		reads = append(reads, doubt.reads...)
	}
	for _, read := range reads {
		slot := q.direct.facts.slotOf(read)
		if slot < 0 {
			return nil
		}
		slots = append(slots, int32(slot))
	}
	slices.Sort(slots)
	return slices.Compact(slots)
}
