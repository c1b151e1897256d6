package policy

import (
	"sync/atomic"

	"github.com/dsaeval/dsaeval/engine/report"
)

// grounds are all that something that was found depends on.
type grounds struct {
	held   []uint32 // by the numbers of [memory.numbers], in the order of the slots
	number uint32   // of its [dependence]
	detail report.Detail
}

// kept is what was found, with its grounds, which are looked at first.
type kept[T any] struct {
	on grounds
	it T
}

// generations keep what was found by a hash of its grounds. There are two, and the older
// is dropped when the younger is full.
type generations[T any] struct {
	young, old map[uint64]*kept[T]
}

func (g *generations[T]) keep(hash uint64, k *kept[T]) {
	if len(g.young) >= maxRemembered {
		g.young, g.old = nil, g.young
	}
	if g.young == nil {
		g.young = map[uint64]*kept[T]{}
	}
	g.young[hash] = k
}

// find returns what is kept for what a document holds, and whether it is of the older
// generation; nil if nothing is kept.
func (g *generations[T]) find(of *remembering, d dependence, detail report.Detail, hash uint64) (k *kept[T], old bool) {
	if k := g.young[hash]; k != nil && of.same(d, detail, &k.on) {
		return k, false
	}
	if k := g.old[hash]; k != nil && of.same(d, detail, &k.on) {
		return k, true
	}
	return nil, false
}

// seen tells what was seen before, most often: what is seen once is not worth to be kept.
type seen [1 << 16]atomic.Uint32

func (s *seen) again(hash uint64) bool {
	at := hash % uint64(len(s))
	mark := uint32(hash>>32) | 1
	return s[at].Swap(mark) == mark
}
