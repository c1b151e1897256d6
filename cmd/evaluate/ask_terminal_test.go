//go:build unix

package main

import (
	"bufio"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/creack/pty"
	"github.com/stretchr/testify/require"
)

// TestAskInTerminal answers through a pseudo-terminal, as a person does: without
// --interactive, and with a judgement of which "do not know" is offered first.
func TestAskInTerminal(t *testing.T) {
	t.Parallel()
	name := filepath.Join(t.TempDir(), "facts.yaml")
	require.NoError(t, os.WriteFile(name, []byte(`# Of a host
assessment: {date: 2026-11-01}
service: {categories: [hosting], enterprise_size: large, size_status_lost: false, designation_status: none, offers_services_in_eu: true}
statements_of_reasons: {statements_of_reasons_sent_count: null} # not counted
`), 0o600))
	cmd := exec.CommandContext(t.Context(), "evaluate", "ask", name, "--article", "17(4)", "--source", "Review of 2026")
	terminal, err := pty.Start(cmd)
	require.NoError(t, err)
	defer terminal.Close()
	answers := []string{"why", "yes"}
	var shown strings.Builder
	screen := bufio.NewReader(terminal)
	for {
		char, _, err := screen.ReadRune()
		if err != nil {
			break // the terminal ends with the command
		}
		shown.WriteRune(char)
		if strings.HasSuffix(shown.String(), "yes or no:") || strings.HasSuffix(shown.String(), "or ?:") {
			answer := "quit"
			if len(answers) > 0 {
				answer, answers = answers[0], answers[1:]
			}
			_, err := terminal.WriteString(answer + "\n")
			require.NoError(t, err)
		}
	}
	require.NoError(t, cmd.Wait(), shown.String())
	require.Contains(t, shown.String(), "?, or yes or no:", "of a judgement")
	require.Contains(t, shown.String(), "Settled: 1 met")
	require.NotContains(t, shown.String(), "\x1b", "nothing is redrawn")
	content, err := os.ReadFile(name)
	require.NoError(t, err)
	require.Contains(t, string(content), "statements_of_reasons_sent_count: null} # not counted", "comments stay")
	require.Contains(t, string(content), "statements_clear_and_specific: true")
	require.Contains(t, string(content), "/statements_of_reasons/statements_clear_and_specific: [review-of-2026]")
}
