package schemas_test

import (
	"maps"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/internal/factschema"
	"github.com/dsaeval/dsaeval/schemas"
)

// eachFact visits every fact of the sections, groups and lists of objects among
// them: its place, such as service.suspensions[].from, what the schema itself says
// there, and what it says with the shared types.
func eachFact(t *testing.T, visit func(section, at string, fact map[string]any, f *factschema.Field)) {
	t.Helper()
	bundle, err := schemas.Facts()
	require.NoError(t, err)
	root, _ := factschema.Read(bundle)
	for _, section := range slices.Sorted(maps.Keys(bundle["$defs"].(map[string]any))) {
		if section == "common" {
			continue
		}
		var walk func(path string, node map[string]any)
		walk = func(path string, node map[string]any) {
			properties, _ := node["properties"].(map[string]any)
			for _, name := range slices.Sorted(maps.Keys(properties)) {
				fact, at := properties[name].(map[string]any), path+"."+name
				visit(section, at, fact, root.Dotted(at))
				walk(at, fact)
				if items, ok := fact["items"].(map[string]any); ok {
					walk(at+"[]", items)
				}
			}
		}
		walk(section, bundle["$defs"].(map[string]any)[section].(map[string]any))
	}
}
