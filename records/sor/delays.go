package sor

import (
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
	far     []delayCount     // all others, ascending; half the size of a map
	unknown uint64           // a date is missing
	outside uint64           // longer than maxDelay: one of the dates cannot be right
}

type delayCount struct {
	days int32
	n    uint64
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

func (d *Delays) addFar(days int32, n uint64) (grew bool) {
	i, found := slices.BinarySearchFunc(d.far, days, func(c delayCount, days int32) int { return int(c.days - days) })
	if !found {
		d.far = slices.Insert(d.far, i, delayCount{days: days})
	}
	d.far[i].n += n
	return !found
}

func (d *Delays) merge(other *Delays) (grew int) {
	for i, n := range other.near {
		d.near[i] += n
	}
	for _, c := range other.far {
		if d.addFar(c.days, c.n) {
			grew++
		}
	}
	d.unknown += other.unknown
	d.outside += other.outside
	return grew
}

// each goes through delays and how often each occurs, in ascending order.
func (d *Delays) each(yield func(days int64, n uint64) bool) {
	i := 0
	for ; i < len(d.far) && d.far[i].days < 0; i++ {
		if !yield(int64(d.far[i].days), d.far[i].n) {
			return
		}
	}
	for days, n := range d.near {
		if n > 0 && !yield(int64(days), n) {
			return
		}
	}
	for ; i < len(d.far); i++ {
		if !yield(int64(d.far[i].days), d.far[i].n) {
			return
		}
	}
}

// Count returns how many delays are known.
func (d *Delays) Count() uint64 {
	var n uint64
	for _, count := range d.each {
		n += count
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
	for days, n := range d.each {
		if seen += n; seen >= rank {
			return days, true
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
	for days, n := range d.each {
		if seen += n; seen > rank {
			return days
		}
	}
	return 0
}
