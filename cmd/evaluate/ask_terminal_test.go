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
	shown := atTerminal(t, []string{"why", "yes"}, "ask", name, "--article", "17(4)", "--source", "Review of 2026")
	require.Contains(t, shown, "?, or yes or no:", "of a judgement")
	require.Contains(t, shown, "Settled: 1 compliant")
	require.NotContains(t, shown, "\x1b", "nothing is redrawn")
	content, err := os.ReadFile(name)
	require.NoError(t, err)
	require.Contains(t, string(content), "statements_of_reasons_sent_count: null} # not counted", "comments stay")
	require.Contains(t, string(content), "statements_clear_and_specific: true")
	require.Contains(t, string(content), "/statements_of_reasons/statements_clear_and_specific: [review-of-2026]")
}

// TestAskTurnsInTerminal: do not know, back, not applicable, and an answer with its
// source and day.
func TestAskTurnsInTerminal(t *testing.T) {
	t.Parallel()
	name := filepath.Join(t.TempDir(), "facts.yaml")
	require.NoError(t, os.WriteFile(name, []byte(`# Of a platform
assessment: {date: 2026-11-01}
service:
  categories: [hosting, online_platform] # both
  enterprise_size: large
  size_status_lost: false
  designation_status: none
  offers_services_in_eu: true
  offered_in_union_since: 2015-03-01
`), 0o600))
	shown := atTerminal(t, []string{"?", "back", "na"}, "ask", name, "--section", "advertising")
	require.Contains(t, shown, "Taken back: advertising.presents_advertisements")
	require.Equal(t, 2, strings.Count(shown, "Does the service present advertisements"), "asked again after back")
	require.Contains(t, shown, "No other fact says so; the fact stays open, with a note.")
	content, err := os.ReadFile(name)
	require.NoError(t, err)
	require.Contains(t, string(content), "categories: [hosting, online_platform] # both\n  enterprise_size: large")
	require.Contains(t, string(content), "presents_advertisements: null # said not to apply", "never a value of its own")

	shown = atTerminal(t, []string{"no; Interview with Anna; 2026-10-02"}, "ask", name, "--section", "recommendation")
	require.Contains(t, shown, "Settled")
	content, err = os.ReadFile(name)
	require.NoError(t, err)
	require.Contains(t, string(content), "interview-with-anna: {accessed_on: 2026-10-02, title: Interview with Anna}")
	require.Contains(t, string(content), "/recommendation/uses_recommender_systems: [interview-with-anna]")
}

// atTerminal runs the command in a pseudo-terminal, answers what it asks, then quits, and
// returns what was shown.
func atTerminal(t *testing.T, answers []string, args ...string) string {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), "evaluate", args...)
	terminal, err := pty.Start(cmd)
	require.NoError(t, err)
	defer terminal.Close()
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
	return shown.String()
}
