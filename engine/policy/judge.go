package policy

import (
	"context"
	"errors"
	"fmt"
	"slices"

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

// scope is what the scope rules say about one profile.
type scope struct {
	answer   answer
	open     gates // on which the answer depends
	reasons  []report.Reason
	startsOn *report.Day // nil where that is not settled
}

// day is that from which the obligations of the profile apply; empty where that is not
// settled.
func (s *scope) day() report.Day {
	if s.startsOn == nil {
		return ""
	}
	return *s.startsOn
}

// standing is how an obligation stands before anything is put into words.
type standing struct {
	scope    *scope
	reasons  []report.Reason // why it does not apply, if it does not
	applies  answer
	open     gates // on which applies depends
	breached outcome
}

func (j *judging) standing(ctx context.Context, o *Obligation) (standing, error) {
	s, err := j.applying(ctx, o)
	if err != nil {
		return s, err
	}
	s.breached, err = j.answer.decide(ctx, j.asked.obligations[o.ID].findings)
	return s, err
}

// applying says whether an obligation applies, and nothing about its findings.
func (j *judging) applying(ctx context.Context, o *Obligation) (standing, error) {
	questions := j.asked.obligations[o.ID]
	scope, err := j.scope(ctx, o)
	if err != nil {
		return standing{}, err
	}
	// Who adds to the lists, which are those of all obligations of the profile, copies them.
	s := standing{scope: scope, applies: scope.answer, open: slices.Clip(scope.open), reasons: slices.Clip(scope.reasons)}
	// rules joins a question of which one answer rules the obligation out.
	rules := func(q question, out answer, reason report.Reason) error {
		got, err := j.answer.decide(ctx, q)
		if got.answer == out {
			s.reasons = append(s.reasons, reason)
		}
		if got.open != nil {
			s.open = append(s.open, gate{got.open, out == yes})
		}
		if out == yes {
			got.answer = got.answer.not()
		}
		s.applies = s.applies.and(got.answer)
		return err
	}
	if o.concerned {
		if err := rules(questions.concerned, no, report.NotConcerned); err != nil {
			return s, err
		}
	}
	if o.presupposed {
		before := len(s.reasons)
		if err := rules(questions.presupposed, no, report.Presupposes); err != nil {
			return s, err
		}
		if len(s.reasons) > before {
			s.reasons = append(s.reasons[:before], report.Presupposing(o.Presupposes)...)
		}
	}
	// Hardly any service has a suspension; only where one may be is it asked about.
	if !j.noSuspensions {
		if err := rules(j.asked.suspendedFor(o), yes, report.Suspended); err != nil {
			return s, err
		}
	}
	return s, nil
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
	*a = j.unjudged(o)
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

// scope answers whether the obligations of a profile bind the service.
func (j *judging) scope(ctx context.Context, o *Obligation) (*scope, error) {
	key := j.asked.obligations[o.ID].profile
	if known := j.scopes[key]; known != nil {
		return known, nil
	}
	questions := j.asked.scopes[key]
	applies, err := j.answer.decide(ctx, questions.applies)
	if err != nil {
		return nil, err
	}
	s := &scope{answer: applies.answer}
	if applies.open != nil {
		s.open = append(s.open, gate{open: applies.open})
	}
	startsOn := questions.startsOn
	notYetOffered := false
	// Without the first day it is enough that the service is offered.
	if j.offered {
		startsOn = questions.firstDay
		already, err := j.answer.decide(ctx, questions.offeredAlready)
		if err != nil {
			return nil, err
		}
		notYetOffered = already.answer == no
		s.answer = s.answer.and(already.answer)
		if already.open != nil {
			s.open = append(s.open, gate{open: already.open})
		}
	}
	text, err := j.answer.startsOn(ctx, startsOn)
	if err != nil {
		return nil, err
	}
	if day := report.Day(text); day != "" {
		s.startsOn = &day
	}
	if s.answer == no {
		if s.reasons, err = j.reasons(ctx, questions, notYetOffered); err != nil {
			return nil, err
		}
	}
	j.scopes[key] = s
	return s, nil
}

// reasons says why the obligations of a profile do not bind the service.
func (j *judging) reasons(ctx context.Context, questions scopeQuestions, notYetOffered bool) ([]report.Reason, error) {
	var reasons []report.Reason
	for _, part := range []struct {
		question question
		answer   answer // that rules the obligation out
		reason   report.Reason
	}{
		{questions.offered, no, report.NotOffered},
		{questions.addressed, no, report.NotAddressed},
		{questions.exempt, yes, report.SizeExempt},
		{questions.inForce, no, report.NotYet},
		{questions.ended, yes, report.Ended},
	} {
		got, err := j.answer.decide(ctx, part.question)
		if err != nil {
			return nil, err
		}
		rulesOut := got.answer == part.answer
		if part.reason == report.NotYet {
			// A service that is not addressed has no day from which it will be.
			rulesOut = (rulesOut || notYetOffered) && len(reasons) == 0
		}
		if rulesOut {
			reasons = append(reasons, part.reason)
		}
	}
	return reasons, nil
}
