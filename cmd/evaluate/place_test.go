package main

import (
	"slices"
	"testing"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
	"github.com/stretchr/testify/require"
)

// Nothing is written over what a flag names: each that names a file is known to be read,
// or is itself where something is written.
func TestFlagsThatRead(t *testing.T) {
	t.Parallel()
	written := []string{"output", "partial", "rejects"} // the last two keep apart by themselves
	files := []string{"FILE", "DIRECTORY", "DOCUMENT", "REPORT", "MODEL", "FOLDER", "PATH"}
	read := map[string]bool{}
	var look func(cmd *cobra.Command)
	look = func(cmd *cobra.Command) {
		cmd.Flags().VisitAll(func(f *pflag.Flag) {
			name, _ := pflag.UnquoteUsage(f)
			if slices.Contains(files, name) && !slices.Contains(written, f.Name) {
				read[f.Name] = true
				require.Contains(t, flagsThatRead, f.Name, "evaluate %s", cmd.Name())
			}
		})
		for _, below := range cmd.Commands() {
			look(below)
		}
	}
	look(newRoot())
	for _, name := range flagsThatRead {
		require.True(t, read[name], "no command has --%s FILE", name)
	}
}
