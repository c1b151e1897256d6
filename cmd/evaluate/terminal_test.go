//go:build unix

package main

import (
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/creack/pty"
	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/internal/columns"
)

// onTerminal runs the command on a terminal of a width, and returns what is on it.
func onTerminal(t *testing.T, width uint16, dir string, env []string, args ...string) string {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), "evaluate", args...)
	cmd.Dir = dir
	cmd.Env = append([]string{"PATH=" + os.Getenv("PATH"), "HOME=" + dir, "TERM=xterm"}, env...)
	terminal, err := pty.StartWithSize(cmd, &pty.Winsize{Rows: 50, Cols: width})
	require.NoError(t, err)
	defer terminal.Close()
	// The terminal ends with the command, on some systems with an error.
	shown, _ := io.ReadAll(terminal)
	_ = cmd.Wait() // codes are for scripts
	return strings.ReplaceAll(string(shown), "\r\n", "\n")
}

// TestTablesFitTheTerminal also holds for names of letters that are two columns wide.
func TestTablesFitTheTerminal(t *testing.T) {
	oneAfterTheOther(t)
	t.Parallel()
	dir := t.TempDir()
	line := `{"assessment": {"date": "2025-01-01"}, "service": {"name": "動画と音楽の配信サイト動画と音楽の配信サイト", "categories": ["hosting"], "offers_services_in_eu": true}}` + "\n"
	require.NoError(t, os.WriteFile(filepath.Join(dir, "many.ndjson"), []byte(line+line), 0o600))
	for _, args := range [][]string{
		{"obligations"},
		{"parameters"},
		{"facts"},
		{"fine-model", "list"},
		{"config"},
		{"many.ndjson", "--only", "16", "--color", "never"},
	} {
		shown := onTerminal(t, 90, dir, nil, args...)
		require.NotEmpty(t, shown, args)
		for line := range strings.Lines(shown) {
			require.LessOrEqual(t, columns.Width(strings.TrimSuffix(line, "\n")), 90, "%v: %s", args, line)
		}
	}
}

// TestColoursOnTerminal: headings have colours where somebody looks and has not said no.
func TestColoursOnTerminal(t *testing.T) {
	oneAfterTheOther(t)
	t.Parallel()
	dir := t.TempDir()
	facts := "assessment: {date: 2025-01-01}\nservice: {categories: [hosting], offers_services_in_eu: true}\n"
	require.NoError(t, os.WriteFile(filepath.Join(dir, "facts.yaml"), []byte(facts), 0o600))
	for _, c := range []struct {
		env, args []string
		want      bool
	}{
		{nil, nil, true},
		{[]string{"NO_COLOR=1"}, nil, false},
		{[]string{"TERM=dumb"}, nil, false},
		{nil, []string{"--color", "never"}, false},
		{[]string{"NO_COLOR=1"}, []string{"--color", "always"}, true},
	} {
		shown := onTerminal(t, 100, dir, c.env, append([]string{"facts.yaml", "--only", "16"}, c.args...)...)
		require.Equal(t, c.want, strings.Contains(shown, "\x1b["), "%v %v", c.env, c.args)
	}
}
