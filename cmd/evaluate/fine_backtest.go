package main

import (
	"fmt"
	"io"
	"slices"

	"github.com/spf13/cobra"

	"github.com/dsaeval/dsaeval/engine"
	"github.com/dsaeval/dsaeval/internal/fines"
)

// backtesting holds the flags of the command fine-model backtest.
type backtesting struct {
	table   string
	rows    bool
	outputs []string
}

func newFineModelBacktest() *cobra.Command {
	var b backtesting
	cmd := &cobra.Command{
		Use:   "backtest [FILE]",
		Short: "Say how well models foretell published decisions that they have not seen",
		Long: `backtest hides published decisions from a model and lets it foretell them: each
from all the others, each from those about other undertakings, and each from
those before it. It prints how many lay in the range, how wide the range was,
the log score (lower is better) and the worst misses, for the model in FILE or,
without one, for each that is built in; and beside it for shares of turnover,
the model that any other should beat.

Decisions of your own, --table, are foretold by each model as it stands as well:
by the published fines from all rows but those that are in the table already.`,
		Example: `  evaluate fine-model backtest
  evaluate fine-model backtest ours.yaml --rows
  evaluate fine-model backtest --table decisions.csv`,
		Args: asInUse,
		RunE: b.run,
	}
	cmd.Flags().StringVar(&b.table, "table", "", "CSV `FILE` of decisions to foretell, instead of those built in")
	cmd.Flags().BoolVar(&b.rows, "rows", false, "print every decision, not only the worst misses")
	outputFlag(cmd, &b.outputs, "text", "json")
	return cmd
}

func (b *backtesting) run(cmd *cobra.Command, args []string) error {
	outputs, err := outputsOf(b.outputs, textOrJSON)
	if err != nil {
		return err
	}
	models, err := engine.FineModels()
	if err != nil {
		return err
	}
	i := slices.IndexFunc(models, func(m *fines.Model) bool { return m.Name == engine.DefaultFineModel })
	decisions := models[i].Published()
	if len(args) > 0 {
		m, err := fineModel(args[0])
		if err != nil {
			return err
		}
		models = []*fines.Model{m}
		if own := m.Published(); own.Len() > 0 {
			decisions = own
		}
	}
	if b.table != "" {
		content, err := readNamed(b.table)
		if err != nil {
			return err
		}
		if decisions, err = fines.LoadDecisions(b.table, content); err != nil {
			return err
		}
		decisions = decisions.Under("DSA", "DMA", "GDPR")
		if decisions.Len() == 0 {
			return fmt.Errorf("%s: no decision under DSA, DMA or GDPR", b.table)
		}
	}
	var tests []fines.Backtest
	for _, m := range models {
		test, err := m.Backtest(decisions)
		if err != nil {
			return fmt.Errorf("%s: %w", m.Name, err)
		}
		tests = append(tests, test)
	}
	test, err := fines.BacktestShares(decisions)
	if err != nil {
		return err
	}
	tests = append(tests, test)
	return writeList(outputs, cmd.OutOrStdout(), tests, func(w io.Writer) error { return writeBacktests(w, tests, b.rows) })
}
