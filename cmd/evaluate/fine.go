package main

import (
	"context"
	"encoding/json"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"github.com/dsaeval/dsaeval/engine"
	"github.com/dsaeval/dsaeval/engine/facts"
	"github.com/dsaeval/dsaeval/engine/render"
	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/internal/columns"
	"github.com/dsaeval/dsaeval/internal/writing"
)

// fining holds the flags of the command fine.
type fining struct {
	evaluation
	explain bool
	written *streams
	begun   bool // something is written
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
		Args: asInUse,
		RunE: f.print,
	}
	flags := cmd.Flags()
	flags.StringVar(&f.asOf, "as-of", "", "judge on this `DAY`, YYYY-MM-DD, instead of assessment.date")
	flags.BoolVar(&f.explain, "explain", false, "add the calculation of the range step by step and, for a model of formulas, which input moves it most")
	outputFlag(cmd, &f.outputs, "text", "json")
	f.selection.addFlags(cmd)
	f.fineFlags.addFlags(cmd)
	f.config.serve(cmd, serving{facts: true, except: exceptOwn})
	return cmd
}

func (f *fining) print(cmd *cobra.Command, args []string) error {
	outputs, err := outputsOf(f.outputs, textOrJSON)
	if err != nil {
		return err
	}
	files, err := expand(args, cmd.ErrOrStderr())
	if err != nil {
		return err
	}
	eng, err := f.engine(cmd.Context())
	if err != nil {
		return err
	}
	if f.written, err = newStreams(outputs, cmd.OutOrStdout()); err != nil {
		return err
	}
	defer f.written.abandon()
	rates := looseRates{loose: f.chosen}
	err = eachOf(eng, files, cmd.InOrStdin(), func(document *facts.Facts) error {
		rates.match(document)
		return f.document(cmd.Context(), eng, document)
	})
	if err != nil {
		return err
	}
	if err := rates.err(); err != nil {
		return err
	}
	return f.written.commit()
}

// document judges one document and writes what is at stake.
func (f *fining) document(ctx context.Context, eng *engine.Engine, document *facts.Facts) error {
	document, err := dated(document, f.asOf)
	if err != nil {
		return err
	}
	judged, err := eng.Evaluate(ctx, document)
	if err != nil {
		return err
	}
	s := stake{File: document.Name(), Fine: judged.Fine, Sensitivity: []report.Change{}}
	if f.explain {
		if s.Sensitivity, err = eng.FineSensitivity(document, judged); err != nil {
			return err
		}
	}
	begun := f.begun
	f.begun = true
	return f.written.each(func(w io.Writer, format string) error {
		if format == "json" {
			encoder := json.NewEncoder(w)
			encoder.SetEscapeHTML(false)
			return encoder.Encode(s)
		}
		if begun {
			fmt.Fprintln(w)
		}
		return f.write(w, judged, s)
	})
}

func (f *fining) write(w io.Writer, judged *report.Report, s stake) error {
	width := widthOf(w)
	fmt.Fprintf(w, "%s\n\n", columns.BreakLines(writing.Harmless(s.File)+", on "+string(judged.AssessmentDate), width))
	if s.Fine == nil {
		fmt.Fprintln(w, "Nothing that can be fined is breached or undetermined.")
		return nil
	}
	if err := render.Fine(w, judged, render.WithHints(hintsOfPapers), render.Width(width)); err != nil {
		return err
	}
	if !f.explain {
		return nil
	}
	fmt.Fprintln(w)
	return render.FineSteps(w, s.Fine, s.Sensitivity, render.Width(width))
}
