//go:build unix

package main

import (
	"bytes"
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"syscall"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

const instagram = "../../fixtures/cases/instagram-2023-06/facts.yaml"

// TestKilledBetweenOutputs ends a run by SIGKILL after its first output has taken its
// place and before the second has: what is there is old or new, and never torn. The
// other output is a pipe that nobody empties, which holds the run exactly there.
func TestKilledBetweenOutputs(t *testing.T) {
	t.Parallel()
	whole := filepath.Join(t.TempDir(), "whole.json")
	require.NoError(t, exec.Command("evaluate", instagram, "-o", "json="+whole).Run())
	want, err := os.ReadFile(whole)
	require.NoError(t, err)
	require.Greater(t, len(want), 128<<10, "more than a pipe holds")
	for name, first := range map[string]bool{"file first": true, "pipe first": false} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			dir := t.TempDir()
			file, pipe := filepath.Join(dir, "report.json"), filepath.Join(dir, "pipe")
			require.NoError(t, os.WriteFile(file, []byte("old"), 0o600))
			require.NoError(t, syscall.Mkfifo(pipe, 0o600))
			args := []string{instagram, "-o", "json=" + file, "-o", "json=" + pipe}
			if !first {
				args[2], args[4] = args[4], args[2]
			}
			cmd := exec.Command("evaluate", args...)
			require.NoError(t, cmd.Start())
			reader, err := os.Open(pipe) // waits for the run to open the other end
			require.NoError(t, err)
			defer reader.Close()
			_, err = reader.Read(make([]byte, 1)) // the second output has begun
			require.NoError(t, err)
			require.NoError(t, cmd.Process.Kill())
			require.Error(t, cmd.Wait())
			have, err := os.ReadFile(file)
			require.NoError(t, err)
			if first {
				require.True(t, bytes.Equal(want, have), "the first output is new and whole")
			} else {
				require.Equal(t, "old", string(have), "the second output has not been touched")
			}
		})
	}
}

// TestKilledAnywhere ends runs by SIGKILL at some moment: the file is old or new.
func TestKilledAnywhere(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	whole := filepath.Join(dir, "whole.json")
	begun := time.Now()
	require.NoError(t, exec.Command("evaluate", instagram, "-o", "json="+whole).Run())
	took := time.Since(begun)
	want, err := os.ReadFile(whole)
	require.NoError(t, err)
	file := filepath.Join(dir, "report.json")
	for i := range 20 {
		require.NoError(t, os.WriteFile(file, []byte("old"), 0o600))
		ctx, cancel := context.WithTimeout(t.Context(), took*time.Duration(i+1)/16)
		_ = exec.CommandContext(ctx, "evaluate", instagram, "-o", "json="+file).Run() // killed, or not
		cancel()
		have, err := os.ReadFile(file)
		require.NoError(t, err)
		require.True(t, string(have) == "old" || bytes.Equal(want, have), "torn: %d bytes of %d", len(have), len(want))
	}
}

// TestRunsSideBySide has several runs write the same files of one folder at a time:
// each is whole in the end, and nothing is left beside them.
func TestRunsSideBySide(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	outputs := func(at string) []string {
		return []string{instagram, "-o", "json=" + filepath.Join(at, "r.json"), "-o", "sarif=" + filepath.Join(at, "r.sarif"), "-o", "html=" + filepath.Join(at, "r.html")}
	}
	alone := t.TempDir()
	require.NoError(t, exec.Command("evaluate", outputs(alone)...).Run())
	ended := make(chan error)
	for range 6 {
		go func() { ended <- exec.Command("evaluate", outputs(dir)...).Run() }()
	}
	for range 6 {
		require.NoError(t, <-ended)
	}
	entries, err := os.ReadDir(dir)
	require.NoError(t, err)
	require.Len(t, entries, 3)
	for _, entry := range entries {
		want, err := os.ReadFile(filepath.Join(alone, entry.Name()))
		require.NoError(t, err)
		have, err := os.ReadFile(filepath.Join(dir, entry.Name()))
		require.NoError(t, err)
		require.True(t, bytes.Equal(want, have), entry.Name())
	}
}
