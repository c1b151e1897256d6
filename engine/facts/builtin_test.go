package facts

import (
	"encoding/json"
	"os"
	"reflect"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/internal/factschema"
	"github.com/dsaeval/dsaeval/internal/golden"
	"github.com/dsaeval/dsaeval/internal/image"
	"github.com/dsaeval/dsaeval/schemas"
)

//go:generate go test -run TestBuiltinImage . -update

// TestBuiltinImage: the image was made of the schema as it is, and reading it gives what
// compiling that gives. What is shared is shared alike, as fields are written by their
// numbers; TestCheckerAgrees compares what the quick checks answer.
func TestBuiltinImage(t *testing.T) {
	built, err := builtOnce()
	require.NoError(t, err)
	content, err := built.image(schemas.Digest())
	require.NoError(t, err)
	if *golden.Update {
		require.NoError(t, os.WriteFile("builtin.image", content, 0o644))
		builtin = string(content)
	}
	read, source, err := readImage(builtin, parseBuiltin)
	require.NoError(t, err, golden.Stale)
	require.Equal(t, schemas.Digest(), source, "builtin.image is out of date: %s", golden.Stale)
	require.True(t, string(content) == builtin, "builtin.image is out of date: %s", golden.Stale)

	again, err := read.image(source)
	require.NoError(t, err)
	require.True(t, string(content) == string(again))
	require.True(t, reflect.DeepEqual(built.root, read.root))
	ours, theirs := fieldsOf(t, read), fieldsOf(t, built)
	require.Len(t, ours, len(theirs))
	counterparts := map[*factschema.Field]*factschema.Field{}
	for i, f := range theirs {
		counterparts[f] = ours[i]
	}
	pairs := 0
	for i, f := range theirs {
		var with []*factschema.Field
		for _, other := range built.relations.pairs[f] {
			require.NotNil(t, counterparts[other])
			with = append(with, counterparts[other])
		}
		pairs += len(with)
		require.True(t, reflect.DeepEqual(with, read.relations.pairs[ours[i]]))
		for j, other := range with {
			require.True(t, other == read.relations.pairs[ours[i]][j])
		}
	}
	require.Greater(t, pairs, 100)
	require.True(t, read.relations.root == read.root)
	require.Equal(t, built.relations.bounds(), read.relations.bounds())
	require.Equal(t, built.relations.Tables(), read.relations.Tables())
	require.Equal(t, built.sections(), read.sections())
	require.Equal(t, built.states(), read.states())
	require.Equal(t, built.bundle(), read.bundle())
}

// fieldsOf are the fields of a schema by their numbers.
func fieldsOf(t *testing.T, s *Schema) []*factschema.Field {
	t.Helper()
	w := image.Writer()
	fields := factschema.Code(w, &s.root).Fields()
	require.NoError(t, w.Err())
	return fields
}

// TestBuiltin: it is compiled once, and knows no section of one's own.
func TestBuiltin(t *testing.T) {
	t.Parallel()
	schema, err := Builtin()
	require.NoError(t, err)
	_, err = schema.Load("facts.yaml", []byte("service: {name: Shop}\n"))
	require.NoError(t, err)
	_, err = schema.Load("facts.yaml", []byte("house: {rule: 1}\n"))
	require.ErrorContains(t, err, "house", "a section of one's own")
	again, err := Builtin()
	require.NoError(t, err)
	require.True(t, schema == again)
	require.Equal(t, schemas.Digest(), schema.SHA256())
	require.Empty(t, smallSchema(t).SHA256())
}

// TestGoodDocumentsNeedNoSchema shows that JSON Schema is parsed for documents that are
// not in order, and for no others.
func TestGoodDocumentsNeedNoSchema(t *testing.T) {
	t.Parallel()
	parsed := 0
	schema, _, err := readImage(builtin, func() map[string]any {
		parsed++
		return parseBuiltin()
	})
	require.NoError(t, err)
	paths, roots := givenDocuments(t)
	for i, root := range roots {
		content, err := json.Marshal(root.Value())
		require.NoError(t, err)
		documents, err := schema.Load("facts.json", content)
		require.NoError(t, err, paths[i])
		require.NotEmpty(t, documents[0].Unknowns(), paths[i])
		require.Empty(t, schema.Relations().Contradictions(documents[0].Known()), paths[i])
	}
	require.Zero(t, parsed)
	for range 2 {
		_, err = schema.Load("facts.yaml", []byte("service: {name: 3, state: XX}"))
		require.ErrorContains(t, err, "service.name is 3; expected text")
	}
	require.Equal(t, 1, parsed)
}

// TestImageRefuses: no part of an image passes for one.
func TestImageRefuses(t *testing.T) {
	t.Parallel()
	sealed, err := smallSchema(t).image("small")
	require.NoError(t, err)
	content, err := image.Open(imageVersion, string(sealed))
	require.NoError(t, err)
	_, _, err = readImage(string(sealed[:len(sealed)-1]), nil)
	require.ErrorIs(t, err, image.ErrDamaged)
	for end := range content {
		_, _, err := readImage(string(image.Seal(imageVersion, []byte(content[:end]))), nil)
		require.Error(t, err, "%d of %d bytes", end, len(content))
	}
	wide, err := NewSchema(map[string]any{"properties": map[string]any{"even": map[string]any{"multipleOf": 2}}})
	require.NoError(t, err)
	_, err = wide.image("wide")
	require.ErrorContains(t, err, "quick check")
}

// FuzzImage: no content makes the reader panic or fill the memory, and what it accepts
// it writes again. The seed is a small schema, since few mutations of a large one are
// read far.
func FuzzImage(f *testing.F) {
	sealed, err := smallSchema(f).image("small")
	require.NoError(f, err)
	content, err := image.Open(imageVersion, string(sealed))
	require.NoError(f, err)
	f.Add([]byte(content))
	f.Add([]byte{})
	f.Fuzz(func(t *testing.T, content []byte) {
		if len(content) > 1<<16 {
			return
		}
		read, source, err := readImage(string(image.Seal(imageVersion, content)), nil)
		if err != nil {
			return
		}
		first, err := read.image(source)
		require.NoError(t, err)
		again, source, err := readImage(string(first), nil)
		require.NoError(t, err)
		second, err := again.image(source)
		require.NoError(t, err)
		require.Equal(t, first, second)
	})
}
