package fines

import (
	"cmp"
	"slices"
	"strings"

	"github.com/dsaeval/dsaeval/engine/fine"
	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/policies/law"
)

// infringement is what one fine is for: an obligation, or several of which only
// one is counted.
type infringement struct {
	lead    *Obligation
	members []*Obligation // the lead and what is part of the same Article
	// label is the Article, or the paragraph under the other reading, as it is
	// cited.
	label       string
	percent     int64    // 6, 1 or 0 where only periodic penalties threaten
	compelled   []string // for which the law names daily payments, and that still run
	periodic    bool     // there is one of them
	appliesFrom string   // the earliest; "" if one of them is not known
	grounds     []ground
}

// ground is what a finding of an obligation rests on.
type ground struct {
	of    string
	facts []string // sorted
}

// ids are the obligations of the infringement.
func (i infringement) ids() []string {
	list := make([]string, len(i.members))
	for n, o := range i.members {
		list[n] = o.ID
	}
	return list
}

// The reasons for counting once.
const (
	sameParagraph = "same_paragraph"
	sameArticle   = "same_article"
	sameConduct   = "same_conduct"
	delegatedAct  = "delegated_act"
	sameEvidence  = "same_evidence"
)

// infringements groups obligations of one standing into what is fined once. The
// result does not depend on their order.
func infringements(obligations []*Obligation, unit fine.Unit, apart map[string]bool) ([]infringement, []report.Merge) {
	obligations = slices.Clone(obligations)
	slices.SortFunc(obligations, func(a, b *Obligation) int { return report.CompareIDs(a.ID, b.ID) })
	paragraphs := map[string]bool{}
	groups := map[string][]*Obligation{}
	var labels []string // in the order of their first obligations
	join := func(id string, o *Obligation) {
		label := unitOf(id, unit)
		if groups[label] == nil {
			labels = append(labels, label)
		}
		groups[label] = append(groups[label], o)
	}
	for _, o := range obligations {
		if len(o.PartOf) == 0 {
			paragraphs[paragraphOf(o.ID)] = true
			join(o.ID, o)
		}
	}
	for _, o := range obligations {
		parents := o.PartOf
		if len(parents) == 0 {
			continue
		}
		i := slices.IndexFunc(parents, func(p string) bool { return paragraphs[p] })
		join(parents[max(i, 0)], o)
	}
	var all []infringement
	var merges []report.Merge
	for _, label := range labels {
		i := infringementOf(label, groups[label])
		into := []string{i.lead.ID}
		for _, o := range i.members[1:] {
			because := sameArticle
			switch {
			case len(o.PartOf) > 0:
				because = delegatedAct
			case paragraphOf(o.ID) == paragraphOf(i.lead.ID):
				because = sameParagraph
			}
			merges = append(merges, report.Merge{Obligation: o.ID, Into: into, Because: because, Facts: []string{}})
		}
		all = append(all, i)
	}
	all, overlaps := once(all, apart)
	if len(overlaps) > 0 {
		merged := map[string]bool{}
		for _, m := range overlaps {
			merged[m.Obligation] = true
		}
		// What goes over to another infringement as a whole is told once, with where
		// it went.
		merges = slices.DeleteFunc(merges, func(m report.Merge) bool { return merged[m.Obligation] })
		merges = append(merges, overlaps...)
	}
	slices.SortFunc(merges, func(a, b report.Merge) int { return report.CompareIDs(a.Obligation, b.Obligation) })
	slices.SortFunc(all, func(a, b infringement) int { return report.CompareIDs(a.lead.ID, b.lead.ID) })
	return all, merges
}

func infringementOf(label string, members []*Obligation) infringement {
	i := infringement{lead: members[0], members: members, label: label, appliesFrom: members[0].AppliesFrom}
	for _, o := range members {
		i.percent = max(i.percent, percentOf(o.Penalty))
		daily := slices.Contains(o.Penalty, report.FivePercent) || slices.Contains(o.Penalty, report.DSCFiveDaily)
		if daily && !o.Ended {
			i.compelled = append(i.compelled, o.ID)
		}
		i.appliesFrom = min(i.appliesFrom, o.AppliesFrom)
		for _, f := range o.Findings {
			i.grounds = append(i.grounds, ground{of: o.ID, facts: sortedSet(f)})
		}
	}
	i.periodic = len(i.compelled) > 0
	return i
}

func percentOf(penalties []report.Penalty) int64 {
	percent := int64(0)
	for _, p := range penalties {
		switch p {
		case report.SixPercent:
			percent = max(percent, lawful().fine.percent)
		case report.OnePercent, report.DSCOnePercent:
			percent = max(percent, lawful().information.percent)
		}
	}
	return percent
}

// duty is the kind of duty in the words of the models.
func (i infringement) duty() string {
	switch {
	case i.percent == lawful().information.percent:
		return "supervision"
	case i.lead.Kind == report.Procedural:
		return "procedural"
	}
	return "substantive"
}

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
