package engine

import (
	"github.com/dsaeval/dsaeval/engine/facts"
	"github.com/dsaeval/dsaeval/engine/report"
)

func setAside(f *facts.Facts) []report.SetAside {
	all := []report.SetAside{}
	for _, s := range f.SetAside() {
		all = append(all, report.SetAside{
			Pointer: s.Pointer, Value: s.Value.Value(), Line: s.Value.Position.Line, Column: s.Value.Position.Column,
			Sources: list(f.Sources(s.Pointer)), Reason: s.Reason, Why: s.Why(),
		})
	}
	return all
}
