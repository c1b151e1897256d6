package kleene_test

import (
	"go/parser"
	"go/token"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestImports checks that the evaluator stays free of OPA and of what judges:
// it is all that a program needs at run time. Plain data of reports is no harm,
// nor is writing programs down.
func TestImports(t *testing.T) {
	t.Parallel()
	entries, err := os.ReadDir(".")
	require.NoError(t, err)
	for _, entry := range entries {
		if !strings.HasSuffix(entry.Name(), ".go") || strings.HasSuffix(entry.Name(), "_test.go") {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), entry.Name(), nil, parser.ImportsOnly)
		require.NoError(t, err)
		for _, imported := range file.Imports {
			path := strings.Trim(imported.Path.Value, `"`)
			first, _, _ := strings.Cut(path, "/")
			standard := !strings.Contains(first, ".")
			require.True(t, standard || strings.HasSuffix(path, "/engine/report") || strings.HasSuffix(path, "/internal/image"), "%s imports %s", entry.Name(), path)
		}
	}
}
