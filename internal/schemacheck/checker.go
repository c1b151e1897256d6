// Package schemacheck says whether a document is what a JSON Schema (2020-12)
// allows, and nothing else: not what is wrong with it, nor where. It covers the
// keywords that schemas of facts use, works on decoded documents as they are, and
// is built in a thousandth part of a second, so that a document that is in order
// costs next to nothing. Who wants an error in words, or has a schema with other
// keywords, asks a whole validator; [Compile] refuses such a schema.
package schemacheck

import (
	"fmt"

	"github.com/dsaeval/dsaeval/internal/document"
)

// Checker is a compiled schema. It is immutable and safe for concurrent use.
type Checker struct{ root *rule }

// Dialect is what a schema may hold beside the keywords of JSON Schema that are
// known here.
type Dialect struct {
	// Format returns the test that a format stands for, nil if there is none.
	Format func(name string) func(text string) bool
	// Annotation reports whether a keyword, whatever its value, allows everything.
	Annotation func(keyword string) bool
}

// Unsupported is the error of a schema that is not fully understood. It need not
// be wrong.
type Unsupported struct {
	// Place is the JSON Pointer of the schema, Keyword the one within it.
	Place, Keyword string
}

// Error names the keyword and its place.
func (u Unsupported) Error() string {
	return fmt.Sprintf("the value of %s at #%s is not one that can be checked quickly", u.Keyword, u.Place)
}

// Compile reads a schema: plain Go values with json.Number for numbers. Its error
// is [Unsupported] for an unknown keyword, for one with a value that JSON Schema
// does not allow, and for a reference that leads out of the schema, to what is no
// schema or back to itself. So whatever it accepts is a sound schema.
func Compile(schema any, dialect Dialect) (*Checker, error) {
	c := compiler{
		dialect: dialect,
		rules:   map[string]*rule{}, targets: map[string]string{}, patterns: map[string]*pattern{},
	}
	root, err := c.compile(schema, "")
	if err != nil {
		return nil, err
	}
	for _, ref := range c.refs {
		target, ok := c.rules[ref.target]
		if !ok {
			return nil, Unsupported{Place: ref.from, Keyword: "$ref"}
		}
		ref.rule.all = append(ref.rule.all, target)
	}
	ends := map[*rule]bool{}
	for place, r := range c.rules {
		if !r.ends(ends) {
			return nil, Unsupported{Place: place, Keyword: "$ref"}
		}
	}
	return &Checker{root}, nil
}

// Accepts reports whether the schema allows the document.
func (c *Checker) Accepts(n *document.Node) bool { return c.root.accepts(n) }
