package main

import (
	"errors"
	"fmt"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"github.com/dsaeval/dsaeval/engine"
	"github.com/dsaeval/dsaeval/engine/facts"
	"github.com/dsaeval/dsaeval/engine/gate"
	"github.com/dsaeval/dsaeval/engine/report"
)

// gating holds the flags that say what fails a run, and the gate they make.
type gating struct {
	failOn       string
	waiverFiles  []string
	baselineFile string

	gate     *gate.Gate
	waivers  []*gate.Waivers
	baseline *gate.Baseline
}

func (g *gating) addFlags(cmd *cobra.Command) {
	flags := cmd.Flags()
	flags.StringVar(&g.failOn, "fail-on", gate.Presets()[0], "`WHAT` fails the run: "+strings.Join(gate.Presets(), ", ")+", or an expression such as 'breach > 2'")
	flags.StringArrayVar(&g.waiverFiles, "waivers", nil, "YAML `FILE` with findings that do not fail the run; can be repeated")
	flags.StringVar(&g.baselineFile, "baseline", "", "JSON `REPORT` of the past; only what it does not have fails the run")
	complete(cmd, "fail-on", gate.Presets()...)
}

// open reads what the flags name. What is wrong is found before anything is
// judged.
func (g *gating) open() error {
	if g.baselineFile != "" {
		content, err := readNamed(g.baselineFile)
		if err != nil {
			return fmt.Errorf("--baseline: %w", err)
		}
		name := filepath.ToSlash(g.baselineFile)
		if g.baseline, err = gate.LoadBaseline(name, content); err != nil {
			if problems, wrong := asProblems(err); wrong {
				for i := range problems {
					problems[i].Hint = "write one with evaluate FACTS --output json=" + name
				}
				return problems
			}
			return err
		}
	}
	var err error
	if g.gate, err = gate.New(g.failOn, g.baseline); err != nil {
		return named("--fail-on", err)
	}
	var problems facts.Problems
	for _, file := range g.waiverFiles {
		content, err := readNamed(file)
		if err != nil {
			return fmt.Errorf("--waivers: %w", err)
		}
		w, err := gate.LoadWaivers(filepath.ToSlash(file), content)
		if p, wrong := asProblems(err); wrong {
			problems = append(problems, p...)
			continue
		}
		if err != nil {
			return err
		}
		g.waivers = append(g.waivers, w)
	}
	if len(problems) > 0 {
		return problems
	}
	return nil
}

// allWaivers are those of all files.
func (g *gating) allWaivers() []report.Waiver {
	var all []report.Waiver
	for _, file := range g.waivers {
		all = append(all, file.All()...)
	}
	return all
}

// checkNames refuses an expression and waivers that name what does not exist: the gate
// would stand open, and the waivers would never be used. The engine is that of all
// obligations, whichever are selected.
func (g *gating) checkNames(all *engine.Engine) error {
	var ids, articles, codes []string
	for _, o := range all.Obligations() {
		ids, articles = append(ids, o.ID), append(articles, o.Article)
		for _, f := range o.Findings {
			codes = append(codes, f.Code)
		}
	}
	names := map[string][]string{"obligation": ids, "id": ids, "article": articles, "code": codes}
	var err error
	if g.gate, err = gate.New(g.failOn, g.baseline, names); err != nil {
		return named("--fail-on", err)
	}
	var problems facts.Problems
	for _, w := range g.waivers {
		if p, wrong := asProblems(w.Check(ids)); wrong {
			problems = append(problems, p...)
		}
	}
	if len(problems) > 0 {
		return problems
	}
	return nil
}

// named puts the name of a flag before an error, as that of a file stands
// before line and column.
func named(flag string, err error) error {
	var problem facts.Problem
	if errors.As(err, &problem) {
		problem.Position.File = flag
		return problem
	}
	return fmt.Errorf("%s: %w", flag, err)
}

// complete offers words for a flag to the shell.
func complete(cmd *cobra.Command, flag string, words ...string) {
	// It fails only for a flag that does not exist or is completed already.
	_ = cmd.RegisterFlagCompletionFunc(flag, cobra.FixedCompletions(words, cobra.ShellCompDirectiveNoFileComp))
}
