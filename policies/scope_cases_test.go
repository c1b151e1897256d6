package policies_test

import (
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/goccy/go-yaml"
	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/engine/facts"
	"github.com/dsaeval/dsaeval/engine/policy"
)

// scopeCase asks whether an obligation applies to a service.
type scopeCase struct {
	Note        string          `yaml:"note"`
	Obligation  string          `yaml:"obligation"`
	Service     string          `yaml:"service"`
	Facts       flat            `yaml:"facts"`
	Applies     string          `yaml:"applies"`
	Reasons     []policy.Reason `yaml:"reasons"`
	AppliesFrom string          `yaml:"applies_from"`
	Missing     []string        `yaml:"missing"`
}

var scopeCasesFile = filepath.Join("dsa", "scope", "scope_test.yaml")

func scopeCases(t *testing.T) []scopeCase {
	t.Helper()
	content, err := os.ReadFile(scopeCasesFile)
	require.NoError(t, err)
	var cases []scopeCase
	require.NoError(t, yaml.UnmarshalWithOptions(content, &cases, yaml.Strict()))
	return cases
}

// TestScopeCases judges the cases beside the scope rules.
func TestScopeCases(t *testing.T) {
	t.Parallel()
	set := load(t)
	for _, c := range scopeCases(t) {
		t.Run(c.Note, func(t *testing.T) {
			t.Parallel()
			o, ok := set.Obligation(c.Obligation)
			require.True(t, ok, c.Obligation)
			result, err := set.Judge(background, c.document(t), []*policy.Obligation{o})
			require.NoError(t, err)
			got := result.Assessments[0]
			switch {
			case got.Verdict == policy.NotApplicable:
				require.Equal(t, "no", c.Applies, "%v", got.Reasons)
			case slices.Contains(got.Possible, policy.NotApplicable):
				require.Equal(t, "unknown", c.Applies, "%v", got.Missing)
			default:
				require.Equal(t, "yes", c.Applies)
			}
			if c.Reasons != nil {
				require.Equal(t, c.Reasons, got.Reasons)
			}
			if c.AppliesFrom != "" {
				require.Equal(t, c.AppliesFrom, got.AppliesFrom)
			}
			for _, fact := range c.Missing {
				require.Contains(t, missing(got), fact)
			}
		})
	}
}

func (c scopeCase) document(t *testing.T) *facts.Facts {
	t.Helper()
	return service(t, c.Service).over(c.Facts).document(t)
}
