package transparency_test

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/internal/golden"
	"github.com/dsaeval/dsaeval/records/transparency"
)

//go:generate go test -run TestDocumentedRules . -update

// The list of rules is written from the rules, so that it cannot drift.
func TestDocumentedRules(t *testing.T) {
	t.Parallel()
	const heading = "| Rule | Severity | Says | Rests on |\n|---|---|---|---|\n"
	var b strings.Builder
	for _, r := range transparency.Rules() {
		basis := r.Basis
		if basis == "" {
			basis = "arithmetic"
		}
		fmt.Fprintf(&b, "| `%s` | %s | %s | %s |\n", r.ID, r.Severity, r.Title, basis)
	}
	golden.Part(t, filepath.Join("..", "..", "docs", "import.md"), heading, "<!-- end -->\n", b.String())
}

// A rule that is named where something is found has to be there, else the linter
// stops.
func TestRulesThatAreNamed(t *testing.T) {
	t.Parallel()
	known := map[string]bool{"": true}
	for _, r := range transparency.Rules() {
		known[r.ID] = true
	}
	// Where calls name a rule, by the name of the method.
	arguments := map[string]int{"Note": 2, "once": 0, "check": 0, "find": 0}
	named := 0
	check := func(files *token.FileSet, e ast.Expr) {
		literal, ok := e.(*ast.BasicLit)
		if !ok || literal.Kind != token.STRING {
			return
		}
		rule, err := strconv.Unquote(literal.Value)
		require.NoError(t, err)
		assert.True(t, known[rule], "%s: there is no rule %q", files.Position(e.Pos()), rule)
		named++
	}
	for _, pattern := range []string{"*.go", filepath.Join("..", "tables", "*.go")} {
		paths, err := filepath.Glob(pattern)
		require.NoError(t, err)
		for _, path := range paths {
			files := token.NewFileSet()
			file, err := parser.ParseFile(files, path, nil, 0)
			require.NoError(t, err)
			ast.Inspect(file, func(n ast.Node) bool {
				switch n := n.(type) {
				case *ast.CallExpr:
					if method, ok := n.Fun.(*ast.SelectorExpr); ok {
						if i, ok := arguments[method.Sel.Name]; ok && i < len(n.Args) {
							check(files, n.Args[i])
						}
					}
				case *ast.AssignStmt:
					if name, ok := n.Lhs[0].(*ast.Ident); ok && name.Name == "rule" {
						check(files, n.Rhs[0])
					}
				case *ast.KeyValueExpr:
					if name, ok := n.Key.(*ast.Ident); ok && name.Name == "Rule" {
						check(files, n.Value)
					}
				}
				return true
			})
		}
	}
	assert.Greater(t, named, len(known)/2)
}
