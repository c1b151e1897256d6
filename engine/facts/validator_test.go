package facts

import (
	"bytes"
	"errors"
	"log"
	"log/slog"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v5"
	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/internal/schemacheck"
	"github.com/dsaeval/dsaeval/schemas"
)

// TestGoodDocumentsNeedNoValidator shows that documents which are in order never have
// the schema compiled, and that the others say so if it cannot be.
func TestGoodDocumentsNeedNoValidator(t *testing.T) {
	t.Parallel()
	schema := *realSchema(t)
	schema.validator = func() (*jsonschema.Schema, error) { return nil, errors.New("asked for") }
	paths, roots := givenDocuments(t)
	for i, root := range roots {
		require.Empty(t, schema.validate(root), paths[i])
	}
	problems := schema.validate(&Node{Kind: Array})
	require.Len(t, problems, 1)
	require.Equal(t, "the document cannot be checked: asked for", problems[0].Message)
}

// TestValidatorDecides shows that a document which the quick check refuses and the
// schema allows is read, and that the log tells of the defect. It is not parallel,
// since the log is shared.
func TestValidatorDecides(t *testing.T) {
	var written bytes.Buffer
	before, writer := slog.Default(), log.Writer()
	slog.SetDefault(slog.New(slog.NewTextHandler(&written, nil)))
	defer func() {
		slog.SetDefault(before)
		log.SetOutput(writer) // which SetDefault took over
	}()
	schema := *smallSchema(t)
	_, err := schema.Load("f.yaml", []byte("service: {name: A}"))
	require.NoError(t, err)
	require.Empty(t, written.String())
	schema.checker, err = schemacheck.Compile(false, dialect)
	require.NoError(t, err)
	_, err = schema.Load("f.yaml", []byte("service: {name: A}"))
	require.NoError(t, err)
	require.Contains(t, written.String(), "defect: the quick check refuses")
	require.Contains(t, written.String(), "f.yaml")
}

// TestOtherSchemas shows that the files a user writes beside facts are checked
// quickly too, and that a schema with other keywords is left to the validator.
func TestOtherSchemas(t *testing.T) {
	t.Parallel()
	for _, name := range []string{"waivers", "config"} {
		bundle, err := schemas.Other(name)
		require.NoError(t, err)
		schema, err := NewSchema(bundle)
		require.NoError(t, err)
		require.NotNil(t, schema.checker, name)
	}
	schema, err := NewSchema(map[string]any{"type": "object", "properties": map[string]any{"even": map[string]any{"multipleOf": 2}}})
	require.NoError(t, err)
	require.Nil(t, schema.checker)
	_, err = schema.Load("f.yaml", []byte("even: 3"))
	require.ErrorContains(t, err, "even is 3")
	_, err = schema.Load("f.yaml", []byte("even: 4"))
	require.NoError(t, err)
	_, err = NewSchema(map[string]any{"type": "text"})
	require.ErrorContains(t, err, "facts schema", "a schema that is wrong is told of when it is loaded")
}
