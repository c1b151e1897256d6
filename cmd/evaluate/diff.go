package main

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"

	"github.com/spf13/cobra"

	"github.com/dsaeval/dsaeval/engine"
	"github.com/dsaeval/dsaeval/engine/ask/compare"
	"github.com/dsaeval/dsaeval/engine/facts"
	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/internal/saved"
)

const diffHelp = `diff compares two assessments and says which obligations are newly breached,
which no longer, which have changed and which are as open as before, down to the
facts that changed, and what cannot be compared and why.

OLD and NEW are facts, which are judged, or reports that were saved as JSON. Each
can be about several services (NDJSON); they are paired by service and provider.

Exit codes: 0 nothing got worse; 1 something did; 2 wrong usage, or a file that
cannot be read, or nothing that can be compared. Worse is a finding that runs now,
is not waived, and was not there or had ended. With --fail-on undetermined it is
also worse where an obligation was kept, or did not apply, and is undetermined now.
What only one of the two has judged never counts as worse.`

const diffExamples = `  # What does this change of the facts mean? For a comment on a pull request
  evaluate diff before.yaml facts.yaml -o markdown

  # Against the report of the last quarter
  evaluate diff report.json facts.yaml --fail-on undetermined`

// diffFormats are the formats of a diff, by the name that people give them.
var diffFormats = []string{"text", "json", "markdown"}

func diffFormatOf(name string) (func(io.Writer, *compare.Diff) error, error) {
	switch name {
	case "text":
		return func(w io.Writer, d *compare.Diff) error {
			return broken(w, func(w io.Writer) error { return compare.WriteText(w, d) })
		}, nil
	case "json":
		return compare.WriteJSON, nil
	case "markdown":
		return compare.WriteMarkdown, nil
	}
	return nil, notOneOf("format", name, diffFormats...)
}

// What --fail-on of a diff can say.
const (
	failOnWorse        = "worse"
	failOnUndetermined = "undetermined"
	failOnNever        = "never"
)

// comparison holds the flags of diff.
type comparison struct {
	selection
	config       configuration
	asOf, failOn string
	outputs      []string

	eng *engine.Engine // loaded when there are facts to judge
}

func newDiff() *cobra.Command {
	var c comparison
	cmd := &cobra.Command{
		Use:     "diff OLD NEW",
		Short:   "Say what has changed between two assessments",
		Long:    diffHelp,
		Example: diffExamples,
		Args:    asInUse,
		RunE:    func(cmd *cobra.Command, args []string) error { return c.run(cmd, args[0], args[1]) },
	}
	flags := cmd.Flags()
	flags.StringVar(&c.asOf, "as-of", "", "judge facts on this `DAY`, YYYY-MM-DD, instead of assessment.date")
	flags.StringVar(&c.failOn, "fail-on", failOnWorse, "`WHAT` fails the run: worse, undetermined (that counts as worse too) or never")
	outputFlag(cmd, &c.outputs, diffFormats...)
	complete(cmd, "fail-on", failOnWorse, failOnUndetermined, failOnNever)
	c.selection.addFlags(cmd)
	// NEW is how things stand, and OLD may have been taken out of the past to anywhere.
	c.config.serve(cmd, serving{except: exceptOwn, beside: func(args []string) []string { return args[1:] }})
	return cmd
}

func (c *comparison) run(cmd *cobra.Command, old, now string) error {
	outputs, err := outputsOf(c.outputs, diffFormatOf)
	if err != nil {
		return err
	}
	if err := oneOf("fail-on", "choice", c.failOn, failOnWorse, failOnUndetermined, failOnNever); err != nil {
		return err
	}
	if old == "-" && now == "-" {
		return fmt.Errorf("only one of the two can be standard input")
	}
	var sides [2][]*report.Report
	for i, name := range []string{old, now} {
		if sides[i], err = c.side(cmd.Context(), name, cmd.InOrStdin()); err != nil {
			return err
		}
	}
	if c.eng == nil && slices.ContainsFunc([]string{"as-of", "only", "exclude", "params", "policies"}, cmd.Flags().Changed) {
		return fmt.Errorf("both are reports; --as-of, --only, --exclude, --params and --policies say how facts are judged")
	}
	diff, err := compare.Of(sides[0], sides[1], compare.Options{Undetermined: c.failOn == failOnUndetermined})
	if err != nil {
		return err
	}
	if err := writeAll(outputs, cmd.OutOrStdout(), func(w io.Writer, format func(io.Writer, *compare.Diff) error) error { return format(w, diff) }); err != nil {
		return err
	}
	if diff.Worse && c.failOn != failOnNever {
		if allToFiles(outputs) {
			failed(cmd.ErrOrStderr(), "something got worse; --fail-on %s", c.failOn)
		}
		return errBreach
	}
	return nil
}

// side returns the reports of one of the two: those of a file of reports, or what the
// facts of a file or a folder give.
func (c *comparison) side(ctx context.Context, name string, stdin io.Reader) ([]*report.Report, error) {
	if name == "-" {
		content, err := io.ReadAll(stdin)
		if err != nil {
			return nil, err
		}
		if saved.Is(content) {
			return saved.Load(name, content)
		}
		return c.judged(ctx, name, bytes.NewReader(content))
	}
	info, err := os.Stat(name)
	if err != nil {
		return nil, err
	}
	if !info.IsDir() {
		content, err := readNamed(name)
		if err != nil {
			return nil, err
		}
		if saved.Is(content) {
			return saved.Load(filepath.ToSlash(name), content)
		}
	}
	return c.judged(ctx, name, nil)
}

func (c *comparison) judged(ctx context.Context, name string, stdin io.Reader) ([]*report.Report, error) {
	if c.eng == nil {
		var err error
		if c.eng, err = c.selection.engine(ctx); err != nil {
			return nil, err
		}
	}
	files, err := expand([]string{name}, os.Stderr)
	if err != nil {
		return nil, err
	}
	var reports []*report.Report
	err = eachOf(c.eng, files, stdin, func(document *facts.Facts) error {
		document, err := dated(document, c.asOf)
		if err != nil {
			return err
		}
		judged, err := c.eng.Evaluate(ctx, document)
		reports = append(reports, judged)
		return err
	})
	if err != nil {
		return nil, err
	}
	return reports, nil
}

// dated returns a document with another assessment date, if one is given.
func dated(document *facts.Facts, day string) (*facts.Facts, error) {
	if day == "" {
		return document, nil
	}
	dated, err := document.WithAssessmentDate(report.Day(day))
	if err != nil {
		return nil, fmt.Errorf("--as-of: %w", err)
	}
	return dated, nil
}
