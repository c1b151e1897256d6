package main

import (
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"github.com/dsaeval/dsaeval/engine/facts"
	"github.com/dsaeval/dsaeval/engine/render"
	"github.com/dsaeval/dsaeval/internal/writing"
)

// validation holds the flags of the command validate.
type validation struct {
	selection
	config  configuration
	outputs []string
}

func newValidate() *cobra.Command {
	var v validation
	cmd := &cobra.Command{
		Use:   "validate FACTS...",
		Short: "Check fact files without judging them",
		Long: `validate checks fact files and says all that is wrong with them, as text or for
code scanning, test reports, annotations and programs.

The exit code is 0 if all are valid and 2 if not.`,
		Example: "  evaluate validate facts.yaml\n  evaluate validate FOLDER -o github -o sarif=facts.sarif",
		Args:    asInUse,
		RunE: func(cmd *cobra.Command, args []string) error {
			return v.run(cmd, args)
		},
	}
	outputFlag(cmd, &v.outputs, validateFormats()...)
	v.addFlags(cmd)
	v.config.serve(cmd, serving{facts: true, except: exceptOwn})
	return cmd
}

// run checks one document after the other. Text names each valid one as it comes; what
// is wrong with others is told on standard error in any case, and in the formats for
// it at the end.
func (v *validation) run(cmd *cobra.Command, args []string) error {
	outputs, err := outputsOf(v.outputs, oneOfFormats(validateFormats()...))
	if err != nil {
		return err
	}
	files, err := expand(args, cmd.ErrOrStderr())
	if err != nil {
		return err
	}
	by, err := v.reader(cmd.Context())
	if err != nil {
		return err
	}
	written, err := newStreams(outputs, cmd.OutOrStdout())
	if err != nil {
		return err
	}
	defer written.abandon()
	var wrong facts.Problems
	for document, err := range documentsOf(by, files, cmd.InOrStdin(), &wrong) {
		if err == nil {
			err = cmd.Context().Err()
		}
		if err == nil {
			err = written.each(func(w io.Writer, format string) error {
				if format != "text" {
					return nil
				}
				_, err := fmt.Fprintf(w, "%s: valid\n", writing.Harmless(document.Name()))
				return err
			})
		}
		if err != nil {
			return err
		}
	}
	wrong = wrong.Sorted()
	err = written.each(func(w io.Writer, format string) error {
		if format == "text" {
			return nil
		}
		return render.Problems(w, render.Format(format), unusableOf(wrong))
	})
	if err != nil {
		return err
	}
	if err := written.commit(); err != nil {
		return err
	}
	return wrong.Err()
}

func validateFormats() []string {
	names := []string{"text"}
	for _, f := range render.ProblemFormats() {
		names = append(names, string(f))
	}
	return names
}
