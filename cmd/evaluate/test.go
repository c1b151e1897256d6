package main

import (
	"context"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"

	"github.com/spf13/cobra"

	"github.com/dsaeval/dsaeval/engine/policy"
	"github.com/dsaeval/dsaeval/internal/policytest"
	"github.com/dsaeval/dsaeval/policies"
)

// caseRun holds the flags of the test command.
type caseRun struct {
	run            string
	outputs        []string
	strict         bool
	withoutBuiltin bool
	policiesFolder []string
}

func newTest() *cobra.Command {
	var t caseRun
	cmd := &cobra.Command{
		Use:   "test DIR",
		Short: "Run the cases of own obligations",
		Long: `test judges the cases that stand beside the obligations in a directory of
policies (rule.rego and rule_test.yaml), says at file:line:column where a verdict
is another than a case expects, and what no case shows: findings, verdicts, lines
of the rules. evaluate new writes an obligation with cases to begin with.

Exit codes: 0 all cases pass; 1 one of them fails or, with --strict, something is
shown by none; 2 wrong usage, or cases that cannot be read, or none to run; 4 a
defect in the policies.`,
		Example: `  evaluate test house
  evaluate test house --run 'house.signed/.*director'
  evaluate test house --strict -o text -o json=cases.json`,
		Args: asInUse,
		RunE: func(cmd *cobra.Command, args []string) error {
			return t.test(cmd.Context(), args[0], cmd.OutOrStdout(), cmd.ErrOrStderr())
		},
	}
	flags := cmd.Flags()
	flags.StringVar(&t.run, "run", "", "run only the cases whose name, ID/NOTE, matches this regular expression")
	outputFlag(cmd, &t.outputs, "text", "json")
	flags.BoolVar(&t.strict, "strict", false, "fail on findings, verdicts and lines that no case shows")
	flags.BoolVar(&t.withoutBuiltin, "without-builtin", false, "leave the built-in obligations out; the rules that own ones can import stay")
	flags.StringArrayVar(&t.policiesFolder, "policies", nil, "`DIRECTORY` with further obligations that those in DIR stand on; can be repeated")
	return cmd
}

func (t *caseRun) test(ctx context.Context, dir string, stdout, stderr io.Writer) error {
	outputs, err := outputsOf(t.outputs, textOrJSON)
	if err != nil {
		return err
	}
	var pattern *regexp.Regexp
	if t.run != "" {
		if pattern, err = regexp.Compile(t.run); err != nil {
			return fmt.Errorf("--run: %q is no regular expression: %s", t.run, strings.TrimPrefix(err.Error(), "error parsing regexp: "))
		}
	}
	options, err := t.options(dir)
	if err != nil {
		return err
	}
	suite, err := policytest.Open(ctx, options)
	if err != nil {
		return err
	}
	result, err := suite.Run(ctx, pattern)
	if err != nil {
		return err
	}
	if err := writeList(outputs, stdout, result, func(w io.Writer) error { return writeTestText(w, result) }); err != nil {
		return err
	}
	if result.Failed() > 0 || t.strict && !result.Complete() {
		if allToFiles(outputs) {
			failed(stderr, "%d of %s failed", result.FailedCases(), plural(result.Cases(), "case"))
		}
		return errBreach
	}
	return nil
}

// options load the directory after the built-in policies, unless it holds rules
// about scope of its own: then it is a whole set of policies.
func (t *caseRun) options(dir string) (policytest.Options, error) {
	options := policytest.Options{WithoutBuiltin: t.withoutBuiltin}
	tested, err := openPolicies(dir)
	if err != nil {
		return options, err
	}
	if !holdsLaw(dir) {
		options.Policies = append(options.Policies, policy.Source{Name: "policies", FS: policies.FS()})
	} else if t.withoutBuiltin {
		return options, fmt.Errorf("--without-builtin: %s holds rules about scope, so that nothing built in is loaded", dir)
	}
	for _, folder := range t.policiesFolder {
		source, err := openPolicies(folder)
		if err != nil {
			return options, err
		}
		options.Policies = append(options.Policies, source)
	}
	options.Policies = append(options.Policies, tested)
	return options, nil
}

// openPolicies is a directory of policies, which has to exist.
func openPolicies(dir string) (policy.Source, error) {
	info, err := os.Stat(dir)
	if err == nil && !info.IsDir() {
		err = fmt.Errorf("%s is no directory", dir)
	}
	return policy.Source{Name: filepath.ToSlash(filepath.Clean(dir)), FS: os.DirFS(dir)}, err
}

// holdsLaw reports whether a directory says itself whom obligations bind.
func holdsLaw(dir string) bool {
	_, err := fs.Stat(os.DirFS(dir), "dsa/scope/scope.rego")
	return err == nil
}
