package main

import "github.com/spf13/cobra"

func newLint() *cobra.Command {
	return group(&cobra.Command{
		Use:   "lint",
		Short: "Check public records against their own rules",
		Long: `lint checks the form of a published record, and whether its figures can be true
together. It judges no obligation.`,
		Example: `  evaluate lint transparency-report report.zip`,
	}, newLintTransparencyReport())
}
