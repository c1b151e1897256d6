package builtin_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/internal/builtin"
)

func TestFactsSchema(t *testing.T) {
	t.Parallel()
	schema, err := builtin.FactsSchema()
	require.NoError(t, err)
	_, err = schema.Load("facts.yaml", []byte("service: {name: Shop}\n"))
	require.NoError(t, err)
	_, err = schema.Load("facts.yaml", []byte("house: {rule: 1}\n"))
	require.Error(t, err, "a section of one's own")
	again, err := builtin.FactsSchema()
	require.NoError(t, err)
	require.Same(t, schema, again)
}
