package sor

import (
	"cmp"
	"slices"
)

// Summary is what was counted for one platform and period: the groups of both
// schema versions, which are only added up where the versions mean the same.
type Summary struct {
	Platform    string
	First, Last int32 // the period; the days that were read, where there is only one
	// Duplicates repeat the UUID of another row. Exact only if Factor is 1.
	Duplicates, Factor uint64

	start    int32
	counts   []uint64            // those of the group, if there is only one
	delays   [delayKinds]*Delays // the same
	versions []Schema
	groups   []*Group // by version
}

// Summaries returns one summary for each platform and period, in order.
func (a *Aggregate) Summaries() []*Summary {
	duplicates, factor := a.Duplicates()
	first, last := a.Covered()
	var all []*Summary
	for _, key := range a.Keys() {
		start, end := first, last
		if a.grouping.Period != All {
			start, end = max(first, key.Start), min(last, a.grouping.Period.end(key.Start))
		}
		start, end = min(start, a.groups[key].first), max(end, a.groups[key].last)
		g := a.groups[key]
		s := &Summary{Platform: key.Platform, start: key.Start, First: start, Last: end, Factor: factor}
		if n := len(all); n > 0 && all[n-1].Platform == s.Platform && all[n-1].start == s.start {
			s = all[n-1]
		} else {
			all = append(all, s)
		}
		s.First, s.Last = min(s.First, g.first), max(s.Last, g.last)
		s.add(g)
		s.versions = append(s.versions, key.Schema)
		s.groups = append(s.groups, g)
		s.Duplicates += duplicates[key]
	}
	return all
}

// add adds up groups. One alone is not copied: there may be thousands.
func (s *Summary) add(g *Group) {
	if len(s.groups) == 0 {
		s.counts = g.counts
		for i := range s.delays {
			s.delays[i] = &g.delays[i]
		}
		return
	}
	s.counts = slices.Clone(s.counts)
	for i, n := range g.counts {
		s.counts[i] += n
	}
	for i, d := range s.delays {
		sum := *d
		sum.far = slices.Clone(d.far)
		sum.merge(&g.delays[i])
		s.delays[i] = &sum
	}
}

// Statements returns how many rows were counted.
func (s *Summary) Statements() uint64 { return s.counts[isStatement] }

// Count returns how many statements have a value in a dimension, such as
// decision_account and DECISION_ACCOUNT_SUSPENDED. Categories and keywords of
// the two versions are not added up: ask [Summary.Categories].
func (s *Summary) Count(dimension, value string) uint64 {
	for _, d := range dimensions {
		if d.name == dimension {
			if i := slices.Index(d.values, value); i >= 0 {
				return d.shown(s.counts)[i]
			}
		}
	}
	return 0
}

// Delay returns the delays of a kind, such as [ApplicationToSubmission].
func (s *Summary) Delay(kind int) *Delays { return cmp.Or(s.delays[kind], &Delays{}) }

// ValueCount is a count of one value.
type ValueCount struct {
	Schema Schema
	Value  string
	Count  uint64
}

// Categories returns the statements by main category, each schema version
// apart, without those that do not occur.
func (s *Summary) Categories() []ValueCount { return s.byVersion(inCategory) }

func (s *Summary) byVersion(d *dimension) []ValueCount {
	var all []ValueCount
	for i, g := range s.groups {
		for j, n := range d.shown(g.counts) {
			if n > 0 && d.values[j] != "" {
				all = append(all, ValueCount{s.versions[i], d.values[j], n})
			}
		}
	}
	return all
}

// Territories returns how many statements apply in each State; ok is false if
// some came from a light dump, which does not tell.
func (s *Summary) Territories() (states []ValueCount, ok bool) {
	for code, n := range inTerritory.shown(s.counts) {
		if name := countries.names[code]; n > 0 && name != "" {
			states = append(states, ValueCount{Value: name, Count: n})
		}
	}
	return states, s.counts[hasTerritory] == s.counts[isStatement]
}
