package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"github.com/dsaeval/dsaeval/engine/facts"
	"github.com/dsaeval/dsaeval/engine/render"
	"github.com/dsaeval/dsaeval/internal/writing"
)

func newValidate() *cobra.Command {
	var s selection
	var outputs []string
	names := validateFormats()
	cmd := &cobra.Command{
		Use:   "validate FACTS...",
		Short: "Check fact files without judging them",
		Long: `validate checks fact files and says all that is wrong with them, as text or for
code scanning, test reports, annotations and programs.

The exit code is 0 if all are valid and 2 if not.`,
		Example: "  evaluate validate facts.yaml\n  evaluate validate FOLDER -o github -o sarif=facts.sarif",
		Args:    cobra.MinimumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			chosen, err := outputsOf(outputs, validateFormatOf)
			if err != nil {
				return err
			}
			by, err := s.reader(cmd.Context())
			if err != nil {
				return err
			}
			documents, err := readAll(by, args, cmd.InOrStdin(), cmd.ErrOrStderr())
			problems, invalid := asProblems(err)
			if err != nil && !invalid {
				return err
			}
			for _, o := range chosen {
				if err := writeTo(o.file, cmd.OutOrStdout(), func(w io.Writer) error { return o.format(w, documents, problems) }); err != nil {
					return err
				}
			}
			return err
		},
	}
	cmd.Flags().StringArrayVarP(&outputs, "output", "o", []string{"text"}, "format, or format=file; can be repeated: "+strings.Join(names, ", "))
	complete(cmd, "output", names...)
	s.addFlags(cmd)
	return cmd
}

func validateFormats() []string {
	names := []string{"text"}
	for _, f := range render.ProblemFormats() {
		names = append(names, string(f))
	}
	return names
}

// validateFormatOf returns what writes a format. Text names the valid documents if all
// are; what is wrong with others is told on standard error in any case.
func validateFormatOf(name string) (func(io.Writer, []*facts.Facts, facts.Problems) error, error) {
	if name == "text" {
		return func(w io.Writer, documents []*facts.Facts, _ facts.Problems) error {
			for _, document := range documents {
				if _, err := fmt.Fprintf(w, "%s: valid\n", writing.Harmless(document.Name())); err != nil {
					return err
				}
			}
			return nil
		}, nil
	}
	for _, f := range render.ProblemFormats() {
		if name == string(f) {
			return func(w io.Writer, _ []*facts.Facts, problems facts.Problems) error {
				return render.Problems(w, f, unusableOf(problems))
			}, nil
		}
	}
	return nil, fmt.Errorf("there is no format %q; expected one of %s", name, strings.Join(validateFormats(), ", "))
}
