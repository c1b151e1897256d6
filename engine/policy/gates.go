package policy

import (
	"slices"

	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/internal/document"
)

// gate is what is left open of a question that decides whether an obligation
// applies: it has to hold or, where it is closed by yes, must not.
type gate struct {
	open        openCondition
	closedByYes bool
}

// gates are those of one obligation, which applies if all of them let it.
type gates []gate

// facts are those on which the gates depend.
func (g gates) facts() []document.Path {
	var refs []document.Path
	for _, each := range g {
		refs = append(refs, factsOf(each.open)...)
	}
	return refs
}

// condition is when the obligation applies; nil if that cannot be said.
func (g gates) condition() *report.Condition {
	var all []report.Condition
	for _, each := range g {
		c, said := each.open.condition()
		if !said {
			return nil
		}
		if each.closedByYes {
			c = report.Condition{Op: report.Not, Of: []report.Condition{c}}
		}
		all = append(all, c)
	}
	switch len(all) {
	case 0:
		return nil
	case 1:
		return &all[0]
	}
	return &report.Condition{Op: report.All, Of: all}
}

// same reports whether others leave the very same open, and not only what amounts to it.
func (g gates) same(others gates) bool {
	return slices.EqualFunc(g, others, func(a, b gate) bool {
		have, direct := a.open.(directCondition)
		other, also := b.open.(directCondition)
		return direct && also && have == other && a.closedByYes == b.closedByYes
	})
}
