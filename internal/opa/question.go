package opa

import (
	"github.com/open-policy-agent/opa/v1/ast"

	"github.com/dsaeval/dsaeval/internal/rego"
	"github.com/dsaeval/dsaeval/internal/rules"
)

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
	case rules.Findings:
		return ast.NewBody(ast.NewExpr(ast.NewTerm(q.Rule.Append(ast.NewTerm(findingVar)))))
	case rules.Values:
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
