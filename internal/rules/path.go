package rules

import (
	"strconv"

	"github.com/dsaeval/dsaeval/engine/facts"
	"github.com/dsaeval/dsaeval/internal/document"
	"github.com/dsaeval/dsaeval/internal/factschema"
)

// AnyKey is the step of a path that stands for every element of a list or member
// of a map: rules read service.suspensions[].from.
type AnyKey struct{}

// Dotted writes a fact as people read it: reporting_pipeline.notices_lost_count,
// service.suspensions[].from.
func Dotted(path document.Path) string {
	text := ""
	for _, step := range path {
		switch step := step.(type) {
		case string:
			if text != "" {
				text += "."
			}
			text += step
		case int:
			text += "[" + strconv.Itoa(step) + "]"
		default:
			text += "[]"
		}
	}
	return text
}

// Schema is what is known of facts before anybody gives them.
type Schema struct {
	Root      *factschema.Field
	Relations *facts.Relations
}

// At returns what the schema says about the value at a path, or nil if it says
// nothing. [AnyKey] leads to any element or member.
func (s Schema) At(path document.Path) *factschema.Field {
	f := s.Root
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

// Properties returns the names of the properties of an object, sorted, or none if
// the value at the path is no object of fixed shape.
func (s Schema) Properties(path document.Path) []string {
	if f := s.At(path); f != nil {
		return f.Names
	}
	return nil
}
