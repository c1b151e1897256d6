package main

import (
	"bytes"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"github.com/dsaeval/dsaeval/engine/ingest/transparency"
)

// lintTransparencyReport holds the flags of the command that checks a report.
type lintTransparencyReport struct {
	outputs []string
	failOn  string
}

func newLintTransparencyReport() *cobra.Command {
	var c lintTransparencyReport
	cmd := &cobra.Command{
		Use:   "transparency-report PATH...",
		Short: "Check a harmonised transparency report",
		Long: `transparency-report checks a report in the templates of Implementing Regulation
(EU) 2024/2835: the form of its cells, its period and dates, and whether its
figures can be true together. Each finding names the cell and the rule.

An error breaks a provision or cannot be true. A warning is an inconsistency,
which may have a good reason: complaints that are still pending, or persons with
several languages. Exit codes: 0 no errors; 1 errors; 2 wrong usage, or files that
are no report.`,
		Example: `  evaluate lint transparency-report report.zip
  evaluate lint transparency-report report/ -o text -o json=findings.json --fail-on warning`,
		Args: cobra.MinimumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			return c.run(cmd, args)
		},
	}
	flags := cmd.Flags()
	flags.StringArrayVarP(&c.outputs, "output", "o", []string{"text"}, "format, or format=file; text or json; can be repeated")
	flags.StringVar(&c.failOn, "fail-on", "error", "what fails the run: error, warning or never")
	return cmd
}

func (c *lintTransparencyReport) run(cmd *cobra.Command, args []string) error {
	failing, ok := map[string][]transparency.Severity{
		"error": {transparency.Error}, "warning": {transparency.Error, transparency.Warning}, "never": nil,
	}[c.failOn]
	if !ok {
		return fmt.Errorf("--fail-on is %q; expected error, warning or never", c.failOn)
	}
	toStdout := 0
	for _, output := range c.outputs {
		format, file, toFile := strings.Cut(output, "=")
		if format != "text" && format != "json" || toFile && file == "" {
			return fmt.Errorf("--output is %q; expected text or json, or FORMAT=FILE", output)
		}
		if !toFile {
			toStdout++
		}
	}
	if toStdout > 1 {
		return fmt.Errorf("--output: two formats would be mixed on standard output\n  try: --output text --output json=findings.json")
	}
	report, err := transparency.Open(cmd.Context(), args...)
	if err != nil {
		return err
	}
	findings, err := report.Lint()
	if err != nil {
		return err
	}
	for _, output := range c.outputs {
		if err := writeFindings(output, report, findings, cmd.OutOrStdout()); err != nil {
			return err
		}
	}
	if transparency.Failing(findings, failing...) {
		return errBreach
	}
	return nil
}

func writeFindings(output string, report *transparency.Report, findings []transparency.Finding, stdout io.Writer) error {
	format, file, toFile := strings.Cut(output, "=")
	var content bytes.Buffer
	write := report.WriteText
	if format == "json" {
		write = report.WriteJSON
	}
	if err := write(&content, findings); err != nil {
		return err
	}
	if toFile {
		return replace(file, content.Bytes())
	}
	_, err := stdout.Write(content.Bytes())
	return err
}
