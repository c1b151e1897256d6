package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"

	"github.com/spf13/cobra"

	"github.com/dsaeval/dsaeval/engine"
	"github.com/dsaeval/dsaeval/engine/ask/explain"
	"github.com/dsaeval/dsaeval/engine/facts"
	"github.com/dsaeval/dsaeval/engine/policy"
	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/internal/pages"
	"github.com/dsaeval/dsaeval/internal/policytest"
	"github.com/dsaeval/dsaeval/internal/words"
	"github.com/dsaeval/dsaeval/policies"
)

const explainHelp = `explain says what an obligation asks: whom, since when, on which words of the law
and grounds, with which thresholds, on which facts, with an example that breaches
and one that does not. Of a fact it says what it means and who reads it, of an
Article which obligations it has.

With FACTS it shows how the verdict follows: from the provision to its conditions,
each with yes, no or ? (not known), and from those to the facts with their places
and sources, then the smallest changes of facts that would turn the verdict. Each of
these has been judged. What decides nothing is left out unless --all asks for it.

The exit code is 0 whatever the verdict is, and 2 for wrong usage or invalid facts.`

const explainExamples = `  # What does Art. 16(6) ask?
  evaluate explain dsa.art16.6

  # Why is it breached, and what would change that?
  evaluate explain dsa.art16.6 facts.yaml

  # What is this fact for?
  evaluate explain minors.accessible_to_minors`

// explanation holds the flags of the command explain.
type explanation struct {
	selection
	config  configuration
	asOf    string
	all     bool
	outputs []string

	eng     *engine.Engine
	written []output[string]
	stdout  io.Writer
}

func newExplain() *cobra.Command {
	var e explanation
	cmd := &cobra.Command{
		Use:     "explain ID|FACT|ARTICLE [FACTS]",
		Short:   "Say what an obligation asks, what a fact is for, or how a verdict follows",
		Long:    explainHelp,
		Example: explainExamples,
		Args:    asInUse,
		RunE: func(cmd *cobra.Command, args []string) error {
			return e.run(cmd, args[0], args[1:])
		},
	}
	flags := cmd.Flags()
	flags.StringVar(&e.asOf, "as-of", "", "judge on this `DAY`, YYYY-MM-DD, instead of assessment.date")
	flags.BoolVar(&e.all, "all", false, "show conditions that decide nothing, too, and all ways to turn the verdict")
	outputFlag(cmd, &e.outputs, "text", "json")
	e.addRules(cmd)
	e.config.serve(cmd, serving{except: append(exceptOwn, "all"), beside: func(args []string) []string { return args[1:] }})
	return cmd
}

func (e *explanation) run(cmd *cobra.Command, name string, args []string) error {
	var err error
	if e.written, err = outputsOf(e.outputs, textOrJSON); err != nil {
		return err
	}
	if len(args) == 0 && cmd.Flags().Changed("as-of") {
		return errors.New("--as-of is for facts, and none are given")
	}
	e.stdout = cmd.OutOrStdout()
	if e.eng, err = e.engine(cmd.Context()); err != nil {
		return err
	}
	documents, err := readAll(e.eng, args, cmd.InOrStdin(), cmd.ErrOrStderr())
	if err != nil {
		return err
	}
	for i, document := range documents {
		if documents[i], err = dated(document, e.asOf); err != nil {
			return err
		}
	}
	if len(documents) > 1 {
		return fmt.Errorf("%d services are in these facts; explain is about one", len(documents))
	}
	source := e.source()
	chosen, err := e.eng.Select([]string{name}, nil)
	if errors.Is(err, engine.ErrNothingSelected) {
		return e.fact(source, name, documents, err)
	}
	if err != nil {
		return err
	}
	list := chosen.Obligations()
	if i := slices.IndexFunc(list, func(o *policy.Obligation) bool { return o.ID == name }); i >= 0 {
		list = list[i : i+1] // and not what begins like it
	}
	switch {
	case len(list) > 1 && len(documents) == 1:
		return e.verdicts(cmd.Context(), chosen, documents[0])
	case len(list) > 1:
		return e.write(list, func(w io.Writer) error { return printObligations(w, list) })
	case len(documents) == 1:
		x, err := e.eng.Explain(cmd.Context(), documents[0], list[0].ID)
		if err != nil {
			return err
		}
		return e.write(x, func(w io.Writer) error {
			return explain.WriteText(w, x, explain.Options{All: e.all, ShowAll: "--all shows them", OtherDay: "--as-of judges on another one"})
		})
	default:
		page, err := source.Page(cmd.Context(), list[0])
		if err != nil {
			return err
		}
		return e.write(page, page.WriteText)
	}
}

// write writes in each format that is asked for.
func (e *explanation) write(value any, text func(io.Writer) error) error {
	return writeList(e.written, e.stdout, value, text)
}

// source is what the pages are made of, parameters and readings as they hold.
func (e *explanation) source() pages.Source {
	source := pages.NewSource(e.eng.Obligations(), e.eng.Parameters(), e.eng.Readings(), e.eng.Schema().Relations().Fields())
	cases := []policy.Source{{Name: "policies", FS: policies.Cases()}}
	for _, folder := range e.policiesFolder {
		cases = append(cases, policy.Source{Name: folder, FS: os.DirFS(folder)})
	}
	source.Cases = func(o *policy.Obligation) (*policytest.File, policytest.Facts, error) {
		for _, each := range cases {
			if file, service, err := policytest.Beside(each, o); file != nil || err != nil {
				return file, service, err
			}
		}
		return nil, nil, nil
	}
	source.Document = func(f policytest.Facts) (*facts.Facts, error) {
		date, _ := f["assessment.date"].(string)
		documents, err := e.eng.Load("the facts", f.Under(policytest.Facts{"assessment.date": nil}).JSON())
		if err != nil {
			return nil, err
		}
		return documents[0].WithAssessmentDate(report.Day(date))
	}
	source.Answers = func(ctx context.Context, o *policy.Obligation, f *facts.Facts) (map[string]report.Condition, error) {
		return e.eng.Answers(ctx, f, o.ID)
	}
	return source
}

// verdicts lists how the obligations of an Article stand.
func (e *explanation) verdicts(ctx context.Context, chosen *engine.Engine, document *facts.Facts) error {
	r, err := chosen.Evaluate(ctx, document)
	if err != nil {
		return err
	}
	return e.write(r.Obligations, func(w io.Writer) error {
		for _, o := range r.Obligations {
			if _, err := fmt.Fprintf(w, "%-14s  Art. %s, %s (%s)\n", words.Verdict(o.Verdict), o.Article, o.Title, o.ID); err != nil {
				return err
			}
		}
		_, err := fmt.Fprintln(w, "\nWhy, and what would change it: evaluate explain ID FACTS")
		return err
	})
}
