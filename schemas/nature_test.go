package schemas_test

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/internal/factschema"
)

// natures are what a fact can be: seen by anybody, kept in somebody's records,
// or the legal conclusion itself.
var natures = []string{"observed", "recorded", "judged"}

// TestFactsSayTheirNature checks that every fact says how it can be known. The
// report counts on how many judged facts a verdict rests, and one that was left
// out would be counted as none.
func TestFactsSayTheirNature(t *testing.T) {
	t.Parallel()
	seen := map[string]int{}
	eachFact(t, func(_, at string, fact map[string]any, _ *factschema.Field) {
		nature, _ := fact["x-nature"].(string)
		if !slices.Contains(natures, nature) {
			t.Errorf("the x-nature of %s is %q, none of %v", at, nature, natures)
		}
		seen[nature]++
	})
	for _, nature := range natures {
		require.Greater(t, seen[nature], 50, "facts that are %s", nature)
	}
}
