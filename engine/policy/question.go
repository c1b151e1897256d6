package policy

import (
	"sync"

	"github.com/open-policy-agent/opa/v1/ast"

	"github.com/dsaeval/dsaeval/internal/document"
	"github.com/dsaeval/dsaeval/internal/rego"
)

// question is what is asked of documents about an obligation or its scope.
type question struct {
	*asked
	// about is the id of the obligation that is meant, where the rule takes one.
	about string
}

// asked is what questions have in common that differ in an argument only.
type asked struct {
	rego.Question
	root  rego.Root
	byOPA *rego.Refusal // why OPA has to be asked; nil if not
	reads func() readRefs
}

// factsRead returns the facts that the rules behind the question read; none if there
// are no such rules.
func (q question) factsRead() []document.Path {
	if q.asked == nil {
		return nil
	}
	return q.reads().facts
}

// query returns the question as OPA is asked.
func (q question) query() ast.Body {
	called := ast.NewTerm(q.Rule)
	if len(q.Args) > 0 {
		terms := []*ast.Term{called}
		for _, arg := range q.Args {
			if _, isVar := arg.Value.(ast.Var); isVar {
				arg = ast.StringTerm(q.about)
			}
			terms = append(terms, arg)
		}
		called = ast.CallTerm(terms...)
	}
	switch q.Kind {
	case rego.Findings:
		return ast.NewBody(ast.NewExpr(ast.NewTerm(q.Rule.Append(ast.NewTerm(findingVar)))))
	case rego.Values:
		return ast.NewBody(ast.Equality.Expr(ast.NewTerm(startVar), called))
	}
	if call, isCall := called.Value.(ast.Call); isCall {
		return ast.NewBody(ast.NewExpr([]*ast.Term(call)))
	}
	return ast.NewBody(ast.NewExpr(called))
}

// findingVar is the variable that a question about findings binds to each.
const findingVar = ast.Var("finding")

// startVar is the variable that the first day is bound to.
const startVar = ast.Var("start")

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

func (s *Set) ask() *questions {
	var all []rego.Question
	add := func(name string, kind rego.Kind, rule ast.Ref, args ...*ast.Term) {
		all = append(all, rego.Question{Name: name, Kind: kind, Rule: rule, Args: args})
	}
	about := func(rule string) ast.Ref { return scopeRef.Append(ast.StringTerm(rule)) }
	profiles := map[string]bool{}
	for _, o := range s.obligations {
		own := func(rule string) ast.Ref { return o.pkg.Path.Append(ast.StringTerm(rule)) }
		add("findings "+o.ID, rego.Findings, own(ruleName(o.Kind)))
		if o.concerned {
			add("concerned "+o.ID, rego.Holds, own("concerned"))
		}
		if o.presupposed {
			add("presupposed "+o.ID, rego.Holds, own("presupposed"))
		}
		if len(o.doubts) > 0 {
			add("speaks_against "+o.ID, rego.Findings, own(speaksAgainst))
		}
		profile := o.profile()
		if profiles[profile.String()] {
			continue
		}
		profiles[profile.String()] = true
		for _, rule := range []string{"applies", "addressed", "exempt", "in_force", "ended"} {
			add(rule+" "+profile.String(), rego.Holds, about(rule), ast.NewTerm(profile))
		}
		for _, rule := range []string{"starts_on", "first_day"} {
			add(rule+" "+profile.String(), rego.Values, about(rule), ast.NewTerm(profile))
		}
	}
	add("offered_in_union", rego.Holds, about("offered_in_union"))
	add("offered_already", rego.Holds, about("offered_already"))
	add("suspended", rego.Holds, about("suspended"), ast.VarTerm("id"))
	return s.sorted(all)
}

// sorted lowers the questions and puts them in their places.
func (s *Set) sorted(all []rego.Question) *questions {
	lowered := s.lower(all)
	byName := map[string]question{}
	for _, q := range all {
		made := &asked{Question: q, root: lowered.Roots[q.Name], byOPA: lowered.Refused[q.Name]}
		made.reads = sync.OnceValue(func() readRefs { return readsOf(s.compiler, question{asked: made}.query()) })
		byName[q.Name] = question{asked: made}
	}
	qs := &questions{
		direct:      newDirect(lowered, s.schema),
		obligations: map[string]obligationQuestions{},
		scopes:      map[string]scopeQuestions{},
		suspended:   byName["suspended"],
		changes:     s.parameters.changes(),
	}
	for _, o := range s.obligations {
		qs.obligations[o.ID] = obligationQuestions{
			findings: byName["findings "+o.ID], concerned: byName["concerned "+o.ID],
			presupposed: byName["presupposed "+o.ID], speaksAgainst: byName["speaks_against "+o.ID],
			profile: o.profile().String(),
		}
		profile := qs.obligations[o.ID].profile
		if _, known := qs.scopes[profile]; known {
			continue
		}
		scope := scopeQuestions{
			applies: byName["applies "+profile], offered: byName["offered_in_union"], addressed: byName["addressed "+profile],
			exempt: byName["exempt "+profile], inForce: byName["in_force "+profile], ended: byName["ended "+profile],
			startsOn: byName["starts_on "+profile], firstDay: byName["first_day "+profile], offeredAlready: byName["offered_already"],
		}
		scope.readings = append(scope.applies.reads().readings, scope.startsOn.reads().readings...)
		qs.scopes[profile] = scope
	}
	return qs
}

var scopeRef = ast.MustParseRef("data.dsa.scope")

// suspendedFor asks whether a court has suspended an obligation.
func (q *questions) suspendedFor(o *Obligation) question { return question{q.suspended.asked, o.ID} }

// AskedOfOPA returns why questions about an obligation cannot be lowered and are
// asked of OPA, each reason with file and line; none of most, and of no built-in one.
func (s *Set) AskedOfOPA(o *Obligation) []string {
	var reasons []string
	asked := s.asked()
	questions := asked.obligations[o.ID]
	for _, q := range []question{questions.findings, questions.concerned, questions.presupposed, questions.speaksAgainst} {
		if q.asked != nil && q.byOPA != nil {
			reasons = append(reasons, q.byOPA.Error())
		}
	}
	return reasons
}
