package main

import (
	"io"
	"strings"

	"github.com/spf13/cobra"

	"github.com/dsaeval/dsaeval/engine"
	"github.com/dsaeval/dsaeval/engine/policy"
	"github.com/dsaeval/dsaeval/internal/columns"
	"github.com/dsaeval/dsaeval/internal/words"
)

func newParameters() *cobra.Command {
	var s selection
	var config configuration
	var outputs []string
	cmd := &cobra.Command{
		Use:   "parameters",
		Short: "List the values and readings that stand for open words of the law",
		Long: `parameters lists the values that rules compare facts with where the law gives
no figure and, after them, the readings that rules follow where its words bear
more than one meaning, with their rivals. Each can be set in a YAML file that is
passed with --params:

  median_hours_notice_to_decision_max:
    value: 48
    reason: our notices are mostly about trade marks
  yearly_cycle:
    value: twelve_months
    reason: our supervisor counts from one assessment to the next`,
		Args: asInUse,
		RunE: func(cmd *cobra.Command, _ []string) error {
			chosen, err := outputsOf(outputs, textOrJSON)
			if err != nil {
				return err
			}
			eng, err := s.engine(cmd.Context())
			if err != nil {
				return err
			}
			return writeList(chosen, cmd.OutOrStdout(), struct {
				Parameters []policy.Parameter `json:"parameters"`
				Readings   []policy.Reading   `json:"readings"`
			}{eng.Parameters(), eng.Readings()}, func(w io.Writer) error { return printParameters(w, eng) })
		},
	}
	s.addFlags(cmd)
	outputFlag(cmd, &outputs, "text", "json")
	config.serve(cmd, serving{except: exceptOwn})
	return cmd
}

func printParameters(w io.Writer, eng *engine.Engine) error {
	table := columns.New("")
	for _, p := range eng.Parameters() {
		table.Row(p.Name, p.Values[len(p.Values)-1].Value, p.Unit, words.Cite(p.Article), p.Term)
	}
	for _, r := range eng.Readings() {
		table.Row(r.Name, r.Chosen, "rival: "+strings.Join(r.Rivals(), ", "), words.Cite(r.Article), r.Question)
	}
	return table.Write(w, widthOf(w))
}
