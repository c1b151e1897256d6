package rego_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/engine"
	"github.com/dsaeval/dsaeval/engine/policy"
	"github.com/dsaeval/dsaeval/engine/rego"
)

// TestCheck asks twice about a notice mechanism; OPA and the program agree.
func TestCheck(t *testing.T) {
	t.Parallel()
	const document = "assessment: {date: 2025-06-02}\nservice: {categories: [hosting], offers_services_in_eu: true}\n" +
		"reporting_pipeline: {notice_mechanism_exists: true}\n"
	e, err := engine.New(t.Context(), rego.WithPolicies(), engine.WithOnly("16"))
	require.NoError(t, err)
	documents, err := e.Load("facts.yaml", []byte(document))
	require.NoError(t, err)
	check, err := e.Check(t.Context(), documents[0])
	require.NoError(t, err)
	require.Empty(t, check.Wrong)
	require.Greater(t, check.Compared, 20)

	plain, err := engine.New(t.Context())
	require.NoError(t, err)
	_, err = plain.Check(t.Context(), documents[0])
	require.ErrorIs(t, err, policy.ErrNoOPA)
	require.Equal(t, plain.PoliciesSHA256(), e.PoliciesSHA256())
}
