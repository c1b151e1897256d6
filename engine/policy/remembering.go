package policy

import (
	"encoding/binary"
	"slices"

	"github.com/dsaeval/dsaeval/engine/report"
)

// remember looks for what is known of obligations from other documents. Of the first
// nothing is kept, so that one alone does not pay for it.
func (j *judging) remember(obligations []*Obligation) *remembering {
	r := &remembering{memory: j.prepared.memory}
	if !j.prepared.used.Swap(true) {
		return r
	}
	direct := j.asked.direct
	r.numbers, r.epoch = r.memory.numbers(len(direct.program.Slots), direct.facts.held(j.facts.Known(), nil))
	if r.numbers != nil {
		r.recall(j.detail.Level(), j.set.dependences(), obligations)
	}
	return r
}

// remembering finds and keeps what is judged of one document.
type remembering struct {
	memory  *memory
	numbers []uint32 // by slot; nil where nothing can be remembered
	epoch   int
	keys    []byte
	ends    []int // of the key of each obligation
	// known is what was found of each obligation, fresh what is to be kept.
	known, fresh []*judgement
}

// recall looks for what was judged in the same detail of obligations when their facts
// were the same; an obligation that does not say what it depends on is not looked for.
func (r *remembering) recall(detail report.Detail, dependences map[*Obligation]dependence, of []*Obligation) {
	keys, _ := r.memory.keys.Get().(*[]byte)
	if keys == nil {
		keys = new([]byte)
	}
	r.keys, r.ends = (*keys)[:0], make([]int, len(of))
	for i, o := range of {
		if d := dependences[o]; d.slots != nil {
			r.keys = binary.LittleEndian.AppendUint32(append(r.keys, detail...), d.number)
			for _, slot := range d.slots {
				r.keys = binary.LittleEndian.AppendUint32(r.keys, r.numbers[slot])
			}
		}
		r.ends[i] = len(r.keys)
	}
	r.known, r.fresh = make([]*judgement, len(of)), make([]*judgement, len(of))
	r.memory.mu.RLock()
	defer r.memory.mu.RUnlock()
	if r.memory.epoch != r.epoch {
		r.numbers, r.known = nil, nil
		return
	}
	for i := range of {
		key := r.key(i)
		if len(key) == 0 {
			continue
		}
		if r.known[i] = r.memory.young[string(key)]; r.known[i] == nil {
			r.known[i] = r.memory.old[string(key)]
			r.fresh[i] = r.known[i] // it is young again
		}
	}
}

// recalled returns what was judged of an obligation by its place; nil if nothing was.
func (r *remembering) recalled(i int) *judgement {
	if r.known == nil {
		return nil
	}
	return r.known[i]
}

// key is that of an obligation by its place; empty where it has none.
func (r *remembering) key(i int) []byte {
	from := 0
	if i > 0 {
		from = r.ends[i-1]
	}
	return r.keys[from:r.ends[i]]
}

// add notes what was judged of an obligation, to be kept.
func (r *remembering) add(i int, j *judgement) {
	if r.numbers != nil {
		r.fresh[i] = j.kept()
	}
}

// keep keeps what was added.
func (r *remembering) keep() {
	if r.keys != nil {
		defer r.memory.keys.Put(&r.keys)
	}
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
		if j == nil || len(r.key(i)) == 0 {
			continue
		}
		if len(m.young) >= maxRemembered {
			m.young, m.old = map[string]*judgement{}, m.young
		}
		m.young[string(r.key(i))] = j
	}
}
