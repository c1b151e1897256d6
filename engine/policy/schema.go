package policy

import (
	"github.com/open-policy-agent/opa/v1/ast"

	"github.com/dsaeval/dsaeval/engine/facts"
	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/internal/factschema"
)

// factSchema answers what the facts schema says about the value at a reference
// into input.
type factSchema struct {
	root      *factschema.Field
	relations *facts.Relations
}

// at returns what the schema says about the value that a reference into input
// leads to, or nil if it says nothing. A variable leads to any element or member.
func (s factSchema) at(ref ast.Ref) *factschema.Field {
	f := s.root
	for _, term := range ref[1:] {
		if f == nil {
			return nil
		}
		switch key, named := term.Value.(ast.String); {
		case f.Items != nil:
			f = f.Items
		case named:
			f = f.Step(string(key))
		default:
			f = f.Additional
		}
	}
	return f
}

// domain returns the values that a fact can take if they are few: those of a
// boolean or of an enumeration.
func (s factSchema) domain(ref ast.Ref) []ast.Value {
	f := s.at(ref)
	switch {
	case f == nil:
		return nil
	case len(f.Enum) > 0:
		var values []ast.Value
		for _, word := range f.Enum {
			values = append(values, ast.String(word))
		}
		return values
	case f.Is("boolean"):
		return []ast.Value{ast.Boolean(false), ast.Boolean(true)}
	}
	return nil
}

// properties returns the names of the properties of an object, sorted, or none
// if the value at the path is no object of fixed shape.
func (s factSchema) properties(ref ast.Ref) []string {
	if f := s.at(ref); f != nil {
		return f.Names
	}
	return nil
}

// nature returns what the schema says of a fact. What is within one has its
// nature: an element of a list, a member of a map.
func (s factSchema) nature(ref ast.Ref) report.Nature {
	for end := len(ref); end > 1; end-- {
		if f := s.at(ref[:end]); f != nil && f.Nature != "" {
			return report.Nature(f.Nature)
		}
	}
	return ""
}
