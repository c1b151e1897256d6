package main

import (
	"bytes"
	"fmt"
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/internal/golden"
	_ "github.com/dsaeval/dsaeval/internal/testheap"
)

//go:generate go test -run TestPage . -update

var shown = regexp.MustCompile("(?s)(\\$ go run ./internal/twovalued ([^\n]*)\n)(.*?)(```)")

// TestPage checks that docs/missing-facts.md shows what the program prints, and that
// README.md has its figures.
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
	counts := regexp.MustCompile(`opa eval: (\d+) breaches: (\d+) stand`).FindStringSubmatch(real)
	require.NotNil(t, counts)
	readme, err := os.ReadFile("README.md")
	require.NoError(t, err)
	require.Contains(t, string(readme), fmt.Sprintf("finds %s breaches in the facts about Instagram, of which %s stand", counts[1], counts[2]))
	golden.Equal(t, file, real)
}

// TestRefuses says what is wrong instead of comparing something else.
func TestRefuses(t *testing.T) {
	t.Parallel()
	for _, args := range [][]string{nil, {"a", "b", "c"}, {"nothing.yaml"}, {"../../fixtures/cases/instagram-2023-06/facts.yaml", "2023-02-30"}} {
		require.Error(t, run(t.Context(), &bytes.Buffer{}, args), "%q", args)
	}
}
