package policy

import (
	"context"
	"slices"

	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/internal/document"
	"github.com/dsaeval/dsaeval/internal/kleene"
	"github.com/dsaeval/dsaeval/internal/rules"
)

// directDocument answers by the program, and by OPA what that does not.
type directDocument struct {
	direct   *direct
	state    *kleene.State
	fallback func() (fallback, error)
	// bare is set where only answers are asked for, and not what is left open.
	bare bool
	// remembered are answers about other documents; nil where the document is not as
	// it was given.
	remembered *remembering
}

func (d *directDocument) decide(ctx context.Context, q question) (outcome, error) {
	if q.byOPA != "" {
		other, err := d.fallback()
		if err != nil {
			return outcome{}, err
		}
		return other.decide(ctx, q)
	}
	detail := report.DetailFull
	if d.bare {
		detail = report.DetailVerdicts
	}
	return d.remembered.answered(q, detail, func() (outcome, error) { return d.answer(q) })
}

func (d *directDocument) answer(q question) (outcome, error) {
	d.state.Begin()
	if q.about != "" {
		d.state.Ask(d.direct.id, kleene.StringOf(q.about))
	}
	out := outcome{}
	if q.root.Cond == nil {
		out = d.findings(q.root)
	} else {
		out = d.holds(q.root)
	}
	return out, d.state.Err()
}

// holds answers a question about a rule.
func (d *directDocument) holds(root kleene.Root) outcome {
	a := d.state.Answer(root.Cond)
	if a != kleene.Open {
		return outcome{answer: answer(a)}
	}
	open := d.state.Residual(root.Cond)
	if a, _ = d.state.Settle([]*kleene.Cond{open}); a != kleene.Open {
		return outcome{answer: answer(a)}
	}
	return outcome{open: d.left(open)}
}

// left returns what is left open as the rest of the package has it.
func (d *directDocument) left(open *kleene.Cond) openCondition {
	if d.bare {
		return nil
	}
	return directCondition{&d.direct.said, open}
}

// findings answers which findings there are. Where it takes several cases to see
// that there is one, those of each case are named.
func (d *directDocument) findings(root kleene.Root) outcome {
	out, residuals := d.plainFindings(root, true)
	if out.answer != unknown {
		return out
	}
	settled, holds := d.state.Settle(residuals)
	switch out.answer = answer(settled); out.answer {
	case unknown:
		out.open = d.left(kleene.AnyOf(residuals))
	case no:
		out.findings = nil
	case yes:
		kept := out.findings[:0]
		for i, f := range out.findings {
			if holds[i] {
				f.answer, f.open = yes, nil
				kept = append(kept, f)
			}
		}
		out.findings = kept
	}
	return out
}

// plainFindings answers which findings there are, cases not told apart, and what is
// left of each if that is wanted.
func (d *directDocument) plainFindings(root kleene.Root, residuals bool) (outcome, []*kleene.Cond) {
	out := outcome{answer: no}
	var left []*kleene.Cond
	d.each(root, func(f kleene.Finding, item int) {
		a := d.state.Answer(f.Cond)
		if a == kleene.No {
			return
		}
		finding := findingOutcome{code: f.Code, item: item, answer: answer(a)}
		var open *kleene.Cond
		if a == kleene.Open && residuals {
			open = d.state.Residual(f.Cond)
			finding.open = d.left(open)
		}
		out.answer = out.answer.or(finding.answer)
		out.findings, left = append(out.findings, finding), append(left, open)
	})
	return out, left
}

// each visits the findings of a question, with the argument for the element set
// where they are about one.
func (d *directDocument) each(root kleene.Root, visit func(f kleene.Finding, item int)) {
	for _, f := range root.Findings {
		if f.List == nil {
			visit(f, -1)
			continue
		}
		list := d.state.Value(f.List)
		if list.Kind() != kleene.List {
			d.state.Ask(d.direct.item, kleene.Missing)
			visit(f, -1)
			continue
		}
		for i := range list.Len() {
			d.state.Ask(d.direct.item, kleene.Int(int64(i)))
			visit(f, i)
		}
	}
}

func (d *directDocument) startsOn(ctx context.Context, q question) (string, error) {
	if q.byOPA != "" {
		other, err := d.fallback()
		if err != nil {
			return "", err
		}
		return other.startsOn(ctx, q)
	}
	out, err := d.remembered.answered(q, report.DetailVerdicts, func() (outcome, error) {
		return outcome{day: dayOfValues(d.state.Emissions(q.root.Cond))}, d.state.Err()
	})
	return out.day, err
}

func (d *directDocument) sufficient(ctx context.Context, q question, f findingOutcome, known []document.Path) (kept []document.Path, certain bool, err error) {
	if q.byOPA != "" {
		other, err := d.fallback()
		if err != nil {
			return nil, false, err
		}
		return other.sufficient(ctx, q, f, known)
	}
	i := slices.IndexFunc(q.root.Findings, func(other kleene.Finding) bool { return other.Code == f.code })
	c := q.root.Findings[i].Cond
	if f.item >= 0 {
		d.state.Ask(d.direct.item, kleene.Int(int64(f.item)))
	}
	d.state.Try(func() {
		kept, certain, err = rules.WithoutNeedless(known, func(without document.Path) (bool, error) {
			restore := func() {}
			if without != nil {
				restore = d.direct.facts.withhold(d.state, without)
			}
			if d.state.Answer(c) == kleene.Yes {
				return true, d.state.Err()
			}
			restore()
			return false, d.state.Err()
		})
	})
	return kept, certain, err
}

func (d *directDocument) asIfAny(ctx context.Context, q question, parameter string) (out outcome, err error) {
	if q.byOPA != "" {
		other, err := d.fallback()
		if err != nil {
			return outcome{}, err
		}
		return other.asIfAny(ctx, q, parameter)
	}
	d.state.Try(func() {
		if slot, ok := d.direct.parameters[parameter]; ok {
			d.state.Withhold(slot)
		}
		if parameter == "" {
			for _, slot := range d.direct.parameters {
				d.state.Withhold(slot)
			}
		}
		out, _ = d.plainFindings(q.root, false)
	})
	return out, d.state.Err()
}

func (d *directDocument) underReading(ctx context.Context, reading, option string, ask func(answering) error) (err error) {
	other := *d
	other.bare, other.remembered = true, nil
	other.fallback = func() (fallback, error) {
		other, err := d.fallback()
		if err != nil {
			return other, err
		}
		return fallback{other.Rival(reading, option)}, nil
	}
	d.state.Try(func() {
		if slot, ok := d.direct.readings[reading]; ok {
			d.state.Set(slot, kleene.StringOf(option))
		}
		err = ask(&other)
	})
	return err
}

// dayOfValues returns the day that a rule gives: the only value, and certain.
func dayOfValues(found []kleene.Emitted, more bool) string {
	if more || len(found) == 0 {
		return ""
	}
	for _, each := range found {
		if each.Answer != kleene.Yes || !each.Value.Known() || kleene.Compare(each.Value, found[0].Value) != 0 {
			return ""
		}
	}
	return found[0].Value.Text()
}
