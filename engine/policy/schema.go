package policy

import (
	"github.com/dsaeval/dsaeval/engine/facts"
	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/internal/document"
	"github.com/dsaeval/dsaeval/internal/factschema"
)

// factSchema answers what the facts schema says about the value at a path into
// input.
type factSchema struct {
	root      *factschema.Field
	relations *facts.Relations
}

// at returns what the schema says about the value that a path into input
// leads to, or nil if it says nothing. [anyKey] leads to any element or member.
func (s factSchema) at(path document.Path) *factschema.Field {
	f := s.root
	for _, step := range path {
		if f == nil {
			return nil
		}
		switch name, named := step.(string); {
		case f.Items != nil:
			f = f.Items
		case named:
			f = f.Step(name)
		default:
			f = f.Additional
		}
	}
	return f
}

// properties returns the names of the properties of an object, sorted, or none
// if the value at the path is no object of fixed shape.
func (s factSchema) properties(path document.Path) []string {
	if f := s.at(path); f != nil {
		return f.Names
	}
	return nil
}

// nature returns what the schema says of a fact. What is within one has its
// nature: an element of a list, a member of a map.
func (s factSchema) nature(path document.Path) report.Nature {
	for end := len(path); end > 0; end-- {
		if f := s.at(path[:end]); f != nil && f.Nature != "" {
			return report.Nature(f.Nature)
		}
	}
	return ""
}
