package rego

import (
	"slices"

	"github.com/open-policy-agent/opa/v1/ast"

	"github.com/dsaeval/dsaeval/internal/kleene"
)

// alternatives lowers a reference to rules of one name, with a path below them,
// or a call of them.
func (l *lowerer) alternatives(rules []*ast.Rule, path []*ast.Term, args []*kleene.Term, e env, k use) *kleene.Cond {
	if len(rules) == 0 {
		return l.build.Never()
	}
	head := rules[0].Head
	switch {
	case head.RuleKind() == ast.MultiValue && len(head.Ref()) == 1:
		return l.setRules(rules, path, e, k)
	case slices.ContainsFunc(rules, func(r *ast.Rule) bool { return len(r.Head.Ref()) > 1 }):
		return l.objectRules(rules, path, e, k)
	}
	at := rules[0].Location
	if !yieldsTrue(rules) {
		if e.listing && len(rules) > 1 {
			return l.once(e, at, func(e env, k use) *kleene.Cond { return l.completeRules(rules, args, e, k) }, func(e env, t *kleene.Term) *kleene.Cond {
				return l.walk(t, path, at, e, k)
			})
		}
		return l.completeRules(rules, args, e, func(e env, t *kleene.Term) *kleene.Cond { return l.walk(t, path, at, e, k) })
	}
	// All that such a rule can be is true, so that what comes after it need not be
	// lowered for each of its bodies.
	holds := l.helper(rules, args, e)
	return l.join(holds, e, func(e env) *kleene.Cond { return l.walk(l.build.Constant(kleene.True), path, at, e, k) })
}

// yieldsTrue reports whether rules have no value but true.
func yieldsTrue(rules []*ast.Rule) bool {
	return !slices.ContainsFunc(rules, func(r *ast.Rule) bool {
		return r.Default || r.Else != nil || r.Head.Value == nil || !r.Head.Value.Equal(ast.BooleanTerm(true))
	})
}

// helperKey identifies a call of a rule by what it is given.
type helperKey struct {
	rule *ast.Rule
	args [4]*kleene.Term
	// loops under way: those of the rule get the numbers after them.
	loops int
}

// helper lowers rules that are true or not, once for the same arguments.
func (l *lowerer) helper(rules []*ast.Rule, args []*kleene.Term, e env) *kleene.Cond {
	key := helperKey{rule: rules[0], loops: e.loops}
	plain := e.with == nil && e.narrowed == nil && len(args) <= len(key.args)
	if copy(key.args[:], args); plain {
		if known := l.helpers[key]; known != nil {
			return known
		}
	}
	c := l.completeRules(rules, args, e, func(_ env, t *kleene.Term) *kleene.Cond { return l.build.Truth(t) })
	if plain {
		l.helpers[key] = c
	}
	return c
}

// completeRules lowers rules of which one at most has a value, or functions.
func (l *lowerer) completeRules(rules []*ast.Rule, args []*kleene.Term, e env, k use) *kleene.Cond {
	var any, there []*kleene.Cond
	var otherwise *ast.Rule
	for _, rule := range rules {
		if rule.Default {
			otherwise = rule
			continue
		}
		any = append(any, l.ruleValue(rule, args, e, k))
	}
	if otherwise != nil {
		for _, rule := range rules {
			if !rule.Default {
				there = append(there, l.ruleValue(rule, args, e, func(env, *kleene.Term) *kleene.Cond { return l.build.Always() }))
			}
		}
		none := l.build.Not(l.build.Or(there...))
		any = append(any, l.join(none, e, func(e env) *kleene.Cond {
			return l.value(otherwise.Head.Value, e.inRule(), func(inner env, t *kleene.Term) *kleene.Cond { return k(e.back(inner), t) })
		}))
	}
	return l.build.Or(any...)
}

