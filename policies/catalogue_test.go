package policies_test

import (
	"errors"
	"io/fs"
	"os"
	"testing"

	"github.com/goccy/go-yaml"
	"github.com/stretchr/testify/require"
	// The catalogue breaks plain text over lines, which goccy/go-yaml does not read.
	yamlv3 "go.yaml.in/yaml/v3"
)

type provision struct {
	ID     string `yaml:"id"`
	Reason string `yaml:"reason"` // why it is not encoded
	Beyond string `yaml:"beyond"` // why it is encoded although the catalogue lacks it
	// Phrases are the operative key phrases of the provision in the order of the
	// text, and Uncovered those on which no ground rests, with the reason.
	Phrases   []string          `yaml:"phrases"`
	Uncovered map[string]string `yaml:"uncovered"`
}

func provisions(t *testing.T) []provision {
	t.Helper()
	content, err := os.ReadFile("coverage.yaml")
	require.NoError(t, err)
	var list []provision
	require.NoError(t, yaml.UnmarshalWithOptions(content, &list, yaml.Strict()))
	return list
}

// TestCatalogue checks that no provision is left out silently: each is encoded
// or says why it is not.
func TestCatalogue(t *testing.T) {
	t.Parallel()
	set := load(t)
	listed := map[string]bool{}
	for _, p := range provisions(t) {
		require.False(t, listed[p.ID], "%s is listed twice", p.ID)
		listed[p.ID] = true
		_, encoded := set.Obligation(p.ID)
		if p.Reason == "" {
			require.True(t, encoded, "%s is not encoded and gives no reason", p.ID)
		} else {
			require.False(t, encoded, "%s is encoded, so that there is no reason to give", p.ID)
		}
	}
	for _, o := range set.Obligations() {
		require.True(t, listed[o.ID], "%s is not listed in coverage.yaml", o.ID)
	}
}

// TestCatalogueIsComplete compares the list with the lawyers' catalogue, where
// that lies beside the repository.
func TestCatalogueIsComplete(t *testing.T) {
	t.Parallel()
	content, err := os.ReadFile("../../shared/law/obligations.yaml")
	if errors.Is(err, fs.ErrNotExist) {
		t.Skip("../shared/law/obligations.yaml is not beside the repository")
	}
	require.NoError(t, err)
	var catalogue []struct{ ID string }
	require.NoError(t, yamlv3.Unmarshal(content, &catalogue))
	var want, have []string
	for _, entry := range catalogue {
		want = append(want, entry.ID)
	}
	for _, p := range provisions(t) {
		if p.Beyond == "" {
			have = append(have, p.ID)
		}
	}
	require.Equal(t, want, have)
}
