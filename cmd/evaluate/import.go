package main

import "github.com/spf13/cobra"

func newImport() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "import",
		Short: "Turn public records about services into facts",
	}
	cmd.AddCommand(newImportSOR(), newImportTransparencyReport())
	return cmd
}
