package policies_test

import (
	"os"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/internal/document"
)

// provision is one that is not encoded.
type provision struct {
	ID     string `yaml:"id"`
	Reason string `yaml:"reason"`
}

func leftOut(t *testing.T) []provision {
	t.Helper()
	content, err := os.ReadFile("left_out.yaml")
	require.NoError(t, err)
	var list []provision
	require.NoError(t, document.Unmarshal("left_out.yaml", content, &list))
	return list
}

// TestLeftOut checks that what is left out says why, once, and is left out.
func TestLeftOut(t *testing.T) {
	t.Parallel()
	set := load(t)
	listed := map[string]bool{}
	for _, p := range leftOut(t) {
		require.False(t, listed[p.ID], "%s is listed twice", p.ID)
		listed[p.ID] = true
		require.NotEmpty(t, p.Reason, "%s gives no reason", p.ID)
		_, encoded := set.Obligation(p.ID)
		require.False(t, encoded, "%s is encoded, so that there is no reason to give", p.ID)
	}
	require.NotEmpty(t, listed)
}
