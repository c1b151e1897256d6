package main

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestNewOfLaw writes an obligation of the Regulation into a copy of its policies:
// with a known fact it is judged at once, with a new one the schema of the section
// gains it.
func TestNewOfLaw(t *testing.T) {
	t.Parallel()
	root := t.TempDir()
	dir := filepath.Join(root, "policies")
	require.NoError(t, os.CopyFS(dir, os.DirFS("../../policies")))
	require.NoError(t, os.CopyFS(filepath.Join(root, "schemas"), os.DirFS("../../schemas")))
	run := func(args ...string) (string, error) {
		var stdout bytes.Buffer
		cmd := newRoot()
		cmd.SetArgs(append([]string{"new", "--dir", dir, "--words", "process any notices"}, args...))
		cmd.SetOut(&stdout)
		err := cmd.ExecuteContext(t.Context())
		return stdout.String(), err
	}

	stdout, err := run("dsa.art16.99", "--fact", "terms.terms_language_clear")
	require.NoError(t, err)
	require.Contains(t, stdout, "policies/dsa/art16/art16_99_test.yaml\n")
	require.Contains(t, stdout, "5 cases pass")

	before, err := os.ReadFile(filepath.Join(root, "schemas", "terms.schema.json"))
	require.NoError(t, err)
	stdout, err = run("dsa.art14.99", "--new-fact", "terms.terms_signed")
	require.NoError(t, err)
	require.Contains(t, stdout, "go generate ./...")
	after, err := os.ReadFile(filepath.Join(root, "schemas", "terms.schema.json"))
	require.NoError(t, err)
	require.Contains(t, string(after), `    "terms_signed": {`)
	require.Greater(t, len(after), len(before))

	_, err = run("house.one", "--fact", "terms.terms_language_clear")
	require.ErrorContains(t, err, "here stand the obligations of the Regulation")
	_, err = run("dsa.art16.10")
	require.ErrorContains(t, err, "no fact is named")
	_, err = run("dsa.art16.10", "--words=", "--fact", "terms.terms_language_clear")
	require.ErrorContains(t, err, "--words: the value is empty")
	_, err = run("dsa.art16.10", "--new-fact", "signed")
	require.ErrorContains(t, err, "expected the section too")
}
