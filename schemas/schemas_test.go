package schemas_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/schemas"
)

// TestFactsDescribeThemselves checks that editors and people are told what every
// fact means: a description, an example and, of numbers, a unit.
func TestFactsDescribeThemselves(t *testing.T) {
	t.Parallel()
	bundle, err := schemas.Facts()
	require.NoError(t, err)
	defs := bundle["$defs"].(map[string]any)
	facts := 0
	var walk func(path string, node map[string]any)
	walk = func(path string, node map[string]any) {
		properties, _ := node["properties"].(map[string]any)
		for name, property := range properties {
			facts++
			property := property.(map[string]any)
			at := path + "." + name
			description, _ := property["description"].(string)
			require.Greater(t, len(description), 20, "%s has no description", at)
			require.True(t, strings.HasSuffix(description, "."), "the description of %s is no sentence", at)
			require.NotContains(t, description, "DRAFT", at)
			walk(at, property)
			if items, ok := property["items"].(map[string]any); ok {
				walk(at+"[]", items)
			}
			if property["properties"] != nil || property["items"] != nil && property["items"].(map[string]any)["properties"] != nil {
				continue
			}
			require.NotEmpty(t, property["examples"], "%s has no example", at)
			ref, _ := property["$ref"].(string)
			for _, measured := range []string{"count", "quantity", "percent", "change"} {
				if strings.HasSuffix(ref, "/"+measured) {
					require.NotEmpty(t, property["unit"], "%s has no unit", at)
				}
			}
		}
	}
	for section, node := range defs {
		if section != "common" {
			walk(section, node.(map[string]any))
		}
	}
	require.Greater(t, facts, 800)
}

// TestOutputsDescribeThemselves checks that every field of the findings about public
// records, and of what has changed, says what it means, and that no other is allowed.
func TestOutputsDescribeThemselves(t *testing.T) {
	t.Parallel()
	for _, name := range []string{"lint", "diff"} {
		described(t, name)
	}
}

func described(t *testing.T, name string) {
	t.Helper()
	schema, err := schemas.Other(name)
	require.NoError(t, err)
	fields := 0
	var walk func(at string, value any)
	walk = func(at string, value any) {
		switch value := value.(type) {
		case map[string]any:
			if properties, ok := value["properties"].(map[string]any); ok {
				require.Equal(t, false, value["additionalProperties"], at)
				for name, property := range properties {
					fields++
					description, _ := property.(map[string]any)["description"].(string)
					require.True(t, strings.HasSuffix(description, "."), "%s.%s has no description", at, name)
				}
			}
			for key, member := range value {
				walk(at+"."+key, member)
			}
		case []any:
			for _, element := range value {
				walk(at+"[]", element)
			}
		}
	}
	walk(name, schema)
	require.Greater(t, fields, 40)
}

// What one caller does to its schema is nobody else's.
func TestFactsAreACopy(t *testing.T) {
	t.Parallel()
	section := func(bundle map[string]any) map[string]any {
		return bundle["$defs"].(map[string]any)["minors"].(map[string]any)["properties"].(map[string]any)
	}
	extension := schemas.Extension{Name: "house", File: "house.schema.json", Content: []byte(`{"properties": {"a": {"$ref": "common.schema.json#/$defs/count"}}}`)}
	extended, err := schemas.Facts(extension)
	require.NoError(t, err)
	clear(section(extended))
	bundle, err := schemas.Facts()
	require.NoError(t, err)
	require.NotEmpty(t, section(bundle))
	require.NotContains(t, bundle["$defs"], "extensions.house")
	require.Contains(t, extended["$defs"], "extensions.house")
	require.Equal(t, map[string]any{"$ref": "#/$defs/common/$defs/count"}, extended["$defs"].(map[string]any)["extensions.house"].(map[string]any)["properties"].(map[string]any)["a"])
}
