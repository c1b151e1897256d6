package opa

import (
	"sync"

	"github.com/open-policy-agent/opa/v1/ast"

	"github.com/dsaeval/dsaeval/engine/facts"
	"github.com/dsaeval/dsaeval/internal/condition"
	"github.com/dsaeval/dsaeval/internal/document"
	"github.com/dsaeval/dsaeval/internal/rules"
)

// Knowledge is what is known about a service: a document, and the references that
// are unknown in it. Every path of the schema that is absent from the document
// lies at or below one of the unknowns; otherwise `not input.x` would be a
// definite answer about a fact that nobody gave.
// Its document never changes; who knows something else has another one.
type Knowledge struct {
	Input    ast.Value
	Unknowns []ast.Ref
	schema   rules.Schema
	// facts are what conditions are shortened by.
	facts condition.Facts
	// Known is the document as the relations between facts read it, which takes
	// as long as a question to OPA and is not needed for each.
	Known func() *facts.Node
}

func KnowledgeOf(input ast.Value, unknowns []ast.Ref, schema rules.Schema, about condition.Facts) Knowledge {
	return Knowledge{Input: input, Unknowns: unknowns, schema: schema, facts: about, Known: sync.OnceValue(func() *facts.Node {
		value, err := ast.JSON(input)
		if err != nil {
			return &facts.Node{Kind: facts.Object} // nothing is known that cannot be read
		}
		return document.NodeOf(value)
	})}
}

func NewKnowledge(f *facts.Facts, schema rules.Schema, about condition.Facts) (Knowledge, error) {
	input, err := ast.InterfaceToValue(f.Value())
	if err != nil {
		return Knowledge{}, err
	}
	return KnowledgeOf(input, refsOf(f.Unknowns()), schema, about), nil
}

func refsOf(paths []facts.Path) []ast.Ref {
	refs := make([]ast.Ref, len(paths))
	for i, path := range paths {
		refs[i] = RefOf(path)
	}
	return refs
}

func RefOf(path facts.Path) ast.Ref {
	ref := ast.InputRootRef.Copy()
	for _, step := range path {
		switch step := step.(type) {
		case string:
			ref = append(ref, ast.StringTerm(step))
		case int:
			ref = append(ref, ast.IntNumberTerm(step))
		default:
			ref = append(ref, ast.VarTerm("_"))
		}
	}
	return ref
}

// relevant returns the unknowns that rules which read the given references can
// run into. Partial evaluation costs time for each unknown that it is given.
//
// OPA takes an empty list to mean that all of input is unknown, so the list
// begins with a path that nothing reads.
func (k Knowledge) relevant(reads []ast.Ref) []*ast.Term {
	terms := []*ast.Term{neverRead}
	for _, u := range k.Unknowns {
		for _, read := range reads {
			if Overlap(u, read) {
				terms = append(terms, ast.NewTerm(u))
				break
			}
		}
	}
	return terms
}

var neverRead = ast.NewTerm(ast.InputRootRef.Append(ast.StringTerm("\x00")))

// Overlap reports whether one reference can lead to or through the other. A
// variable stands for any key.
func Overlap(a, b ast.Ref) bool {
	for i := 1; i < len(a) && i < len(b); i++ {
		_, aVar := a[i].Value.(ast.Var)
		_, bVar := b[i].Value.(ast.Var)
		if !aVar && !bVar && !a[i].Equal(b[i]) {
			return false
		}
	}
	return true
}

// With returns what is known where one unknown fact has the given value. If the
// unknown is an object above the fact, its other members become unknown each
// by itself. It reports false if the fact is not below any unknown.
func (k Knowledge) With(fact ast.Ref, value ast.Value) (Knowledge, bool) {
	for i, u := range k.Unknowns {
		if len(u) > len(fact) || !fact.HasPrefix(u) {
			continue
		}
		rest := make([]ast.Ref, 0, len(k.Unknowns)+8)
		rest = append(rest, k.Unknowns[:i]...)
		rest = append(rest, k.Unknowns[i+1:]...)
		for depth := len(u); depth < len(fact); depth++ {
			parent := fact[:depth]
			for _, name := range k.schema.Properties(PathTo(parent)) {
				sibling := append(parent.Copy(), ast.StringTerm(name))
				if !sibling.Equal(fact[:depth+1]) {
					rest = append(rest, sibling)
				}
			}
		}
		return KnowledgeOf(Set(k.Input, fact[1:], value), rest, k.schema, k.facts), true
	}
	return k, false
}

// Set returns a copy of the document with a value put at a path; objects on
// the way are made where they are missing.
func Set(document ast.Value, path ast.Ref, value ast.Value) ast.Value {
	if len(path) == 0 {
		return value
	}
	switch node := document.(type) {
	case *ast.Array:
		elements := make([]*ast.Term, node.Len())
		for i := range elements {
			elements[i] = node.Elem(i)
			if ast.IntNumberTerm(i).Equal(path[0]) {
				elements[i] = ast.NewTerm(Set(elements[i].Value, path[1:], value))
			}
		}
		return ast.NewArray(elements...)
	case ast.Object:
		object := ast.NewObject()
		node.Foreach(func(k, v *ast.Term) { object.Insert(k, v) })
		var below ast.Value
		if child := node.Get(path[0]); child != nil {
			below = child.Value
		}
		object.Insert(path[0], ast.NewTerm(Set(below, path[1:], value)))
		return object
	}
	return Set(ast.NewObject(), path, value)
}

// Without returns what is known without a fact that is known.
func (k Knowledge) Without(fact ast.Ref) Knowledge {
	unknowns := append(k.Unknowns[:len(k.Unknowns):len(k.Unknowns)], fact)
	return KnowledgeOf(remove(k.Input, fact[1:]), unknowns, k.schema, k.facts)
}

// remove returns a copy of the document without the value at a path. An
// element of a list leaves an empty object behind, so that the others keep
// their indexes.
func remove(document ast.Value, path ast.Ref) ast.Value {
	switch node := document.(type) {
	case *ast.Array:
		elements := make([]*ast.Term, node.Len())
		for i := range elements {
			elements[i] = node.Elem(i)
			if ast.IntNumberTerm(i).Equal(path[0]) {
				below := ast.Value(ast.NewObject())
				if len(path) > 1 {
					below = remove(elements[i].Value, path[1:])
				}
				elements[i] = ast.NewTerm(below)
			}
		}
		return ast.NewArray(elements...)
	case ast.Object:
		object := ast.NewObject()
		node.Foreach(func(k, v *ast.Term) {
			switch {
			case !k.Equal(path[0]):
				object.Insert(k, v)
			case len(path) > 1:
				object.Insert(k, ast.NewTerm(remove(v.Value, path[1:])))
			}
		})
		return object
	}
	return document
}

// Put returns what is known with another value for a fact.
func (k Knowledge) Put(fact ast.Ref, value ast.Value) Knowledge {
	return KnowledgeOf(Set(k.Input, fact[1:], value), k.Unknowns, k.schema, k.facts)
}
