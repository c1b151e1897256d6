package main

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"github.com/dsaeval/dsaeval/engine"
	"github.com/dsaeval/dsaeval/internal/fines"
	"github.com/dsaeval/dsaeval/policies"
)

func newFineModel() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "fine-model",
		Short: "List, show, check and back-test models of indicative fine ranges",
		Long: `A fine model is a YAML file: of formulas that turn turnover and circumstances
into a range, or with a table of published decisions that it is computed from.
It is never law. docs/fines.md explains the form; the models that are built in
can be copied and changed.`,
		Example: `  evaluate fine-model list
  evaluate fine-model show edpb-04-2022 > ours.yaml
  evaluate fine-model check ours.yaml
  evaluate fine-model backtest ours.yaml
  evaluate fine facts.yaml --fine-model ours.yaml`,
	}
	cmd.AddCommand(newFineModelList(), newFineModelShow(), newFineModelCheck(), newFineModelBacktest())
	return cmd
}

func newFineModelList() *cobra.Command {
	return &cobra.Command{
		Use:   "list",
		Short: "List the models that are built in",
		Args:  cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			models, err := engine.FineModels()
			if err != nil {
				return err
			}
			table := tabwriter.NewWriter(cmd.OutOrStdout(), 0, 0, 2, ' ', 0)
			for _, m := range models {
				fmt.Fprintf(table, "%s\t%s\t%s\t%s\n", m.Name, m.Kind, sample(m), m.Title)
			}
			return table.Flush()
		},
	}
}

// sample says how much a model rests on.
func sample(m *fines.Model) string {
	if n := m.Published().Len(); n > 0 {
		return fmt.Sprintf("n = %d decisions", n)
	}
	if m.Calibration == nil {
		return "n = 0"
	}
	return fmt.Sprintf("n = %d infringements in %d decisions", m.Calibration.Infringements, m.Calibration.Decisions)
}

func newFineModelShow() *cobra.Command {
	return &cobra.Command{
		Use:   "show NAME",
		Short: "Print the file of a model that is built in",
		Args:  cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			content, err := fs.ReadFile(policies.FS(), "fines/"+args[0]+".yaml")
			if err != nil {
				return fmt.Errorf("there is no fine model %s\n  try: evaluate fine-model list", args[0])
			}
			_, err = cmd.OutOrStdout().Write(content)
			return err
		},
	}
}

func newFineModelCheck() *cobra.Command {
	return &cobra.Command{
		Use:   "check FILE",
		Short: "Check a model and explain what is wrong, with line and column",
		Long: `check reads a model, compiles its formulas and tries them on everything that
their inputs can be, so that a division by zero is found before a case is.`,
		Args: cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			content, err := os.ReadFile(args[0])
			if err != nil {
				return err
			}
			m, err := fines.LoadModelFrom(os.DirFS(filepath.Dir(args[0])), args[0], content)
			if err != nil {
				return err
			}
			fmt.Fprintf(cmd.OutOrStdout(), "%s: valid; %s, %s, %s\n", args[0], m.Name, m.Kind, sample(m))
			return nil
		},
	}
}
