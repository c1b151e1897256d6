package policy

import (
	"cmp"
	"slices"

	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/open-policy-agent/opa/v1/ast"
)

// missing lists the facts on which an undetermined verdict depends: first those
// that decide whether the obligation applies, then those that decide whether
// it is breached. Each comes with what it would have to be.
func (j *judging) missing(o *Obligation, applicability []ast.Ref, breached outcome) []report.Missing {
	all := []report.Missing{}
	add := func(ref ast.Ref, condition string) {
		pointer := pointerOf(ref)
		i := slices.IndexFunc(all, func(m report.Missing) bool { return m.Pointer == pointer })
		if i < 0 {
			m := report.Missing{Pointer: pointer}
			if aside, ok := j.facts.Aside(pointer); ok {
				why := aside.Why()
				m.Given, m.Why = aside.Value.Value(), &why
			}
			all = append(all, m)
			i = len(all) - 1
		}
		if !slices.Contains(all[i].Conditions, condition) {
			all[i].Conditions = append(all[i].Conditions, condition)
		}
	}
	for _, ref := range j.leaves(o, applicability) {
		add(ref, "decides whether the obligation applies")
	}
	if breached.answer == unknown {
		for _, f := range breached.findings {
			if f.answer != unknown {
				continue
			}
			condition := "breach if " + cmp.Or(f.residual.words(), "the finding "+f.code+" holds")
			for _, ref := range j.leaves(o, f.residual.facts()) {
				add(ref, condition)
			}
		}
	}
	return all
}

// leaves narrows facts that are whole sections down to those members that the
// obligation reads, so that nobody is asked for a section.
func (j *judging) leaves(o *Obligation, refs []ast.Ref) []ast.Ref {
	var leaves []ast.Ref
	for _, ref := range refs {
		if len(j.set.schema.properties(ref)) == 0 {
			leaves = append(leaves, ref)
			continue
		}
		for _, read := range o.reads {
			if read.HasPrefix(ref) && read.IsGround() && len(read) > len(ref) {
				leaves = append(leaves, read)
			}
		}
	}
	return leaves
}
