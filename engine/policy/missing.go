package policy

import (
	"slices"
	"sync/atomic"

	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/internal/document"
	"github.com/dsaeval/dsaeval/internal/words"
)

// leftOpen keeps what a report says of what an outcome leaves open, so that it is put into
// words once for all documents that leave the same open.
type leftOpen struct{ said atomic.Pointer[waiting] }

type waiting struct {
	applicability gates
	open          []report.Open
	missing       []report.Missing
}

// waiting is what [judging.missing] lists, in words.
func (j *judging) waiting(o *Obligation, applicability gates, breached outcome) ([]report.Open, []report.Missing) {
	kept := breached.left
	if kept != nil {
		if w := kept.said.Load(); w != nil && applicability.same(w.applicability) {
			return w.open, j.withVain(w.missing)
		}
	}
	open, missing := j.missing(o, applicability, breached)
	words.Speak(open, missing)
	if kept != nil {
		kept.said.Store(&waiting{applicability, open, withoutVain(missing)})
	}
	return open, missing
}

// missing lists the questions that an undetermined verdict leaves open, and the
// facts on which they depend: first those that decide whether the obligation
// applies, then those that decide whether it is breached.
func (j *judging) missing(o *Obligation, applicability gates, breached outcome) ([]report.Open, []report.Missing) {
	open, facts := []report.Open{}, []report.Missing{}
	add := func(question report.Open, refs []document.Path) {
		if len(refs) == 0 {
			return
		}
		open = append(open, question)
		for _, ref := range refs {
			pointer := ref.Pointer()
			i := slices.IndexFunc(facts, func(m report.Missing) bool { return m.Pointer == pointer })
			if i < 0 {
				i = len(facts)
				facts = append(facts, j.missingFact(pointer))
			}
			if waits := &facts[i].Open; !slices.Contains(*waits, len(open)-1) {
				*waits = append(*waits, len(open)-1)
			}
		}
	}
	add(report.Open{Decides: report.Applies, Condition: applicability.condition()}, j.leaves(o, applicability.facts()))
	if breached.answer != unknown {
		return open, facts
	}
	for _, f := range breached.findings {
		if f.answer != unknown {
			continue
		}
		question := report.Open{Decides: report.Breached, Finding: f.code, Item: item(f)}
		if rule := o.findings[f.code]; rule != nil {
			question.Message = rule.Message
		}
		if c, said := f.open.condition(); said {
			question.Condition = &c
			if kept, ok := f.open.(interface{ words() string }); ok {
				question.Words = kept.words()
			}
		}
		add(question, j.leaves(o, factsOf(f.open)))
	}
	return open, facts
}

// missingFact is a fact that is missing, with what was given in vain.
func (j *judging) missingFact(pointer string) report.Missing {
	m := report.Missing{Pointer: pointer, Conditions: []string{}}
	j.vain(&m)
	return m
}

// vain adds what was given in vain.
func (j *judging) vain(m *report.Missing) {
	if aside, ok := j.facts.Aside(m.Pointer); ok {
		why := aside.Why()
		m.Given, m.Why = aside.Value.Value(), &why
	}
}

// withVain adds to each fact what was given in vain.
func (j *judging) withVain(missing []report.Missing) []report.Missing {
	if len(missing) == 0 || len(j.facts.SetAside()) == 0 {
		return missing
	}
	missing = slices.Clone(missing)
	for i := range missing {
		j.vain(&missing[i])
	}
	return missing
}

// withoutVain is what is missing whatever was given in vain.
func withoutVain(missing []report.Missing) []report.Missing {
	if !slices.ContainsFunc(missing, func(m report.Missing) bool { return m.Why != nil }) {
		return missing
	}
	missing = slices.Clone(missing)
	for i := range missing {
		missing[i].Given, missing[i].Why = nil, nil
	}
	return missing
}

// leaves narrows facts that are whole sections down to those members that the
// obligation reads, so that nobody is asked for a section.
func (j *judging) leaves(o *Obligation, refs []document.Path) []document.Path {
	var leaves []document.Path
	for _, ref := range refs {
		if len(j.set.schema.properties(ref)) == 0 {
			leaves = append(leaves, ref)
			continue
		}
		for _, read := range o.reads {
			if leads(ref, read) && isGround(read) {
				leaves = append(leaves, read)
			}
		}
	}
	return leaves
}
