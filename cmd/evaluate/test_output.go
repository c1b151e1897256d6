package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/internal/columns"
	"github.com/dsaeval/dsaeval/internal/policytest"
	"github.com/dsaeval/dsaeval/internal/writing"
)

// writeTestText writes first what failed, then a line for each obligation, then
// what no case shows, and the totals last.
func writeTestText(w io.Writer, r *policytest.Result) error {
	var b strings.Builder
	for _, o := range r.Obligations {
		for _, f := range o.Failures {
			fmt.Fprintf(&b, "FAIL %s\n\n", f)
		}
	}
	table := columns.New("")
	for _, o := range r.Obligations {
		mark := "ok"
		if len(o.Failures) > 0 {
			mark = "FAIL"
		}
		table.Row(mark, o.ID, plural(o.Cases, "case"), verdictCounts(o.Verdicts))
	}
	if err := table.Write(&b, widthOf(w)); err != nil {
		return err
	}
	for _, o := range r.Obligations {
		for _, gap := range o.Gaps {
			fmt.Fprintf(&b, "not shown: %s: %s\n", o.ID, gap)
		}
	}
	totals := fmt.Sprintf("%s of %s: %d passed, %d failed", plural(r.Cases(), "case"), plural(len(r.Obligations), "obligation"), r.Cases()-r.FailedCases(), r.FailedCases())
	if n := r.Untested(); n > 0 {
		totals += fmt.Sprintf("; %s without cases", plural(n, "obligation"))
	}
	if r.Lines != nil {
		for _, s := range r.Lines.Missed {
			fmt.Fprintf(&b, "not reached: %s:%d to line %d\n", s.File, s.From, s.To)
		}
		totals += fmt.Sprintf("; %d of %s of rules reached", r.Lines.Covered, plural(r.Lines.Total, "line"))
	}
	fmt.Fprintf(&b, "\n%s\n", totals)
	_, err := io.WriteString(w, b.String())
	return err
}

func verdictCounts(counts map[string]int) string {
	var words []string
	for _, verdict := range report.Verdicts() {
		if n := counts[string(verdict)]; n > 0 {
			words = append(words, fmt.Sprintf("%d %s", n, strings.ReplaceAll(string(verdict), "_", " ")))
		}
	}
	return strings.Join(words, ", ")
}

// plural writes a number with a word that takes an s.
func plural(n int, word string) string { return writing.Count(n, word, word+"s") }
