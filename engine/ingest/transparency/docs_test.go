package transparency_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/engine/ingest/transparency"
)

var update = flag.Bool("update", false, "write the list of rules in docs/import.md anew")

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
	path := filepath.Join("..", "..", "..", "docs", "import.md")
	content, err := os.ReadFile(path)
	require.NoError(t, err)
	before, rest, found := strings.Cut(string(content), heading)
	require.True(t, found, "the list is missing")
	_, after, more := strings.Cut(rest, "\n\n")
	want := before + heading + b.String()
	if more {
		want += "\n" + after
	}
	if *update {
		require.NoError(t, os.WriteFile(path, []byte(want), 0o644))
		return
	}
	assert.Equal(t, want, string(content), "go test ./engine/ingest/transparency -update")
}
