package main

import (
	"bytes"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/internal/golden"
)

//go:generate go test -run TestReadme|TestAuthoring|TestFirstReport|TestScripts . -update

// shown is a run of the command that a page shows: the command, then its output up
// to the end of the block.
var shown = regexp.MustCompile("(?s)(\\$ (go run ./cmd/evaluate|evaluate) ([^\n]*)\n)(.*?)(```)")

// TestReadme checks that pages show what the command really prints. `go run` runs in
// the repository, the installed command where the YAML of the page is facts.yaml.
func TestReadme(t *testing.T) {
	for _, page := range []string{"README.md", "docs/instagram.md", "docs/calendar.md", "docs/explain.md"} {
		file, err := filepath.Abs("../../" + page)
		require.NoError(t, err)
		t.Run(page, func(t *testing.T) {
			content, err := os.ReadFile(file)
			require.NoError(t, err)
			found := 0
			real := shown.ReplaceAllStringFunc(string(content), func(block string) string {
				found++
				parts := shown.FindStringSubmatch(block)
				if parts[2] == "evaluate" {
					t.Chdir(withFactsOf(t, file))
				} else {
					t.Chdir(repository(t, file))
				}
				return parts[1] + printed(t, strings.Fields(parts[3])) + parts[5]
			})
			require.Positive(t, found)
			golden.Equal(t, file, real)
		})
	}
}

// TestReadmeIsShort holds the first page to what somebody reads of a first page.
func TestReadmeIsShort(t *testing.T) {
	t.Parallel()
	content, err := os.ReadFile("../../README.md")
	require.NoError(t, err)
	require.LessOrEqual(t, strings.Count(string(content), "\n"), 120, "move details to docs")
}

// printed returns what the command prints; a breach is no error here.
func printed(t *testing.T, args []string) string {
	t.Helper()
	var stdout bytes.Buffer
	root := newRoot()
	root.SetArgs(args)
	root.SetOut(&stdout)
	if err := root.ExecuteContext(t.Context()); err != nil {
		require.ErrorIs(t, err, errBreach)
	}
	return stdout.String()
}

// withFactsOf returns a directory in which the only YAML of a page is facts.yaml.
func withFactsOf(t *testing.T, page string) string {
	t.Helper()
	found := blocks(t, page, "yaml")
	require.Len(t, found, 1)
	dir := t.TempDir()
	require.NoError(t, os.WriteFile(filepath.Join(dir, "facts.yaml"), []byte(found[0]), 0o644))
	return dir
}

// repository returns the directory above a page that has go.mod.
func repository(t *testing.T, page string) string {
	t.Helper()
	dir := filepath.Dir(page)
	for dir != filepath.Dir(dir) {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			return dir
		}
		dir = filepath.Dir(dir)
	}
	t.Fatal("no go.mod above " + page)
	return ""
}
