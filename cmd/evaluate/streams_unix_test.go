//go:build unix

package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestStreamsAreFlat: ten times as many documents take no more memory, since no more
// than one is held.
func TestStreamsAreFlat(t *testing.T) {
	if testing.Short() {
		t.Skip("the race detector changes what memory is taken")
	}
	t.Parallel()
	const line = `{"assessment": {"date": "2025-01-01"}, "service": {"name": "A", "categories": ["hosting"], "offers_services_in_eu": true}}` + "\n"
	dir := t.TempDir()
	peak := func(documents int, args ...string) int64 {
		file := filepath.Join(dir, "many.ndjson")
		require.NoError(t, os.WriteFile(file, []byte(strings.Repeat(line, documents)), 0o600))
		cmd := exec.CommandContext(t.Context(), "evaluate", append(args, file)...)
		require.NoError(t, cmd.Run())
		return cmd.ProcessState.SysUsage().(*syscall.Rusage).Maxrss // in kilobytes, or bytes on a Mac
	}
	for _, test := range []struct {
		args []string
		few  int
	}{{[]string{"validate"}, 1500}, {[]string{"fine", "--only", "16"}, 400}, {[]string{"calendar", "--only", "11", "-o", "json"}, 5}} {
		few, many := peak(test.few, test.args...), peak(10*test.few, test.args...)
		t.Logf("%v: %d for %d documents, %d for %d", test.args, few, test.few, many, 10*test.few)
		require.Less(t, many, few*3/2, test.args) // the collector leaves some
	}
}
