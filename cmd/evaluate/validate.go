package main

import (
	"fmt"

	"github.com/spf13/cobra"
)

func newValidate() *cobra.Command {
	var s selection
	cmd := &cobra.Command{
		Use:   "validate FACTS...",
		Short: "Check fact files without judging them",
		Args:  cobra.MinimumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			by, err := s.reader(cmd.Context())
			if err != nil {
				return err
			}
			documents, err := readAll(by, args, cmd.InOrStdin())
			if err != nil {
				return err
			}
			for _, document := range documents {
				fmt.Fprintf(cmd.OutOrStdout(), "%s: valid\n", document.Name())
			}
			return nil
		},
	}
	s.addFlags(cmd)
	return cmd
}
