package fines

import (
	"cmp"
	"slices"
	"strings"

	"github.com/dsaeval/dsaeval/engine/fine"
	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/policies/law"
)

// oneConduct reports whether two grounds are one conduct, with the facts that
// both rest on; apart are the Articles that the facts name on their own.
func oneConduct(a, b ground, apart map[string]bool) (bool, []string) {
	for _, pair := range law.InfringementsRead().OneConduct {
		if !pair.Of(a.of, b.of) {
			continue
		}
		shared := common(a.facts, b.facts)
		if pair.Always && !(apart[unitOf(a.of, fine.ByArticle)] && apart[unitOf(b.of, fine.ByArticle)]) {
			return true, shared
		}
		return shared != nil, shared
	}
	return false, nil
}

// once leaves out the infringements that rest on nothing but facts that others
// rest on: each of their grounds has the same facts as a ground of another, or
// all of its facts, or only facts of it. Those with the lower cap go first, then
// those with more facts, so that a ground made of two others does not swallow
// both; then the later provision. Whatever is left out covers nothing any more.
func once(all []infringement, apart map[string]bool) ([]infringement, []report.Merge) {
	if !slices.ContainsFunc(all, func(i infringement) bool { return len(i.grounds) > 0 }) {
		return all, nil // as of all that is undetermined: nothing shows what it rests on
	}
	weight := func(i infringement) int {
		var facts []string
		for _, g := range i.grounds {
			facts = append(facts, g.facts...)
		}
		return len(sortedSet(facts))
	}
	ordered := slices.Clone(all)
	slices.SortFunc(ordered, func(a, b infringement) int {
		return cmp.Or(cmp.Compare(a.percent, b.percent), cmp.Compare(weight(b), weight(a)), report.CompareIDs(b.lead.ID, a.lead.ID))
	})
	kept := slices.Clone(ordered)
	var merges []report.Merge
	for _, i := range ordered {
		if len(i.grounds) == 0 {
			continue // nothing shows what it rests on
		}
		others := slices.DeleteFunc(slices.Clone(kept), func(k infringement) bool { return k.label == i.label })
		// A lower cap never stands for a higher one.
		c := covered(i, slices.DeleteFunc(slices.Clone(others), func(k infringement) bool { return k.percent < i.percent }), apart)
		if c.into == nil {
			continue
		}
		kept = others
		for _, o := range i.members {
			merges = append(merges, report.Merge{Obligation: o.ID, Into: c.into, Because: c.because, Facts: c.shared})
		}
	}
	return kept, settled(merges)
}

// settled replaces what was itself left out later by what it went into, so that
// every merge names infringements that are fined. Whatever was left out later was
// covered by what is kept, so that one pass from the end is enough.
func settled(merges []report.Merge) []report.Merge {
	went := map[string][]string{}
	for i := len(merges) - 1; i >= 0; i-- {
		var into []string
		for _, id := range merges[i].Into {
			if further := went[id]; further != nil {
				into = append(into, further...)
			} else {
				into = append(into, id)
			}
		}
		into = sortedSet(into)
		slices.SortFunc(into, report.CompareIDs)
		merges[i].Into = into
		went[merges[i].Obligation] = into
	}
	return merges
}

// cover says which infringements stand for another.
type cover struct {
	into, shared []string
	because      string
}

// covered returns the infringements that rest on the facts of all grounds of i;
// none if one ground is its own.
func covered(i infringement, others []infringement, apart map[string]bool) cover {
	c := cover{because: sameEvidence}
	for _, g := range i.grounds {
		found := false
		for _, k := range others {
			for _, other := range k.grounds {
				shared := overlap(g.facts, other.facts)
				one := shared != nil
				if !one {
					if one, shared = oneConduct(g, other, apart); one {
						c.because = sameConduct
					}
				}
				if one {
					found = true
					c.into = append(c.into, k.lead.ID)
					c.shared = append(c.shared, shared...)
				}
			}
		}
		if !found {
			return cover{}
		}
	}
	if c.into == nil {
		return cover{}
	}
	c.into = sortedSet(c.into)
	slices.SortFunc(c.into, report.CompareIDs)
	c.shared = sortedSet(c.shared)
	return c
}

// common returns the facts of both that are about conduct: those on the service
// itself and on the assessment, such as its designation, are behind every duty.
func common(a, b []string) []string {
	var both []string
	for _, fact := range a {
		_, found := slices.BinarySearch(b, fact)
		if found && !strings.HasPrefix(fact, "/service/") && !strings.HasPrefix(fact, "/assessment/") {
			both = append(both, fact)
		}
	}
	return both
}

// overlap returns the smaller of two sets of facts if the other contains it. A
// ground without facts is like no other.
func overlap(a, b []string) []string {
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(a) == 0 {
		return nil
	}
	for _, fact := range a {
		if _, found := slices.BinarySearch(b, fact); !found {
			return nil
		}
	}
	return a
}
