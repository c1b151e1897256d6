package main

import (
	"github.com/spf13/cobra"

	"github.com/dsaeval/dsaeval/schemas"
)

func newSchema() *cobra.Command {
	var s selection
	cmd := &cobra.Command{
		Use:   "schema [facts|report|diff|calendar|explanation|lint|waivers|config]",
		Short: "Print the JSON Schema of fact documents, of the report, of a diff, of a calendar, of an explanation, of lint findings, of waivers or of evaluate.yaml",
		Long: `schema prints one self-contained JSON Schema (2020-12). Editors complete and
check fact files with it; for YAML, put this in the first line:

  # yaml-language-server: $schema=facts.schema.json`,
		Example:   "  evaluate schema > facts.schema.json",
		Args:      cobra.MaximumNArgs(1),
		ValidArgs: append([]string{"facts"}, schemas.Others()...),
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) == 0 || args[0] == "facts" {
				eng, err := s.engine(cmd.Context())
				if err != nil {
					return err
				}
				return printJSON(cmd.OutOrStdout(), eng.FactsSchema())
			}
			bundle, err := schemas.Other(args[0])
			if err != nil {
				return err
			}
			return printJSON(cmd.OutOrStdout(), bundle)
		},
	}
	s.addPolicies(cmd)
	return cmd
}
