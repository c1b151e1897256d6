package main

import "github.com/spf13/cobra"

func newLint() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "lint",
		Short: "Check public records against their own rules",
	}
	cmd.AddCommand(newLintTransparencyReport())
	return cmd
}
