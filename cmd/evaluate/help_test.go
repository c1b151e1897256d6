package main

import (
	"slices"
	"strings"
	"testing"

	"github.com/spf13/cobra"
	"github.com/stretchr/testify/require"
)

// TestHelp: each command says in a line and then in full what it does, within the width
// of a terminal, and stands in a chapter of the help or is one of the few beside them.
func TestHelp(t *testing.T) {
	t.Parallel()
	root := newRoot()
	beside := []string{"completion", "config", "help", "man", "version"}
	for _, cmd := range root.Commands() {
		require.Equal(t, slices.Contains(beside, cmd.Name()), cmd.GroupID == "", cmd.Name())
	}
	for _, chapter := range chapters {
		for _, name := range chapter.commands {
			require.True(t, slices.ContainsFunc(root.Commands(), func(c *cobra.Command) bool { return c.Name() == name }), name)
		}
	}
	var look func(cmd *cobra.Command)
	look = func(cmd *cobra.Command) {
		require.NotEmpty(t, cmd.Short, cmd.CommandPath())
		require.LessOrEqual(t, len(cmd.Short), 80, cmd.CommandPath())
		require.NotContains(t, cmd.UsageString(), "  "+cmd.CommandPath()+" COMMAND\n  ", "a group has one line of usage")
		for line := range strings.Lines(cmd.Long) {
			require.LessOrEqual(t, len(line), 120, cmd.CommandPath())
		}
		for _, line := range strings.Split(cmd.LocalFlags().FlagUsagesWrapped(helpWidth), "\n") {
			require.LessOrEqual(t, len([]rune(line)), helpWidth, cmd.CommandPath())
		}
		for _, below := range cmd.Commands() {
			look(below)
		}
	}
	look(root)
}
