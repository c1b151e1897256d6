package calendar

import (
	"slices"

	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/internal/lists"
)

// Fact is a fact that a day rests on.
type Fact struct {
	Pointer string        `json:"pointer"` // JSON Pointer into the facts
	Value   any           `json:"value"`
	Line    int           `json:"line"`
	Column  int           `json:"column"`
	Sources []string      `json:"sources"` // ids of the sources in the facts
	Status  report.Status `json:"status"`  // who established it
}

// Evidence is the fact as words take it.
func (f Fact) Evidence() report.Evidence {
	return report.Evidence{Pointer: f.Pointer, Value: f.Value, Line: f.Line, Column: f.Column, Sources: f.Sources, Status: f.Status}
}

// fact reads a fact that is given.
func (m *maker) fact(pointer string) Fact {
	node, _ := m.facts.At(pointer)
	return Fact{
		Pointer: pointer, Value: node.Value(), Line: node.Position.Line, Column: node.Position.Column,
		Sources: lists.OrEmpty(m.facts.Sources(pointer)), Status: m.facts.Status(pointer),
	}
}

// rest adds facts that the entry rests on, each once; the assessment date is none.
func (e *Entry) rest(facts []report.Evidence) {
	for _, f := range facts {
		if f.Pointer == "/assessment/date" || slices.ContainsFunc(e.Facts, func(known Fact) bool { return known.Pointer == f.Pointer }) {
			continue
		}
		e.Facts = append(e.Facts, Fact{Pointer: f.Pointer, Value: f.Value, Line: f.Line, Column: f.Column, Sources: f.Sources, Status: f.Status})
	}
}
