package rego

import (
	"fmt"

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

// ValueOf returns a document or a datum as the evaluator has it: a map, a list, a
// text, a boolean, a number of any Go type, or null.
func ValueOf(value any) (kleene.Value, error) {
	switch v := value.(type) {
	case nil:
		return kleene.NullOf, nil
	case bool:
		return kleene.BoolOf(v), nil
	case string:
		return kleene.StringOf(v), nil
	case []any:
		items := make([]kleene.Value, len(v))
		for i, item := range v {
			var err error
			if items[i], err = ValueOf(item); err != nil {
				return kleene.Nothing, err
			}
		}
		return kleene.ListOf(items...), nil
	case map[string]any:
		var entries []kleene.Entry
		for key, member := range v {
			value, err := ValueOf(member)
			if err != nil {
				return kleene.Nothing, err
			}
			entries = append(entries, kleene.Entry{Key: kleene.StringOf(key), Value: value})
		}
		return kleene.ObjectOf(nil, entries...), nil
	}
	if n, ok := kleene.ParseNumber(fmt.Sprint(value)); ok {
		return n, nil
	}
	return kleene.Nothing, fmt.Errorf("%v of type %T is no value", value, value)
}
