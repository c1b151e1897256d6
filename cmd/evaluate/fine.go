package main

import (
	"encoding/json"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"github.com/dsaeval/dsaeval/engine"
	"github.com/dsaeval/dsaeval/engine/facts"
	"github.com/dsaeval/dsaeval/engine/render"
	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/internal/writing"
)

// fining holds the flags of the command fine.
type fining struct {
	evaluation
	explain bool
	asJSON  bool
}

// stake is what the command prints as JSON for one document.
type stake struct {
	File        string          `json:"file"`
	Fine        *report.Fine    `json:"fine"`
	Sensitivity []report.Change `json:"sensitivity"`
}

func newFine() *cobra.Command {
	var f fining
	cmd := &cobra.Command{
		Use:   "fine FACTS...",
		Short: "Say what is at stake in money, with every step",
		Long: `fine judges the facts and says what is at stake: the statutory caps, which are
law, and the indicative range of a model, which is not. Every base, every
assumption and every factor is shown. There is no tariff, and zero is always
possible.

The exit code is 0 whatever the verdicts, 2 for wrong usage, invalid facts or an
invalid model.`,
		Example: `  evaluate fine facts.yaml --explain
  evaluate fine facts.yaml --turnover-of entity --fx "EUR/USD=1.0389@2024-12-31 ECB"
  evaluate fine facts.yaml --fine-model ours.yaml --fine-input gravity=high`,
		Args: cobra.MinimumNArgs(1),
		RunE: f.print,
	}
	flags := cmd.Flags()
	flags.StringVar(&f.asOf, "as-of", "", "judge on this day, YYYY-MM-DD, instead of assessment.date")
	flags.BoolVar(&f.explain, "explain", false, "add the calculation of the range step by step and, for a model of formulas, which input moves it most")
	flags.BoolVar(&f.asJSON, "json", false, "print JSON, one line for each document")
	f.selection.addFlags(cmd)
	f.fineFlags.addFlags(cmd)
	return cmd
}

func (f *fining) print(cmd *cobra.Command, args []string) error {
	eng, err := f.engine(cmd.Context())
	if err != nil {
		return err
	}
	documents, err := readAll(eng, args, cmd.InOrStdin(), cmd.ErrOrStderr())
	if err != nil {
		return err
	}
	if err := f.matched(documents); err != nil {
		return err
	}
	var stakes []stake
	var reports []*report.Report
	for _, document := range documents {
		if document, err = dated(document, f.asOf); err != nil {
			return err
		}
		judged, s, err := f.stake(cmd, eng, document)
		if err != nil {
			return err
		}
		stakes, reports = append(stakes, s), append(reports, judged)
	}
	for i, s := range stakes {
		if err := f.write(cmd.OutOrStdout(), reports[i], s, i); err != nil {
			return err
		}
	}
	return nil
}

func (f *fining) stake(cmd *cobra.Command, eng *engine.Engine, document *facts.Facts) (*report.Report, stake, error) {
	judged, err := eng.Evaluate(cmd.Context(), document)
	if err != nil {
		return nil, stake{}, err
	}
	s := stake{File: document.Name(), Fine: judged.Fine, Sensitivity: []report.Change{}}
	if f.explain {
		s.Sensitivity, err = eng.FineSensitivity(document, judged)
	}
	return judged, s, err
}

func (f *fining) write(w io.Writer, judged *report.Report, s stake, i int) error {
	if f.asJSON {
		encoder := json.NewEncoder(w)
		encoder.SetEscapeHTML(false)
		return encoder.Encode(s)
	}
	if i > 0 {
		fmt.Fprintln(w)
	}
	fmt.Fprintf(w, "%s, on %s\n\n", writing.Harmless(s.File), judged.AssessmentDate)
	if s.Fine == nil {
		fmt.Fprintln(w, "Nothing that can be fined is breached or undetermined.")
		return nil
	}
	if err := render.Fine(w, s.Fine); err != nil {
		return err
	}
	if !f.explain {
		return nil
	}
	fmt.Fprintln(w)
	return render.FineSteps(w, s.Fine, s.Sensitivity)
}
