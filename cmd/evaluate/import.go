package main

import "github.com/spf13/cobra"

func newImport() *cobra.Command {
	return group(&cobra.Command{
		Use:   "import",
		Short: "Turn public records about services into facts",
	}, newImportSOR(), newImportTransparencyReport())
}
