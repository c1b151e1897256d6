package records_test

import (
	"errors"
	"go/build"
	"io/fs"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const module = "github.com/dsaeval/dsaeval/"

// The engine judges facts from anywhere. A program that only evaluates does not
// compile readers of workbooks, and a new source of facts changes no verdict.
func TestEngineImportsNoRecords(t *testing.T) {
	t.Parallel()
	imported := importedBy(t, "engine")
	require.Contains(t, imported, "engine/facts")
	for path, by := range imported {
		assert.False(t, strings.HasPrefix(path, "records"), "%s imports %s", by, path)
	}
}

// importedBy returns the packages of this module that those below a directory
// import, directly or not, each with one that does. It says what go list -deps
// says, which as a process of its own would be out of sight of the cache of test
// results.
func importedBy(t *testing.T, dir string) map[string]string {
	t.Helper()
	var open []string
	require.NoError(t, filepath.WalkDir(filepath.Join("..", dir), func(path string, entry fs.DirEntry, err error) error {
		if err == nil && entry.IsDir() {
			open = append(open, strings.TrimPrefix(filepath.ToSlash(path), "../"))
		}
		return err
	}))
	imported := map[string]string{}
	for len(open) > 0 {
		at := open[0]
		open = open[1:]
		pkg, err := build.ImportDir(filepath.Join("..", at), 0)
		if errors.As(err, new(*build.NoGoError)) {
			continue
		}
		require.NoError(t, err, at)
		for _, path := range pkg.Imports {
			path, ours := strings.CutPrefix(path, module)
			if _, met := imported[path]; ours && !met {
				imported[path] = at
				open = append(open, path)
			}
		}
	}
	return imported
}
