package main

import (
	"context"
	"io"
	"slices"

	"github.com/spf13/cobra"

	"github.com/dsaeval/dsaeval/schemas"
)

func newSchema() *cobra.Command {
	var s selection
	var config configuration
	var outputs []string
	cmd := &cobra.Command{
		Use:   "schema [facts|report|diff|calendar|explanation|lint|waivers|config]",
		Short: "Print the JSON Schema of facts, reports and the other files",
		Long: `schema prints one self-contained JSON Schema (2020-12). Editors complete and
check fact files with it; for YAML, put this in the first line:

  # yaml-language-server: $schema=facts.schema.json`,
		Example:   "  evaluate schema > facts.schema.json",
		Args:      asInUse,
		ValidArgs: append([]string{"facts"}, schemas.Others()...),
		RunE: func(cmd *cobra.Command, args []string) error {
			chosen, err := outputsOf(outputs, oneOfFormats("json"))
			if err != nil {
				return err
			}
			bundle, err := schemaOf(cmd.Context(), &s, append(args, "facts")[0])
			if err != nil {
				return err
			}
			return writeAll(chosen, cmd.OutOrStdout(), func(w io.Writer, _ string) error { return printJSON(w, bundle) })
		},
	}
	s.addRules(cmd)
	outputFlag(cmd, &outputs, "json")
	config.serve(cmd, serving{except: exceptOwn, beside: besideNothing})
	return cmd
}

// schemaOf is the schema with a name; that of facts has the sections of own policies.
func schemaOf(ctx context.Context, s *selection, name string) (any, error) {
	if name == "facts" {
		eng, err := s.engine(ctx)
		if err != nil {
			return nil, err
		}
		return eng.FactsSchema(), nil
	}
	if !slices.Contains(schemas.Others(), name) {
		return nil, notOneOf("schema", name, append([]string{"facts"}, schemas.Others()...)...)
	}
	return schemas.Other(name)
}
