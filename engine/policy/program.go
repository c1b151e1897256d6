package policy

import (
	"fmt"

	"github.com/open-policy-agent/opa/v1/ast"

	"github.com/dsaeval/dsaeval/engine/facts"
	"github.com/dsaeval/dsaeval/engine/policy/kleene"
	"github.com/dsaeval/dsaeval/engine/rego"
)

// questionsOf returns what a program is to answer about the obligations. Names
// have two parts: what is asked, and the id of the obligation or its profile.
func questionsOf(obligations []*Obligation) []rego.Question {
	var questions []rego.Question
	ask := func(name string, kind rego.Kind, rule ast.Ref, args ...*ast.Term) {
		questions = append(questions, rego.Question{Name: name, Kind: kind, Rule: rule, Args: args})
	}
	scope := ast.MustParseRef("data.dsa.scope")
	about := func(rule string) ast.Ref { return scope.Append(ast.StringTerm(rule)) }
	asked := map[string]bool{}
	for _, o := range obligations {
		own := func(rule string) ast.Ref { return o.pkg.Path.Append(ast.StringTerm(rule)) }
		ask("findings "+o.ID, rego.Findings, own(ruleName(o.Kind)))
		if o.concerned {
			ask("concerned "+o.ID, rego.Holds, own("concerned"))
		}
		if o.presupposed {
			ask("presupposed "+o.ID, rego.Holds, own("presupposed"))
		}
		if len(o.doubts) > 0 {
			ask("speaks_against "+o.ID, rego.Findings, own(speaksAgainst))
		}
		profile := o.profile()
		if asked[profile.String()] {
			continue
		}
		asked[profile.String()] = true
		for _, rule := range []string{"applies", "addressed", "exempt", "in_force", "ended"} {
			ask(rule+" "+profile.String(), rego.Holds, about(rule), ast.NewTerm(profile))
		}
		for _, rule := range []string{"starts_on", "first_day"} {
			ask(rule+" "+profile.String(), rego.Values, about(rule), ast.NewTerm(profile))
		}
	}
	ask("offered_in_union", rego.Holds, about("offered_in_union"))
	ask("offered_already", rego.Holds, about("offered_already"))
	ask("suspended", rego.Holds, about("suspended"), ast.VarTerm("id"))
	return questions
}

// lowered turns the rules behind the obligations into one program.
func (s *Set) lowered() *rego.Lowered {
	return rego.Lower(s.compiler, questionsOf(s.obligations), rego.Options{
		Schema: s.schema.root,
		Data:   map[string]int{"law": 2, "parameters": 2, "readings": 2},
		Relations: func(slot func(path ...string) (int, bool)) kleene.Relations {
			return relationsOf(s.schema.relations.Tables(), slot)
		},
	})
}

// relationsOf names the relations between facts by the slots of a program.
func relationsOf(tables facts.Tables, slot func(path ...string) (int, bool)) kleene.Relations {
	var r kleene.Relations
	at := func(path facts.Path) (int32, bool) {
		names := make([]string, len(path))
		for i, step := range path {
			names[i] = fmt.Sprint(step)
		}
		n, ok := slot(names...)
		return int32(n), ok
	}
	all := func(paths []facts.Path) (slots []int32) {
		for _, path := range paths {
			if n, ok := at(path); ok {
				slots = append(slots, n)
			}
		}
		return slots
	}
	values := func(list []any) (values []kleene.Value) {
		for _, each := range list {
			if v, err := rego.ValueOf(each); err == nil {
				values = append(values, v)
			}
		}
		return values
	}
	for _, p := range tables.Pairs {
		a, okA := at(p.A)
		b, okB := at(p.B)
		if okA && okB {
			r.Pairs = append(r.Pairs, kleene.Pair{A: a, B: b, AIs: values(p.AIs), BIs: values(p.BIs), Negated: p.Negated})
		}
	}
	for _, s := range tables.Signs {
		flag, okFlag := at(s.Flag)
		of, okOf := at(s.Of)
		if okFlag && okOf {
			r.Signs = append(r.Signs, kleene.Sign{Flag: flag, Of: of})
		}
	}
	for _, n := range tables.Needs {
		fact, ok := at(n.Fact)
		in, okIn := at(n.In)
		unless, okUnless := at(n.Unless)
		if ok && okIn && okUnless {
			need := kleene.Need{Fact: fact, Is: kleene.StringOf(n.Is), In: in, Unless: unless}
			for _, word := range n.OneOf {
				need.OneOf = append(need.OneOf, kleene.StringOf(word))
			}
			r.Needs = append(r.Needs, need)
		}
	}
	for _, c := range tables.Counts {
		n, ok := at(c.Count)
		if !ok {
			continue
		}
		count := kleene.Count{Slot: n, Wholes: all(c.Wholes), Parts: all(c.Parts)}
		for _, sum := range c.Sums {
			count.Sums = append(count.Sums, all(sum))
		}
		r.Counts = append(r.Counts, count)
	}
	return r
}
