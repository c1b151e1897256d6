//go:build shared

// The lawyers' catalogue of obligations may not be copied here; it lies beside the
// repository.

package policies_test

import (
	"os"
	"testing"

	"github.com/stretchr/testify/require"
	"go.yaml.in/yaml/v3"
)

// TestCatalogueIsComplete compares what is encoded or left out with the lawyers'
// catalogue: nothing is left out silently.
func TestCatalogueIsComplete(t *testing.T) {
	t.Parallel()
	content, err := os.ReadFile("../../shared/law/obligations.yaml")
	require.NoError(t, err)
	var catalogue []struct{ ID string }
	require.NoError(t, yaml.Unmarshal(content, &catalogue))
	var want, have []string
	for _, entry := range catalogue {
		want = append(want, entry.ID)
	}
	for _, p := range leftOut(t) {
		have = append(have, p.ID)
	}
	for _, o := range load(t).Obligations() {
		if casesOf(t, o).Beyond == "" {
			have = append(have, o.ID)
		}
	}
	require.ElementsMatch(t, want, have)
}
