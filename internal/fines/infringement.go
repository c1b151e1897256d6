package fines

import (
	"slices"

	"github.com/dsaeval/dsaeval/engine/fine"
	"github.com/dsaeval/dsaeval/engine/report"
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
