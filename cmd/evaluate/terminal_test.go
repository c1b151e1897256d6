//go:build unix

package main

import (
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
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

// TestLinesFitTheTerminal: of what changed, of the money, of errors and hints. Nothing is
// broken that goes to a pipe.
func TestLinesFitTheTerminal(t *testing.T) {
	oneAfterTheOther(t)
	t.Parallel()
	dir := t.TempDir()
	const wide = 60
	begin := "assessment: {date: 2025-01-01}\nservice:\n  name: Example\n  categories: [hosting]\n  offers_services_in_eu: true\n  designation_status: none\n" +
		"  turnover_worldwide_preceding_fy: {group: {amount: \"110400000000.00\", currency: EUR, financial_year: 2024}}\n"
	for name, content := range map[string]string{
		"old.yaml":   begin,
		"new.yaml":   begin + "reporting_pipeline: {notices_with_contact_count: 9, notices_confirmed_count: 8}\n",
		"wrong.yaml": "service:\n  nam: Example\n  categories: [hosting_of_what_people_say_and_write]\n",
	} {
		require.NoError(t, os.WriteFile(filepath.Join(dir, name), []byte(content), 0o600))
	}
	for _, c := range []struct {
		args     []string
		contains string
	}{
		{[]string{"diff", "old.yaml", "new.yaml", "--only", "16"}, "NEW"},
		{[]string{"fine", "new.yaml", "--only", "16", "--explain"}, "cap per decision"},
		{[]string{"fine", "new.yaml", "--only", "16", "--explain", "--fine-model", "edpb-04-2022"}, "cap per decision"},
		{[]string{"wrong.yaml"}, "hint:"},
		{[]string{"wrong.yaml", "--keep-going"}, "hint:"},
		{[]string{"validate", "wrong.yaml"}, "hint:"},
		{[]string{"new.yaml", "--only", "16", "--output", "json", "--output", "text"}, "hint:"},
		{[]string{"new.yaml", "--only", "16", "--output", "json=out.json", "--fail-on", "breach > 0 and undetermined > 0 and not_applicable >= 0"}, "failed:"},
	} {
		shown := onTerminal(t, wide, dir, []string{"NO_COLOR=1"}, c.args...)
		require.Contains(t, shown, c.contains, c.args)
		piped := exec.CommandContext(t.Context(), "evaluate", c.args...)
		piped.Dir = dir
		whole, _ := piped.CombinedOutput() // codes are for scripts
		require.Equal(t, letters(string(whole)), letters(shown), "%v: nothing is lost", c.args)
		longest := 0
		for line := range strings.Lines(string(whole)) {
			longest = max(longest, columns.Width(strings.TrimSuffix(line, "\n")))
		}
		require.Greater(t, longest, wide, "%v: a pipe gets whole lines", c.args)
		for line := range strings.Lines(shown) {
			// A word is never broken, so that it can be copied.
			if len(strings.Fields(line)) > 1 {
				require.LessOrEqual(t, columns.Width(strings.TrimSuffix(line, "\n")), wide, "%v: %s", c.args, line)
			}
		}
	}
}

// letters are those of a text in their order, whatever cells of tables they stand in.
func letters(text string) string {
	sorted := []rune(strings.Join(strings.Fields(text), ""))
	slices.Sort(sorted)
	return string(sorted)
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
