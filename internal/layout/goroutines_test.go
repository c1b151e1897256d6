package layout_test

import (
	"go/ast"
	"go/token"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// unguarded are the goroutines that do nothing that can fail, with why.
var unguarded = map[string]string{
	"cmd/evaluate/progress.go":   "draws a line of numbers",
	"records/sor/import_file.go": "hands out numbers; its workers are guarded",
}

// TestPanicsAreCaughtInGoroutines: nobody recovers a panic of another goroutine, and the
// program would end with the exit code of wrong usage. So each makes an error of it.
func TestPanicsAreCaughtInGoroutines(t *testing.T) {
	t.Parallel()
	found, excused := 0, map[string]int{}
	for _, top := range []string{"engine", "records", "internal", "cmd", "serve"} {
		sources(t, top, func(path string, files *token.FileSet, file *ast.File) {
			ast.Inspect(file, func(n ast.Node) bool {
				started := startedBy(n)
				switch {
				case started == nil:
				case guarded(started):
					found++
				case unguarded[path] != "" && excused[path] == 0:
					excused[path]++
				default:
					assert.Fail(t, "a goroutine without crash.Guard", "%s:%d", path, files.Position(n.Pos()).Line)
				}
				return true
			})
		})
	}
	require.GreaterOrEqual(t, found, 4, "the workers of judging, importing and testing were not seen")
	require.Len(t, excused, len(unguarded), "what is excused is not there any more")
}

// startedBy returns what a statement hands to a goroutine: that of go, or of a method Go
// as groups have it.
func startedBy(n ast.Node) ast.Node {
	switch n := n.(type) {
	case *ast.GoStmt:
		return n.Call
	case *ast.CallExpr:
		if method, ok := n.Fun.(*ast.SelectorExpr); ok && method.Sel.Name == "Go" && len(n.Args) == 1 {
			return n.Args[0]
		}
	}
	return nil
}

func guarded(n ast.Node) (found bool) {
	ast.Inspect(n, func(n ast.Node) bool {
		if call, ok := n.(*ast.SelectorExpr); ok && call.Sel.Name == "Guard" {
			pkg, ok := call.X.(*ast.Ident)
			found = found || ok && pkg.Name == "crash"
		}
		return !found
	})
	return found
}
