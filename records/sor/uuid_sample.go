package sor

import (
	"cmp"
	"math/rand/v2"
	"slices"
)

// sample finds statements that occur more than once, in bounded memory.
//
// It remembers the UUIDs whose mixed value is divisible by 2^level, with the
// group they were counted in and how often they occurred. As long as all of
// them fit, level is 0 and the number of duplicates is exact. Each time they do
// not, level goes up by one, half of them are forgotten, and the number found
// is multiplied by 2^level: an unbiased estimate with a relative standard error
// of about sqrt(2^level / duplicates). All copies of a UUID are kept or
// forgotten together, so that a rate of sampling never hides a pair.
//
// The alternative that lost is a Bloom filter: its error depends on the order
// of the rows, two of them cannot be merged without counting what both saw, and
// it saturates on the largest days. The level here depends only on the set of
// UUIDs, which makes merging associative and commutative.
//
// Go's map would do, at 50 bytes an entry and several times the time.
type sample struct {
	level uint8
	limit int
	n     int
	slots []sampled // open addressing; count 0 marks a free slot
	seed  uint64    // against files whose UUIDs are made to collide
}

type sampled struct {
	id    uint64
	group uint32
	count uint32
}

// MaxSample is how many UUIDs an aggregate remembers: 16 MiB of slots.
const MaxSample = 1 << 19

// maxLevel is where there is nothing left to halve.
const maxLevel = 63

func newSample() sample { return sample{limit: MaxSample, seed: rand.Uint64()} }

func (s *sample) wants(id uint64) bool { return id&(1<<s.level-1) == 0 }

func (s *sample) add(id uint64, group uint32, n uint32) {
	if !s.wants(id) {
		return
	}
	if 2*s.n >= len(s.slots) {
		s.rebuild(max(64, 2*len(s.slots)))
	}
	slot := s.slot(id, group)
	if slot.count == 0 {
		s.n++
	}
	*slot = sampled{id, group, slot.count + n}
	if s.n > s.limit {
		s.raise(s.level + 1)
	}
}

// slot finds the place of an entry, or the free one where it belongs.
func (s *sample) slot(id uint64, group uint32) *sampled {
	mask := uint64(len(s.slots) - 1)
	for i := mix(id^s.seed) & mask; ; i = (i + 1) & mask {
		if slot := &s.slots[i]; slot.count == 0 || slot.id == id && slot.group == group {
			return slot
		}
	}
}

// rebuild makes a table of another size with what the level still wants.
func (s *sample) rebuild(size int) {
	old := s.slots
	s.slots, s.n = make([]sampled, size), 0
	for _, entry := range old {
		if entry.count > 0 && s.wants(entry.id) {
			*s.slot(entry.id, entry.group) = entry
			s.n++
		}
	}
}

// raise goes to a level, and on until everything fits.
func (s *sample) raise(level uint8) {
	s.level = max(s.level, level)
	for {
		s.rebuild(max(64, len(s.slots)))
		if s.n <= s.limit || s.level == maxLevel {
			return
		}
		s.level++
	}
}

// sorted returns what is remembered in a fixed order, with the groups numbered
// by order.
func (s *sample) sorted(order []uint32) []sampled {
	entries := make([]sampled, 0, s.n)
	for _, entry := range s.slots {
		if entry.count > 0 {
			entry.group = order[entry.group]
			entries = append(entries, entry)
		}
	}
	slices.SortFunc(entries, func(a, b sampled) int {
		return cmp.Or(cmp.Compare(a.id, b.id), cmp.Compare(a.group, b.group))
	})
	return entries
}
