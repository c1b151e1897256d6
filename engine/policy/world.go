package policy

import (
	"sync"

	"github.com/open-policy-agent/opa/v1/ast"

	"github.com/dsaeval/dsaeval/engine/facts"
	"github.com/dsaeval/dsaeval/internal/document"
)

// world is what is known about a service: a document, and the references that
// are unknown in it. Every path of the schema that is absent from the document
// lies at or below one of the unknowns; otherwise `not input.x` would be a
// definite answer about a fact that nobody gave.
// Its document never changes; another one is another world.
type world struct {
	input    ast.Value
	unknowns []ast.Ref
	schema   factSchema
	// known is the document as the relations between facts read it, which takes
	// as long as a question to OPA and is not needed for each.
	known func() *facts.Node
}

func worldOf(input ast.Value, unknowns []ast.Ref, schema factSchema) world {
	return world{input: input, unknowns: unknowns, schema: schema, known: sync.OnceValue(func() *facts.Node {
		value, err := ast.JSON(input)
		if err != nil {
			return &facts.Node{Kind: facts.Object} // nothing is known that cannot be read
		}
		return document.NodeOf(value)
	})}
}

func newWorld(f *facts.Facts, schema factSchema) (world, error) {
	input, err := ast.InterfaceToValue(f.Value())
	if err != nil {
		return world{}, err
	}
	return worldOf(input, refsOf(f.Unknowns()), schema), nil
}

func refsOf(paths []facts.Path) []ast.Ref {
	refs := make([]ast.Ref, len(paths))
	for i, path := range paths {
		refs[i] = refOf(path)
	}
	return refs
}

func refOf(path facts.Path) ast.Ref {
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
func (w world) relevant(reads []ast.Ref) []*ast.Term {
	terms := []*ast.Term{neverRead}
	for _, u := range w.unknowns {
		for _, read := range reads {
			if overlap(u, read) {
				terms = append(terms, ast.NewTerm(u))
				break
			}
		}
	}
	return terms
}

var neverRead = ast.NewTerm(ast.InputRootRef.Append(ast.StringTerm("\x00")))

// overlap reports whether one reference can lead to or through the other. A
// variable stands for any key.
func overlap(a, b ast.Ref) bool {
	for i := 1; i < len(a) && i < len(b); i++ {
		_, aVar := a[i].Value.(ast.Var)
		_, bVar := b[i].Value.(ast.Var)
		if !aVar && !bVar && !a[i].Equal(b[i]) {
			return false
		}
	}
	return true
}

// with returns the world in which one unknown fact has the given value. If the
// unknown is an object above the fact, its other members become unknown each
// by itself. It reports false if the fact is not below any unknown.
func (w world) with(fact ast.Ref, value ast.Value) (world, bool) {
	for i, u := range w.unknowns {
		if len(u) > len(fact) || !fact.HasPrefix(u) {
			continue
		}
		rest := make([]ast.Ref, 0, len(w.unknowns)+8)
		rest = append(rest, w.unknowns[:i]...)
		rest = append(rest, w.unknowns[i+1:]...)
		for depth := len(u); depth < len(fact); depth++ {
			parent := fact[:depth]
			for _, name := range w.schema.properties(pathTo(parent)) {
				sibling := append(parent.Copy(), ast.StringTerm(name))
				if !sibling.Equal(fact[:depth+1]) {
					rest = append(rest, sibling)
				}
			}
		}
		return worldOf(set(w.input, fact[1:], value), rest, w.schema), true
	}
	return w, false
}

// set returns a copy of the document with a value put at a path; objects on
// the way are made where they are missing.
func set(document ast.Value, path ast.Ref, value ast.Value) ast.Value {
	if len(path) == 0 {
		return value
	}
	switch node := document.(type) {
	case *ast.Array:
		elements := make([]*ast.Term, node.Len())
		for i := range elements {
			elements[i] = node.Elem(i)
			if ast.IntNumberTerm(i).Equal(path[0]) {
				elements[i] = ast.NewTerm(set(elements[i].Value, path[1:], value))
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
		object.Insert(path[0], ast.NewTerm(set(below, path[1:], value)))
		return object
	}
	return set(ast.NewObject(), path, value)
}

// without returns the world in which a fact that is known is not.
func (w world) without(fact ast.Ref) world {
	unknowns := append(w.unknowns[:len(w.unknowns):len(w.unknowns)], fact)
	return worldOf(remove(w.input, fact[1:]), unknowns, w.schema)
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
