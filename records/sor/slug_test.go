package sor

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"
)

func TestSlug(t *testing.T) {
	t.Parallel()
	for name, want := range map[string]string{
		"Discord Netherlands B.V.": "discord-netherlands-bv",
		"Google Shopping":          "google-shopping",
		"Foo - Bar":                "foo-bar",
		"foo-bar":                  "foo-bar",
		"Foo_ (Bar)":               "foo-bar",
		" A & B ":                  "a-b",
		"Škoda":                    "škoda",
		"...":                      "",
	} {
		require.Equal(t, want, Slug(name), name)
	}
}

// TestFileNames: whatever a platform is called, a file can bear its name.
func TestFileNames(t *testing.T) {
	t.Parallel()
	require.Equal(t, "unnamed", fileName("?!"))
	require.Equal(t, "x", fileName("X"))
	long := fileName(strings.Repeat("é", 1000))
	require.True(t, utf8.ValidString(long))
	require.Less(t, len(long)+len("-2025-07-01.facts.yaml"), 255)
}
