package sor

import "math/bits"

// set is a set of values of one vocabulary, none of which has 128 values.
type set struct{ low, high uint64 }

func (s *set) add(code uint8) {
	if code < 64 {
		s.low |= 1 << code
	} else {
		s.high |= 1 << (code - 64)
	}
}

func (s set) empty() bool           { return s.low|s.high == 0 }
func (s set) has(code uint8) bool   { return s.intersects(single(code)) }
func (s set) intersects(t set) bool { return s.low&t.low|s.high&t.high != 0 }

func single(code uint8) set {
	var s set
	s.add(code)
	return s
}

// each increments one counter for each member.
func (s set) count(counters []uint64) {
	for rest := s.low; rest != 0; rest &= rest - 1 {
		counters[bits.TrailingZeros64(rest)]++
	}
	for rest := s.high; rest != 0; rest &= rest - 1 {
		counters[64+bits.TrailingZeros64(rest)]++
	}
}
