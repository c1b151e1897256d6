package rego

import (
	"github.com/dsaeval/dsaeval/internal/factschema"
	"github.com/dsaeval/dsaeval/internal/kleene"
)

// place is what the schema says about a path below input: a section, whose
// members have fixed names, or a fact.
type place struct {
	members map[string]*place // of a section; nil of a fact
	names   []string          // of members, sorted
	shape   *kleene.Shape     // of a fact
}

// maxDepth bounds how far a schema is followed that refers to itself.
const maxDepth = 8

// placeOf reads what stands at a field of the schema.
func placeOf(f *factschema.Field, depth int) *place {
	if f == nil || len(f.Names) == 0 || depth > maxDepth {
		return &place{shape: shapeOf(f, depth)}
	}
	p := &place{members: map[string]*place{}, names: f.Names}
	for _, name := range f.Names {
		p.members[name] = placeOf(f.Properties[name], depth+1)
	}
	return p
}

// shapeOf reads what a value is.
func shapeOf(f *factschema.Field, depth int) *kleene.Shape {
	if f == nil || depth > maxDepth {
		return nil
	}
	s := &kleene.Shape{
		Whole:  f.Is("integer"),
		Number: f.IsNumber(),
		Day:    f.IsDate(),
		List:   f.Is("array"),
		Items:  shapeOf(f.Items, depth+1),
		Names:  f.Names,
		Open:   shapeOf(f.Additional, depth+1),
	}
	if f.NeverNegative() {
		s.Low = kleene.Int(0)
	}
	for _, word := range f.Enum {
		s.Domain = append(s.Domain, kleene.StringOf(word))
	}
	if len(f.Enum) == 0 && f.Is("boolean") {
		s.Domain = []kleene.Value{kleene.False, kleene.True}
	}
	for _, name := range f.Names {
		s.Members = append(s.Members, shapeOf(f.Properties[name], depth+1))
	}
	return s
}
