package policy

import (
	"github.com/dsaeval/dsaeval/engine/facts"
	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/internal/document"
	"github.com/dsaeval/dsaeval/internal/factschema"
	"github.com/dsaeval/dsaeval/internal/rules"
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
	return s.asRules().At(path)
}

// asRules returns the schema as those who read rules know it.
func (s factSchema) asRules() rules.Schema { return rules.Schema{Root: s.root, Relations: s.relations} }

// properties returns the names of the properties of an object, sorted, or none
// if the value at the path is no object of fixed shape.
func (s factSchema) properties(path document.Path) []string { return s.asRules().Properties(path) }

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
