//go:build unix

package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"syscall"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// TestSignalsEndWaiting shows that a read which nobody will answer ends at the first
// signal, whatever the command, and that what is no ordinary file is not read from a
// folder.
func TestSignalsEndWaiting(t *testing.T) {
	t.Parallel()
	program := filepath.Join(t.TempDir(), "evaluate")
	require.NoError(t, exec.Command("go", "build", "-o", program, ".").Run())
	dir := t.TempDir()
	pipe := filepath.Join(dir, "facts.yaml")
	require.NoError(t, syscall.Mkfifo(pipe, 0o600))
	for _, args := range [][]string{{"-"}, {"validate", "-"}, {"fine", "-"}, {pipe}, {"validate", pipe}} {
		read, write, err := os.Pipe()
		require.NoError(t, err)
		cmd := exec.Command(program, args...)
		cmd.Stdin, cmd.Dir = read, dir
		require.NoError(t, cmd.Start())
		time.Sleep(300 * time.Millisecond) // until it waits; sooner, it ends as well
		require.NoError(t, cmd.Process.Signal(os.Interrupt))
		ended := make(chan error, 1)
		go func() { ended <- cmd.Wait() }()
		select {
		case <-ended:
		case <-time.After(30 * time.Second):
			require.NoError(t, cmd.Process.Kill())
			t.Fatalf("%v goes on after a signal", args)
		}
		require.NoError(t, read.Close())
		require.NoError(t, write.Close())
	}
	// A second signal does not wait for what the first one has not ended yet.
	cmd := exec.Command(program, "validate", "-")
	read, write, err := os.Pipe()
	require.NoError(t, err)
	defer read.Close()
	defer write.Close()
	cmd.Stdin = read
	require.NoError(t, cmd.Start())
	time.Sleep(300 * time.Millisecond)
	require.NoError(t, cmd.Process.Signal(os.Interrupt))
	time.Sleep(300 * time.Millisecond)
	require.NoError(t, cmd.Process.Signal(os.Interrupt))
	require.Error(t, cmd.Wait())
	status, ok := cmd.ProcessState.Sys().(syscall.WaitStatus)
	require.True(t, ok && status.Signaled(), "%v", cmd.ProcessState)

	out, err := exec.Command(program, dir).CombinedOutput()
	require.Error(t, err)
	require.Contains(t, string(out), "is no ordinary file and is left out")
	require.Contains(t, string(out), "no fact files below this directory")
}