// ruleValue lowers one rule and goes on with its value, then what follows its else.
func (l *lowerer) ruleValue(rule *ast.Rule, args []*kleene.Term, e env, k use) *kleene.Cond {
	l.step(rule.Location)
	value := rule.Head.Value
	if value == nil {
		value = ast.BooleanTerm(true)
	}
	lowered := func(k use) *kleene.Cond {
		return l.arguments(rule, args, e.inRule(), func(inner env) *kleene.Cond {
			return l.body(rule.Body, inner, func(inner env) *kleene.Cond {
				return l.value(value, inner, func(inner env, t *kleene.Term) *kleene.Cond { return k(e.back(inner), t) })
			})
		})
	}
	main := lowered(k)
	if rule.Else == nil {
		return main
	}
	there := lowered(func(env, *kleene.Term) *kleene.Cond { return l.build.Always() })
	otherwise := l.join(l.build.Not(there), e, func(e env) *kleene.Cond { return l.ruleValue(rule.Else, args, e, k) })
	return l.build.Or(main, otherwise)
}

// arguments matches what a function is given with what it takes.
func (l *lowerer) arguments(rule *ast.Rule, args []*kleene.Term, inner env, k then) *kleene.Cond {
	params := rule.Head.Args
	if len(params) != len(args) {
		refuse(rule.Location, "the rule %v is called with another number of arguments", rule.Head.Name)
	}
	if len(params) == 0 {
		return k(inner)
	}
	var next func(i int, inner env) *kleene.Cond
	next = func(i int, inner env) *kleene.Cond {
		if i == len(params) {
			return k(inner)
		}
		return l.match(params[i], args[i], inner, func(inner env) *kleene.Cond { return next(i+1, inner) })
	}
	return next(0, inner)
}

// setRules lowers a reference to a set that rules make: to an element, or to the
// whole.
func (l *lowerer) setRules(rules []*ast.Rule, path []*ast.Term, e env, k use) *kleene.Cond {
	element := func(rule *ast.Rule, k use) *kleene.Cond {
		return l.body(rule.Body, e.inRule(), func(inner env) *kleene.Cond { return l.value(rule.Head.Key, inner, k) })
	}
	var any []*kleene.Cond
	if len(path) == 0 || e.listing {
		for _, rule := range rules {
			any = append(any, element(rule, func(_ env, t *kleene.Term) *kleene.Cond { return l.build.Emit(t) }))
		}
		return l.walk(l.build.Collect(kleene.CollectSet, l.build.Or(any...)), path, rules[0].Location, e, k)
	}
	for _, rule := range rules {
		l.step(rule.Location)
		any = append(any, element(rule, func(inner env, t *kleene.Term) *kleene.Cond {
			return l.match(path[0], t, e.back(inner), func(e env) *kleene.Cond { return l.walk(t, path[1:], rule.Location, e, k) })
		}))
	}
	return l.build.Or(any...)
}

// once goes on with each value that alternatives have, once.
func (l *lowerer) once(e env, at *ast.Location, alternatives func(e env, k use) *kleene.Cond, k use) *kleene.Cond {
	inner := e
	inner.listing = false
	found := alternatives(inner, func(_ env, t *kleene.Term) *kleene.Cond { return l.build.Emit(t) })
	return l.each(l.build.Collect(kleene.CollectSet, found), at, e, func(e env, _, t *kleene.Term) *kleene.Cond { return k(e, t) })
}

// objectRules lowers a reference to rules whose heads have a path: each leads to
// one member.
func (l *lowerer) objectRules(rules []*ast.Rule, path []*ast.Term, e env, k use) *kleene.Cond {
	var any []*kleene.Cond
	for _, rule := range rules {
		head := rule.Head.Ref()[1:]
		if len(path) < len(head) || rule.Head.RuleKind() == ast.MultiValue || rule.Default || rule.Else != nil || len(rule.Head.Args) > 0 || e.listing {
			refuse(rule.Location, "the object %v as a whole", rule.Head.Ref())
		}
		value := rule.Head.Value
		if value == nil {
			value = ast.BooleanTerm(true)
		}
		any = append(any, l.body(rule.Body, e.inRule(), func(inner env) *kleene.Cond {
			return l.values(append(slices.Clone([]*ast.Term(head)), value), inner, func(inner env, ts []*kleene.Term) *kleene.Cond {
				var next func(i int, e env) *kleene.Cond
				next = func(i int, e env) *kleene.Cond {
					if i == len(head) {
						return l.walk(ts[i], path[i:], rule.Location, e, k)
					}
					return l.match(path[i], ts[i], e, func(e env) *kleene.Cond { return next(i+1, e) })
				}
				return next(0, e.back(inner))
			})
		}))
	}
	return l.build.Or(any...)
}
