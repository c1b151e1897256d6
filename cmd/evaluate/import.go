package main

import "github.com/spf13/cobra"

func newImport() *cobra.Command {
	return group(&cobra.Command{
		Use:   "import",
		Short: "Turn public records about services into facts",
		Long: `import reads what is published about a service, statements of reasons and
transparency reports, and writes the facts that it states, with their sources.`,
		Example: `  evaluate import transparency-report report.zip -o facts=facts.yaml
  evaluate import sor days/ --platform Instagram -o facts=facts.yaml`,
	}, newImportSOR(), newImportTransparencyReport())
}
