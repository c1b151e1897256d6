package policy

import (
	"slices"
	"sync"

	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/internal/document"
)

// memory keeps what was judged: many documents differ in a few facts, and an
// obligation about which two hold the same is judged the same. What is kept is looked for
// by a hash of all that the obligation can depend on, and used where that is the same value
// by value. It is that of one set of parameters.
//
// Its size is bounded by counts: there are two generations of judgements, and the
// older is dropped when the younger is full.
type memory struct {
	mu sync.RWMutex
	// values numbers what slots have held. Once there are too many all is forgotten,
	// and another epoch begins.
	values   map[heldValue]uint32
	epoch    int
	judged   generations[*judgement]
	answered generations[outcome]
	seen     seen

	pool sync.Pool // of *remembering
}

const (
	maxHeldValues = 1 << 16
	maxRemembered = 1 << 14 // in each generation, of some two kilobytes each
)

func newMemory() *memory {
	return &memory{values: map[heldValue]uint32{}}
}

// judgement is what is remembered of an obligation: all but what other documents say
// otherwise where slots hold the same, which are the places of facts and their sources.
type judgement struct {
	said report.Obligation
	evidencePaths
}

// evidencePaths are those of the evidence of each finding and of each doubt.
type evidencePaths struct{ findings, doubts [][]document.Path }

// rememberedOf is what is remembered of a judgement: without what comes from the document.
func rememberedOf(said *report.Obligation, grounds evidencePaths) *judgement {
	k := &judgement{*said, grounds}
	k.said.Findings = slices.Clone(k.said.Findings)
	for i := range k.said.Findings {
		k.said.Findings[i].Evidence = nil
	}
	k.said.SpeaksAgainst = slices.Clone(k.said.SpeaksAgainst)
	for i := range k.said.SpeaksAgainst {
		k.said.SpeaksAgainst[i].Evidence = nil
	}
	k.said.Missing = withoutVain(k.said.Missing)
	return k
}

// again says of a document what was judged of another about which the same is known.
func (j *judging) again(a *report.Obligation, known *judgement) {
	*a = known.said
	if len(a.Findings) > 0 {
		a.Findings = slices.Clone(a.Findings)
		for i := range a.Findings {
			j.show(&a.Findings[i], known.findings[i])
		}
	}
	if len(a.SpeaksAgainst) > 0 {
		a.SpeaksAgainst = slices.Clone(a.SpeaksAgainst)
		for i := range a.SpeaksAgainst {
			a.SpeaksAgainst[i].Evidence = j.evidenceOf(known.doubts[i])
		}
	}
	a.Missing = j.withVain(a.Missing)
}

// numbers returns for each slot the number of what it holds, 0 where nothing is known,
// and the epoch in which the numbers mean something.
func (m *memory) numbers(slots int, held []slotHeld) ([]uint32, int) {
	numbers := make([]uint32, slots)
	var values []heldValue // that are new
	m.mu.RLock()
	epoch := m.epoch
	for _, h := range held {
		v := h.value()
		n, known := m.values[v]
		if !known {
			values = append(values, v)
		}
		numbers[h.slot] = n
	}
	m.mu.RUnlock()
	if len(values) == 0 {
		return numbers, epoch
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.epoch != epoch {
		return nil, m.epoch // just this document is judged without
	}
	if len(m.values)+len(values) > maxHeldValues {
		clear(m.values)
		m.judged, m.answered = generations[*judgement]{}, generations[outcome]{}
		m.epoch++
		return nil, m.epoch
	}
	for _, v := range values {
		if m.values[v] == 0 {
			m.values[v] = uint32(len(m.values) + 1)
		}
		numbers[v.slot] = m.values[v]
	}
	return numbers, epoch
}

// keep keeps what was found about a document.
func (m *memory) keep(r *remembering) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.epoch != r.epoch {
		return
	}
	for i, k := range r.fresh {
		if k != nil {
			m.judged.keep(r.hashes[i], k)
		}
	}
	for _, a := range r.answers {
		m.answered.keep(a.hash, a.kept)
	}
}
