package policy

import (
	"slices"
	"sync"
	"sync/atomic"

	"github.com/dsaeval/dsaeval/internal/document"
	"github.com/dsaeval/dsaeval/internal/kleene"
	"github.com/dsaeval/dsaeval/internal/rules"
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
	reads func() rules.Reads
	// depends says on which facts the answer depends, where OPA has not to be asked.
	depends func() dependence
}

// factsRead returns the facts that the rules behind the question read; none if there
// are no such rules.
func (q question) factsRead() []document.Path {
	if q.asked == nil {
		return nil
	}
	return q.reads().Facts
}

// questions are all that is ever asked about a set of policies.
type questions struct {
	direct      *direct
	obligations map[string]*obligationQuestions
	suspended   question
	changes     []string // days on which a parameter changes

	// descriptions are those of facts that were asked for, by their pointers.
	descriptions     sync.Map
	descriptionCount atomic.Int64
}

type obligationQuestions struct {
	findings question
	// The others only where the obligation has such rules.
	concerned     question
	presupposed   question
	speaksAgainst question
	// judgedReads are the facts that its rules read and that may be legal conclusions,
	// judgedConcern those of them that say whether it concerns the service.
	judgedReads, judgedConcern func() []document.Path
	// scope are those about all obligations of its profile.
	scope *scopeQuestions
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
			root, number := lowered.Roots[name], uint32(len(byName))
			byName[name] = question{asked: &asked{
				name: name, root: root, byOPA: lowered.Refused[name], reads: func() rules.Reads { return lowered.Reads(name) },
				depends: sync.OnceValue(func() dependence { return dependence{number, lowered.Program.Depends(root)} }),
			}}
		}
		return byName[name]
	}
	qs := &questions{
		direct:      newDirect(lowered.Program, s.schema),
		obligations: map[string]*obligationQuestions{},
		suspended:   about(suspended, ""),
		changes:     s.parameters.changes(),
	}
	scopes := map[string]*scopeQuestions{} // by profile
	for _, o := range s.obligations {
		profile := o.profile()
		own := &obligationQuestions{findings: about(findingsOfRules, o.ID)}
		if o.concerned {
			own.concerned = about("concerned", o.ID)
		}
		if o.presupposed {
			own.presupposed = about("presupposed", o.ID)
		}
		if len(o.doubts) > 0 {
			own.speaksAgainst = about(speaksAgainst, o.ID)
		}
		own.judgedReads = sync.OnceValue(func() []document.Path { return s.schema.perhapsJudged(o.reads) })
		own.judgedConcern = sync.OnceValue(func() []document.Path {
			return s.schema.perhapsJudged(slices.Concat(own.concerned.factsRead(), own.presupposed.factsRead()))
		})
		qs.obligations[o.ID] = own
		if own.scope = scopes[profile]; own.scope != nil {
			continue
		}
		scope := &scopeQuestions{
			applies: about("applies", profile), offered: about(offeredInUnion, ""), addressed: about("addressed", profile),
			exempt: about("exempt", profile), inForce: about("in_force", profile), ended: about("ended", profile),
			startsOn: about("starts_on", profile), firstDay: about("first_day", profile), offeredAlready: about(offeredAlready, ""),
		}
		scope.readings = slices.Concat(scope.applies.reads().Readings, scope.startsOn.reads().Readings)
		own.scope, scopes[profile] = scope, scope
	}
	return qs
}

// findingsOfRules is the name of the question about the findings of an obligation.
const findingsOfRules = "findings"

// scopeRules is the package of the rules about scope.
const scopeRules = "data.dsa.scope"

// rulesAsked are the questions about a set as they are asked of rules, in the order in
// which they are lowered.
func (s *Set) rulesAsked() []rules.Question {
	var all []rules.Question
	profiles := map[string]bool{}
	for _, o := range s.obligations {
		own := func(name string, kind rules.Kind, rule string) {
			all = append(all, rules.Question{Name: name + " " + o.ID, Kind: kind, Package: o.pkg, Rule: rule})
		}
		own(findingsOfRules, rules.Findings, ruleName(o.Kind))
		if o.concerned {
			own("concerned", rules.Holds, "concerned")
		}
		if o.presupposed {
			own("presupposed", rules.Holds, "presupposed")
		}
		if len(o.doubts) > 0 {
			own(speaksAgainst, rules.Findings, speaksAgainst)
		}
		profile := o.profile()
		if profiles[profile] {
			continue
		}
		profiles[profile] = true
		about := func(kind rules.Kind, names ...string) {
			for _, rule := range names {
				all = append(all, rules.Question{Name: rule + " " + profile, Kind: kind, Package: scopeRules, Rule: rule, Argument: o.profileArgument()})
			}
		}
		about(rules.Holds, "applies", "addressed", "exempt", "in_force", "ended")
		about(rules.Values, "starts_on", "first_day")
	}
	for _, rule := range []string{offeredInUnion, offeredAlready} {
		all = append(all, rules.Question{Name: rule, Kind: rules.Holds, Package: scopeRules, Rule: rule})
	}
	return append(all, rules.Question{Name: suspended, Kind: rules.Holds, Package: scopeRules, Rule: suspended, About: "id"})
}

// profileArgument is the argument of the scope rules.
func (o *Obligation) profileArgument() map[string]any {
	also := make([]any, len(o.AddresseeAlso))
	for i, a := range o.AddresseeAlso {
		also[i] = string(a)
	}
	return map[string]any{
		"addressee": string(o.Addressee), "addressee_also": also, "vlop_only": o.VLOPOnly,
		"exemption": string(o.Exemption), "start": string(o.Start), "from": o.From,
	}
}

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
