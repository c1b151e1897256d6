package main

import (
	"fmt"
	"io"
	"io/fs"

	"github.com/spf13/cobra"

	"github.com/dsaeval/dsaeval/engine"
	"github.com/dsaeval/dsaeval/internal/columns"
	"github.com/dsaeval/dsaeval/internal/fines"
	"github.com/dsaeval/dsaeval/policies"
)

func newFineModel() *cobra.Command {
	return group(&cobra.Command{
		Use:   "fine-model",
		Short: "List, show, check and back-test models of indicative fine ranges",
		Long: `A fine model is a YAML file: of formulas that turn turnover and circumstances
into a range, or with a table of published decisions that it is computed from.
It is never law. docs/fines.md explains the form; the models that are built in
can be copied and changed.`,
		Example: `  evaluate fine-model list
  evaluate fine-model show edpb-04-2022 -o yaml=ours.yaml
  evaluate fine-model check ours.yaml
  evaluate fine-model backtest ours.yaml
  evaluate fine facts.yaml --fine-model ours.yaml`,
	}, newFineModelList(), newFineModelShow(), newFineModelCheck(), newFineModelBacktest())
}

// listedModel is what the command lists and checks of a model, as JSON.
type listedModel struct {
	Name  string `json:"name"`
	Kind  string `json:"kind"`
	Title string `json:"title"`
	// Decisions is how many published decisions the model rests on, Infringements how
	// many infringements they are about, where the model counts these.
	Decisions     int `json:"decisions"`
	Infringements int `json:"infringements,omitempty"`
}

func listed(m *fines.Model) listedModel {
	l := listedModel{Name: m.Name, Kind: string(m.Kind), Title: m.Title, Decisions: m.Published().Len()}
	if l.Decisions == 0 && m.Calibration != nil {
		l.Decisions, l.Infringements = m.Calibration.Decisions, m.Calibration.Infringements
	}
	return l
}

// sample says how much a model rests on.
func (l listedModel) sample() string {
	switch {
	case l.Infringements > 0:
		return fmt.Sprintf("n = %d infringements in %d decisions", l.Infringements, l.Decisions)
	case l.Decisions > 0:
		return fmt.Sprintf("n = %d decisions", l.Decisions)
	}
	return "n = 0"
}

func newFineModelList() *cobra.Command {
	var outputs []string
	cmd := &cobra.Command{
		Use:   "list",
		Short: "List the models that are built in",
		Args:  asInUse,
		RunE: func(cmd *cobra.Command, _ []string) error {
			chosen, err := outputsOf(outputs, textOrJSON)
			if err != nil {
				return err
			}
			models, err := engine.FineModels()
			if err != nil {
				return err
			}
			var list []listedModel
			for _, m := range models {
				list = append(list, listed(m))
			}
			return writeList(chosen, cmd.OutOrStdout(), list, func(w io.Writer) error {
				table := columns.New("")
				for _, m := range list {
					table.Row(m.Name, m.Kind, m.sample(), m.Title)
				}
				return table.Write(w, widthOf(w))
			})
		},
	}
	outputFlag(cmd, &outputs, "text", "json")
	return cmd
}

func newFineModelShow() *cobra.Command {
	var outputs []string
	cmd := &cobra.Command{
		Use:   "show NAME",
		Short: "Print the file of a model that is built in",
		Example: `  evaluate fine-model show edpb-04-2022
  evaluate fine-model show edpb-04-2022 -o yaml=ours.yaml`,
		Args: asInUse,
		RunE: func(cmd *cobra.Command, args []string) error {
			chosen, err := outputsOf(outputs, oneOfFormats("yaml"))
			if err != nil {
				return err
			}
			content, err := fs.ReadFile(policies.FS(), "fines/"+args[0]+".yaml")
			if err != nil {
				return noModel("fine model", args[0])
			}
			return writeAll(chosen, cmd.OutOrStdout(), func(w io.Writer, _ string) error {
				_, err := w.Write(content)
				return err
			})
		},
	}
	outputFlag(cmd, &outputs, "yaml")
	return cmd
}

// noModel says that no model has a name, with the nearest that there is.
func noModel(what, name string) error {
	models, err := engine.FineModels()
	if err != nil {
		return err
	}
	var names []string
	for _, m := range models {
		names = append(names, m.Name)
	}
	return notOneOf(what, name, names...)
}

func newFineModelCheck() *cobra.Command {
	var outputs []string
	cmd := &cobra.Command{
		Use:   "check FILE",
		Short: "Check a model and explain what is wrong, with line and column",
		Long: `check reads a model, compiles its formulas and tries them on everything that
their inputs can be, so that a division by zero is found before a case is.

The exit code is 0 if the model can be used and 2 if not.`,
		Args: asInUse,
		RunE: func(cmd *cobra.Command, args []string) error {
			chosen, err := outputsOf(outputs, textOrJSON)
			if err != nil {
				return err
			}
			m, err := fineModelOf(args[0])
			if err != nil {
				return err
			}
			model := listed(m)
			return writeList(chosen, cmd.OutOrStdout(), model, func(w io.Writer) error {
				_, err := fmt.Fprintf(w, "%s: valid; %s, %s, %s\n", args[0], model.Name, model.Kind, model.sample())
				return err
			})
		},
	}
	outputFlag(cmd, &outputs, "text", "json")
	return cmd
}
