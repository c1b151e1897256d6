package policy

import (
	"context"
	"errors"
	"fmt"

	"github.com/dsaeval/dsaeval/engine/facts"
	"github.com/dsaeval/dsaeval/engine/report"
)

// ErrNoDate says that the facts name no assessment date and none was given.
var ErrNoDate = errors.New("no assessment date; set assessment.date in the facts or give one")

// Result is what judging one document gives.
type Result struct {
	// Obligations are in the order of the catalogue, those that cannot be breached
	// among them; their finding is what is noted.
	Obligations []report.Obligation
	// Parameters and Readings are those that take part, in the order of their names.
	Parameters []report.Parameter
	Readings   []report.Reading
	// Questions are the facts that undetermined obligations wait for.
	Questions []report.Question
	// ParametersSHA256 identifies the parameter values and figures of the law
	// that were in force.
	ParametersSHA256 string
}

// Judge gives the verdict on each of the obligations. It is safe for concurrent
// use. It returns [ErrNoDate], the error of the context when that is done, or
// [Defects] when a policy fails on the facts, and never a partial result.
//
// Only what the detail includes is worked out.
func (s *Set) Judge(ctx context.Context, f *facts.Facts, obligations []*Obligation, detail report.Detail) (*Result, error) {
	j, err := s.unbegun(f, detail)
	if err != nil {
		return nil, err
	}
	defer func() { j.close() }()
	return j.all(ctx, obligations)
}

// stoppedAt names the obligation that was judged when time was up; who stopped a run
// knows why.
func stoppedAt(o *Obligation, err error) error {
	if errors.Is(err, context.DeadlineExceeded) {
		return fmt.Errorf("%s: %w", o.ID, err)
	}
	return err
}

// all judges obligations one after the other, or takes what was judged of them about
// the same facts.
func (j *judging) all(ctx context.Context, obligations []*Obligation) (*Result, error) {
	result := &Result{ParametersSHA256: j.prepared.parametersSHA256, Obligations: make([]report.Obligation, len(obligations))}
	r := j.remember(obligations)
	j.remembered = r
	for i, o := range obligations {
		if err := ctx.Err(); err != nil {
			return nil, stoppedAt(o, err)
		}
		if known := r.recalled(i); known != nil {
			j.again(&result.Obligations[i], known)
			continue
		}
		grounds, err := j.anew(ctx, o, &result.Obligations[i])
		if err != nil {
			if ctx.Err() != nil {
				return nil, stoppedAt(o, ctx.Err())
			}
			return nil, Defects{defectIn(o.file, "%s: %v", o.ID, err)}
		}
		r.add(i, &result.Obligations[i], grounds)
	}
	r.keep()
	result.Questions = j.asked.questionsFor(result.Obligations)
	for i := range result.Questions {
		at := j.facts.Place(result.Questions[i].Pointer)
		result.Questions[i].Line, result.Questions[i].Column = at.Line, at.Column
	}
	result.Parameters, result.Readings = j.prepared.background.of(result.Obligations)
	return result, nil
}

// errNoQuestion is a defect of a rule or of the decider: facts can answer what is
// open, and where none of them is missing nothing is.
var errNoQuestion = errors.New("undetermined, although no fact is missing or set aside; a rule asks for what no fact can answer")

// judge says of an obligation how it stands and why.
func (j *judging) judge(ctx context.Context, o *Obligation) (report.Obligation, error) {
	var said report.Obligation
	_, err := j.anew(ctx, o, &said)
	return said, err
}

// anew says the same in a, and returns the paths of the evidence.
func (j *judging) anew(ctx context.Context, o *Obligation, a *report.Obligation) (judged evidencePaths, err error) {
	*a = *j.unjudged(o)
	if j.answer == nil {
		j.begin()
	}
	s, err := j.standing(ctx, o)
	if err != nil {
		return judged, err
	}
	a.AppliesFrom = s.scope.startsOn
	a.Verdict, a.Possible = combine(s.applies, s.breached.answer)
	if a.Verdict == report.NotApplicable {
		would := verdictOf(s.breached.answer)
		a.IfApplicable = &would
		a.Reasons = s.reasons
	}
	if !j.detail.Includes(report.DetailFindings) {
		return judged, nil
	}
	if s.breached.answer == yes {
		if a.Findings, judged.findings, err = j.findings(ctx, o.findings, j.asked.obligations[o.ID].findings, s.breached); err != nil {
			return judged, err
		}
	}
	if a.Verdict == report.Undetermined && j.detail.Includes(report.DetailFull) {
		if a.Open, a.Missing = j.waiting(o, s.open, s.breached); len(a.Missing) == 0 {
			return judged, errNoQuestion
		}
	}
	if a.Verdict == report.Compliant || a.Verdict == report.Undetermined {
		if a.SpeaksAgainst, judged.doubts, err = j.speaksAgainst(ctx, o); err != nil {
			return judged, err
		}
	}
	a.JudgedFacts = j.judgedFacts(o, a)
	if err := j.basis(ctx, o, a, s); err != nil {
		return judged, err
	}
	conclude(a, o)
	return judged, nil
}
