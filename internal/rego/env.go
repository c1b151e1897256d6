package rego

import (
	"slices"

	"github.com/open-policy-agent/opa/v1/ast"

	"github.com/dsaeval/dsaeval/internal/kleene"
)

// env is what is known at a place of a body: what variables stand for, how many
// loops are under way, and what an expression puts in the place of documents. It
// is passed on by value and only ever grows.
type env struct {
	vars  *binding
	loops int
	lists *loopList
	// narrowed are terms of which a lookup has found out the value.
	narrowed *narrowing
	with     *override
	// listing is set where a list is made of what is found, so that nothing may be
	// found twice that Rego finds once.
	listing bool
}

type binding struct {
	name ast.Var
	term *kleene.Term
	next *binding
}

// loopList holds what the loops under way go through.
type loopList struct {
	loop int
	list *kleene.Term
	next *loopList
}

type narrowing struct {
	from, to *kleene.Term
	next     *narrowing
}

// override is what `with` puts in the place of a document.
type override struct {
	path []string // from input or data on
	term *kleene.Term
	next *override
}

func (e env) lookup(name ast.Var) *kleene.Term {
	for b := e.vars; b != nil; b = b.next {
		if b.name == name {
			return e.narrow(b.term)
		}
	}
	return nil
}

func (e env) bind(name ast.Var, t *kleene.Term) env {
	e.vars = &binding{name, t, e.vars}
	return e
}

// narrow returns what is known better of a term.
func (e env) narrow(t *kleene.Term) *kleene.Term {
	for n := e.narrowed; n != nil; n = n.next {
		if n.from == t {
			return n.to
		}
	}
	return t
}

// inLoop returns the environment inside a new loop over a list, and the loop.
func (e env) inLoop(list *kleene.Term, at *ast.Location) (env, int) {
	loop := e.loops
	if loop >= kleene.MaxLoops {
		refuse(at, "loops are nested too deeply")
	}
	e.loops++
	e.lists = &loopList{loop, list, e.lists}
	return e, loop
}

// listOf returns what a loop that is under way goes through.
func (e env) listOf(loop int) *kleene.Term {
	for l := e.lists; l != nil; l = l.next {
		if l.loop == loop {
			return l.list
		}
	}
	return nil
}

// inRule returns the environment in which a rule that is called begins: without
// the variables of the caller.
func (e env) inRule() env {
	e.vars = nil
	return e
}

// back returns the environment of the caller after the call.
func (e env) back(callee env) env {
	e.loops, e.lists, e.narrowed = callee.loops, callee.lists, callee.narrowed
	return e
}

// overridden returns what stands in the place of a document.
func (e env) overridden(path []string) *kleene.Term {
	for o := e.with; o != nil; o = o.next {
		if slices.Equal(o.path, path) {
			return o.term
		}
	}
	return nil
}

// overrides reports whether something at or below a path is overridden.
func (e env) overrides(path []string) bool {
	for o := e.with; o != nil; o = o.next {
		if len(o.path) >= len(path) && slices.Equal(o.path[:len(path)], path) {
			return true
		}
	}
	return false
}

// free reports whether a term has variables that stand for nothing yet.
func (e env) free(terms ...*ast.Term) bool {
	for _, t := range terms {
		visitor := ast.NewVarVisitor().WithParams(ast.VarVisitorParams{SkipRefCallHead: true, SkipClosures: true})
		visitor.Walk(t)
		for name := range visitor.Vars() {
			if name != ast.DefaultRootDocument.Value && name != ast.InputRootDocument.Value && e.lookup(name) == nil {
				return true
			}
		}
	}
	return false
}
