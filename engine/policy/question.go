package policy

import (
	"slices"

	"github.com/dsaeval/dsaeval/internal/document"
	"github.com/dsaeval/dsaeval/internal/kleene"
)

// question is what is asked of documents about an obligation or its scope.
type question struct {
	*asked
	// about is the id of the obligation that is meant, where the rule takes one.
	about string
}

// asked is what questions have in common that differ in an argument only.
type asked struct {
	name  string
	root  kleene.Root
	byOPA string // why OPA has to be asked; empty if not
	reads func() readRefs
}

// readRefs are what rules read, each once.
type readRefs struct {
	facts      []document.Path
	parameters []string
	readings   []string
}

// factsRead returns the facts that the rules behind the question read; none if there
// are no such rules.
func (q question) factsRead() []document.Path {
	if q.asked == nil {
		return nil
	}
	return q.reads().facts
}

// questions are all that is ever asked about a set of policies.
type questions struct {
	direct      *direct
	obligations map[string]obligationQuestions
	scopes      map[string]scopeQuestions // by profile
	suspended   question
	changes     []string // days on which a parameter changes
}

type obligationQuestions struct {
	findings question
	// The others only where the obligation has such rules.
	concerned     question
	presupposed   question
	speaksAgainst question
	// profile is that of its scope.
	profile string
}

// scopeQuestions are asked once per profile: the 193 obligations share about
// sixteen of them.
type scopeQuestions struct {
	applies   question
	offered   question
	addressed question
	exempt    question
	inForce   question
	ended     question
	startsOn  question
	// Only asked where the day of the first offer is known.
	offeredAlready question
	firstDay       question
	// readings are those that the scope follows.
	readings []string
}

// asked returns the questions, which are made when the first document is judged:
// loading a set to list what is in it need not wait for that.
func (s *Set) asked() *questions {
	s.askedOnce.Do(func() { s.questions = s.ask() })
	return s.questions
}

// The questions about all obligations.
const (
	offeredInUnion = "offered_in_union"
	offeredAlready = "offered_already"
	suspended      = "suspended"
)

// ask puts the questions in their places.
func (s *Set) ask() *questions {
	lowered := s.lowered()
	byName := map[string]question{}
	about := func(name, of string) question {
		if of != "" {
			name += " " + of
		}
		if _, known := byName[name]; !known {
			byName[name] = question{asked: &asked{
				name: name, root: lowered.roots[name], byOPA: lowered.refused[name], reads: func() readRefs { return lowered.reads(name) },
			}}
		}
		return byName[name]
	}
	qs := &questions{
		direct:      newDirect(lowered.program, s.schema),
		obligations: map[string]obligationQuestions{},
		scopes:      map[string]scopeQuestions{},
		suspended:   about(suspended, ""),
		changes:     s.parameters.changes(),
	}
	for _, o := range s.obligations {
		profile := o.profile()
		own := obligationQuestions{findings: about(findingsOfRules, o.ID), profile: profile}
		if o.concerned {
			own.concerned = about("concerned", o.ID)
		}
		if o.presupposed {
			own.presupposed = about("presupposed", o.ID)
		}
		if len(o.doubts) > 0 {
			own.speaksAgainst = about(speaksAgainst, o.ID)
		}
		qs.obligations[o.ID] = own
		if _, known := qs.scopes[profile]; known {
			continue
		}
		scope := scopeQuestions{
			applies: about("applies", profile), offered: about(offeredInUnion, ""), addressed: about("addressed", profile),
			exempt: about("exempt", profile), inForce: about("in_force", profile), ended: about("ended", profile),
			startsOn: about("starts_on", profile), firstDay: about("first_day", profile), offeredAlready: about(offeredAlready, ""),
		}
		scope.readings = slices.Concat(scope.applies.reads().readings, scope.startsOn.reads().readings)
		qs.scopes[profile] = scope
	}
	return qs
}

// findingsOfRules is the name of the question about the findings of an obligation.
const findingsOfRules = "findings"

// suspendedFor asks whether a court has suspended an obligation.
func (q *questions) suspendedFor(o *Obligation) question { return question{q.suspended.asked, o.ID} }

// AskedOfOPA returns why questions about an obligation cannot be lowered and are
// asked of OPA, each reason with file and line; none of most, and of no built-in one.
func (s *Set) AskedOfOPA(o *Obligation) []string {
	var reasons []string
	asked := s.asked()
	questions := asked.obligations[o.ID]
	for _, q := range []question{questions.findings, questions.concerned, questions.presupposed, questions.speaksAgainst} {
		if q.asked != nil && q.byOPA != "" {
			reasons = append(reasons, q.byOPA)
		}
	}
	return reasons
}
