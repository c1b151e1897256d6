package main

import (
	"cmp"
	"context"
	"slices"

	"github.com/spf13/cobra"

	"github.com/dsaeval/dsaeval/engine"
	"github.com/dsaeval/dsaeval/engine/facts"
	"github.com/dsaeval/dsaeval/engine/render"
	"github.com/dsaeval/dsaeval/internal/collect"
)

const longHelp = `evaluate reads facts about an online service, judges them by the obligations of
the Digital Services Act, Regulation (EU) 2022/2065, and tells of each whether it
is breach, compliant, not applicable or undetermined, on which facts that rests,
and which missing facts would decide the rest.

To begin: evaluate init asks seven questions and writes facts.yaml, evaluate ask
facts.yaml asks for what decides most, evaluate facts.yaml judges.

FACTS are files in JSON, YAML or NDJSON, directories (every facts.yaml,
facts.json, *.facts.yaml ... below them), or - for standard input.

Flags that always apply can stand in evaluate.yaml, beside the facts or in a
directory above; every command reads it, and evaluate config says what it comes to.

Exit codes, in every command: 0 nothing failed; 1 a breach, or what --fail-on
says; 2 wrong usage, or files that cannot be used or written; 3 no breach, but
undetermined obligations, with --fail-on undetermined; 4 a defect in policies or
program.`

const examples = `  # What did the reports of June 2023 mean for Instagram once the duties applied?
  evaluate fixtures/cases/instagram-2023-06/facts.yaml --as-of 2023-09-01

  # Only notice and action, for a script
  evaluate facts.yaml --only 16 --output json

  # In CI: fail on missing facts too, keep the report as an artefact
  evaluate facts.yaml --fail-on undetermined --output text --output json=report.json`

// evaluation holds the flags of the main command.
type evaluation struct {
	selection
	fineFlags
	asOf    string
	outputs []string
	version bool
	signKey string
	gating  gating
	streaming
	listing listing
	beside  besides
	config  configuration
	check   doubleCheck
}

func newRoot() *cobra.Command {
	var e evaluation
	root := &cobra.Command{
		Use:     "evaluate FACTS...",
		Short:   "Judge facts about an online service by the Digital Services Act",
		Long:    longHelp,
		Example: examples,
		Args: func(cmd *cobra.Command, args []string) error {
			if e.version {
				return nil
			}
			return asInUse(cmd, args)
		},
		// Of all commands: none has a hook of its own.
		PersistentPreRunE: func(cmd *cobra.Command, args []string) error {
			return cmp.Or(noneEmpty(cmd.Flags()), notBoth(cmd), keepApart(cmd, args))
		},
		SilenceErrors: true,
		SilenceUsage:  true,
		RunE: func(cmd *cobra.Command, args []string) error {
			if e.version {
				return (&versioning{selection: e.selection, outputs: []string{"text"}}).print(cmd)
			}
			if err := misspelt(cmd, args); err != nil {
				return err
			}
			return e.run(cmd, args)
		},
	}
	root.SetFlagErrorFunc(wrongFlag)
	root.SetHelpCommand(newHelp())
	defer func() {
		root.InitDefaultCompletionCmd()
		i := slices.IndexFunc(root.Commands(), func(c *cobra.Command) bool { return c.Name() == "completion" })
		group(root.Commands()[i])
		arrange(root)
	}()
	outputFlag(root, &e.outputs, judgedFormats()...)
	root.Flags().StringVar(&e.signKey, "sign", "", "private key (a `FILE`), Ed25519 or ECDSA (PKCS #8, PEM), that signs the statement of -o intoto=FILE")
	root.Flags().BoolVar(&e.version, "version", false, "print the version, as evaluate version does")
	e.addFlags(root)
	e.config.serve(root, serving{facts: true})
	root.AddCommand(newAsk(), newCalendar(), newConfig(), newDiff(), newExplain(), newFacts(), newFine(), newFineModel(), newImport(), newInit(), newLint(), newMan(), newNew(), newObligations(), newParameters(), newRender(), newSchema(), newServe(), newTest(), newValidate(), newVerify(), newVersion())
	return root
}

// addFlags adds what can stand in a configuration too, but for the formats.
func (e *evaluation) addFlags(cmd *cobra.Command) {
	cmd.Flags().StringVar(&e.asOf, "as-of", "", "judge on this `DAY`, YYYY-MM-DD, instead of assessment.date")
	e.listing.addFlags(cmd)
	e.streaming.addFlags(cmd)
	e.beside.addFlags(cmd)
	e.gating.addFlags(cmd)
	e.selection.addFlags(cmd)
	e.fineFlags.addFlags(cmd)
	e.check.addFlags(cmd)
}

// run reads, judges and writes one document after the other.
func (e *evaluation) run(cmd *cobra.Command, args []string) error {
	collect.Late()
	if err := e.gating.open(); err != nil {
		return err
	}
	outputs, err := outputsOf(e.outputs, judgedFormatOf)
	if err != nil {
		return err
	}
	signed, err := signer(cmd.Context(), e.signKey, outputs)
	if err != nil {
		return err
	}
	options, err := e.listing.options()
	if err != nil {
		return err
	}
	detail, err := e.detailOf(outputs)
	if err != nil {
		return err
	}
	aside, err := e.beside.options(e.gating.allWaivers())
	if err != nil {
		return err
	}
	files, err := expand(args, cmd.ErrOrStderr())
	if err != nil {
		return err
	}
	eng, err := e.engine(cmd.Context())
	if err != nil {
		return err
	}
	written, err := newPapers(outputs, func() (*facts.Schema, error) { return eng.Schema(), nil }, cmd.OutOrStdout(), e.listing.colour, e.keepGoing, func(f render.Format) []render.Option {
		return append(slices.Clip(options), render.UpTo(e.columns(f)))
	})
	if err != nil {
		return err
	}
	written.sign(signed)
	j := &judging{
		evaluation: e, eng: eng, stdin: cmd.InOrStdin(), stderr: harmless{cmd.ErrOrStderr()}, papers: written,
		count: newCounter(cmd.ErrOrStderr(), cmd.OutOrStdout()),
	}
	defer j.count.stop()
	ctx, cancel := e.limited(cmd.Context())
	defer cancel()
	return j.run(ctx, files, append(e.many(detail, outputs), aside...)...)
}

// engine loads the policies and the fine model that the flags name, and checks what the
// gate and the waivers call by name.
func (e *evaluation) engine(ctx context.Context) (*engine.Engine, error) {
	options, err := e.options()
	if err != nil {
		return nil, err
	}
	all, err := e.selection.whole(ctx, append(options, e.check.options()...)...)
	if err != nil {
		return nil, err
	}
	if e.gating.gate != nil {
		if err := e.gating.checkNames(all); err != nil {
			return nil, err
		}
	}
	return all.Select(e.only, e.exclude)
}
