package engine

import (
	"maps"
	"slices"

	"github.com/dsaeval/dsaeval/engine/facts"
)

// Source is a document that evidence comes from, as the facts describe it; what
// they do not say is empty.
type Source struct {
	ID    string `json:"id"`
	Title string `json:"title"`
	// URL was written by the author of the facts; it can have any scheme.
	URL         string `json:"url"`
	PublishedOn string `json:"published_on"` // YYYY-MM-DD
	// Confidence is primary, secondary or from_memory.
	Confidence string `json:"confidence"`
	// Status says who established what the document says.
	Status facts.Status `json:"status"`
}

// citedSources returns the sources that evidence and what was set aside name, in
// the order of their ids. Others stay in the facts: a reader follows a source from what it shows.
func (r *Report) citedSources(f *facts.Facts) []Source {
	cited := map[string]bool{}
	cite := func(ids []string) {
		for _, id := range ids {
			cited[id] = true
		}
	}
	citeAll := func(evidence []Evidence) {
		for _, e := range evidence {
			cite(e.Sources)
		}
	}
	for _, o := range r.Obligations {
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
	sources := []Source{}
	for _, id := range slices.Sorted(maps.Keys(cited)) {
		text := func(name string) string {
			if n, ok := f.At("/sources/" + id + "/" + name); ok {
				return n.Text
			}
			return ""
		}
		sources = append(sources, Source{
			ID: id, Title: text("title"), URL: text("url"), PublishedOn: text("published_on"), Confidence: text("confidence"),
			Status: facts.Status(text("status")),
		})
	}
	return sources
}
