package policy

import (
	"math/bits"
	"slices"

	"github.com/dsaeval/dsaeval/engine/report"
)

// remember looks for what is known of obligations from other documents. Of the first
// nothing is kept, so that one alone does not pay for it.
func (j *judging) remember(obligations []*Obligation) *remembering {
	r, _ := j.prepared.memory.pool.Get().(*remembering)
	if r == nil {
		r = &remembering{memory: j.prepared.memory}
	}
	r.numbers = nil
	if !j.prepared.used.Swap(true) {
		return r
	}
	direct := j.asked.direct
	r.numbers, r.epoch = r.memory.numbers(len(direct.program.Slots), direct.facts.held(j.facts.Known(), make([]slotHeld, 0, 128)))
	if r.numbers != nil {
		r.recall(j.detail.Level(), j.set.dependences(), obligations)
	}
	return r
}

// grounds are all that a judgement depends on.
type grounds struct {
	held       []uint32 // by the numbers of [memory.numbers], in the order of the slots
	obligation uint32
	detail     report.Detail
}

// remembering finds and keeps what is judged of one document. Its memory is used again for
// the next.
type remembering struct {
	memory  *memory
	detail  report.Detail
	numbers []uint32 // by slot; nil where nothing can be remembered
	epoch   int
	depends []dependence // of each obligation
	hashes  []uint64
	// known is what was found of each obligation, fresh what is to be kept.
	known, fresh []*judgement
}

// recall looks for what was judged in the same detail of obligations when their facts
// were the same; an obligation that does not say what it depends on is not looked for.
func (r *remembering) recall(detail report.Detail, dependences map[*Obligation]dependence, of []*Obligation) {
	r.detail, r.depends, r.hashes = detail, r.depends[:0], r.hashes[:0]
	for _, o := range of {
		d := dependences[o]
		r.depends, r.hashes = append(r.depends, d), append(r.hashes, r.hash(d))
	}
	r.known = append(r.known[:0], make([]*judgement, len(of))...)
	r.fresh = append(r.fresh[:0], make([]*judgement, len(of))...)
	r.memory.mu.RLock()
	defer r.memory.mu.RUnlock()
	if r.memory.epoch != r.epoch {
		r.numbers = nil
		return
	}
	for i, d := range r.depends {
		if d.slots == nil {
			continue
		}
		if j := r.memory.young[r.hashes[i]]; j != nil && r.same(d, j) {
			r.known[i] = j
		} else if j := r.memory.old[r.hashes[i]]; j != nil && r.same(d, j) {
			r.known[i], r.fresh[i] = j, j // it is young again
		}
	}
}

// hash is that of what a judgement depends on. Two with the same are told apart.
func (r *remembering) hash(d dependence) uint64 {
	const prime = 0x9E3779B97F4A7C15 // 2^64 by the golden ratio
	h := uint64(len(r.detail))<<32 + uint64(d.number)
	for _, slot := range d.slots {
		h = bits.RotateLeft64((h^uint64(r.numbers[slot]))*prime, 29)
	}
	return h
}

func (r *remembering) same(d dependence, j *judgement) bool {
	if j.on.detail != r.detail || j.on.obligation != d.number {
		return false
	}
	for i, slot := range d.slots {
		if j.on.held[i] != r.numbers[slot] {
			return false
		}
	}
	return true
}

// recalled returns what was judged of an obligation by its place; nil if nothing was.
func (r *remembering) recalled(i int) *judgement {
	if r.numbers == nil {
		return nil
	}
	return r.known[i]
}

// add notes what was judged of an obligation, to be kept.
func (r *remembering) add(i int, j *judgement) {
	if r.numbers == nil || r.depends[i].slots == nil {
		return
	}
	kept := j.kept()
	kept.on = grounds{make([]uint32, len(r.depends[i].slots)), r.depends[i].number, r.detail}
	for n, slot := range r.depends[i].slots {
		kept.on.held[n] = r.numbers[slot]
	}
	r.fresh[i] = kept
}

// keep keeps what was added, and ends the work on the document.
func (r *remembering) keep() {
	defer r.memory.pool.Put(r)
	if r.numbers == nil || !slices.ContainsFunc(r.fresh, func(j *judgement) bool { return j != nil }) {
		return
	}
	m := r.memory
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.epoch != r.epoch {
		return
	}
	for i, j := range r.fresh {
		if j == nil {
			continue
		}
		if len(m.young) >= maxRemembered {
			m.young, m.old = map[uint64]*judgement{}, m.young
		}
		m.young[r.hashes[i]] = j
	}
}
