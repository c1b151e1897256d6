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
}

// citedSources returns the sources that evidence names, in the order of their
// ids. Others stay in the facts: a reader follows a source from what it shows.
func (r *Report) citedSources(f *facts.Facts) []Source {
	cited := map[string]bool{}
	cite := func(findings []Finding) {
		for _, finding := range findings {
			for _, e := range finding.Evidence {
				for _, id := range e.Sources {
					cited[id] = true
				}
			}
		}
	}
	for _, o := range r.Obligations {
		cite(o.Findings)
	}
	for _, c := range r.Context {
		cite(c.Findings)
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
		})
	}
	return sources
}
