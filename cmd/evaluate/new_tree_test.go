package main

import (
	"bytes"
	"crypto/sha256"
	"io/fs"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestAnObligationIsTwoFiles: an author who adds an obligation of the Regulation touches
// two files, three with a new fact.
func TestAnObligationIsTwoFiles(t *testing.T) {
	t.Parallel()
	addObligations(t, filepath.Join(t.TempDir(), "dsaeval"))
}

// addObligations adds two to a copy of the repository, and returns the digests of its
// files.
func addObligations(t *testing.T, root string) map[string][32]byte {
	t.Helper()
	copyTree(t, root)
	before := digests(t, root)
	add := func(args ...string) []string {
		cmd := newRoot()
		cmd.SetArgs(append([]string{"new", "--dir", filepath.Join(root, "policies"), "--words", "process any notices"}, args...))
		cmd.SetOut(&bytes.Buffer{})
		require.NoError(t, cmd.ExecuteContext(t.Context()))
		after := digests(t, root)
		touched := changed(before, after)
		before = after
		return touched
	}
	require.Equal(t, []string{"policies/dsa/art16/art16_99.rego", "policies/dsa/art16/art16_99_test.yaml"},
		add("dsa.art16.99", "--fact", "terms.terms_language_clear"))
	require.Equal(t, []string{"policies/dsa/art14/art14_99.rego", "policies/dsa/art14/art14_99_test.yaml", "schemas/terms.schema.json"},
		add("dsa.art14.99", "--new-fact", "terms.terms_signed"))
	return before
}

// TestAnObligationIsGenerated: all else that changes is written by go generate. README.md
// does not change, whatever there is to count.
func TestAnObligationIsGenerated(t *testing.T) {
	if !*whole {
		t.Skip("compiles a copy of the repository; -whole does, as CI runs it")
	}
	root := filepath.Join(t.TempDir(), "dsaeval")
	before := addObligations(t, root)

	// What go generate writes in these directories; other golden files show reports in
	// full, and gain the new obligations as these do.
	for _, command := range [][]string{
		{"generate", "./engine/facts", "./engine/policy", "./docs"},
		{"test", "./cmd/evaluate", "-run", "TestReadme/README.md", "-update"},
	} {
		cmd := exec.CommandContext(t.Context(), "go", command...)
		cmd.Dir = root
		// So that what is compiled in one copy need not be compiled in the next, and is not
		// vetted again, which the sources of both are.
		cmd.Env = append(os.Environ(), "GOFLAGS=-trimpath -vet=off")
		out, err := cmd.CombinedOutput()
		require.NoError(t, err, "go %s: %s", strings.Join(command, " "), out)
	}
	generated := changed(before, digests(t, root))
	for _, file := range []string{
		"docs/obligations/README.md", "docs/obligations/dsa.art14.99.md", "docs/obligations/dsa.art16.99.md", "engine/facts/builtin.image", "engine/policy/builtin.image",
	} {
		require.Contains(t, generated, file)
	}
	for _, file := range generated {
		assert.True(t, strings.HasPrefix(file, "docs/obligations/") || strings.HasSuffix(file, "/builtin.image"), "%s changes with an obligation", file)
	}
}

// copyTree copies what a clone of the repository has.
func copyTree(t *testing.T, to string) {
	t.Helper()
	from := filepath.Join("..", "..")
	require.NoError(t, filepath.WalkDir(from, func(path string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		rel, err := filepath.Rel(from, path)
		switch {
		case err != nil:
			return err
		case entry.Name() == ".git":
			if entry.IsDir() {
				return fs.SkipDir
			}
			return nil
		case entry.IsDir():
			return os.MkdirAll(filepath.Join(to, rel), 0o755)
		case !entry.Type().IsRegular():
			return nil
		}
		content, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		return os.WriteFile(filepath.Join(to, rel), content, 0o644)
	}))
}

// digests are those of all files below a directory, by their paths with slashes.
func digests(t *testing.T, root string) map[string][sha256.Size]byte {
	t.Helper()
	all := map[string][sha256.Size]byte{}
	require.NoError(t, fs.WalkDir(os.DirFS(root), ".", func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		content, err := os.ReadFile(filepath.Join(root, path))
		all[path] = sha256.Sum256(content)
		return err
	}))
	return all
}

// changed lists the files that are new, gone or other than before.
func changed(before, after map[string][sha256.Size]byte) []string {
	files := map[string]bool{}
	for _, side := range []map[string][sha256.Size]byte{before, after} {
		for file := range side {
			had, was := before[file]
			has, is := after[file]
			if was != is || had != has {
				files[file] = true
			}
		}
	}
	return slices.Sorted(maps.Keys(files))
}
