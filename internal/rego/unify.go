package rego

import (
	"github.com/open-policy-agent/opa/v1/ast"

	"github.com/dsaeval/dsaeval/internal/kleene"
)

// unify lowers that two terms are the same. Variables that stand for nothing yet
// then stand for what the other side is.
func (l *lowerer) unify(a, b *ast.Term, e env, k then) *kleene.Cond {
	freeA, freeB := e.free(a), e.free(b)
	switch {
	case !freeA && !freeB:
		same := l.value(a, e, func(e env, x *kleene.Term) *kleene.Cond {
			return l.value(b, e, func(_ env, y *kleene.Term) *kleene.Cond { return l.build.Compare(kleene.Equal, x, y) })
		})
		return l.join(same, e, k)
	case freeA && !isPattern(a):
		return l.value(a, e, func(e env, t *kleene.Term) *kleene.Cond { return l.match(b, t, e, k) })
	case freeB && !isPattern(b):
		return l.value(b, e, func(e env, t *kleene.Term) *kleene.Cond { return l.match(a, t, e, k) })
	case isPattern(b) && freeB && !(isPattern(a) && freeA):
		return l.value(a, e, func(e env, t *kleene.Term) *kleene.Cond { return l.match(b, t, e, k) })
	case isPattern(a) && freeA && !(isPattern(b) && freeB):
		return l.value(b, e, func(e env, t *kleene.Term) *kleene.Cond { return l.match(a, t, e, k) })
	}
	x, isX := a.Value.(*ast.Array)
	y, isY := b.Value.(*ast.Array)
	if !isX || !isY {
		refuse(a.Location, "two variables of which neither stands for anything yet")
	}
	if x.Len() != y.Len() {
		return l.build.Never()
	}
	return l.unifyAll(elementsOf(x), elementsOf(y), e, k)
}

func (l *lowerer) unifyAll(as, bs []*ast.Term, e env, k then) *kleene.Cond {
	if len(as) == 0 {
		return k(e)
	}
	return l.unify(as[0], bs[0], e, func(e env) *kleene.Cond { return l.unifyAll(as[1:], bs[1:], e, k) })
}

// isPattern reports whether the variables of a term can get what they stand for
// from another.
func isPattern(t *ast.Term) bool {
	switch t.Value.(type) {
	case ast.Var, *ast.Array, ast.Object:
		return true
	}
	return false
}

// match lowers that a pattern fits a term.
func (l *lowerer) match(pattern *ast.Term, t *kleene.Term, e env, k then) *kleene.Cond {
	if !e.free(pattern) {
		same := l.value(pattern, e, func(_ env, x *kleene.Term) *kleene.Cond { return l.build.Compare(kleene.Equal, x, t) })
		return l.join(same, e, k)
	}
	switch p := pattern.Value.(type) {
	case ast.Var:
		return k(e.bind(p, t))
	case *ast.Array:
		var keys, parts []*ast.Term
		for i, part := range elementsOf(p) {
			keys, parts = append(keys, ast.IntNumberTerm(i)), append(parts, part)
		}
		return l.matchParts(keys, parts, t, e, k)
	case ast.Object:
		var keys, parts []*ast.Term
		p.Foreach(func(key, part *ast.Term) { keys, parts = append(keys, key), append(parts, part) })
		return l.matchParts(keys, parts, t, e, k)
	}
	// A reference through a list, of which each element may be it.
	return l.value(pattern, e, func(e env, x *kleene.Term) *kleene.Cond {
		return l.join(l.build.Compare(kleene.Equal, x, t), e, k)
	})
}

// matchParts lowers that a term has just these parts.
func (l *lowerer) matchParts(keys, parts []*ast.Term, t *kleene.Term, e env, k then) *kleene.Cond {
	if t.Op == kleene.ListTerm && len(t.Of) != len(parts) {
		return l.build.Never()
	}
	var next func(i int, e env) *kleene.Cond
	next = func(i int, e env) *kleene.Cond {
		if i == len(parts) {
			return k(e)
		}
		return l.walk(t, keys[i:i+1], parts[i].Location, e, func(e env, part *kleene.Term) *kleene.Cond {
			return l.match(parts[i], part, e, func(e env) *kleene.Cond { return next(i+1, e) })
		})
	}
	if t.Op == kleene.ListTerm || t.Op == kleene.ObjectTerm && len(t.Of) == 2*len(parts) {
		return next(0, e)
	}
	// Of a text there are no parts, and counting them is no error.
	size := l.build.Call(kleene.FunctionNamed("count"), t)
	first := l.build.Defined(l.build.Index(t, l.build.Constant(kleene.Int(0))))
	if len(parts) == 0 {
		refuse(nil, "an empty pattern")
	}
	if _, isText := keys[0].Value.(ast.String); isText {
		first = l.build.Defined(l.build.Index(t, l.build.Constant(kleene.StringOf(string(keys[0].Value.(ast.String))))))
	}
	many := l.build.Compare(kleene.Equal, size, l.build.Constant(kleene.Int(int64(len(parts)))))
	return l.build.And(first, many, next(0, e))
}
