// Package golden holds the one flag of tests that write anew what the repository
// holds of generated files: pages, indexes, expected reports, what README.md shows.
// `go generate ./...` sets it for each of them.
package golden

import (
	"flag"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/internal/build"
)

// What files show of the program does not change with each commit.
func init() { build.Pin(build.Info{Version: "devel", Go: "go", OPA: "opa"}) }

// Update says that generated files are written and not compared.
var Update = flag.Bool("update", false, "write anew what is generated")

// Stale is what a test says of a file that is not what it would write.
const Stale = "run go generate ./... and review what changes like code"

// The digests of what is built in, and how many obligations that are, as lines of
// reports have them, change with every rule, whatever it is about, and would have each
// page change with it. How many were chosen of them stays.
var (
	digests = regexp.MustCompile(`\b(policies|schemas|parameters) [0-9a-f]{12}\b`)
	counts  = regexp.MustCompile(`\bof [0-9]{3} obligations\b`)
)

// Lasting is text of a report as pages show it, without the digests of what is built
// in: those of pages that were written on two days would contradict each other.
func Lasting(text string) string { return digests.ReplaceAllString(text, "$1 …") }

func still(text string) string { return counts.ReplaceAllString(Lasting(text), "of … obligations") }

// Equal compares a file with what it should hold, or writes it where that is asked
// for, with the folders above it. How many obligations there are, and in testdata the
// digests of what is built in, may be those of another day; pages have no such digests.
func Equal(t testing.TB, file, want string) {
	t.Helper()
	old, err := os.ReadFile(file)
	dated := false // a page with digests
	if !slices.Contains(strings.Split(filepath.ToSlash(file), "/"), "testdata") {
		want, dated = Lasting(want), digests.Match(old)
	}
	if err == nil && !dated && still(string(old)) == still(want) {
		return
	}
	if *Update {
		require.NoError(t, os.MkdirAll(filepath.Dir(file), 0o755))
		require.NoError(t, os.WriteFile(file, []byte(want), 0o644))
	}
	have, err := os.ReadFile(file)
	require.NoError(t, err, Stale)
	require.Equal(t, want, string(have), Stale)
}

// Part is [Equal] of a file in which want stands between two marks, each of which stays.
func Part(t testing.TB, file, begin, end, want string) {
	t.Helper()
	content, err := os.ReadFile(file)
	require.NoError(t, err)
	before, rest, found := strings.Cut(string(content), begin)
	require.True(t, found, "%s has no %q", file, begin)
	_, after, found := strings.Cut(rest, end)
	require.True(t, found, "%s has no %q", file, end)
	Equal(t, file, before+begin+want+end+after)
}
