package main

import (
	"encoding/json"
	"fmt"
	"io"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"github.com/dsaeval/dsaeval/engine/policy"
)

func newObligations() *cobra.Command {
	var s selection
	var asJSON bool
	cmd := &cobra.Command{
		Use:   "obligations",
		Short: "List the obligations",
		Example: `  evaluate obligations --only 16
  evaluate obligations --json`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			eng, err := s.engine(cmd.Context())
			if err != nil {
				return err
			}
			if asJSON {
				return printJSON(cmd.OutOrStdout(), eng.Obligations())
			}
			return printObligations(cmd.OutOrStdout(), eng.Obligations())
		},
	}
	s.addFlags(cmd)
	cmd.Flags().BoolVar(&asJSON, "json", false, "print everything that is known about them, as JSON")
	return cmd
}

func printObligations(w io.Writer, obligations []*policy.Obligation) error {
	table := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	for _, o := range obligations {
		fmt.Fprintf(table, "%s\tArt. %s\t%s\t%s\t%s\n", o.ID, o.Article, o.Addressee, o.Kind, o.Title)
	}
	return table.Flush()
}

func printJSON(w io.Writer, value any) error {
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	return encoder.Encode(value)
}
