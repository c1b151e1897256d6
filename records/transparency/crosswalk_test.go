//go:build shared

// The list of labels states no licence, so that it is no part of the repository.

package transparency

import (
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Somebody else matched German and French labels to the English ones. Sections have no
// meaning of their own and are not in it.
func TestLabelsAgreeWithTheCrosswalk(t *testing.T) {
	t.Parallel()
	content, err := os.ReadFile(filepath.Join("..", "..", "..", "shared", "data", "annex1-template-xlsx", "template-label-crosswalk.json"))
	require.NoError(t, err)
	var crosswalk struct{ Indicator, Scope map[string]string }
	require.NoError(t, json.Unmarshal(content, &crosswalk))
	require.NotEmpty(t, crosswalk.Indicator)
	require.NotEmpty(t, crosswalk.Scope)
	agree := func(local, english string, list func(labels) dictionary) {
		found := false
		for part, l := range template() {
			if want := list(l).position(english); want >= 0 && list(l).position(local) >= 0 {
				found = true
				assert.Equal(t, want, list(l).position(local), "part %d: %q is %q", part, local, english)
			}
		}
		assert.True(t, found, "%q, which is %q, is not known", local, english)
	}
	for local, english := range crosswalk.Indicator {
		agree(local, english, func(l labels) dictionary { return l.Indicators })
	}
	for local, english := range crosswalk.Scope {
		agree(local, english, func(l labels) dictionary { return l.Scopes })
	}
}
