package engine

import (
	"maps"
	"slices"

	"github.com/dsaeval/dsaeval/engine/report"
)

// citedSources returns the sources that evidence and what was set aside name, in
// the order of their ids. Others stay in the facts: a reader follows a source from what it shows.
func citedSources(listed map[string]report.Source, r *report.Report) []report.Source {
	cited := map[string]bool{}
	cite := func(ids []string) {
		for _, id := range ids {
			cited[id] = true
		}
	}
	citeAll := func(evidence []report.Evidence) {
		for _, e := range evidence {
			cite(e.Sources)
		}
	}
	for i := range r.Obligations {
		o := &r.Obligations[i]
		for _, finding := range o.Findings {
			citeAll(finding.Evidence)
		}
		for _, doubt := range o.SpeaksAgainst {
			citeAll(doubt.Evidence)
		}
	}
	for _, c := range r.Context {
		for _, finding := range c.Findings {
			citeAll(finding.Evidence)
		}
	}
	for _, s := range r.SetAside {
		cite(s.Sources)
	}
	sources := []report.Source{}
	for _, id := range slices.Sorted(maps.Keys(cited)) {
		source := listed[id]
		source.ID = id
		sources = append(sources, source)
	}
	return sources
}
