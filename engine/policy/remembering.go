package policy

import (
	"math/bits"

	"github.com/dsaeval/dsaeval/engine/report"
)

// remember looks for what is known of obligations from other documents. Of the first
// nothing is kept, so that one alone does not pay for it.
func (j *judging) remember(obligations []*Obligation) *remembering {
	r, _ := j.prepared.memory.pool.Get().(*remembering)
	if r == nil {
		r = &remembering{memory: j.prepared.memory}
	}
	r.numbers, r.known, r.fresh = nil, r.known[:0], r.fresh[:0]
	if !j.prepared.used.Swap(true) {
		return r
	}
	direct := j.asked.direct
	r.numbers, r.epoch = r.memory.numbers(len(direct.program.Slots), direct.facts.held(j.facts.Known(), make([]slotHeld, 0, 128)))
	// A verdict alone is found from answers as fast as from what was judged.
	if r.numbers != nil && j.detail.Includes(report.DetailFindings) {
		r.recall(j.detail.Level(), j.set.dependences(), obligations)
	}
	return r
}

// remembering finds and keeps what is judged and answered of one document. Its memory is
// used again for the next.
type remembering struct {
	memory  *memory
	detail  report.Detail
	numbers []uint32 // by slot; nil where nothing can be remembered
	epoch   int
	depends []dependence // of each obligation
	hashes  []uint64
	// known is what was found of each obligation, fresh what is to be kept; empty where
	// judgements are not looked for.
	known, fresh []*kept[*judgement]
	answers      []freshAnswer // that are to be kept
}

type freshAnswer struct {
	hash uint64
	*kept[outcome]
}

// recall looks for what was judged in the same detail of obligations when their facts
// were the same; an obligation that does not say what it depends on is not looked for.
func (r *remembering) recall(detail report.Detail, dependences map[*Obligation]dependence, of []*Obligation) {
	r.detail, r.depends, r.hashes = detail, r.depends[:0], r.hashes[:0]
	for _, o := range of {
		d := dependences[o]
		r.depends, r.hashes = append(r.depends, d), append(r.hashes, r.hash(d, detail))
	}
	r.known = append(r.known[:0], make([]*kept[*judgement], len(of))...)
	r.fresh = append(r.fresh[:0], make([]*kept[*judgement], len(of))...)
	r.memory.mu.RLock()
	defer r.memory.mu.RUnlock()
	if r.memory.epoch != r.epoch {
		r.numbers, r.known, r.fresh = nil, r.known[:0], r.fresh[:0]
		return
	}
	for i, d := range r.depends {
		if d.slots == nil {
			continue
		}
		known, old := r.memory.judged.find(r, d, detail, r.hashes[i])
		if r.known[i] = known; old {
			r.fresh[i] = known // it is young again
		}
	}
}

// hash is that of what something depends on. Two with the same are told apart.
func (r *remembering) hash(d dependence, detail report.Detail) uint64 {
	const prime = 0x9E3779B97F4A7C15 // 2^64 by the golden ratio
	h := uint64(len(detail))<<32 + uint64(d.number)
	for _, slot := range d.slots {
		h = bits.RotateLeft64((h^uint64(r.numbers[slot]))*prime, 29)
	}
	return h
}

func (r *remembering) same(d dependence, detail report.Detail, on *grounds) bool {
	if on.detail != detail || on.number != d.number {
		return false
	}
	for i, slot := range d.slots {
		if on.held[i] != r.numbers[slot] {
			return false
		}
	}
	return true
}

func (r *remembering) grounds(d dependence, detail report.Detail) grounds {
	on := grounds{make([]uint32, len(d.slots)), d.number, detail}
	for i, slot := range d.slots {
		on.held[i] = r.numbers[slot]
	}
	return on
}

// recalled returns what was judged of an obligation by its place; nil if nothing was.
func (r *remembering) recalled(i int) *judgement {
	if len(r.known) == 0 || r.known[i] == nil {
		return nil
	}
	return r.known[i].it
}

// add notes what was judged of an obligation, to be kept.
func (r *remembering) add(i int, said *report.Obligation, paths evidencePaths) {
	if len(r.known) == 0 || r.depends[i].slots == nil || !r.memory.seen.again(r.hashes[i]) {
		return
	}
	r.fresh[i] = &kept[*judgement]{r.grounds(r.depends[i], r.detail), rememberedOf(said, paths)}
}

// answered returns the answer to a question, which is the one of another document where
// both hold the same of all that it depends on.
func (r *remembering) answered(q question, detail report.Detail, ask func() (outcome, error)) (outcome, error) {
	if r == nil || r.numbers == nil || q.about != "" {
		return ask()
	}
	d := q.depends()
	hash := r.hash(d, detail)
	r.memory.mu.RLock()
	known, old := r.memory.answered.find(r, d, detail, hash)
	if r.memory.epoch != r.epoch {
		known = nil
	}
	r.memory.mu.RUnlock()
	if known == nil {
		out, err := ask()
		if err != nil {
			return out, err
		}
		if !r.memory.seen.again(hash) {
			return out, nil
		}
		out.left = &leftOpen{}
		known, old = &kept[outcome]{r.grounds(d, detail), out}, true
	}
	if old {
		r.answers = append(r.answers, freshAnswer{hash, known})
	}
	return known.it, nil
}

// keep keeps what was added, and ends the work on the document.
func (r *remembering) keep() {
	defer r.memory.pool.Put(r)
	if r.numbers != nil {
		r.memory.keep(r)
	}
	clear(r.answers)
	r.answers = r.answers[:0]
}
