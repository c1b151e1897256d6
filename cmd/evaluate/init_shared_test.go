//go:build shared

package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestInitFromPublished begins files from published reports, which lie beside the
// repository: each takes figures over with the cell that they come from, is valid, and
// can be asked about.
func TestInitFromPublished(t *testing.T) {
	t.Parallel()
	reports, err := filepath.Glob("../../../shared/data/harmonised-raw/*")
	require.NoError(t, err)
	require.NotEmpty(t, reports, "the reports are not beside the repository")
	for _, report := range reports {
		dir := t.TempDir()
		path, err := filepath.Abs(report)
		require.NoError(t, err)
		code, out := shell(t, dir, "evaluate init --from "+path+" --kind online_platform --size large --designation none --offered yes --since 2015-01-01 --as-of 2026-11-01")
		require.Equal(t, exitOK, code, out)
		content, err := os.ReadFile(filepath.Join(dir, "facts.yaml"))
		require.NoError(t, err)
		_, provenance, found := strings.Cut(string(content), "\nprovenance:\n")
		require.True(t, found, report)
		require.Greater(t, strings.Count(provenance, "[report-part-"), 10, report)
		code, out = shell(t, dir, "evaluate validate facts.yaml && evaluate ask facts.yaml --count 3")
		require.Equal(t, exitOK, code, out)
		require.Contains(t, out, " 3. ")
	}
}
