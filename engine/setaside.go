package engine

import "github.com/dsaeval/dsaeval/engine/facts"

// SetAside is a fact that is given and decides nothing.
type SetAside struct {
	Pointer string            `json:"pointer"` // JSON Pointer into the facts
	Value   any               `json:"value"`
	Line    int               `json:"line"`
	Column  int               `json:"column"`
	Sources []string          `json:"sources"` // ids of the sources in the facts
	Reason  facts.AsideReason `json:"reason"`
	Why     string            `json:"why"` // the reason in words
}

func setAside(f *facts.Facts) []SetAside {
	all := []SetAside{}
	for _, s := range f.SetAside() {
		all = append(all, SetAside{
			Pointer: s.Pointer, Value: s.Value.Value(), Line: s.Value.Position.Line, Column: s.Value.Position.Column,
			Sources: list(f.Sources(s.Pointer)), Reason: s.Reason, Why: s.Why(),
		})
	}
	return all
}
