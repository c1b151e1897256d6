package facts

import (
	"errors"
	"fmt"
	"strings"
	"sync"

	"github.com/santhosh-tekuri/jsonschema/v5"

	"github.com/dsaeval/dsaeval/internal/factschema"
	"github.com/dsaeval/dsaeval/internal/schemacheck"
)

// Schema is the compiled schema of fact documents. It is immutable and safe for
// concurrent use.
type Schema struct {
	// checker accepts documents that are in order. It is nil where it does not
	// understand the schema; then the validator answers for all documents.
	checker   *schemacheck.Checker
	validator func() (*jsonschema.Schema, error) // compiled when first asked for
	bundle    func() map[string]any              // of the built-in schema, parsed when first asked for
	root      *factschema.Field
	relations *Relations
	source    string // digest of the files of the built-in schema
	// What only messages ask for is worked out when one does.
	sections func() map[string][]string // name of a fact → dotted paths that end in it
	states   func() []string            // codes of all States
}

// NewSchema compiles a self-contained schema, such as schemas.Facts() returns,
// possibly with sections of the user's own below extensions. References must
// stay within it. It fails on relations as [NewRelations] does.
func NewSchema(bundle map[string]any) (*Schema, error) {
	// A copy of our own: the caller may go on to change the bundle.
	copied, err := plainCopy(bundle)
	if err != nil {
		return nil, fmt.Errorf("facts schema: %w", err)
	}
	own := copied.(map[string]any)
	s := schemaOf(func() map[string]any { return own })
	if s.checker, err = schemacheck.Compile(own, dialect); err != nil {
		// The schema may be sound all the same, or have a mistake to be told of now.
		if _, err := s.validator(); err != nil {
			return nil, err
		}
	}
	if s.relations, err = NewRelations(own); err != nil {
		return nil, err
	}
	s.root = s.relations.root
	return s, nil
}

// schemaOf returns a schema with what only documents that are refused ask for.
func schemaOf(bundle func() map[string]any) *Schema {
	s := &Schema{bundle: bundle}
	s.states = sync.OnceValue(func() []string { return statesOf(bundle()["$defs"]) })
	s.sections = sync.OnceValue(func() map[string][]string {
		sections := map[string][]string{}
		index(sections, s.root, "", 0)
		return sections
	})
	s.validator = sync.OnceValues(func() (*jsonschema.Schema, error) { return compile(bundle()) })
	return s
}

// Relations returns what the schema says about values that cannot both be right.
func (s *Schema) Relations() *Relations {
	if s == nil {
		return nil
	}
	return s.relations
}

// index notes where each name of a fact lives. The depth is bounded because a
// schema may refer to itself.
func index(sections map[string][]string, f *factschema.Field, prefix string, depth int) {
	if f == nil || depth > 6 {
		return
	}
	for _, name := range f.Names {
		sections[name] = append(sections[name], prefix+name)
		index(sections, f.Properties[name], prefix+name+".", depth+1)
	}
	if f.Items != nil && prefix != "" {
		index(sections, f.Items, strings.TrimSuffix(prefix, ".")+"[].", depth+1)
	}
}

// errNoSchema is about a schema that [NewSchema] did not make.
var errNoSchema = errors.New("no facts schema: it is nil or zero")

var errUnknownField = errors.New("no such field")
