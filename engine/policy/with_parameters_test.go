package policy

import (
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/policies"
	"github.com/dsaeval/dsaeval/schemas"
)

// TestWithParameters: a set with other overrides is the set that is loaded with them,
// whatever the first was loaded with and whether obligations were left out.
func TestWithParameters(t *testing.T) {
	t.Parallel()
	bundle, err := schemas.Facts()
	require.NoError(t, err)
	first := []ParameterFile{{Name: "first.yaml", Content: []byte("median_hours_notice_to_decision_max: {value: 7, reason: ours}\n")}}
	second := []ParameterFile{{Name: "second.yaml", Content: []byte("yearly_cycle: {value: twelve_months, reason: theirs}\n")}}
	rules := header + "import data.parameters\n\n# METADATA\n# title: It takes long\nbreach contains \"slow\" if {\n\tinput.reporting_pipeline.median_hours_notice_to_decision > parameters.median_hours_notice_to_decision_max\n}\n"
	sources := []Source{{Name: "policies", FS: policies.FS()}, {Name: "house", FS: fstest.MapFS{"one.rego": {Data: []byte(rules)}}}}
	for name, options := range map[string]Options{
		"all":                 {Facts: bundle, Sources: sources},
		"without obligations": {Facts: bundle, Sources: sources, WithoutBuiltin: true},
	} {
		load := func(parameters []ParameterFile) *Set {
			options.Parameters = parameters
			set, err := load(t.Context(), options)
			require.NoError(t, err, name)
			return set
		}
		loaded := load(first)
		for _, files := range [][]ParameterFile{nil, first, second} {
			want := load(files)
			have, err := loaded.WithParameters(files)
			require.NoError(t, err, name)
			require.Equal(t, want.parameters, have.parameters, name)
			require.Equal(t, want.obligations, have.obligations, name)
			for _, day := range []string{"2023-09-01", "2026-03-02"} {
				theirs, err := want.preparedFor(day)
				require.NoError(t, err)
				ours, err := have.preparedFor(day)
				require.NoError(t, err)
				require.Equal(t, theirs.parametersSHA256, ours.parametersSHA256, name)
			}
			require.Equal(t, want.whole == nil, have.whole == nil)
			if have.whole != nil {
				whole, err := have.whole()
				require.NoError(t, err)
				require.Equal(t, want.parameters, whole.parameters, name)
			}
		}
		require.NotEqual(t, loaded.parameters, loaded.given, "%s: what was given is as it was", name)
		_, err := loaded.WithParameters([]ParameterFile{{Name: "wrong.yaml", Content: []byte("nothing: {value: 7, reason: ours}\n")}})
		require.ErrorContains(t, err, "wrong.yaml:1:1: nothing is no parameter", name)
	}
}
