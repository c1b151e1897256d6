package main

import (
	"bytes"
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/internal/golden"
)

//go:generate go test -run TestReadme|TestAuthoring|TestScripts . -update

// run of a command that the README shows: the command, then its output up to
// the end of the block.
var shown = regexp.MustCompile("(?s)(\\$ go run ./cmd/evaluate ([^\n]*)\n)(.*?)(```)")

// TestReadme checks that README.md shows what the command really prints.
func TestReadme(t *testing.T) {
	const file = "README.md"
	t.Chdir("../..")
	content, err := os.ReadFile(file)
	require.NoError(t, err)
	found := 0
	real := shown.ReplaceAllStringFunc(string(content), func(block string) string {
		parts := shown.FindStringSubmatch(block)
		found++
		var stdout bytes.Buffer
		root := newRoot()
		root.SetArgs(strings.Fields(parts[2]))
		root.SetOut(&stdout)
		if err := root.ExecuteContext(t.Context()); err != nil {
			require.ErrorIs(t, err, errBreach)
		}
		return parts[1] + stdout.String() + parts[4]
	})
	require.Positive(t, found)
	if *golden.Update {
		require.NoError(t, os.WriteFile(file, []byte(real), 0o644))
		return
	}
	require.Equal(t, real, string(content), golden.Stale)
}
