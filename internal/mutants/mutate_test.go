package main

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestMutantsOf shows each kind of change.
func TestMutantsOf(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ kind, line, want string }{
		{"comparison", "\tinput.a.b == false", "input.a.b != false"},
		{"boundary", "\tinput.a.n < input.a.m", "input.a.n <= input.a.m"},
		{"boundary", "\tinput.a.n >= law.months", "input.a.n > law.months"},
		{"comparison", "\tinput.a.n < input.a.m", "input.a.n > input.a.m"},
		{"arithmetic", "\tinput.a.n + input.a.m < 3", "input.a.n - input.a.m < 3"},
		{"negation", "\tnot fixed", "fixed"},
		{"negation", "\tinput.a.b", "input.a.b == false"},
		{"negation", `breach contains "x" if input.a.b`, `breach contains "x" if input.a.b == false`},
		{"literal", "\tinput.a.b == false", "input.a.b == true"},
		{"literal", "\tinput.a.n > 0", "input.a.n > 1"},
		{"date", "\tinput.a.day < \"2025-02-28\"", "input.a.day < \"2025-03-01\""},
		{"list item", `	some e in {"a", "b", "c"}`, `some e in {"a", "c"}`},
		{"dropped line", "\tinput.a.b", ""},
		{"dropped rule", "fixed if input.a.b", ""},
	} {
		t.Run(c.kind+" "+strings.TrimSpace(c.line), func(t *testing.T) {
			t.Parallel()
			var found []string
			for _, m := range mutantsOf("one.rego", c.line) {
				if m.Kind == c.kind {
					found = append(found, m.To)
				}
			}
			require.Contains(t, found, c.want)
		})
	}
	figures := mutantsOf("law/figures.yaml", "    - {since: 2022-11-16, value: 12}")
	require.Len(t, figures, 2)
	require.Equal(t, "- {since: 2022-11-16, value: 11}", figures[0].To)
	require.Empty(t, mutantsOf("one.rego", "# input.a.n < 3\npackage one\nimport data.law"))
}

// TestDroppedRules takes out whole rules and nothing else.
func TestDroppedRules(t *testing.T) {
	t.Parallel()
	content := "a if {\n\tinput.x.y\n}\n\nb := f(\n\t1,\n)\n\nc if input.x.z"
	var left []string
	for _, m := range mutantsOf("one.rego", content) {
		if m.Kind == "dropped rule" {
			left = append(left, m.content)
		}
	}
	require.Equal(t, []string{
		"\nb := f(\n\t1,\n)\n\nc if input.x.z",
		"a if {\n\tinput.x.y\n}\n\n\nc if input.x.z",
		"a if {\n\tinput.x.y\n}\n\nb := f(\n\t1,\n)\n",
	}, left)
}

// TestEquivalents reads the list.
func TestEquivalents(t *testing.T) {
	t.Parallel()
	known, err := equivalents()
	require.NoError(t, err)
	for mutant, reason := range known {
		require.NotEmpty(t, reason, mutant)
	}
}
