package policies_test

import (
	"io/fs"
	"strings"
	"testing"

	"github.com/open-policy-agent/opa/v1/format"
	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/policies"
)

const maxLine = 120

// TestFormat checks the layout of the Rego as `opa fmt` would leave it.
func TestFormat(t *testing.T) {
	t.Parallel()
	for _, path := range regoFiles(t) {
		t.Run(path, func(t *testing.T) {
			t.Parallel()
			content, err := fs.ReadFile(policies.FS(), path)
			require.NoError(t, err)
			formatted, err := format.Source(path, content)
			require.NoError(t, err)
			require.Equal(t, string(formatted), string(content), "opa fmt would change this file")
			for i, line := range strings.Split(string(content), "\n") {
				require.LessOrEqual(t, len([]rune(line)), maxLine, "line %d", i+1)
			}
		})
	}
}

func regoFiles(t testing.TB) []string {
	t.Helper()
	var paths []string
	require.NoError(t, fs.WalkDir(policies.FS(), ".", func(path string, _ fs.DirEntry, err error) error {
		if strings.HasSuffix(path, ".rego") {
			paths = append(paths, path)
		}
		return err
	}))
	require.NotEmpty(t, paths)
	return paths
}
