package fine

import (
	"cmp"
	"regexp"
	"slices"

	"github.com/dsaeval/dsaeval/engine/policy"
)

// infringement is what one fine is for: an obligation, or several of which only
// one is counted.
type infringement struct {
	lead        Obligation
	members     []Obligation // the lead and what is part of the same paragraph
	paragraph   string
	percent     int64  // 6, 1 or 0 where only periodic penalties threaten
	periodic    bool   // the law names periodic payments for what still runs
	running     bool   // not all has ended
	appliesFrom string // the earliest; "" if one of them is not known
	findings    [][]string
}

// Merge says that an obligation is not fined on its own.
type Merge struct {
	Obligation string `json:"obligation"`
	// Into are the obligations that are fined instead.
	Into []string `json:"into"`
	// Because is same_paragraph, delegated_act or same_evidence.
	Because string `json:"because"`
	// Facts are the shared facts, for same_evidence.
	Facts []string `json:"facts"`
}

// The reasons for counting once.
const (
	sameParagraph = "same_paragraph"
	delegatedAct  = "delegated_act"
	sameEvidence  = "same_evidence"
)

// attached lists the obligations that stand only in a delegated or implementing
// act, with the paragraphs that they are part of, the closest first. Art.
// 74(1)(a) speaks of provisions of the Regulation, and no decision has fined a
// breach of such an act on its own, so that it never adds a second sum.
var attached = map[string][]string{
	"dsa.art15.3.ir2024_2835":          {"dsa.art15.1", "dsa.art24.1", "dsa.art42.1", "dsa.art42.2"},
	"dsa.art15.3.ir2024_2835.annex_ii": {"dsa.art15.1", "dsa.art24.1", "dsa.art42.1", "dsa.art42.2"},
	"dsa.art37.2.preaudit":             {"dsa.art37.2", "dsa.art37.1"},
	"dsa.art37.3.agreement":            {"dsa.art37.3", "dsa.art37.7", "dsa.art37.1"},
	"dsa.art40.13.portal":              {"dsa.art40.4", "dsa.art40.7", "dsa.art40.1"},
	"dsa.art40.13.catalogue":           {"dsa.art40.4", "dsa.art40.7", "dsa.art40.1"},
	"dsa.art40.13.notify":              {"dsa.art40.4"},
	"dsa.art40.13.documentation":       {"dsa.art40.4", "dsa.art40.7"},
}

var paragraphID = regexp.MustCompile(`^dsa\.art[0-9]+[a-z]?\.[0-9]+[a-z]?`)

// paragraphOf returns the article paragraph of an id: dsa.art34.1.a is part of
// dsa.art34.1. Ids of other laws stand for themselves.
func paragraphOf(id string) string {
	if p := paragraphID.FindString(id); p != "" && (len(p) == len(id) || id[len(p)] == '.') {
		return p
	}
	return id
}

// infringements groups obligations of one standing into what is fined once. The
// result does not depend on their order.
func infringements(obligations []Obligation) ([]infringement, []Merge) {
	obligations = slices.Clone(obligations)
	slices.SortFunc(obligations, func(a, b Obligation) int { return policy.CompareIDs(a.ID, b.ID) })
	groups := map[string][]Obligation{}
	for _, o := range obligations {
		if attached[o.ID] == nil {
			groups[paragraphOf(o.ID)] = append(groups[paragraphOf(o.ID)], o)
		}
	}
	for _, o := range obligations {
		parents := attached[o.ID]
		if parents == nil {
			continue
		}
		i := slices.IndexFunc(parents, func(p string) bool { return len(groups[p]) > 0 })
		parent := parents[max(i, 0)]
		groups[parent] = append(groups[parent], o)
	}
	var all []infringement
	var merges []Merge
	for _, paragraph := range sortedKeys(groups) {
		i := infringementOf(paragraph, groups[paragraph])
		for _, o := range i.members[1:] {
			because := sameParagraph
			if attached[o.ID] != nil {
				because = delegatedAct
			}
			merges = append(merges, Merge{Obligation: o.ID, Into: []string{i.lead.ID}, Because: because, Facts: []string{}})
		}
		all = append(all, i)
	}
	all, overlaps := once(all)
	merges = append(merges, overlaps...)
	slices.SortFunc(merges, func(a, b Merge) int { return policy.CompareIDs(a.Obligation, b.Obligation) })
	slices.SortFunc(all, func(a, b infringement) int { return policy.CompareIDs(a.lead.ID, b.lead.ID) })
	return all, merges
}

func infringementOf(paragraph string, members []Obligation) infringement {
	i := infringement{lead: members[0], members: members, paragraph: paragraph, appliesFrom: members[0].AppliesFrom}
	for _, o := range members {
		i.percent = max(i.percent, percentOf(o.Penalty))
		i.running = i.running || !o.Ended
		daily := slices.Contains(o.Penalty, policy.FivePercent) || slices.Contains(o.Penalty, policy.DSCFiveDaily)
		i.periodic = i.periodic || daily && !o.Ended
		i.appliesFrom = min(i.appliesFrom, o.AppliesFrom)
		for _, f := range o.Findings {
			i.findings = append(i.findings, sortedSet(f))
		}
	}
	return i
}

func percentOf(penalties []policy.Penalty) int64 {
	percent := int64(0)
	for _, p := range penalties {
		switch p {
		case policy.SixPercent:
			percent = max(percent, 6)
		case policy.OnePercent, policy.DSCOnePercent:
			percent = max(percent, 1)
		}
	}
	return percent
}

// duty is the kind of duty in the words of the models.
func (i infringement) duty() string {
	switch {
	case i.percent == 1:
		return "supervision"
	case i.lead.Kind == policy.Procedural:
		return "procedural"
	}
	return "substantive"
}

// once leaves out the infringements that rest on nothing but facts that others
// rest on already: each of their grounds has the same facts as a ground of
// another, or all of its facts, or only facts of it. Those with the higher cap
// stay, then those with fewer facts, so that a ground made of two others does
// not swallow both; then the earlier provision.
func once(all []infringement) ([]infringement, []Merge) {
	weight := func(i infringement) int {
		var facts []string
		for _, f := range i.findings {
			facts = append(facts, f...)
		}
		return len(sortedSet(facts))
	}
	ordered := slices.Clone(all)
	slices.SortFunc(ordered, func(a, b infringement) int {
		return cmp.Or(cmp.Compare(b.percent, a.percent), cmp.Compare(weight(a), weight(b)), policy.CompareIDs(a.lead.ID, b.lead.ID))
	})
	var kept []infringement
	var merges []Merge
	for _, i := range ordered {
		into, facts := covered(i, kept)
		if into == nil {
			kept = append(kept, i)
			continue
		}
		for _, o := range i.members {
			merges = append(merges, Merge{Obligation: o.ID, Into: into, Because: sameEvidence, Facts: facts})
		}
	}
	return kept, merges
}

// covered returns the kept infringements that rest on the facts of all grounds
// of i, nil if one ground is its own.
func covered(i infringement, kept []infringement) (into, shared []string) {
	for _, ground := range i.findings {
		found := false
		for _, k := range kept {
			for _, other := range k.findings {
				if smaller := overlap(ground, other); smaller != nil {
					found = true
					into = append(into, k.lead.ID)
					shared = append(shared, smaller...)
				}
			}
		}
		if !found {
			return nil, nil
		}
	}
	if into == nil {
		return nil, nil
	}
	into = sortedSet(into)
	slices.SortFunc(into, policy.CompareIDs)
	return into, sortedSet(shared)
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
