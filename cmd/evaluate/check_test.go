package main

import (
	"context"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/engine"
	"github.com/dsaeval/dsaeval/engine/facts"
	"github.com/dsaeval/dsaeval/engine/policy"
)

// TestContradictionIsADefect: an answer that OPA gives otherwise ends the run with 4,
// after all documents; one that only the program gives is told and nothing else.
func TestContradictionIsADefect(t *testing.T) {
	t.Parallel()
	sharper := policy.Difference{Question: "findings house.a", Program: "no", OPA: "unknown"}
	wrong := policy.Difference{Question: "findings house.b", Program: "yes", OPA: "no"}
	found := &policy.Check{Compared: 7, Sharper: []policy.Difference{sharper}}
	c := doubleCheck{on: true, ask: func(context.Context, *engine.Engine, *facts.Facts) (*policy.Check, error) { return found, nil }}
	var told strings.Builder
	require.NoError(t, c.document(t.Context(), nil, nil, &told))
	require.Contains(t, told.String(), "sharper: findings house.a: the program says no, OPA unknown")
	require.NoError(t, c.err())

	found = &policy.Check{Compared: 7, Wrong: []policy.Difference{wrong}}
	require.NoError(t, c.document(t.Context(), nil, nil, &told), "the other documents are checked too")
	var stderr strings.Builder
	require.Equal(t, exitDefect, exitCode(c.err(), &stderr))
	require.Contains(t, stderr.String(), "findings house.b: the program says yes, OPA no")
}
