package main

import (
	"bytes"
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/internal/golden"
)

//go:generate go test -run TestPage . -update

var shown = regexp.MustCompile("(?s)(\\$ go run ./internal/twovalued ([^\n]*)\n)(.*?)(```)")

// TestPage checks that docs/missing-facts.md shows what the program prints.
func TestPage(t *testing.T) {
	const file = "docs/missing-facts.md"
	t.Chdir("../..")
	content, err := os.ReadFile(file)
	require.NoError(t, err)
	found := 0
	real := shown.ReplaceAllStringFunc(string(content), func(block string) string {
		found++
		parts := shown.FindStringSubmatch(block)
		var out bytes.Buffer
		require.NoError(t, run(t.Context(), &out, strings.Fields(parts[2])))
		return parts[1] + out.String() + parts[4]
	})
	require.Positive(t, found)
	if *golden.Update {
		require.NoError(t, os.WriteFile(file, []byte(real), 0o644))
		return
	}
	require.Equal(t, real, string(content), golden.Stale)
}

// TestRefuses says what is wrong instead of comparing something else.
func TestRefuses(t *testing.T) {
	t.Parallel()
	for _, args := range [][]string{nil, {"a", "b", "c"}, {"nothing.yaml"}, {"../../fixtures/cases/instagram-2023-06/facts.yaml", "2023-02-30"}} {
		require.Error(t, run(t.Context(), &bytes.Buffer{}, args), "%q", args)
	}
}
