package main

import (
	"bufio"
	"fmt"
	"io"
	"strconv"

	"github.com/dsaeval/dsaeval/internal/columns"
	"github.com/dsaeval/dsaeval/internal/fines"
	"github.com/dsaeval/dsaeval/internal/words"
)

// writeBacktests writes how models foretold decisions: a table with a line for each
// way of hiding them, then the worst misses or, on request, all rows.
func writeBacktests(w io.Writer, tests []fines.Backtest, rows bool) error {
	buffered := bufio.NewWriter(w)
	for i, b := range tests {
		if i > 0 {
			fmt.Fprintln(buffered)
		}
		fmt.Fprintf(buffered, "%s (%s), probability %s\n", b.Model, b.Kind, b.Stated)
		if b.ScoredAs != "" {
			fmt.Fprintf(buffered, "  %s\n", b.ScoredAs)
		}
		fmt.Fprintln(buffered)
		if err := backtestWays(buffered, b); err != nil {
			return err
		}
		if err := backtestRows(buffered, b, rows); err != nil {
			return err
		}
		for _, t := range b.Terms {
			verdict := "no better"
			switch {
			case t.Better() && t.Telling():
				verdict = "better"
			case t.Better():
				verdict = "better, but too few tell it"
			}
			fmt.Fprintf(buffered, "  tried: %s, on %d decisions: log score %.3f with, %.3f without: %s\n", t.Name, t.Rows, t.With, t.Without, verdict)
		}
	}
	return buffered.Flush()
}

// backtestWays writes what each way came to. Coverage alone would praise a range
// that leaves nothing out, so that its width stands beside it.
func backtestWays(w io.Writer, b fines.Backtest) error {
	table := columns.New("  ")
	table.Head("way", "in the range", "high/low", "central wrong by", "log score, lower is better")
	silent := false
	for _, way := range b.Ways {
		if way.Scored == 0 {
			table.Row(way.Name, "too few decisions")
			continue
		}
		cells := []any{
			way.Name, fmt.Sprintf("%d of %d", way.Covered, way.Scored), backtestWidth(way.Width),
			fmt.Sprintf("a factor of %.2f", way.Factor), fmt.Sprintf("%.3f", way.LogScore),
		}
		if way.Silent > 0 {
			silent = true
			cells = append(cells, fmt.Sprintf("%d of %d ranges say nothing", way.Silent, way.Scored))
		}
		table.Row(cells...)
	}
	if err := table.Write(w, 0); err != nil {
		return err
	}
	if silent {
		fmt.Fprintf(w, "  a range says nothing where high/low is above %.3g: the largest and the smallest of these fines are no\n  further apart, so that it is no merit to hold them all\n", b.Spread)
	}
	return nil
}

// backtestWidth writes high over low. A range that begins at nothing has no such
// figure; the cent that the back-test counts instead is not shown as if it were one.
func backtestWidth(width float64) string {
	if width > 1e6 {
		return "above 10^6"
	}
	return strconv.FormatFloat(width, 'g', 3, 64)
}

// backtestRows writes the worst misses of each way, or all decisions.
func backtestRows(w io.Writer, b fines.Backtest, all bool) error {
	for _, way := range b.Ways {
		if way.Scored == 0 {
			continue
		}
		list, heading := way.Misses(3), "worst misses, "
		if all {
			list, heading = way.Rows, ""
		}
		fmt.Fprintf(w, "\n  %s%s, in EUR m\n", heading, way.Name)
		table := columns.New("    ")
		for _, s := range list {
			inside := "outside"
			if s.Inside() {
				inside = "inside"
			}
			table.Row(s.Date, s.Case, backtestAmount(s.Fine), inside, backtestAmount(s.Low)+" to "+backtestAmount(s.High),
				"central "+backtestAmount(s.Central), fmt.Sprintf("log score %.2f", s.LogScore))
		}
		if err := table.Write(w, 0); err != nil {
			return err
		}
	}
	fmt.Fprintln(w)
	return nil
}

// backtestAmount writes EUR in millions, with a digit after the point below ten.
func backtestAmount(amount float64) string {
	digits := 0
	if amount < 1e7 {
		digits = 1
	}
	return words.Amount(strconv.FormatFloat(amount/1e6, 'f', digits, 64))
}
