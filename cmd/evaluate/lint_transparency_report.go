package main

import (
	"io"

	"github.com/spf13/cobra"

	"github.com/dsaeval/dsaeval/records/lint"
	"github.com/dsaeval/dsaeval/records/lint/render"
	"github.com/dsaeval/dsaeval/records/transparency"
)

// lintTransparencyReport holds the flags of the command that checks a report.
type lintTransparencyReport struct {
	outputs    []string
	failOn     string
	statements []string
	platform   string
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
		Args: asInUse,
		RunE: func(cmd *cobra.Command, args []string) error {
			return c.run(cmd, args)
		},
	}
	flags := cmd.Flags()
	outputFlag(cmd, &c.outputs, lintFormats()...)
	flags.StringArrayVar(&c.statements, "statements", nil, "compare with the statements of reasons in this dump, folder or partial (a `PATH`); can be repeated")
	flags.StringVar(&c.platform, "platform", "", "the name of the service in the DSA Transparency Database, if it is not that of the report")
	flags.StringVar(&c.failOn, "fail-on", "error", "`WHAT` fails the run: error, warning or never")
	return cmd
}

func lintFormats() []string {
	var names []string
	for _, format := range render.Formats() {
		names = append(names, format.Name)
	}
	return names
}

func lintFormatOf(name string) (render.Format, error) {
	if _, err := oneOfFormats(lintFormats()...)(name); err != nil {
		return render.Format{}, err
	}
	return render.FormatOf(name)
}

func (c *lintTransparencyReport) run(cmd *cobra.Command, args []string) error {
	if err := oneOf("fail-on", "choice", c.failOn, "error", "warning", "never"); err != nil {
		return err
	}
	failing := map[string][]lint.Severity{"error": {lint.Error}, "warning": {lint.Error, lint.Warning}}[c.failOn]
	outputs, err := outputsOf(c.outputs, lintFormatOf)
	if err != nil {
		return err
	}
	report, err := transparency.Open(cmd.Context(), args...)
	if err != nil {
		return err
	}
	var options transparency.LintOptions
	if len(c.statements) > 0 {
		options.Statements, err = statementsOf(cmd.Context(), report, c.statements, c.platform, cmd.InOrStdin(), cmd.ErrOrStderr())
		if err != nil {
			return err
		}
	}
	result, err := report.Lint(options)
	if err != nil {
		return err
	}
	if err := writeAll(outputs, cmd.OutOrStdout(), func(w io.Writer, format render.Format) error { return format.Write(w, result) }); err != nil {
		return err
	}
	if result.Fails(failing...) {
		if allToFiles(outputs) {
			failed(cmd.ErrOrStderr(), "the report has findings; --fail-on %s", c.failOn)
		}
		return errBreach
	}
	return nil
}
