package main

import (
	"context"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"github.com/dsaeval/dsaeval/engine"
	"github.com/dsaeval/dsaeval/engine/facts"
	"github.com/dsaeval/dsaeval/engine/policy"
	"github.com/dsaeval/dsaeval/engine/rego"
)

// doubleCheck judges documents once more by OPA.
type doubleCheck struct {
	on    bool
	wrong contradictions
	// ask compares the answers about a document; the engine's own unless a test has
	// answers that differ.
	ask func(ctx context.Context, eng *engine.Engine, f *facts.Facts) (*policy.Check, error)
}

// contradictions are answers that OPA gives otherwise, or alone.
type contradictions []string

func (c contradictions) Error() string {
	return "what the program answers is not what OPA does:\n" + strings.Join(c, "\n")
}

// Class says that the program is at fault.
func (c contradictions) Class() engine.Class { return engine.Defect }

func (c *doubleCheck) addFlags(cmd *cobra.Command) {
	cmd.Flags().BoolVar(&c.on, "check-with-opa", false,
		"answer every question once more by OPA, tell where the program is sharper, and exit with 4 where it contradicts or is blunter")
}

// options has the rules compiled by OPA, which it needs to answer by them.
func (c *doubleCheck) options() []engine.Option {
	if !c.on {
		return nil
	}
	return []engine.Option{rego.WithPolicies()}
}

// document checks a document and tells where the program is sharper. Where it is not,
// or contradicts OPA, that is a defect, told of in the end.
func (c *doubleCheck) document(ctx context.Context, eng *engine.Engine, f *facts.Facts, stderr io.Writer) error {
	if !c.on {
		return nil
	}
	ask := c.ask
	if ask == nil {
		ask = func(ctx context.Context, eng *engine.Engine, f *facts.Facts) (*policy.Check, error) {
			return eng.Check(ctx, f)
		}
	}
	check, err := ask(ctx, eng, f)
	if err != nil {
		return err
	}
	fmt.Fprintf(stderr, "%s: %d answers compared with OPA, %d of them sharper, %d wrong\n", f.Name(), check.Compared, len(check.Sharper), len(check.Wrong))
	for _, d := range check.Sharper {
		fmt.Fprintf(stderr, "  sharper: %v\n", d)
	}
	for _, d := range check.Wrong {
		c.wrong = append(c.wrong, f.Name()+": "+d.String())
	}
	return nil
}

// err returns what was wrong, if anything was.
func (c *doubleCheck) err() error {
	if len(c.wrong) == 0 {
		return nil
	}
	return c.wrong
}
