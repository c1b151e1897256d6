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
	values     map[heldValue]uint32
	epoch      int
	young, old map[uint64]*judgement

	pool sync.Pool // of *remembering
}

const (
	maxHeldValues = 1 << 16
	maxRemembered = 1 << 14 // in each generation, of some two kilobytes each
)

func newMemory() *memory {
	return &memory{values: map[heldValue]uint32{}, young: map[uint64]*judgement{}}
}

// judgement is what is remembered of an obligation: all but what other documents say
// otherwise where slots hold the same, which are the places of facts and their sources.
type judgement struct {
	on   grounds // which are looked at first
	said report.Obligation
	// findings and doubts are the paths of the evidence of each.
	findings, doubts [][]document.Path
}

// kept is what is remembered of a judgement: without what comes from the document.
func (j *judgement) kept() *judgement {
	k := *j
	k.said.Findings = slices.Clone(k.said.Findings)
	for i := range k.said.Findings {
		k.said.Findings[i].Evidence = nil
	}
	k.said.SpeaksAgainst = slices.Clone(k.said.SpeaksAgainst)
	for i := range k.said.SpeaksAgainst {
		k.said.SpeaksAgainst[i].Evidence = nil
	}
	k.said.Missing = slices.Clone(k.said.Missing)
	for i := range k.said.Missing {
		k.said.Missing[i].Given, k.said.Missing[i].Why = nil, nil
	}
	return &k
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
	if len(a.Missing) > 0 && len(j.facts.SetAside()) > 0 {
		a.Missing = slices.Clone(a.Missing)
		for i := range a.Missing {
			j.vain(&a.Missing[i])
		}
	}
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
		m.young, m.old = map[uint64]*judgement{}, nil
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
