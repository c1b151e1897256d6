package policy

import (
	"context"
	"slices"

	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/internal/document"
)

// basis says what the verdict and each of its findings rest on. A finding rests
// on a parameter or a reading only where it needs it: it does not hold if the
// parameter could have any value, or with the rival of the reading. An
// obligation has the strongest basis of its findings; a breach that holds under
// every reading rests on the law, whichever finding shows it.
func (j *judging) basis(ctx context.Context, o *Obligation, a *report.Obligation, s standing) error {
	q := j.asked.obligations[o.ID].findings
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
	a.Basis = o.words()
	if a.Verdict != report.NotApplicable {
		a.Basis = o.staticBasis(o.Parameters, o.Readings)
	}
	return nil
}

// words is the basis of what the words of an obligation say by themselves.
func (o *Obligation) words() report.Basis {
	if o.Origin.House {
		return report.House
	}
	return report.Law
}

func (o *Obligation) staticBasis(parameters, readings []string) report.Basis {
	switch {
	case len(parameters) > 0:
		return report.ByParameter
	case len(readings) > 0:
		return report.ByReading
	}
	return o.words()
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
	names := unique(slices.Concat(o.Readings, j.asked.obligations[o.ID].scope.readings))
	var list []rival
	for _, name := range names {
		for _, option := range j.set.parameters.readings[name].Rivals() {
			err := j.answer.underReading(ctx, name, option, func(answer answering) error {
				other := *j
				other.answer, other.scopes = answer, map[*scopeQuestions]*scope{}
				stands, err := other.standing(ctx, o)
				list = append(list, rival{name, stands})
				return err
			})
			if err != nil {
				return nil, err
			}
		}
	}
	return list, nil
}

// breaches reports whether the obligation is breached for certain under the
// rival reading.
func (r rival) breaches() bool { return r.applies != no && r.breached.answer == yes }

// itemIndex is the index of the element that a finding means, or -1.
func itemIndex(f report.Finding) int {
	if f.Item == nil {
		return -1
	}
	return *f.Item
}

// shows reports whether a finding holds for certain under the rival reading.
func (r rival) shows(f report.Finding) bool {
	return r.applies != no && r.breached.shows(findingOutcome{code: f.Code, item: itemIndex(f)})
}

func (j *judging) basisOfBreach(ctx context.Context, o *Obligation, a *report.Obligation, q question, rivals []rival) error {
	a.Basis = report.ByParameter
	for i := range a.Findings {
		f := &a.Findings[i]
		var parameters, readings []string
		for _, r := range rivals {
			if !r.shows(*f) && !slices.Contains(readings, r.reading) {
				readings = append(readings, r.reading)
			}
		}
		for _, name := range o.findings[f.Code].Parameters {
			stands, err := j.standsWithout(ctx, q, findingOutcome{code: f.Code, item: itemIndex(*f)}, name)
			if err != nil {
				return err
			}
			if !stands {
				parameters = append(parameters, name)
			}
		}
		f.Parameters, f.Readings = j.set.parametersOf(parameters, string(j.facts.AssessmentDate())), j.set.readingsOf(readings)
		f.Basis = o.staticBasis(parameters, readings)
		a.Basis = a.Basis.Stronger(f.Basis)
	}
	if a.Basis != report.ByReading {
		return nil
	}
	for _, r := range rivals {
		if !r.breaches() || !j.withoutParameters(o, r) {
			return nil
		}
	}
	a.Basis = o.words()
	return nil
}

// withoutParameters reports whether a rival reading shows a breach that no
// parameter takes part in.
func (j *judging) withoutParameters(o *Obligation, r rival) bool {
	return slices.ContainsFunc(r.breached.findings, func(f findingOutcome) bool {
		return f.answer == yes && len(o.findings[f.code].Parameters) == 0
	})
}

func (j *judging) basisOfCompliance(ctx context.Context, o *Obligation, a *report.Obligation, q question, rivals []rival) (report.Basis, error) {
	if a.Verdict == report.NotApplicable {
		return o.words(), nil
	}
	var parameters, readings []string
	if len(o.Parameters) > 0 {
		left, err := j.answer.asIfAny(ctx, q, "")
		if err != nil {
			return o.words(), err
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
	return o.staticBasis(parameters, readings), nil
}

// standsWithout reports whether a finding holds whatever the value of a
// parameter.
func (j *judging) standsWithout(ctx context.Context, q question, f findingOutcome, parameter string) (bool, error) {
	left, err := j.answer.asIfAny(ctx, q, parameter)
	return left.shows(f), err
}

// shows reports whether a finding is certain.
func (o outcome) shows(f findingOutcome) bool {
	return slices.ContainsFunc(o.findings, func(other findingOutcome) bool {
		return other.code == f.code && other.item == f.item && other.answer == yes
	})
}

// speaksAgainst returns what is known to point against compliance, with the paths of
// the evidence.
func (j *judging) speaksAgainst(ctx context.Context, o *Obligation) ([]report.Doubt, [][]document.Path, error) {
	against := []report.Doubt{}
	if len(o.doubts) == 0 {
		return against, nil, nil
	}
	q := j.asked.obligations[o.ID].speaksAgainst
	doubts, err := j.answer.decide(ctx, q)
	if err != nil || doubts.answer != yes {
		return against, nil, err
	}
	observed, grounds, err := j.findings(ctx, o.doubts, q, doubts)
	for _, f := range observed {
		against = append(against, report.Doubt{Code: f.Code, Message: f.Message, Item: f.Item, Evidence: f.Evidence})
	}
	return against, grounds, err
}
