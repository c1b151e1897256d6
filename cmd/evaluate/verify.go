package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"github.com/dsaeval/dsaeval/internal/attest"
	"github.com/dsaeval/dsaeval/internal/document"
	"github.com/dsaeval/dsaeval/internal/same"
	"github.com/dsaeval/dsaeval/internal/writing"
)

const verifyHelp = `verify judges the facts again, by all that the provenance of a report names, and
compares every value: verdicts, findings, amounts, what the gate made of it,
digests, the program. It says what differs.

REPORT is a report that was saved as JSON, or a statement that was written with
-o intoto=FILE. With --key it is a signed statement, and the signature is
verified first.

Parameters, policies, waivers, a baseline, a configuration and a fine model are
looked for by the names that the report has for them; flags say where they are
now. What has another content than the report says is a difference.

Exit codes: 0 the same; 1 something differs, or the signature does not hold; 2
it cannot be run again, such as without a file that the report was made with.`

const verifyExamples = `  evaluate facts.yaml -o json=report.json
  evaluate verify report.json facts.yaml

  # Signed by one, verified by another
  evaluate facts.yaml -o intoto=report.dsse.json --sign private.pem
  evaluate verify report.dsse.json facts.yaml --key public.pem`

// verification holds the flags of verify.
type verification struct {
	key      string
	policies []string
	params   []string
	waivers  []string
	baseline string
	model    string
	outputs  []string
}

func newVerify() *cobra.Command {
	var v verification
	cmd := &cobra.Command{
		Use:     "verify REPORT FACTS...",
		Short:   "Judge again and compare with a report, and verify its signature",
		Long:    verifyHelp,
		Example: verifyExamples,
		Args:    asInUse,
		RunE:    func(cmd *cobra.Command, args []string) error { return v.run(cmd, args[0], args[1:]) },
	}
	flags := cmd.Flags()
	flags.StringVar(&v.key, "key", "", "public key (a `FILE`), Ed25519 or ECDSA in PEM, that has to have signed the report")
	flags.StringArrayVar(&v.policies, "policies", nil, "where a `DIRECTORY` of policies is now, for each that the report names, in its order")
	flags.StringArrayVar(&v.params, "params", nil, "where a `FILE` of parameters is now, for each that the report names, in its order")
	flags.StringArrayVar(&v.waivers, "waivers", nil, "where a `FILE` of waivers is now, for each that the report names, in its order")
	flags.StringVar(&v.baseline, "baseline", "", "`FILE` where the baseline is now")
	flags.StringVar(&v.model, "fine-model", "", "where the `FILE` of the fine model is now")
	outputFlag(cmd, &v.outputs, "text", "json")
	return cmd
}

// verified is what came out for one report.
type verified struct {
	File        string            `json:"file"`
	Service     string            `json:"service"`
	Date        string            `json:"assessment_date"`
	Same        bool              `json:"same"`
	Signed      bool              `json:"signed"` // by the key that was given
	Differences []same.Difference `json:"differences"`

	what string // was compared
}

func (v *verification) run(cmd *cobra.Command, name string, args []string) error {
	outputs, err := outputsOf(v.outputs, oneOfFormats("text", "json"))
	if err != nil {
		return err
	}
	claims, err := v.claims(cmd.Context(), name, harmless{cmd.ErrOrStderr()})
	if errors.Is(err, attest.ErrSignature) {
		fmt.Fprintln(harmless{cmd.ErrOrStderr()}, document.Hinted(err, "--key names the public half of the key that signed; openssl pkey -in KEY -pubout prints it"))
		return errBreach
	}
	if err != nil {
		return err
	}
	files, err := expand(args, cmd.ErrOrStderr())
	if err != nil {
		return err
	}
	again := &rerun{verification: v, files: files, alone: len(claims) == 1, notes: harmless{cmd.ErrOrStderr()}}
	all := make([]verified, len(claims))
	differ := false
	for i, c := range claims {
		if all[i], err = again.compare(cmd.Context(), c); err != nil {
			return fmt.Errorf("%s: %w", filepath.ToSlash(name), err)
		}
		all[i].File, all[i].Signed = filepath.ToSlash(name), v.key != ""
		differ = differ || !all[i].Same
	}
	err = writeAll(outputs, cmd.OutOrStdout(), func(w io.Writer, format string) error {
		if format == "json" {
			return printJSON(w, all)
		}
		return verifiedText(w, all)
	})
	if err == nil && differ {
		return errBreach
	}
	return err
}

// maxDifferences is how many differences text shows of a report; JSON has all.
const maxDifferences = 50

func verifiedText(w io.Writer, all []verified) error {
	for _, each := range all {
		subject := each.Service + ", on " + each.Date
		lines := []string{fmt.Sprintf("%s: %s: the same again: %s", each.File, subject, each.what)}
		if !each.Same {
			lines[0] = fmt.Sprintf("%s: %s: not the same; %s", each.File, subject, plural(len(each.Differences), "difference"))
			for i, d := range each.Differences {
				if i == maxDifferences {
					lines = append(lines, fmt.Sprintf("  and %d more; -o json has all", len(each.Differences)-maxDifferences))
					break
				}
				lines = append(lines, "  "+d.String())
			}
		}
		if each.Signed {
			lines = append(lines, "  the signature holds")
		}
		for _, line := range lines {
			if _, err := fmt.Fprintln(w, writing.Harmless(line)); err != nil {
				return err
			}
		}
	}
	return nil
}

// errUnsigned says that there is no signature to verify.
var errUnsigned = errors.New("it is not signed, and --key asks for a signature")

// missingFile says how to name a file that is elsewhere.
func missingFile(err error, flag string) error {
	if errors.Is(err, os.ErrNotExist) {
		return document.Hinted(err, flag+" says where it is now")
	}
	return err
}

// ctxErr keeps a run that was stopped from being told as a difference.
func ctxErr(ctx context.Context, err error) error {
	if ctx.Err() != nil {
		return ctx.Err()
	}
	return err
}
