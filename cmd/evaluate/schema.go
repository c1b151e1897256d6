package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"github.com/dsaeval/dsaeval/schemas"
)

func newSchema() *cobra.Command {
	var s selection
	cmd := &cobra.Command{
		Use:   "schema [facts|report]",
		Short: "Print the JSON Schema of fact documents or of the report",
		Long: `schema prints one self-contained JSON Schema (2020-12). Editors complete and
check fact files with it; for YAML, put this in the first line:

  # yaml-language-server: $schema=facts.schema.json`,
		Example:   "  evaluate schema > facts.schema.json",
		Args:      cobra.MaximumNArgs(1),
		ValidArgs: []string{"facts", "report"},
		RunE: func(cmd *cobra.Command, args []string) error {
			switch {
			case len(args) == 0 || args[0] == "facts":
				eng, err := s.engine(cmd.Context())
				if err != nil {
					return err
				}
				return printJSON(cmd.OutOrStdout(), eng.FactsSchema())
			case args[0] == "report":
				bundle, err := schemas.Report()
				if err != nil {
					return err
				}
				return printJSON(cmd.OutOrStdout(), bundle)
			}
			return fmt.Errorf("there is no schema called %q; expected facts or report", args[0])
		},
	}
	s.addPolicies(cmd)
	return cmd
}
