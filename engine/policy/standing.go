package policy

import (
	"context"
	"slices"

	"github.com/dsaeval/dsaeval/engine/report"
)

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
	scope, err := j.scope(ctx, questions.scope)
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

// scope answers whether the obligations of a profile bind the service.
func (j *judging) scope(ctx context.Context, questions *scopeQuestions) (*scope, error) {
	if known := j.scopes[questions]; known != nil {
		return known, nil
	}
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
	j.scopes[questions] = s
	return s, nil
}

// reasons says why the obligations of a profile do not bind the service.
func (j *judging) reasons(ctx context.Context, questions *scopeQuestions, notYetOffered bool) ([]report.Reason, error) {
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
