package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"

	"github.com/spf13/cobra"

	"github.com/dsaeval/dsaeval/engine"
	"github.com/dsaeval/dsaeval/engine/policy"
	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/internal/columns"
	"github.com/dsaeval/dsaeval/internal/vocabulary"
	"github.com/dsaeval/dsaeval/internal/words"
)

// catalogue holds the flags of the obligations command.
type catalogue struct {
	selection
	config       configuration
	outputs      []string
	long         bool
	addressee    string
	appliesOn    string
	designatedOn string
}

func newObligations() *cobra.Command {
	var c catalogue
	cmd := &cobra.Command{
		Use:   "obligations",
		Short: "List the obligations",
		Long: `obligations lists what the policies encode, in the order of the Regulation.

--applies-on asks what applies on a day to a service of every kind that is not
designated or, with --designated-on, to one whose designation was notified on
that day.`,
		Example: `  evaluate obligations --article 16
  evaluate obligations --addressee vlop_vlose -o json
  evaluate obligations --applies-on 2023-09-01 --designated-on 2023-04-25`,
		Args: asInUse,
		RunE: func(cmd *cobra.Command, _ []string) error { return c.run(cmd.Context(), cmd.OutOrStdout()) },
	}
	c.addFlags(cmd)
	flags := cmd.Flags()
	outputFlag(cmd, &c.outputs, "text", "json")
	flags.BoolVar(&c.long, "long", false, "say of each obligation that is asked of OPA why it cannot be lowered")
	flags.StringSliceVar(&c.only, "article", nil, "list only these `ARTICLES`; the same as --only")
	flags.StringVar(&c.addressee, "addressee", "", "list only what is addressed to this kind of service by name, though wider kinds bind narrower ones too: intermediary, hosting, online_platform, marketplace, online_search_engine or vlop_vlose")
	flags.StringVar(&c.appliesOn, "applies-on", "", "list only what applies on this `DAY`, YYYY-MM-DD")
	flags.StringVar(&c.designatedOn, "designated-on", "", "with --applies-on: the day on which the designation was notified")
	c.config.serve(cmd, serving{except: exceptOwn})
	return cmd
}

func (c *catalogue) run(ctx context.Context, stdout io.Writer) error {
	outputs, err := outputsOf(c.outputs, textOrJSON)
	if err != nil {
		return err
	}
	eng, err := c.engine(ctx)
	if err != nil {
		return err
	}
	list := eng.Obligations()
	if c.addressee != "" {
		if err := oneOf("addressee", "choice", c.addressee, vocabulary.Texts(report.Addressees())...); err != nil {
			return err
		}
		list = slices.DeleteFunc(list, func(o *policy.Obligation) bool {
			return string(o.Addressee) != c.addressee && !slices.Contains(o.AddresseeAlso, report.Addressee(c.addressee))
		})
	}
	if c.appliesOn != "" {
		applying, err := c.applying(ctx, eng)
		if err != nil {
			return err
		}
		list = slices.DeleteFunc(list, func(o *policy.Obligation) bool { return !applying[o.ID] })
	}
	if len(list) == 0 {
		return errors.New("no obligation is left by these flags")
	}
	return writeList(outputs, stdout, list, func(w io.Writer) error {
		if err := printObligations(w, list); err != nil || !c.long {
			return err
		}
		printAskedOfOPA(w, eng, list)
		return nil
	})
}

// printAskedOfOPA says which obligations are answered by OPA, which takes some hundred
// times as long, and why.
func printAskedOfOPA(w io.Writer, eng *engine.Engine, obligations []*policy.Obligation) {
	asked := 0
	for _, o := range obligations {
		reasons := eng.AskedOfOPA(o)
		if len(reasons) == 0 {
			continue
		}
		asked++
		fmt.Fprintf(w, "\n%s is asked of OPA; its rules go beyond what is lowered:\n", o.ID)
		for _, reason := range reasons {
			fmt.Fprintln(w, "  "+reason)
		}
	}
	fmt.Fprintf(w, "\n%d of %d are asked of OPA\n", asked, len(obligations))
}

// applying asks the scope rules about a service of every kind.
func (c *catalogue) applying(ctx context.Context, eng *engine.Engine) (map[string]bool, error) {
	service := map[string]any{
		"categories":            []string{"mere_conduit", "caching", "hosting", "online_platform", "marketplace", "online_search_engine"},
		"offers_services_in_eu": true,
		"enterprise_size":       "large",
		"size_status_lost":      false,
		"designation_status":    "none",
	}
	if c.designatedOn != "" {
		service["designation_status"] = "vlop"
		service["designation_notified_on"] = c.designatedOn
		service["designation_terminated"] = false
	}
	content, err := json.Marshal(map[string]any{"service": service})
	if err != nil {
		return nil, err
	}
	documents, err := eng.Load("a service of every kind", content)
	if err != nil {
		return nil, fmt.Errorf("--designated-on %q: expected a calendar day YYYY-MM-DD", c.designatedOn)
	}
	document, err := documents[0].WithAssessmentDate(report.Day(c.appliesOn))
	if err != nil {
		return nil, fmt.Errorf("--applies-on: %w", err)
	}
	judged, err := eng.Evaluate(ctx, document)
	if err != nil {
		return nil, err
	}
	applying := map[string]bool{}
	for _, o := range judged.Obligations {
		applying[o.ID] = o.Verdict != report.NotApplicable
	}
	for _, p := range judged.Context {
		applying[p.ID] = p.State != report.OutOfScope
	}
	return applying, nil
}

func printObligations(w io.Writer, obligations []*policy.Obligation) error {
	table := columns.New("")
	for _, o := range obligations {
		table.Row(o.ID, words.Provision(o.Article, o.Origin), o.Addressee, o.Kind, o.Title)
	}
	return table.Write(w, widthOf(w))
}
