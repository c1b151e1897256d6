//go:build unix

package main

import (
	"context"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestInterruptedImportNamesResume: hours of counting need not be done twice.
func TestInterruptedImportNamesResume(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	days, output := filepath.Join(folder, "days"), filepath.Join(folder, "counts.csv")
	first, second := filepath.Join(days, "sor-global-2025-07-01-full.csv"), filepath.Join(days, "sor-global-2025-07-02-full.csv")
	require.NoError(t, os.Mkdir(days, 0o700))
	require.NoError(t, os.WriteFile(first, []byte(sorHeader+sorRow(1, "X", "2025-07-01", "2025-06-01", "x")), 0o600))
	require.NoError(t, os.WriteFile(second, []byte("PK: this is not the day."), 0o600))
	said := func(ctx context.Context, c importSOR, argument string) string {
		c.groupBy, c.format = []string{"platform"}, "csv"
		var stderr strings.Builder
		assert.Equal(t, exitUsage, exitCode(c.run(ctx, []string{argument}, strings.NewReader(sorHeader), io.Discard, io.Discard), &stderr))
		return stderr.String()
	}
	interrupted, cancel := context.WithCancel(t.Context())
	cancel()
	const nothing = "error: interrupted; nothing was reported\n"
	assert.Equal(t, nothing+"    hint: --resume with -o FORMAT=FILE or --partial FILE, so that a run goes on where an interrupted one stopped\n", said(interrupted, importSOR{}, days))
	resumed := importSOR{output: output, resume: true}
	assert.Equal(t, nothing+"    hint: run the same command again; no file had been counted to its end for --resume to go on from\n", said(interrupted, resumed, days))
	// Another error stays what it is, and leaves the first day.
	assert.NotContains(t, said(t.Context(), resumed, days), "interrupted")
	require.NoError(t, os.WriteFile(second, []byte(sorHeader+sorRow(2, "X", "2025-07-02", "2025-06-01", "x")), 0o600))
	assert.Equal(t, nothing+"    hint: run the same command again: "+output+".resume keeps what was counted, and --resume goes on from there\n", said(interrupted, resumed, days))
	// Standard input is gone by then.
	assert.Equal(t, nothing, said(interrupted, importSOR{}, "-"))
}
