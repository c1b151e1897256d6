package policy

import (
	"github.com/dsaeval/dsaeval/engine/facts"
	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/internal/kleene"
)

func reportAnswer(a kleene.Answer) report.Answer {
	switch a {
	case kleene.Yes:
		return report.Yes
	case kleene.No:
		return report.No
	}
	return report.NotSaid
}

// shown is a tree as a report has it.
func (e *explaining) shown(t *tree) *report.Explained {
	made := &report.Explained{
		Answer: reportAnswer(t.answer), Exception: t.exception, Condition: t.said,
		Facts: []report.ExplainedFact{}, Of: []report.Explained{},
	}
	for _, p := range t.places {
		made.Facts = append(made.Facts, e.fact(p))
	}
	if t.merged {
		return made
	}
	for _, each := range t.of {
		made.Of = append(made.Of, *e.shown(each))
	}
	return made
}

func (e *explaining) fact(p place) report.ExplainedFact {
	pointer := p.path.Pointer()
	q := described{e.set.schema.root}.question(pointer)
	f := report.ExplainedFact{Question: q.Description, Evidence: report.Evidence{Pointer: pointer, Sources: []string{}, Nature: e.set.schema.nature(p.path)}}
	if q.Question != nil {
		f.Question = *q.Question
	}
	if q.Unit != nil {
		f.Unit = *q.Unit
	}
	if n, ok := e.facts.At(pointer); ok && n.Kind != facts.Null {
		f.Given, f.Evidence = true, e.evidence(p.path)
	} else if aside, ok := e.facts.Aside(pointer); ok {
		f.Why, f.Value = aside.Why(), aside.Value.Value()
	}
	return f
}
