// Package golden holds the one flag of tests that write anew what the repository
// holds of generated files: pages, indexes, expected reports, what README.md shows.
// `go generate ./...` sets it for each of them.
package golden

import (
	"flag"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"
)

// Update says that generated files are written and not compared.
var Update = flag.Bool("update", false, "write anew what is generated")

// Stale is what a test says of a file that is not what it would write.
const Stale = "run go generate ./... and review what changes like code"

// Equal compares a file with what it should hold, or writes it where that is asked
// for, with the folders above it.
func Equal(t testing.TB, file, want string) {
	t.Helper()
	if *Update {
		require.NoError(t, os.MkdirAll(filepath.Dir(file), 0o755))
		require.NoError(t, os.WriteFile(file, []byte(want), 0o644))
	}
	have, err := os.ReadFile(file)
	require.NoError(t, err, Stale)
	require.Equal(t, want, string(have), Stale)
}
