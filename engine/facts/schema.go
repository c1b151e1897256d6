package facts

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/santhosh-tekuri/jsonschema/v5"

	"github.com/dsaeval/dsaeval/internal/factschema"
)

// Schema is the compiled schema of fact documents. It is immutable and safe for
// concurrent use.
type Schema struct {
	compiled  *jsonschema.Schema
	bundle    map[string]any
	root      *factschema.Field
	relations *Relations
	sections  map[string][]string // name of a fact → dotted paths that end in it
	states    []string            // codes of all States
}

// NewSchema compiles a self-contained schema, such as schemas.Facts() returns,
// possibly with sections of the user's own below extensions. References must
// stay within it. It fails on relations as [NewRelations] does.
func NewSchema(bundle map[string]any) (*Schema, error) {
	content, err := json.Marshal(bundle)
	if err != nil {
		return nil, fmt.Errorf("facts schema: %w", err)
	}
	// A copy of our own: the caller may go on to change the bundle.
	var own map[string]any
	decoder := json.NewDecoder(bytes.NewReader(content))
	decoder.UseNumber()
	if err := decoder.Decode(&own); err != nil {
		return nil, fmt.Errorf("facts schema: %w", err)
	}
	url, _ := own["$id"].(string)
	if url == "" {
		url = "https://github.com/dsaeval/dsaeval/schemas/facts.schema.json"
	}
	compiler := jsonschema.NewCompiler()
	compiler.Draft = jsonschema.Draft2020
	compiler.AssertFormat = true
	compiler.LoadURL = func(url string) (io.ReadCloser, error) {
		return nil, fmt.Errorf("%s is not part of the schema", url)
	}
	if err := compiler.AddResource(url, bytes.NewReader(content)); err != nil {
		return nil, fmt.Errorf("facts schema: %w", err)
	}
	compiled, err := compiler.Compile(url)
	if err != nil {
		return nil, fmt.Errorf("facts schema: %w", err)
	}
	s := &Schema{compiled: compiled, bundle: own, sections: map[string][]string{}, states: statesOf(own["$defs"])}
	relations, err := NewRelations(own)
	if err != nil {
		return nil, err
	}
	s.relations, s.root = relations, relations.root
	s.index(s.root, "", 0)
	return s, nil
}

// index notes where each name of a fact lives. The depth is bounded because a
// schema may refer to itself.
func (s *Schema) index(f *factschema.Field, prefix string, depth int) {
	if f == nil || depth > 6 {
		return
	}
	for _, name := range f.Names {
		s.sections[name] = append(s.sections[name], prefix+name)
		s.index(f.Properties[name], prefix+name+".", depth+1)
	}
	if f.Items != nil && prefix != "" {
		s.index(f.Items, strings.TrimSuffix(prefix, ".")+"[].", depth+1)
	}
}

var errUnknownField = errors.New("no such field")
