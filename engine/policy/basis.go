package policy

import (
	"context"
	"slices"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/rego"
)

// basis says what the verdict and each of its findings rest on. A finding rests
// on a parameter or a reading only where it needs it: it does not hold if the
// parameter could have any value, or with the rival of the reading. An
// obligation has the strongest basis of its findings; a breach that holds under
// every reading rests on the law, whichever finding shows it.
func (j *judging) basis(ctx context.Context, o *Obligation, a *Assessment, s standing) error {
	q := j.bench.obligations[o.ID].findings
	rivals, err := j.rivals(ctx, o, s)
	if err != nil {
		return err
	}
	switch s.breached.answer {
	case yes:
		return j.basisOfBreach(ctx, o, a, q, rivals)
	case no:
		a.Basis, err = j.basisOfCompliance(ctx, o, a, q, rivals)
		return err
	}
	a.Basis = Law
	if a.Verdict != NotApplicable {
		a.Basis = staticBasis(o.Parameters, o.Readings)
	}
	return nil
}

func staticBasis(parameters, readings []string) Basis {
	switch {
	case len(parameters) > 0:
		return Judgement
	case len(readings) > 0:
		return ByReading
	}
	return Law
}

// rival is how an obligation stands when one reading is another.
type rival struct {
	reading string
	standing
}

// rivals judges again with each other option of each reading that the
// obligation or its scope follows. Without an answer, and where the obligation
// does not apply, none is asked.
func (j *judging) rivals(ctx context.Context, o *Obligation, s standing) ([]rival, error) {
	if s.breached.answer == unknown || s.applies == no {
		return nil, nil
	}
	names := unique(slices.Concat(o.Readings, j.bench.scopes[o.profile().String()].readings()))
	var list []rival
	for _, name := range names {
		for _, option := range j.set.parameters.readings[name].Rivals() {
			bench, err := j.bench.rival(ctx, o, name, option)
			if err != nil {
				return nil, err
			}
			other := *j
			other.bench, other.scopes = bench, map[string]*scope{}
			stands, err := other.standing(ctx, o)
			if err != nil {
				return nil, err
			}
			list = append(list, rival{name, stands})
		}
	}
	return list, nil
}

// readings are those that the scope of a profile follows.
func (s scopeQuestions) readings() []string {
	return slices.Concat(s.applies.readings, s.startsOn.readings)
}

// breaches reports whether the obligation is breached for certain under the
// rival reading.
func (r rival) breaches() bool { return r.applies != no && r.breached.answer == yes }

// shows reports whether a finding holds for certain under the rival reading.
func (r rival) shows(f Finding) bool {
	return r.applies != no && slices.ContainsFunc(r.breached.findings, func(other findingOutcome) bool {
		return other.code == f.Code && other.item == f.Item && other.answer == yes
	})
}

func (j *judging) basisOfBreach(ctx context.Context, o *Obligation, a *Assessment, q question, rivals []rival) error {
	a.Basis = Judgement
	for i := range a.Findings {
		f := &a.Findings[i]
		for _, r := range rivals {
			if !r.shows(*f) && !slices.Contains(f.Readings, r.reading) {
				f.Readings = append(f.Readings, r.reading)
			}
		}
		for _, name := range o.findings[f.Code].Parameters {
			stands, err := j.standsWithout(ctx, q, f.Code, f.Item, name)
			if err != nil {
				return err
			}
			if !stands {
				f.Parameters = append(f.Parameters, name)
			}
		}
		f.Basis = staticBasis(f.Parameters, f.Readings)
		a.Basis = a.Basis.stronger(f.Basis)
	}
	if a.Basis != ByReading {
		return nil
	}
	for _, r := range rivals {
		if !r.breaches() || !j.withoutParameters(o, r) {
			return nil
		}
	}
	a.Basis = Law
	return nil
}

// withoutParameters reports whether a rival reading shows a breach that no
// parameter takes part in.
func (j *judging) withoutParameters(o *Obligation, r rival) bool {
	return slices.ContainsFunc(r.breached.findings, func(f findingOutcome) bool {
		return f.answer == yes && len(o.findings[f.code].Parameters) == 0
	})
}

func (j *judging) basisOfCompliance(ctx context.Context, o *Obligation, a *Assessment, q question, rivals []rival) (Basis, error) {
	if a.Verdict == NotApplicable {
		return Law, nil
	}
	var parameters, readings []string
	if len(o.Parameters) > 0 {
		left, err := j.asIfAny(ctx, q, parametersRef)
		if err != nil {
			return Law, err
		}
		if left.answer != no {
			parameters = o.Parameters
		}
	}
	for _, r := range rivals {
		if r.applies != yes || r.breached.answer != no {
			readings = append(readings, r.reading)
		}
	}
	return staticBasis(parameters, readings), nil
}

// standsWithout reports whether a finding holds whatever the value of a
// parameter.
func (j *judging) standsWithout(ctx context.Context, q question, code string, item int, parameter string) (bool, error) {
	left, err := j.asIfAny(ctx, q, parametersRef.Append(ast.StringTerm(parameter)))
	if err != nil {
		return false, err
	}
	return slices.ContainsFunc(left.findings, func(f findingOutcome) bool {
		return f.code == code && f.item == item && f.answer == yes
	}), nil
}

// asIfAny asks a question as if a value of the data could be any.
func (j *judging) asIfAny(ctx context.Context, q question, data ast.Ref) (outcome, error) {
	unknowns := append(j.world.relevant(q.reads), ast.NewTerm(data))
	pq, err := q.prepared.Partial(ctx, rego.EvalParsedInput(j.world.input), rego.EvalParsedUnknowns(unknowns))
	if err != nil {
		return outcome{}, err
	}
	whole := newResidual(pq, j.world)
	return outcome{answer: whole.answer(), findings: findingsOf(whole)}, nil
}

// speaksAgainst returns what is known to point against compliance.
func (j *judging) speaksAgainst(ctx context.Context, o *Obligation) ([]Finding, error) {
	if len(o.doubts) == 0 {
		return nil, nil
	}
	q := j.bench.obligations[o.ID].speaksAgainst
	doubts, err := j.decide(ctx, q)
	if err != nil || doubts.answer != yes {
		return nil, err
	}
	return j.findings(ctx, o.doubts, q, doubts)
}
