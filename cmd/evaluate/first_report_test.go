package main

import (
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/internal/golden"
)

// TestFirstReport follows docs/first-report.md from an empty folder and compares
// what the commands print.
func TestFirstReport(t *testing.T) {
	oneAfterTheOther(t)
	t.Parallel()
	const page = "../../docs/first-report.md"
	content, err := os.ReadFile(page)
	require.NoError(t, err)
	dir := t.TempDir()
	commands := 0
	real := step.ReplaceAllStringFunc(string(content), func(block string) string {
		command, _, _ := strings.Cut(step.FindStringSubmatch(block)[3], "\n")
		shown, isCommand := strings.CutPrefix(command, "$ ")
		require.True(t, isCommand, block)
		commands++
		code, out := shell(t, dir, shown)
		require.Contains(t, []int{exitOK, exitBreach}, code, "%s\n%s", shown, out)
		return "```console\n" + command + "\n" + out + "```"
	})
	require.Greater(t, commands, 5)
	golden.Equal(t, page, real)
}
