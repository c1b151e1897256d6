package rego

import (
	"github.com/open-policy-agent/opa/v1/ast"

	"github.com/dsaeval/dsaeval/internal/kleene"
)

// comparisons are the builtins that are conditions.
var comparisons = map[string]kleene.Op{
	ast.Equal.Name:         kleene.Equal,
	ast.NotEqual.Name:      kleene.Differ,
	ast.LessThan.Name:      kleene.Below,
	ast.LessThanEq.Name:    kleene.AtMost,
	ast.GreaterThan.Name:   kleene.Above,
	ast.GreaterThanEq.Name: kleene.AtLeast,
	ast.Member.Name:        kleene.Member,
	ast.StartsWith.Name:    kleene.BeginsWith,
	ast.EndsWith.Name:      kleene.EndsWith,
	ast.Contains.Name:      kleene.Contains,
}

// call lowers a call that stands as an expression: its last argument may be what
// the result is unified with.
func (l *lowerer) call(expr *ast.Expr, terms []*ast.Term, e env, k then) *kleene.Cond {
	name := terms[0].String()
	if name == ast.Equality.Name || name == ast.Assign.Name {
		return l.unify(terms[1], terms[2], e, k)
	}
	args := terms[1:]
	arity := l.arity(terms[0], expr.Location)
	if len(args) > arity {
		out := args[arity]
		return l.apply(expr.Location, terms[0], args[:arity], e, func(e env, t *kleene.Term) *kleene.Cond {
			return l.match(out, t, e, k)
		})
	}
	truth := func(_ env, t *kleene.Term) *kleene.Cond { return l.build.Truth(t) }
	var holds *kleene.Cond
	if op, ok := comparisons[name]; ok {
		holds = l.values(args, e, func(_ env, ts []*kleene.Term) *kleene.Cond { return l.build.Compare(op, ts[0], ts[1]) })
	} else {
		holds = l.apply(expr.Location, terms[0], args, e, truth)
	}
	return l.join(holds, e, k)
}

// arity returns how many arguments a function takes.
func (l *lowerer) arity(name *ast.Term, at *ast.Location) int {
	if n, ok := l.arities[name.String()]; ok {
		return n
	}
	if ref, ok := name.Value.(ast.Ref); ok {
		if rules := l.rulesAt(ref); len(rules) > 0 {
			return len(rules[0].Head.Args)
		}
	}
	refuse(at, "the function %v", name)
	return 0
}

// apply lowers a call and goes on with its result.
func (l *lowerer) apply(at *ast.Location, name *ast.Term, args []*ast.Term, e env, k use) *kleene.Cond {
	if e.free(args...) {
		refuse(at, "a call of %v whose arguments are not all known", name)
	}
	return l.values(args, e, func(e env, ts []*kleene.Term) *kleene.Cond {
		if ref, ok := name.Value.(ast.Ref); ok {
			if rules := l.rulesAt(ref); len(rules) > 0 {
				return l.alternatives(rules, nil, ts, e, k)
			}
		}
		if op, ok := comparisons[name.String()]; ok {
			return l.truthValue(l.build.Compare(op, ts[0], ts[1]), e, k)
		}
		if name.String() == ast.MemberWithKey.Name {
			inner, loop := e.inLoop(ts[2], at)
			_ = inner
			is := l.build.Compare(kleene.Equal, l.build.Element(loop), ts[1])
			return l.truthValue(l.build.Lookup(loop, ts[2], ts[0], is), e, k)
		}
		f := kleene.FunctionNamed(name.String())
		if f == nil || e.with != nil && e.overrides([]string{name.String()}) {
			refuse(at, "the builtin %v", name)
		}
		t := l.build.Call(f, ts...)
		return l.build.And(l.build.Defined(t), k(e, t))
	})
}

// truthValue goes on with true where a condition holds and with false where it
// does not. Its sides are there.
func (l *lowerer) truthValue(c *kleene.Cond, e env, k use) *kleene.Cond {
	return l.build.Or(
		l.join(c, e, func(e env) *kleene.Cond { return k(e, l.build.Constant(kleene.True)) }),
		l.join(l.build.Not(c), e, func(e env) *kleene.Cond { return k(e, l.build.Constant(kleene.False)) }),
	)
}
