package main

import "github.com/spf13/cobra"

func newLint() *cobra.Command {
	return group(&cobra.Command{
		Use:   "lint",
		Short: "Check public records against their own rules",
	}, newLintTransparencyReport())
}
