package words

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/dsaeval/dsaeval/engine/report"
)

// Made is one of the things that a report was made from.
type Made struct {
	Part   string // what it is: facts, policies
	Name   string // of a file or directory; empty if there is only one
	SHA256 string // empty of what has none
	Said   string // what is to be said instead of a digest, or beside it
}

// MadeOf lists all that a report was made from, the facts first.
func MadeOf(r *report.Report) []Made {
	p := r.Provenance
	var list []Made
	files := func(part string, files []report.File) {
		for _, f := range files {
			list = append(list, Made{Part: part, Name: f.File, SHA256: f.SHA256})
		}
	}
	said := func(part, words string) {
		if words != "" {
			list = append(list, Made{Part: part, Said: words})
		}
	}
	digest := func(part, sha256 string) {
		if sha256 != "" {
			list = append(list, Made{Part: part, SHA256: sha256})
		}
	}
	files("facts", p.Facts)
	if p.AsOf != nil {
		said("assessment date", string(*p.AsOf)+", given in the place of that of the facts")
	}
	said("selection", Selected(r))
	digest("policies", p.PoliciesSHA256)
	files("policies of", p.Policies)
	digest("schemas", p.SchemasSHA256)
	digest("parameters", p.ParametersSHA256)
	files("parameters set by", p.Parameters)
	for _, name := range slices.Sorted(maps.Keys(p.Readings)) {
		said("reading", name+" = "+p.Readings[name])
	}
	files("waivers", p.Waivers)
	if p.Configuration != nil {
		files("configuration", []report.File{*p.Configuration})
	}
	if p.Amounts != nil {
		amounts(p.Amounts, files, said)
	}
	files("document", p.Documents)
	if g := r.Gate; g != nil {
		said("gate", fmt.Sprintf("%s: %s", g.FailOn, g.Outcome))
		if g.Baseline != nil {
			files("baseline", []report.File{*g.Baseline})
		}
	}
	said("program", Program(p))
	return list
}

// amounts are the choices about money that are not the default.
func amounts(a *report.Amounts, files func(string, []report.File), said func(part, words string)) {
	if a.Model != nil {
		files("fine model", []report.File{*a.Model})
	}
	if a.TurnoverOf != "" {
		said("turnover of", a.TurnoverOf)
	}
	if a.Periodic == "annual" {
		said("Art. 76(1)", "read as annual turnover")
	}
	if a.Unit == "paragraph" {
		said("one infringement", "is one paragraph")
	}
	for _, rate := range a.Rates {
		said("exchange rate", rate)
	}
	for _, name := range slices.Sorted(maps.Keys(a.Inputs)) {
		said("input", name+" = "+a.Inputs[name])
	}
}

// Program names what made a report, with the commit if that is known.
func Program(p report.Provenance) string {
	said := p.Engine
	if b := p.Build; b != nil && b.Commit != nil && said != "" {
		said += ", commit " + begin(*b.Commit)
		if b.Dirty != nil && *b.Dirty {
			said += " with changes that are not committed"
		}
	}
	return said
}

// Selected says how much of what there is was judged; empty of a report that does not
// say.
func Selected(r *report.Report) string {
	if s := r.Provenance.Selection; s != nil {
		return fmt.Sprintf("%d of %d obligations judged", s.Judged, s.Of)
	}
	return ""
}

// MadeFrom says in one line what a report was made from, with the beginnings of the
// digests.
func MadeFrom(r *report.Report) string {
	var parts []string
	if said := Selected(r); said != "" {
		parts = append(parts, said)
	}
	for _, m := range MadeOf(r) {
		switch {
		case m.Part == "selection":
		case m.Part == "program":
			parts = append(parts, m.Said)
		default:
			part := m.Part
			for _, word := range []string{m.Name, m.Said, begin(m.SHA256)} {
				if word != "" {
					part += " " + word
				}
			}
			parts = append(parts, part)
		}
	}
	return "made from: " + strings.Join(parts, "; ")
}

// begin is the beginning of a digest, which is enough to tell two from each other.
func begin(digest string) string { return digest[:min(len(digest), 12)] }
