//go:build unix

package main

import (
	"bytes"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestSignalsEndWaiting shows that a read which nobody will answer ends at the first
// signal, whatever the command.
func TestSignalsEndWaiting(t *testing.T) {
	t.Parallel()
	for _, args := range [][]string{{"-"}, {"validate", "-"}, {"fine", "-"}, {"facts.yaml"}, {"validate", "facts.yaml"}} {
		t.Run(strings.Join(args, " "), func(t *testing.T) {
			t.Parallel()
			cmd, ended := waiting(t, args...)
			require.NoError(t, cmd.Process.Signal(os.Interrupt))
			<-ended
			require.Equal(t, exitUsage, cmd.ProcessState.ExitCode(), "%v", cmd.ProcessState)
		})
	}
}

// TestSecondSignal does not wait for what the first one has not ended yet. When the first
// one was heard is not to be seen from here, so that they are sent until one ends the
// process; after the first alone it would end by itself.
func TestSecondSignal(t *testing.T) {
	t.Parallel()
	cmd, ended := waiting(t, "validate", "-")
	for over := false; !over; {
		select {
		case <-ended:
			over = true
		default:
			_ = cmd.Process.Signal(os.Interrupt) // it may have ended in between
		}
	}
	status, ok := cmd.ProcessState.Sys().(syscall.WaitStatus)
	require.True(t, ok && status.Signaled(), "%v", cmd.ProcessState)
}

// TestPipesInFolders are not read, as nobody may ever write to them.
func TestPipesInFolders(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	require.NoError(t, syscall.Mkfifo(filepath.Join(dir, "facts.yaml"), 0o600))
	out, err := exec.Command("evaluate", dir).CombinedOutput()
	require.Error(t, err)
	require.Contains(t, string(out), "is no ordinary file and is left out")
	require.Contains(t, string(out), "no fact files below this directory")
}

// TestDevices are not read as files, and what has no end is read no further than a
// document may be long.
func TestDevices(t *testing.T) {
	t.Parallel()
	for _, args := range [][]string{
		{"/dev/zero"},
		{"validate", "/dev/zero"},
		{"render", "/dev/zero"},
		{"verify", "/dev/zero", "facts.yaml"},
		{"ask", "/dev/zero"},
		{"diff", "/dev/zero", "/dev/zero"},
		{"facts", "--config", "/dev/zero"},
		{"obligations", "--params", "/dev/zero"},
		{"serve", "--addr", "127.0.0.1:0", "--token-file", "/dev/zero"},
		{"fine-model", "check", "/dev/zero"},

		{"fine-model", "backtest", "--table", "/dev/zero"},
	} {
		out, err := exec.Command("evaluate", args...).CombinedOutput()
		require.Error(t, err, args)
		require.Contains(t, string(out), "/dev/zero: this is a device, and no file", args)
	}
	endless, err := os.Open("/dev/zero")
	require.NoError(t, err)
	defer endless.Close()
	cmd := exec.Command("evaluate", "-")
	cmd.Stdin = endless
	out, err := cmd.CombinedOutput()
	require.Error(t, err)
	require.Contains(t, string(out), "larger than the limit of 16 MiB")

	// A shell gives a pipe such a name for <(…).
	cmd = exec.Command("evaluate", "validate", "/dev/stdin")
	cmd.Stdin = io.MultiReader(strings.NewReader("service: {nam: A}"))
	out, err = cmd.CombinedOutput()
	require.Error(t, err)
	require.Contains(t, string(out), "did you mean name?")
}

// waiting starts the program with an input that never ends, on its standard input or by
// the named pipe facts.yaml, and returns once it waits for more: it has taken more than a
// pipe holds.
func waiting(t *testing.T, args ...string) (*exec.Cmd, <-chan error) {
	t.Helper()
	dir := t.TempDir()
	pipe := filepath.Join(dir, "facts.yaml")
	require.NoError(t, syscall.Mkfifo(pipe, 0o600))
	read, write, err := os.Pipe()
	require.NoError(t, err)
	cmd := exec.Command("evaluate", args...)
	cmd.Stdin, cmd.Dir = read, dir
	require.NoError(t, cmd.Start())
	require.NoError(t, read.Close())
	if args[len(args)-1] != "-" {
		require.NoError(t, write.Close())
		write, err = os.OpenFile(pipe, os.O_WRONLY, 0) // waits until it reads
		require.NoError(t, err)
	}
	t.Cleanup(func() { _ = write.Close() })
	_, err = write.Write(bytes.Repeat([]byte("\n"), 1<<20))
	require.NoError(t, err)
	ended := make(chan error, 1)
	go func() { ended <- cmd.Wait() }()
	return cmd, ended
}
