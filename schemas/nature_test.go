package schemas_test

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/schemas"
)

// natures are what a fact can be: seen by anybody, kept in somebody's records,
// or the legal conclusion itself.
var natures = []string{"observed", "recorded", "judged"}

// TestFactsSayTheirNature checks that every fact says how it can be known. The
// report counts on how many judged facts a verdict rests, and one that was left
// out would be counted as none.
func TestFactsSayTheirNature(t *testing.T) {
	t.Parallel()
	bundle, err := schemas.Facts()
	require.NoError(t, err)
	seen := map[string]int{}
	var walk func(path string, node map[string]any)
	walk = func(path string, node map[string]any) {
		properties, _ := node["properties"].(map[string]any)
		for name, property := range properties {
			property := property.(map[string]any)
			at := path + "." + name
			nature, _ := property["x-nature"].(string)
			if !slices.Contains(natures, nature) {
				t.Errorf("the x-nature of %s is %q, none of %v", at, nature, natures)
			}
			seen[nature]++
			walk(at, property)
			if items, ok := property["items"].(map[string]any); ok {
				walk(at+"[]", items)
			}
		}
	}
	for section, node := range bundle["$defs"].(map[string]any) {
		if section != "common" {
			walk(section, node.(map[string]any))
		}
	}
	for _, nature := range natures {
		require.Greater(t, seen[nature], 50, "facts that are %s", nature)
	}
}
