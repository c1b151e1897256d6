package rego

import (
	"github.com/open-policy-agent/opa/v1/ast"

	"github.com/dsaeval/dsaeval/internal/kleene"
)

// then lowers what comes after a part of a body.
type then func(e env) *kleene.Cond

// use lowers what comes after a term has been found.
type use func(e env, t *kleene.Term) *kleene.Cond

// body lowers expressions that have to hold together.
func (l *lowerer) body(body ast.Body, e env, k then) *kleene.Cond {
	if len(body) == 0 {
		return k(e)
	}
	return l.expr(body[0], e, func(e env) *kleene.Cond { return l.body(body[1:], e, k) })
}

// exists lowers a body of which it only matters whether it holds.
func (l *lowerer) exists(body ast.Body, e env) *kleene.Cond {
	return l.body(body, e, func(env) *kleene.Cond { return l.build.Always() })
}

func (l *lowerer) expr(expr *ast.Expr, e env, k then) *kleene.Cond {
	l.step(expr.Location)
	switch {
	case len(expr.With) > 0:
		return l.with(expr, e, k)
	case expr.Negated:
		return l.join(l.build.Not(l.expr(expr.Complement(), e, l.always)), e, k)
	}
	switch terms := expr.Terms.(type) {
	case *ast.Term:
		return l.statement(terms, e, k)
	case []*ast.Term:
		return l.call(expr, terms, e, k)
	case *ast.Every:
		return l.every(terms, e, k)
	case *ast.SomeDecl:
		return k(e)
	case *ast.Not:
		return l.join(l.build.Not(l.exists(terms.Body, e)), e, k)
	case *ast.LogicalAnd:
		return l.join(l.build.And(l.exists(terms.Lhs, e), l.exists(terms.Rhs, e)), e, k)
	case *ast.LogicalOr:
		return l.join(l.build.Or(l.exists(terms.Lhs, e), l.exists(terms.Rhs, e)), e, k)
	}
	refuse(expr.Location, "an expression of this kind")
	return nil
}

func (l *lowerer) always(env) *kleene.Cond { return l.build.Always() }

// join goes on after a condition that binds nothing.
func (l *lowerer) join(c *kleene.Cond, e env, k then) *kleene.Cond {
	if c == l.build.Never() {
		return c
	}
	return l.build.And(c, k(e))
}

// statement lowers a term that has to be there and not false.
func (l *lowerer) statement(t *ast.Term, e env, k then) *kleene.Cond {
	truth := func(_ env, t *kleene.Term) *kleene.Cond { return l.build.Truth(t) }
	if !e.free(t) {
		return l.join(l.value(t, e, truth), e, k)
	}
	return l.value(t, e, func(e env, t *kleene.Term) *kleene.Cond { return l.join(l.build.Truth(t), e, k) })
}

// every holds if no element is otherwise than its body says.
func (l *lowerer) every(every *ast.Every, e env, k then) *kleene.Cond {
	holds := l.value(every.Domain, e, func(e env, domain *kleene.Term) *kleene.Cond {
		otherwise := l.each(domain, every.Location, e, func(e env, key, element *kleene.Term) *kleene.Cond {
			if every.Key != nil {
				e = e.bind(every.Key.Value.(ast.Var), key)
			}
			return l.build.Not(l.exists(every.Body, e.bind(every.Value.Value.(ast.Var), element)))
		})
		return l.build.And(l.walkable(domain), l.build.Not(otherwise))
	})
	return l.join(holds, e, k)
}

// walkable returns the condition that a term has elements, or could have some.
func (l *lowerer) walkable(t *kleene.Term) *kleene.Cond {
	switch t.Op {
	case kleene.ListTerm, kleene.SetTerm, kleene.ObjectTerm, kleene.CollectList, kleene.CollectSet:
		return l.build.Always()
	case kleene.SlotOf:
		if shape := l.build.Slots()[t.Slot].Shape; shape != nil && shape.List {
			return l.build.Always()
		}
	}
	return l.build.Truth(l.build.Call(isCollection, t))
}

// each lowers what is to be so for one of the elements of a list. The elements of
// a list that is written out are alternatives.
func (l *lowerer) each(list *kleene.Term, at *ast.Location, e env, k func(e env, key, element *kleene.Term) *kleene.Cond) *kleene.Cond {
	if keys, elements, ok := l.writtenOut(list, e); ok {
		var any []*kleene.Cond
		for i := range elements {
			any = append(any, k(e, keys[i], elements[i]))
		}
		return l.build.Or(any...)
	}
	inner, loop := e.inLoop(list, at)
	return l.build.Some(loop, list, k(inner, l.build.Position(loop), l.build.Element(loop)))
}

// maxWrittenOut bounds the lists whose elements become alternatives.
const maxWrittenOut = 64

// writtenOut returns the keys and elements of a list whose elements are known when
// lowering, even if what they stand for is not.
func (l *lowerer) writtenOut(list *kleene.Term, e env) (keys, elements []*kleene.Term, ok bool) {
	switch list.Op {
	case kleene.Constant:
		v := list.Value
		if v.Len() > maxWrittenOut || v.Len() == 0 {
			return nil, nil, false
		}
		for i := range v.Len() {
			keys = append(keys, l.build.Constant(v.Key(i)))
			elements = append(elements, l.build.Constant(v.Item(i)))
		}
		return keys, elements, true
	case kleene.ListTerm:
		for i, element := range list.Of {
			keys = append(keys, l.build.Constant(kleene.Int(int64(i))))
			elements = append(elements, element)
		}
		return keys, elements, true
	case kleene.SetTerm:
		return list.Of, list.Of, !e.listing // two of them may be the same
	case kleene.ObjectTerm:
		for i := 0; i < len(list.Of); i += 2 {
			keys = append(keys, list.Of[i])
			elements = append(elements, list.Of[i+1])
		}
		return keys, elements, true
	}
	return nil, nil, false
}

// with lowers an expression in which documents are replaced.
func (l *lowerer) with(expr *ast.Expr, e env, k then) *kleene.Cond {
	outer := e.with
	plain := expr.Copy()
	plain.With = nil
	var replace func(with []*ast.With, e env) *kleene.Cond
	replace = func(with []*ast.With, e env) *kleene.Cond {
		if len(with) == 0 {
			return l.expr(plain, e, func(e env) *kleene.Cond {
				e.with = outer
				return k(e)
			})
		}
		path, ok := l.target(with[0].Target)
		if !ok {
			refuse(with[0].Location, "with may replace a fact or a datum only")
		}
		outside := e
		outside.with = outer
		return l.value(with[0].Value, outside, func(after env, t *kleene.Term) *kleene.Cond {
			e := e.back(after)
			e.with = &override{path, t, e.with}
			return replace(with[1:], e)
		})
	}
	return replace(expr.With, e)
}

// target returns the path of what `with` replaces: a fact, or a document below
// data that is no rule.
func (l *lowerer) target(t *ast.Term) ([]string, bool) {
	ref, ok := t.Value.(ast.Ref)
	if !ok {
		return nil, false
	}
	head, ok := ref[0].Value.(ast.Var)
	if !ok {
		return nil, false
	}
	path := []string{string(head)}
	for _, step := range ref[1:] {
		name, ok := step.Value.(ast.String)
		if !ok {
			return nil, false
		}
		path = append(path, string(name))
	}
	if head == "data" {
		return path, len(path) > 1 && !l.prefixes["data."+path[1]] && len(path) == l.dataNames(path[1])+1
	}
	return path, head == "input"
}
