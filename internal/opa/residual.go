package opa

import (
	"slices"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/rego"

	"github.com/dsaeval/dsaeval/internal/document"
	"github.com/dsaeval/dsaeval/internal/kleene"
)

// residual is what partial evaluation leaves of one query: alternatives of
// which at least one must hold, and the rules that they refer to.
type residual struct {
	queries   []ast.Body
	support   map[string][]*ast.Rule
	knowledge Knowledge
	bound     map[ast.Var]*ast.Term // variables of the body that is read
}

func newResidual(pq *rego.PartialQueries, k Knowledge) residual {
	r := residual{queries: pq.Queries, support: map[string][]*ast.Rule{}, knowledge: k}
	for _, module := range pq.Support {
		for _, rule := range module.Rules {
			name := module.Package.Path.Extend(rule.Head.Ref().GroundPrefix()).String()
			r.support[name] = append(r.support[name], rule)
		}
	}
	return r
}

// answer returns whether any of the alternatives holds.
func (r residual) answer() kleene.Answer {
	result := kleene.No
	for _, body := range r.queries {
		result = result.Or(r.body(body, nil))
	}
	return result
}

func (r residual) body(body ast.Body, path []string) kleene.Answer {
	r.bound = bindings(body)
	result := kleene.Yes
	for _, expr := range body {
		result = result.And(r.expr(expr, path))
	}
	return result
}

// expr reads one condition. path holds the support rules that are being read,
// so that a cycle ends.
func (r residual) expr(expr *ast.Expr, path []string) kleene.Answer {
	if len(expr.With) > 0 {
		return kleene.Open
	}
	result := kleene.Open
	switch terms := expr.Terms.(type) {
	case *ast.Term:
		result = r.term(terms, path)
	case []*ast.Term:
		result = r.call(terms)
	case *ast.SomeDecl:
		result = kleene.Yes
	}
	if expr.Negated {
		return result.Not()
	}
	return result
}

func (r residual) term(term *ast.Term, path []string) kleene.Answer {
	switch value := term.Value.(type) {
	case ast.Boolean:
		if value {
			return kleene.Yes
		}
		return kleene.No
	case ast.Ref:
		return r.supportRule(value, path)
	}
	return kleene.Open
}

// supportRule reads a rule that partial evaluation has written: the
// alternative of its bodies. Rules with a value, arguments, a default or an
// else branch are left alone.
func (r residual) supportRule(ref ast.Ref, path []string) kleene.Answer {
	name := ref.String()
	rules := r.support[name]
	if len(rules) == 0 {
		return kleene.Open
	}
	for _, seen := range path {
		if seen == name {
			return kleene.Open
		}
	}
	path = append(path, name)
	result := kleene.No
	for _, rule := range rules {
		isTrue := rule.Head.Value != nil && rule.Head.Value.Equal(ast.BooleanTerm(true))
		if rule.Default || rule.Else != nil || len(rule.Head.Args) > 0 || rule.Head.Key != nil || !isTrue {
			return kleene.Open
		}
		result = result.Or(r.body(rule.Body, path))
	}
	return result
}

func (r residual) call(terms []*ast.Term) kleene.Answer {
	if len(terms) != 3 {
		return kleene.Open
	}
	left, right := terms[1], terms[2]
	switch terms[0].String() {
	case ast.Equality.Name, ast.Assign.Name:
		// An output binding: the name of the finding.
		if isVar(left) && right.IsGround() && !reads(right) || isVar(right) && left.IsGround() && !reads(left) {
			return kleene.Yes
		}
		// A day that is counted from facts is always there.
		if isVar(left) && isCountedDay(right) || isVar(right) && isCountedDay(left) {
			return kleene.Yes
		}
		return r.compare(left, right).equal()
	case ast.Equal.Name:
		return r.compare(left, right).equal()
	case ast.NotEqual.Name:
		return r.compare(left, right).equal().Not()
	case ast.LessThan.Name:
		return r.compare(left, right).below()
	case ast.GreaterThan.Name:
		return r.compare(right, left).below()
	case ast.LessThanEq.Name:
		return r.compare(right, left).below().Not()
	case ast.GreaterThanEq.Name:
		return r.compare(left, right).below().Not()
	}
	return kleene.Open
}

func isVar(term *ast.Term) bool {
	_, ok := term.Value.(ast.Var)
	return ok
}

// reads reports whether a term refers to anything.
func reads(term *ast.Term) bool {
	found := false
	ast.WalkRefs(term, func(ast.Ref) bool {
		found = true
		return true
	})
	return found
}

// walk visits every reference to a fact, once for each place where it stands.
// A key that is itself unknown ends the path that can be named.
func (r residual) walk(visit func(ref ast.Ref)) {
	each := func(node any) {
		ast.WalkRefs(node, func(ref ast.Ref) bool {
			if ref.HasPrefix(ast.InputRootRef) {
				visit(ref.GroundPrefix())
			}
			return false
		})
	}
	var used []string
	follow := func(node any) {
		ast.WalkRefs(node, func(ref ast.Ref) bool {
			if name := ref.String(); len(r.support[name]) > 0 && !slices.Contains(used, name) {
				used = append(used, name)
			}
			return false
		})
	}
	for _, body := range r.queries {
		each(body)
		follow(body)
	}
	for i := 0; i < len(used); i++ {
		for _, rule := range r.support[used[i]] {
			each(rule.Body)
			follow(rule.Body)
		}
	}
}

// Facts returns the facts that the residual depends on, each once, in the
// order in which they appear.
func (r residual) Facts() []document.Path {
	var paths []document.Path
	seen := map[string]bool{}
	r.walk(func(ref ast.Ref) {
		if name := ref.String(); !seen[name] {
			seen[name] = true
			paths = append(paths, PathTo(ref))
		}
	})
	return paths
}
