package policy

import (
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/policies"
	"github.com/dsaeval/dsaeval/schemas"
)

// TestWithoutBuiltin loads obligations of a user alone, with the scope rules and
// figures of the law and one parameter that a rule of theirs reads.
func TestWithoutBuiltin(t *testing.T) {
	t.Parallel()
	bundle, err := schemas.Facts()
	require.NoError(t, err)
	rules := header + `import data.parameters

# METADATA
# title: It takes long
breach contains "slow" if {
	input.reporting_pipeline.median_hours_notice_to_decision > parameters.median_hours_notice_to_decision_max
}
`
	options := Options{Facts: bundle, WithoutBuiltin: true, Sources: []Source{
		{Name: "policies", FS: policies.FS()},
		{Name: "house", FS: fstest.MapFS{"one.rego": {Data: []byte(rules)}}},
	}}
	set, err := load(t.Context(), options)
	require.NoError(t, err)
	require.Len(t, set.Obligations(), 1)
	require.Len(t, set.Parameters(), 1)
	require.Empty(t, set.Readings())
	require.NotEmpty(t, set.Figures())

	options.Sources = options.Sources[:1]
	_, err = load(t.Context(), options)
	require.ErrorContains(t, err, "no obligation")
}
