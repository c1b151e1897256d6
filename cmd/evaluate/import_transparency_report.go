package main

import (
	"context"
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"github.com/dsaeval/dsaeval/engine/facts"
	"github.com/dsaeval/dsaeval/internal/document"
	"github.com/dsaeval/dsaeval/records/transparency"
)

// importTransparencyReport holds the flags of the command that makes facts of a
// harmonised transparency report.
type importTransparencyReport struct {
	outputs         []string
	merge           string
	complete, quiet bool
}

func newImportTransparencyReport() *cobra.Command {
	var c importTransparencyReport
	cmd := &cobra.Command{
		Use:   "transparency-report PATH...",
		Short: "Read facts from a harmonised transparency report",
		Long: `transparency-report reads a report in the templates of Implementing Regulation
(EU) 2024/2835 and writes the facts that it states, each with the file, the sheet
and the cell that it comes from.

PATH is a folder or ZIP of CSV files, or a workbook (.xlsx, .ods); several paths
are one report. Cells that cannot be read stay unknown and are named on standard
error, like everything that was assumed.

With --merge, the facts are filled into a document that you have. What it states
already is kept; where the report says otherwise, nothing is written and both
values are shown.

A report that lacks something leaves it unknown, since PATH may be a part of it.
With --complete, PATH is the report as published, and what it lacks was not given.`,
		Example: `  evaluate import transparency-report report.zip -o facts=facts.yaml
  evaluate import transparency-report report/ --merge facts.yaml -o facts=merged.yaml
  evaluate import transparency-report report.xlsx --complete | evaluate -`,
		Args: asInUse,
		RunE: func(cmd *cobra.Command, args []string) error {
			return c.run(cmd.Context(), args, cmd.OutOrStdout(), cmd.ErrOrStderr())
		},
	}
	flags := cmd.Flags()
	outputFlag(cmd, &c.outputs, "facts")
	flags.StringVar(&c.merge, "merge", "", "fill the facts that this `DOCUMENT` leaves unknown")
	flags.BoolVar(&c.complete, "complete", false, "PATH is the whole report: what is not in it was not given")
	flags.BoolVarP(&c.quiet, "quiet", "q", false, "do not name what was assumed; warnings are still shown")
	return cmd
}

func (c *importTransparencyReport) run(ctx context.Context, args []string, stdout, stderr io.Writer) error {
	outputs, err := outputsOf(c.outputs, oneOfFormats("facts"))
	if err != nil {
		return err
	}
	for _, o := range outputs {
		if extension := filepath.Ext(o.file); extension == ".json" || extension == ".ndjson" || extension == ".jsonl" {
			return document.Hinted(fmt.Errorf("--output: %s: YAML is written", o.file), "give a name ending in .yaml")
		}
	}
	schema, err := facts.Builtin()
	if err != nil {
		return err
	}
	report, err := transparency.Open(ctx, args...)
	if err != nil {
		return err
	}
	options := transparency.FactOptions{Complete: c.complete}
	content, notes, err := c.facts(report, schema, options)
	// What was noted may explain an error.
	for _, n := range transparency.Folded(append(report.Notes, notes...)) {
		if !c.quiet || !n.Decision {
			fmt.Fprintln(harmless{stderr}, n)
		}
	}
	if err != nil {
		return err
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	return writeAll(outputs, stdout, func(w io.Writer, _ string) error {
		_, err := w.Write(content)
		return err
	})
}

func (c *importTransparencyReport) facts(report *transparency.Report, schema *facts.Schema, options transparency.FactOptions) ([]byte, []transparency.Note, error) {
	if c.merge == "" {
		return report.Document(schema, options)
	}
	file, err := open(c.merge)
	if err != nil {
		return nil, nil, err
	}
	defer file.Close()
	// One byte more than is allowed lets the schema say that it is too much.
	existing, err := io.ReadAll(io.LimitReader(file, facts.MaxSize+1))
	if err != nil {
		return nil, nil, err
	}
	return report.Merge(schema, options, strings.TrimPrefix(filepath.ToSlash(c.merge), "./"), existing)
}
