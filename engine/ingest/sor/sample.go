package sor

import "slices"

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
type sample struct {
	level uint8
	limit int
	count map[sampled]uint32
}

type sampled struct {
	id    uint64
	group uint32
}

// sampleLimit is how many UUIDs are remembered. A map entry takes about 40
// bytes at worst, while it grows 80.
const sampleLimit = 1 << 19

func (s *sample) wants(id uint64) bool { return id&(1<<s.level-1) == 0 }

func (s *sample) add(id uint64, group uint32, n uint32) {
	if !s.wants(id) {
		return
	}
	if s.count == nil {
		s.count = map[sampled]uint32{}
	}
	s.count[sampled{id, group}] += n
	if len(s.count) > s.limit {
		s.raise(s.level + 1)
	}
}

// raise goes to a level, and on until everything fits.
func (s *sample) raise(level uint8) {
	s.level = max(s.level, level)
	for {
		for key := range s.count {
			if !s.wants(key.id) {
				delete(s.count, key)
			}
		}
		if len(s.count) <= s.limit || s.level == 63 {
			return
		}
		s.level++
	}
}

// sorted returns what is remembered in a fixed order.
func (s *sample) sorted() []sampled {
	keys := make([]sampled, 0, len(s.count))
	for key := range s.count {
		keys = append(keys, key)
	}
	slices.SortFunc(keys, func(a, b sampled) int {
		switch {
		case a.id < b.id || a.id == b.id && a.group < b.group:
			return -1
		case a == b:
			return 0
		}
		return 1
	})
	return keys
}
