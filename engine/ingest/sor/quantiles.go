package sor

import (
	"maps"
	"math"
	"slices"
)

// Delays counts how many statements had which delay, in whole days. The dates
// of content and application have no time of day, so days are all that the data
// hold, and counting them makes every quantile exact. Dates reach from 2000 to
// 2038 by the rules of the database, so that there are at most 28 000 different
// delays, however many statements.
type Delays struct {
	near    [nearDays]uint64 // 0, 1, 2, ... days
	far     map[int32]uint64 // all others
	unknown uint64           // a date is missing
	outside uint64           // longer than maxDelay: one of the dates cannot be right
}

const (
	nearDays = 32
	maxDelay = 14_000
)

func (d *Delays) add(from, to int32) (grew bool) {
	switch delay := int64(to) - int64(from); {
	case from == noDay || to == noDay:
		d.unknown++
	case delay >= 0 && delay < nearDays:
		d.near[delay]++
	case delay < -maxDelay || delay > maxDelay:
		d.outside++
	default:
		return d.addFar(int32(delay), 1)
	}
	return false
}

func (d *Delays) addFar(delay int32, n uint64) (grew bool) {
	if d.far == nil {
		d.far = map[int32]uint64{}
	}
	before := len(d.far)
	d.far[delay] += n
	return len(d.far) > before
}

func (d *Delays) merge(other *Delays) (grew int) {
	for i, n := range other.near {
		d.near[i] += n
	}
	for delay, n := range other.far {
		if d.addFar(delay, n) {
			grew++
		}
	}
	d.unknown += other.unknown
	d.outside += other.outside
	return grew
}

// buckets returns delays and how often each occurs, in ascending order.
func (d *Delays) buckets() [][2]int64 {
	var all [][2]int64
	for _, delay := range slices.Sorted(maps.Keys(d.far)) {
		if delay < 0 {
			all = append(all, [2]int64{int64(delay), int64(d.far[delay])})
		}
	}
	for i, n := range d.near {
		if n > 0 {
			all = append(all, [2]int64{int64(i), int64(n)})
		}
	}
	for _, delay := range slices.Sorted(maps.Keys(d.far)) {
		if delay >= 0 {
			all = append(all, [2]int64{int64(delay), int64(d.far[delay])})
		}
	}
	return all
}

// Count returns how many delays are known.
func (d *Delays) Count() uint64 {
	var n uint64
	for _, bucket := range d.buckets() {
		n += uint64(bucket[1])
	}
	return n
}

// Quantile returns the smallest delay, in days, that at least the share p of
// the statements did not exceed; p of 0.5 gives the lower median. ok is false
// if no delay is known.
func (d *Delays) Quantile(p float64) (days int64, ok bool) {
	rank := uint64(math.Ceil(p * float64(d.Count())))
	rank = max(rank, 1)
	var seen uint64
	for _, bucket := range d.buckets() {
		if seen += uint64(bucket[1]); seen >= rank {
			return bucket[0], true
		}
	}
	return 0, false
}

// Median returns the median in days; between the two middle ones if their
// number is even, so possibly with a half.
func (d *Delays) Median() (days float64, ok bool) {
	n := d.Count()
	if n == 0 {
		return 0, false
	}
	return float64(d.at((n-1)/2)+d.at(n/2)) / 2, true
}

func (d *Delays) at(rank uint64) int64 {
	var seen uint64
	for _, bucket := range d.buckets() {
		if seen += uint64(bucket[1]); seen > rank {
			return bucket[0]
		}
	}
	return 0
}
