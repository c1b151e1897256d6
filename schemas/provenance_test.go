package schemas_test

import (
	"maps"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/schemas"
)

// TestOneProvenance: a calendar names what it was made from as a report does. Each schema
// stands for itself, so that the one has what the other says once more.
func TestOneProvenance(t *testing.T) {
	t.Parallel()
	provenance := func(name string) any {
		schema, err := schemas.Other(name)
		require.NoError(t, err)
		own := schema["properties"].(map[string]any)["provenance"].(map[string]any)
		require.NotEmpty(t, own["properties"])
		delete(own, "description") // of the calendar it says what it depends on
		return resolved(own, schema["$defs"].(map[string]any))
	}
	require.Equal(t, provenance("report"), provenance("calendar"))
}

// resolved is a schema with what its references lead to. What stands beside one comes
// before what stands there.
func resolved(value any, defs map[string]any) any {
	switch value := value.(type) {
	case map[string]any:
		whole := map[string]any{}
		if ref, ok := value["$ref"].(string); ok {
			maps.Copy(whole, resolved(defs[strings.TrimPrefix(ref, "#/$defs/")], defs).(map[string]any))
		}
		for key, each := range value {
			if key != "$ref" {
				whole[key] = resolved(each, defs)
			}
		}
		return whole
	case []any:
		list := make([]any, len(value))
		for i, each := range value {
			list[i] = resolved(each, defs)
		}
		return list
	}
	return value
}
