package rego

import (
	"slices"

	"github.com/open-policy-agent/opa/v1/ast"

	"github.com/dsaeval/dsaeval/internal/kleene"
)

// value lowers a term and goes on with what it stands for, which is then there:
// the condition that it is comes first.
func (l *lowerer) value(t *ast.Term, e env, k use) *kleene.Cond {
	l.step(t.Location)
	switch v := t.Value.(type) {
	case ast.Null:
		return k(e, l.build.Constant(kleene.NullOf))
	case ast.Boolean:
		return k(e, l.build.Constant(kleene.BoolOf(bool(v))))
	case ast.String:
		return k(e, l.build.Constant(kleene.StringOf(string(v))))
	case ast.Number:
		n, ok := kleene.ParseNumber(string(v))
		if !ok {
			refuse(t.Location, "the number %v", v)
		}
		return k(e, l.build.Constant(n))
	case ast.Var:
		if v == ast.InputRootDocument.Value || v == ast.DefaultRootDocument.Value {
			return l.ref(ast.Ref{t}, t.Location, e, k)
		}
		found := e.lookup(v)
		if found == nil {
			refuse(t.Location, "a variable that stands for nothing yet")
		}
		return k(e, found)
	case *ast.Array:
		return l.values(elementsOf(v), e, func(e env, ts []*kleene.Term) *kleene.Cond {
			return k(e, l.build.Compound(kleene.ListTerm, ts...))
		})
	case ast.Set:
		return l.values(v.Slice(), e, func(e env, ts []*kleene.Term) *kleene.Cond {
			return k(e, l.build.Compound(kleene.SetTerm, ts...))
		})
	case ast.Object:
		var parts []*ast.Term
		v.Foreach(func(key, value *ast.Term) { parts = append(parts, key, value) })
		return l.values(parts, e, func(e env, ts []*kleene.Term) *kleene.Cond {
			return k(e, l.build.Compound(kleene.ObjectTerm, ts...))
		})
	case ast.Ref:
		return l.ref(v, t.Location, e, k)
	case ast.Call:
		return l.apply(t.Location, v[0], v[1:], e, k)
	case *ast.ArrayComprehension:
		inner := e
		inner.listing = true
		return k(e, l.build.Collect(kleene.CollectList, l.emitting(v.Body, v.Term, inner)))
	case *ast.SetComprehension:
		return k(e, l.build.Collect(kleene.CollectSet, l.emitting(v.Body, v.Term, e)))
	case *ast.ObjectComprehension:
		refuse(t.Location, "an object comprehension")
	}
	refuse(t.Location, "a term of this kind")
	return nil
}

// emitting lowers the body of a comprehension.
func (l *lowerer) emitting(body ast.Body, head *ast.Term, e env) *kleene.Cond {
	return l.body(body, e, func(e env) *kleene.Cond {
		return l.value(head, e, func(_ env, t *kleene.Term) *kleene.Cond { return l.build.Emit(t) })
	})
}

func elementsOf(array *ast.Array) []*ast.Term {
	elements := make([]*ast.Term, array.Len())
	for i := range elements {
		elements[i] = array.Elem(i)
	}
	return elements
}

// values lowers terms one after the other.
func (l *lowerer) values(terms []*ast.Term, e env, k func(e env, ts []*kleene.Term) *kleene.Cond) *kleene.Cond {
	var next func(i int, found []*kleene.Term, e env) *kleene.Cond
	next = func(i int, found []*kleene.Term, e env) *kleene.Cond {
		if i == len(terms) {
			return k(e, found)
		}
		return l.value(terms[i], e, func(e env, t *kleene.Term) *kleene.Cond {
			return next(i+1, append(slices.Clip(found), t), e)
		})
	}
	return next(0, nil, e)
}

// ref lowers a reference.
func (l *lowerer) ref(ref ast.Ref, at *ast.Location, e env, k use) *kleene.Cond {
	if name, ok := ref[0].Value.(ast.Var); ok && e.lookup(name) == nil {
		switch name {
		case ast.InputRootDocument.Value:
			return l.inputAt(l.input, []string{"input"}, ref[1:], at, e, k)
		case ast.DefaultRootDocument.Value:
			return l.dataAt(ref, at, e, k)
		}
	}
	return l.value(ref[0], e, func(e env, t *kleene.Term) *kleene.Cond { return l.walk(t, ref[1:], at, e, k) })
}

// walk goes from a term along a path.
func (l *lowerer) walk(t *kleene.Term, path []*ast.Term, at *ast.Location, e env, k use) *kleene.Cond {
	if len(path) == 0 {
		return k(e, t)
	}
	l.step(at)
	step := path[0]
	if name, ok := step.Value.(ast.Var); ok && e.lookup(name) == nil {
		return l.each(t, at, e, func(e env, key, element *kleene.Term) *kleene.Cond {
			return l.walk(element, path[1:], at, e.bind(name, key), k)
		})
	}
	if e.free(step) {
		refuse(at, "a pattern as a key")
	}
	return l.value(step, e, func(e env, key *kleene.Term) *kleene.Cond { return l.index(t, key, path[1:], at, e, k) })
}

// index goes from a term to what a key leads to, and on along a path.
func (l *lowerer) index(t, key *kleene.Term, path []*ast.Term, at *ast.Location, e env, k use) *kleene.Cond {
	there := func(e env, found *kleene.Term) *kleene.Cond {
		defined := l.build.Defined(found)
		if defined == l.build.Never() {
			return defined
		}
		return l.build.And(defined, l.walk(found, path, at, e, k))
	}
	switch {
	case key.Op == kleene.Constant:
		if keys, elements, ok := l.writtenOut(t, e); ok && t.Op != kleene.Constant {
			var any []*kleene.Cond
			for i := range elements {
				if here := l.build.Compare(kleene.Equal, key, keys[i]); here != l.build.Never() {
					any = append(any, l.build.And(here, l.walk(elements[i], path, at, e, k)))
				}
			}
			return l.build.Or(any...)
		}
		return there(e, l.build.Index(t, key))
	case key.Op == kleene.Position && e.listOf(int(key.Loop)) == t:
		// The element that its loop looks at.
		return l.walk(l.build.Element(int(key.Loop)), path, at, e, k)
	}
	if keys, elements, ok := l.writtenOut(t, e); ok {
		var any []*kleene.Cond
		for i := range elements {
			here := l.build.Compare(kleene.Equal, key, keys[i])
			narrowed := e
			narrowed.narrowed = &narrowing{key, keys[i], e.narrowed}
			any = append(any, l.join(here, narrowed, func(e env) *kleene.Cond { return l.walk(elements[i], path, at, e, k) }))
		}
		return l.build.Or(any...)
	}
	inner, loop := e.inLoop(t, at)
	inner.narrowed = &narrowing{key, l.build.Position(loop), inner.narrowed}
	return l.build.Lookup(loop, t, key, l.walk(l.build.Element(loop), path, at, inner, k))
}
