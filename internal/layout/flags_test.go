package layout_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// commandWords are what only the command has: a flag, and its name before what it is
// asked to do.
var commandWords = regexp.MustCompile(`(?:^|[\s"(\x60=])--[a-z]|\bevaluate [a-z]+|\bevaluate FACTS`)

// notOfTheCommand are texts of the library that look like a word of the command, each
// with why it is none.
var notOfTheCommand = map[string]string{
	"-//dsaeval//evaluate calendar//EN": "the name of the product that made a calendar, which RFC 5545 wants, and its readers know events by",
	"evaluate again":                    "what auditors are told to do: the verb",
}

// TestLibraryNamesNoFlag: who calls the library from a program, a page or a pipeline has
// no flags to give. What it refuses wraps an error, and the command words the hint.
func TestLibraryNamesNoFlag(t *testing.T) {
	t.Parallel()
	seen := 0
	used := map[string]bool{}
	for _, top := range []string{"engine", "records", "internal", "policies", "schemas", "serve"} {
		literals(t, top, func(at, text string) {
			seen++
			for known := range notOfTheCommand {
				if strings.Contains(text, known) {
					used[known] = true
					text = strings.ReplaceAll(text, known, "")
				}
			}
			assert.False(t, commandWords.MatchString(text), "%s: the library speaks of the command: %q", at, text)
		})
	}
	require.Greater(t, seen, 5000, "hardly a text was read")
	for known := range notOfTheCommand {
		assert.True(t, used[known], "%q is excused and stands nowhere", known)
	}
	for _, text := range []string{"try --as-of DAY", "--all shows them", "`evaluate parameters` lists them", `such as "--fx"`} {
		assert.True(t, commandWords.MatchString(text), "%q is of the command and was not seen", text)
	}
	assert.False(t, commandWords.MatchString("<!-- a comment --> 2025-01-01--2025-02-01, and evaluates"))
}

// tools are programs and helpers of tests: they have flags of their own.
var tools = []string{"internal/mutants", "internal/sordump", "internal/golden", "internal/apicheck", "internal/layout"}

// literals visits the texts below a folder of the module, without paths of imports and
// tags.
func literals(t *testing.T, top string, visit func(at, text string)) {
	t.Helper()
	sources(t, top, func(path string, files *token.FileSet, file *ast.File) {
		ast.Inspect(file, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.ImportSpec:
				return false
			case *ast.Field:
				n.Tag = nil
			case *ast.BasicLit:
				if n.Kind == token.STRING {
					text, err := strconv.Unquote(n.Value)
					require.NoError(t, err)
					visit(path+":"+strconv.Itoa(files.Position(n.Pos()).Line), text)
				}
			}
			return true
		})
	})
}

// sources parses the files below a folder of the module, but those of tests and tools.
func sources(t *testing.T, top string, visit func(path string, files *token.FileSet, file *ast.File)) {
	t.Helper()
	root := filepath.Join("..", "..")
	require.NoError(t, filepath.WalkDir(filepath.Join(root, top), func(path string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		relative := filepath.ToSlash(strings.TrimPrefix(path, root+string(filepath.Separator)))
		switch {
		case entry.IsDir() && (entry.Name() == "testdata" || slices.Contains(tools, relative)):
			return fs.SkipDir
		case entry.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go"):
			return nil
		}
		files := token.NewFileSet()
		file, err := parser.ParseFile(files, path, nil, parser.SkipObjectResolution)
		if err == nil {
			visit(relative, files, file)
		}
		return err
	}))
}

// hintsOfTheirOwn write hints where no error does.
var hintsOfTheirOwn = []string{"internal/document/problem.go", "engine/render/github.go", "internal/policytest/test.go"}

// TestOneWordForAHint: what to try stands in the hint of a document.Problem, so that it
// reads the same wherever something is wrong.
func TestOneWordForAHint(t *testing.T) {
	t.Parallel()
	hint := regexp.MustCompile(`\n *(try|hint): `)
	for _, top := range []string{"engine", "records", "internal", "policies", "serve", "cmd"} {
		literals(t, top, func(at, text string) {
			path, _, _ := strings.Cut(at, ":")
			assert.False(t, hint.MatchString(text) && !slices.Contains(hintsOfTheirOwn, path), "%s: put what to try into the hint: %q", at, text)
		})
	}
}
