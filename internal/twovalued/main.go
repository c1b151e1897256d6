// Twovalued judges facts twice by the same rules: as `opa eval` does, to which a
// missing fact is undefined, and as the engine does, to which it is unknown. See
// docs/missing-facts.md, which a test of this package writes.
//
//	go run ./internal/twovalued FACTS [DAY]
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/dsaeval/dsaeval/engine"
	"github.com/dsaeval/dsaeval/engine/facts"
	"github.com/dsaeval/dsaeval/engine/report"
)

func main() {
	if err := run(context.Background(), os.Stdout, os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(2)
	}
}

func run(ctx context.Context, w io.Writer, args []string) error {
	if len(args) < 1 || len(args) > 2 {
		return errors.New("usage: go run ./internal/twovalued FACTS [DAY]")
	}
	eng, err := engine.New(ctx)
	if err != nil {
		return err
	}
	document, err := load(eng, args)
	if err != nil {
		return err
	}
	judged, err := eng.Evaluate(ctx, document)
	if err != nil {
		return err
	}
	breaches, err := plainBreaches(ctx, eng, document)
	if err != nil {
		return err
	}
	compare(w, judged, breaches)
	return nil
}

// load reads the first document of a file, on another day where one is given.
func load(eng *engine.Engine, args []string) (*facts.Facts, error) {
	content, err := os.ReadFile(args[0])
	if err != nil {
		return nil, err
	}
	documents, err := eng.Load(args[0], content)
	if err != nil || len(args) == 1 {
		return documents[0], err
	}
	return documents[0].WithAssessmentDate(report.Day(args[1]))
}

// compare prints the obligations that either finds breached, and the totals.
func compare(w io.Writer, judged *report.Report, breaches map[string]bool) {
	plain, here := map[report.Verdict]int{}, map[report.Verdict]int{}
	fmt.Fprintf(w, "%-26s%-12s%s\n", "", "opa eval", "evaluate")
	for _, o := range judged.Obligations {
		here[o.Verdict]++
		answer := "-"
		if breaches[o.ID] {
			answer = string(report.Breach)
			plain[o.Verdict]++
		}
		if breaches[o.ID] || o.Verdict == report.Breach {
			fmt.Fprintf(w, "%-26s%-12s%s\n", o.ID, answer, o.Verdict)
		}
	}
	silent := func(v report.Verdict) int { return here[v] - plain[v] }
	fmt.Fprintf(w, "\nopa eval: %d breaches: %d stand, %d come of a missing fact, %d of a duty that does not bind\n",
		len(breaches), plain[report.Breach], plain[report.Undetermined], plain[report.NotApplicable])
	fmt.Fprintf(w, "          silent about %d others, which reads like a pass; of these %d hang on a missing fact\n",
		len(judged.Obligations)-len(breaches), silent(report.Undetermined))
	fmt.Fprintf(w, "evaluate: %d breach, %d compliant, %d undetermined, %d not applicable\n",
		here[report.Breach], here[report.Compliant], here[report.Undetermined], here[report.NotApplicable])
}
