package opa

import (
	"slices"

	"github.com/open-policy-agent/opa/v1/ast"

	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/internal/condition"
	"github.com/dsaeval/dsaeval/internal/kleene"
)

// Condition returns what a residual asks for. It reports false if that cannot be
// said.
func (r residual) Condition() (report.Condition, bool) {
	all := condition.Simplify(r.alternatives(r.queries, nil), r.knowledge.facts)
	return all, !condition.IsTrue(all) && !condition.IsFalse(all)
}

// alternatives joins bodies of which one has to hold.
func (r residual) alternatives(bodies []ast.Body, path []string) report.Condition {
	any := report.Condition{Op: report.Any}
	for _, body := range bodies {
		if r.body(body, path) != kleene.No {
			any.Of = append(any.Of, r.conjunction(body, path))
		}
	}
	return any
}

// conjunction joins the conditions of a body that are still open. Those about an
// element of a list are gathered, as they are about the same element.
func (r residual) conjunction(body ast.Body, path []string) report.Condition {
	all := report.Condition{Op: report.All}
	t := terms{bound: bindings(body)}
	elements := map[ast.Var]int{}
	for _, expr := range body {
		if _, isBinding := bindingOf(expr); isBinding || r.expr(expr, path) == kleene.Yes {
			continue
		}
		c, said := r.open(expr, t, path)
		if !said {
			continue
		}
		element, list := t.element(expr)
		if element == "" {
			all.Of = append(all.Of, c)
			continue
		}
		i, seen := elements[element]
		if !seen {
			i = len(all.Of)
			elements[element] = i
			all.Of = append(all.Of, report.Condition{Op: report.ForSome, Fact: list, Of: []report.Condition{{Op: report.All}}})
		}
		of := &all.Of[i].Of[0]
		of.Of = append(of.Of, c)
	}
	return all
}

// bindings returns the values of the variables of a body, so that they can be
// named by what they stand for.
func bindings(body ast.Body) map[ast.Var]*ast.Term {
	bound := map[ast.Var]*ast.Term{}
	for _, expr := range body {
		if v, ok := bindingOf(expr); ok {
			bound[v] = otherSide(expr, v)
		}
	}
	return bound
}

func bindingOf(expr *ast.Expr) (ast.Var, bool) {
	terms, ok := expr.Terms.([]*ast.Term)
	if !ok || expr.Negated || len(terms) != 3 {
		return "", false
	}
	if name := terms[0].String(); name != ast.Equality.Name && name != ast.Assign.Name {
		return "", false
	}
	for _, side := range terms[1:] {
		if v, ok := side.Value.(ast.Var); ok {
			return v, true
		}
	}
	return "", false
}

func otherSide(expr *ast.Expr, v ast.Var) *ast.Term {
	terms := expr.Terms.([]*ast.Term)
	if terms[1].Equal(ast.NewTerm(v)) {
		return terms[2]
	}
	return terms[1]
}

// open returns what an expression that is not settled asks for.
func (r residual) open(expr *ast.Expr, t terms, path []string) (report.Condition, bool) {
	var c report.Condition
	said := true
	switch of := expr.Terms.(type) {
	case *ast.Term:
		c, said = r.truth(of, t, path)
	case []*ast.Term:
		c = t.comparison(of)
	case *ast.Every:
		c = r.every(of, t, path)
	default:
		return c, false
	}
	if expr.Negated {
		c = report.Condition{Op: report.Not, Of: []report.Condition{c}}
	}
	return c, said
}

// truth says that a fact or a rule holds.
func (r residual) truth(term *ast.Term, t terms, path []string) (report.Condition, bool) {
	ref, ok := term.Value.(ast.Ref)
	if !ok {
		return report.Condition{}, false
	}
	rules := r.support[ref.String()]
	if len(rules) == 0 {
		return t.holds(term), true
	}
	if slices.Contains(path, ref.String()) {
		return report.Condition{}, false
	}
	var bodies []ast.Body
	for _, rule := range rules {
		bodies = append(bodies, rule.Body)
	}
	return r.alternatives(bodies, append(path, ref.String())), true
}

func (r residual) every(every *ast.Every, t terms, path []string) report.Condition {
	list := t.term(every.Domain)
	within := terms{bound: bindings(every.Body), elements: map[ast.Var]string{}}
	if v, ok := every.Value.Value.(ast.Var); ok {
		within.elements[v] = list.Fact + "/-"
	}
	all := report.Condition{Op: report.All}
	for _, expr := range every.Body {
		if _, isBinding := bindingOf(expr); isBinding {
			continue
		}
		if c, said := r.open(expr, within, path); said {
			all.Of = append(all.Of, c)
		}
	}
	return report.Condition{Op: report.ForEvery, Fact: list.Fact, Of: []report.Condition{all}}
}
