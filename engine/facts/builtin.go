package facts

import (
	_ "embed"
	"fmt"
	"sync"

	"github.com/dsaeval/dsaeval/internal/factschema"
	"github.com/dsaeval/dsaeval/internal/image"
	"github.com/dsaeval/dsaeval/internal/schemacheck"
)

// What the built-in schema says of each fact, its relations and the quick check, so
// that no start has to parse or compile a schema. It is written by
//
//	go generate ./engine/facts
//
//go:embed builtin.image
var builtin string

// imageVersion has to be raised with each change of what an image holds.
const imageVersion = 1

// Builtin returns the schema of the facts that the Regulation asks about, without
// sections of a user's own: what [NewSchema] returns for schemas.Facts(), already
// compiled. It is the same each time.
func Builtin() (*Schema, error) { return readBuiltin() }

var readBuiltin = sync.OnceValues(func() (*Schema, error) {
	s, source, err := readImage(builtin, parseBuiltin)
	if err != nil {
		return nil, fmt.Errorf("the built-in facts schema: %w", err)
	}
	s.source = source
	return s, nil
})

// SHA256 identifies the files that the built-in schema was made of, as schemas.Digest
// does; empty of any other.
func (s *Schema) SHA256() string {
	if s == nil {
		return ""
	}
	return s.source
}

// parseBuiltin returns the schema itself, for those that word errors.
func parseBuiltin() map[string]any {
	copied, err := plainCopy(factschema.Builtin())
	if err != nil {
		panic(err)
	}
	return copied.(map[string]any)
}

// readImage returns the schema of an image, and the digest of what that was made of.
// That is only parsed when an error has to be put into words.
func readImage(sealed string, parse func() map[string]any) (s *Schema, source string, err error) {
	content, err := image.Open(imageVersion, sealed)
	if err != nil {
		return nil, "", err
	}
	s = schemaOf(sync.OnceValue(parse))
	s.checker = &schemacheck.Checker{}
	c := image.Reader(content)
	s.code(c, &source)
	if err := c.Done(); err != nil {
		return nil, "", err
	}
	return s, source, nil
}

// image writes the schema down as [readImage] reads it.
func (s *Schema) image(source string) ([]byte, error) {
	c := image.Writer()
	s.code(c, &source)
	return image.Seal(imageVersion, c.Bytes()), c.Err()
}

// code writes or reads a schema. It is one function for both, so that nothing is
// written that is not read.
func (s *Schema) code(c *image.Codec, source *string) {
	c.Text(source)
	fields := factschema.Code(c, &s.root)
	if c.Err() != nil {
		return
	}
	if !c.Writing() {
		s.relations = relationsOf(s.root)
	}
	if s.relations.code(c, fields); s.checker == nil {
		c.Fail("a schema that the quick check does not understand")
		return
	}
	s.checker.Code(c, dialect)
}

// pairing are the fields that one field is paired with.
type pairing struct {
	field *factschema.Field
	with  []*factschema.Field
}

// code writes or reads the pairs in the order of the fields. The other relations stand
// with their fields.
func (r *Relations) code(c *image.Codec, fields *factschema.Numbered) {
	var pairs []pairing
	if c.Writing() {
		for _, f := range fields.Fields() {
			if with := r.pairs[f]; len(with) > 0 {
				pairs = append(pairs, pairing{f, with})
			}
		}
	}
	one := func(f **factschema.Field) {
		if fields.Code(c, f); c.Err() == nil && *f == nil {
			c.Fail("a pair of one")
		}
	}
	image.List(c, &pairs, func(p *pairing) {
		one(&p.field)
		image.List(c, &p.with, one)
	})
	if c.Writing() {
		return
	}
	for _, p := range pairs {
		r.pairs[p.field] = p.with
	}
}
