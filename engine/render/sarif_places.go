package render

import (
	"path"
	"strconv"

	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/internal/sarif"
	"github.com/dsaeval/dsaeval/internal/words"
)

func (s sarifReports) file(r *report.Report) sarif.Location { return s.Within(r.File()) }

func (s sarifReports) location(r *report.Report, e report.Evidence) sarif.Location {
	location := s.file(r)
	if e.Line > 0 {
		location.PhysicalLocation.Region = &sarif.Region{StartLine: e.Line, StartColumn: e.Column}
	}
	location.LogicalLocations = []sarif.LogicalLocation{logical(e.Pointer)}
	return location
}

// startOf is the first line of a document that its report knows of: what is kept or does
// not apply rests on all of it, and viewers show nothing without a line.
func (s sarifReports) startOf(r *report.Report) int {
	if line, found := s.starts[r]; found {
		return line
	}
	first := 0
	see := func(line int) {
		if line > 0 && (first == 0 || line < first) {
			first = line
		}
	}
	for _, q := range r.Questions {
		see(q.Line)
	}
	for _, o := range r.Obligations {
		for _, f := range o.Findings {
			for _, e := range f.Evidence {
				see(e.Line)
			}
		}
	}
	s.starts[r] = max(first, 1)
	return s.starts[r]
}

// logical names a fact as SARIF 2.1.0 section 3.33 asks for JSON: by its pointer.
func logical(pointer string) sarif.LogicalLocation {
	kind := "property"
	if _, err := strconv.Atoi(path.Base(pointer)); err == nil {
		kind = "value"
	}
	return sarif.LogicalLocation{Name: path.Base(words.Fact(pointer)), FullyQualifiedName: pointer, Kind: kind}
}
