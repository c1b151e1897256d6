package policy

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/internal/kleene"
)

// TestCheckFindsContradictions: where a program answers what its rules do not say, the
// comparison with OPA says so; as it was lowered, nothing is wrong.
func TestCheckFindsContradictions(t *testing.T) {
	t.Parallel()
	set, err := loadWith(t, map[string]string{"one.rego": header + statusRules})
	require.NoError(t, err)
	o, _ := set.Obligation("house.one")
	f, err := fixturesOf(t)[0].With("/reporting_pipeline", map[string]any{"fault_fixed": true, "notice_decisions_arbitrary_found": false})
	require.NoError(t, err)
	check, err := set.Check(t.Context(), f, []*Obligation{o})
	require.NoError(t, err)
	require.Positive(t, check.Compared)
	require.Empty(t, check.Wrong)

	asked := set.asked()
	always := slices.IndexFunc(asked.direct.program.Conds, func(c *kleene.Cond) bool { return c.Op == kleene.Always })
	require.GreaterOrEqual(t, always, 0)
	root := &asked.obligations[o.ID].findings.asked.root
	root.Findings = slices.Clone(root.Findings)
	for i := range root.Findings {
		root.Findings[i].Cond = asked.direct.program.Conds[always]
	}
	check, err = set.Check(t.Context(), f, []*Obligation{o})
	require.NoError(t, err)
	require.NotEmpty(t, check.Wrong, "a breach that no rule finds")
}
