package policy

import (
	"sync"

	"github.com/open-policy-agent/opa/v1/ast"

	"github.com/dsaeval/dsaeval/internal/rego"
)

// regoQuestions are the questions about a set as they are asked of rules, in the order
// in which they are lowered.
func (s *Set) regoQuestions() []rego.Question {
	var all []rego.Question
	add := func(name string, kind rego.Kind, rule ast.Ref, args ...*ast.Term) {
		all = append(all, rego.Question{Name: name, Kind: kind, Rule: rule, Args: args})
	}
	about := func(rule string) ast.Ref { return scopeRef.Append(ast.StringTerm(rule)) }
	profiles := map[string]bool{}
	for _, o := range s.obligations {
		own := func(rule string) ast.Ref { return ast.MustParseRef(o.pkg).Append(ast.StringTerm(rule)) }
		add(findingsOfRules+" "+o.ID, rego.Findings, own(ruleName(o.Kind)))
		if o.concerned {
			add("concerned "+o.ID, rego.Holds, own("concerned"))
		}
		if o.presupposed {
			add("presupposed "+o.ID, rego.Holds, own("presupposed"))
		}
		if len(o.doubts) > 0 {
			add(speaksAgainst+" "+o.ID, rego.Findings, own(speaksAgainst))
		}
		profile := o.profile()
		if profiles[profile] {
			continue
		}
		profiles[profile] = true
		argument := ast.NewTerm(profileValue(o))
		for _, rule := range []string{"applies", "addressed", "exempt", "in_force", "ended"} {
			add(rule+" "+profile, rego.Holds, about(rule), argument)
		}
		for _, rule := range []string{"starts_on", "first_day"} {
			add(rule+" "+profile, rego.Values, about(rule), argument)
		}
	}
	add(offeredInUnion, rego.Holds, about(offeredInUnion))
	add(offeredAlready, rego.Holds, about(offeredAlready))
	add(suspended, rego.Holds, about(suspended), ast.VarTerm("id"))
	return all
}

var scopeRef = ast.MustParseRef("data.dsa.scope")

// profileValue is the argument of the scope rules.
func profileValue(o *Obligation) ast.Value {
	also := make([]*ast.Term, len(o.AddresseeAlso))
	for i, a := range o.AddresseeAlso {
		also[i] = ast.StringTerm(string(a))
	}
	return ast.NewObject(
		ast.Item(ast.StringTerm("addressee"), ast.StringTerm(string(o.Addressee))),
		ast.Item(ast.StringTerm("addressee_also"), ast.ArrayTerm(also...)),
		ast.Item(ast.StringTerm("vlop_only"), ast.BooleanTerm(o.VLOPOnly)),
		ast.Item(ast.StringTerm("exemption"), ast.StringTerm(string(o.Exemption))),
		ast.Item(ast.StringTerm("start"), ast.StringTerm(string(o.Start))),
		ast.Item(ast.StringTerm("from"), ast.StringTerm(o.From)),
	)
}

// lowerRules lowers the questions about a set that was compiled.
func (s *Set) lowerRules() *lowered {
	questions := s.regoQuestions()
	s.asRego = map[string]rego.Question{}
	for _, q := range questions {
		s.asRego[q.Name] = q
	}
	l := s.lower(questions)
	var known sync.Map
	l.reads = func(name string) readRefs {
		if reads, ok := known.Load(name); ok {
			return reads.(readRefs)
		}
		reads := readsOf(s.compiler, queryOf(s.asRego[name], ""))
		known.Store(name, reads)
		return reads
	}
	return l
}

// queryOf returns a question as OPA is asked, about an obligation where the rule
// takes its id.
func queryOf(q rego.Question, about string) ast.Body {
	called := ast.NewTerm(q.Rule)
	if len(q.Args) > 0 {
		terms := []*ast.Term{called}
		for _, arg := range q.Args {
			if _, isVar := arg.Value.(ast.Var); isVar {
				arg = ast.StringTerm(about)
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
