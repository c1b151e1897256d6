package main

import (
	"slices"

	"github.com/spf13/cobra"

	"github.com/dsaeval/dsaeval/engine"
	"github.com/dsaeval/dsaeval/engine/report"
)

// What can stand beside the verdicts.
const (
	besideExplanations = "explanations"
	besideCalendar     = "calendar"
)

// besides holds the flag that says what stands beside the verdicts.
type besides struct{ with []string }

func (b *besides) addFlags(cmd *cobra.Command) {
	cmd.Flags().StringSliceVar(&b.with, "with", nil, "put into the report, for json and html: explanations (how each verdict follows, and what would change it), calendar (what falls due within a year)")
	complete(cmd, "with", besideExplanations, besideCalendar)
}

// options returns the flag as options of the engine. The calendar has the last days of
// waivers, too.
func (b *besides) options(waivers []report.Waiver) ([]engine.EvaluateOption, error) {
	for _, name := range b.with {
		if err := oneOf("with", "choice", name, besideExplanations, besideCalendar); err != nil {
			return nil, err
		}
	}
	var options []engine.EvaluateOption
	if slices.Contains(b.with, besideExplanations) {
		options = append(options, engine.WithExplanations())
	}
	if slices.Contains(b.with, besideCalendar) {
		options = append(options, engine.WithAgenda(waivers...))
	}
	return options, nil
}
