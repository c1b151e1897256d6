package policytest

import (
	"context"
	"encoding/json"
	"fmt"
	"path"
	"slices"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/cover"
	"github.com/open-policy-agent/opa/v1/rego"
	"github.com/open-policy-agent/opa/v1/storage/inmem"

	"github.com/dsaeval/dsaeval/engine/facts"
	"github.com/dsaeval/dsaeval/engine/policy"
	"github.com/dsaeval/dsaeval/engine/report"
)

// Lines evaluates the cases plainly, without unknowns, and says which lines of
// the tested rules they do not reach. Partial evaluation would not do: one run
// with everything unknown covers every rule.
func (s *Suite) Lines(ctx context.Context) (*Lines, error) {
	compiler, tested, err := s.modules()
	if err != nil {
		return nil, err
	}
	c := covering{suite: s, compiler: compiler, tracer: cover.New()}
	scope, err := s.scopeCases()
	if err != nil {
		return nil, err
	}
	byObligation := map[string][]known{}
	for _, each := range scope {
		if service, ok := s.services[each.Service]; ok && each.Applies != "unknown" {
			byObligation[each.Obligation] = append(byObligation[each.Obligation], known{facts: s.Over(service, each.Facts)})
		}
	}
	for _, o := range s.obligations {
		for _, each := range append(s.determined(o), byObligation[o.ID]...) {
			if err := c.evaluate(ctx, o, each); err != nil {
				return nil, fmt.Errorf("%s: %w", o.ID, err)
			}
		}
	}
	report := c.tracer.Report(compiler.Modules)
	lines := &Lines{Missed: []Stretch{}}
	for _, name := range tested {
		file := report.Files[name]
		if file == nil {
			continue
		}
		lines.Covered += file.CoveredLines
		lines.Total += file.CoveredLines + file.NotCoveredLines
		for _, r := range file.NotCovered {
			lines.Missed = append(lines.Missed, Stretch{File: name, From: r.Start.Row, To: r.End.Row})
		}
	}
	return lines, nil
}

// modules compiles the rules under the names of their files, without which
// nothing counts as covered, and names those that are tested.
func (s *Suite) modules() (compiler *ast.Compiler, tested []string, err error) {
	modules := map[string]*ast.Module{}
	for i, source := range s.options.Policies {
		files, err := source.Rego()
		if err != nil {
			return nil, nil, err
		}
		for p, content := range files {
			name := path.Join(source.Name, p)
			if modules[name], err = ast.ParseModule(name, string(content)); err != nil {
				return nil, nil, err
			}
			if i == len(s.options.Policies)-1 {
				tested = append(tested, name)
			}
		}
	}
	slices.Sort(tested)
	compiler = ast.NewCompiler()
	if compiler.Compile(modules); compiler.Failed() {
		return nil, nil, compiler.Errors
	}
	return compiler, tested, nil
}

// known is what a case with a verdict is judged by.
type known struct {
	facts    Facts
	readings map[string]string // other than the defaults
}

// determined returns the cases beside an obligation that end in a verdict.
func (s *Suite) determined(o *policy.Obligation) []known {
	file := s.files[o.ID]
	if file == nil {
		return nil
	}
	base := s.services[file.Service]
	all := []known{{facts: s.Over(base, file.Compliant)}}
	for _, c := range file.Cases {
		if c.Verdict == report.Undetermined || c.State == report.Unknown || c.Invalid != "" {
			continue
		}
		service := base
		if c.Service != "" {
			service = s.services[c.Service]
		}
		all = append(all, known{s.Over(s.Over(service, file.Compliant), c.Facts), c.Readings})
	}
	return all
}

// covering evaluates with a tracer that notes the lines.
type covering struct {
	suite    *Suite
	compiler *ast.Compiler
	tracer   *cover.Cover
}

func (c covering) evaluate(ctx context.Context, o *policy.Obligation, k known) error {
	document, err := c.suite.Document(k.facts)
	if err != nil {
		return nil //nolint:nilerr // Test says that the facts of the case are refused
	}
	input, err := ast.InterfaceToValue(document.Value())
	if err != nil {
		return err
	}
	queries := []string{o.Package()}
	if len(c.suite.options.Policies) == 1 {
		// The rules about the scope are tested with the obligations.
		if queries, err = queriesOf(o); err != nil {
			return err
		}
	}
	store := inmem.NewFromObject(c.suite.Data(document, k.readings))
	for _, query := range queries {
		prepared, err := rego.New(rego.Query(query), rego.Compiler(c.compiler), rego.Store(store)).PrepareForEval(ctx)
		if err != nil {
			return err
		}
		_, err = prepared.Eval(ctx, rego.EvalParsedInput(input), rego.EvalQueryTracer(c.tracer),
			rego.EvalRuleIndexing(false), rego.EvalEarlyExit(false))
		if err != nil {
			return err
		}
	}
	return nil
}

// queriesOf asks everything that is asked about an obligation.
func queriesOf(o *policy.Obligation) ([]string, error) {
	profile, err := json.Marshal(map[string]any{
		"addressee": o.Addressee, "addressee_also": append([]report.Addressee{}, o.AddresseeAlso...),
		"vlop_only": o.VLOPOnly, "exemption": o.Exemption, "start": o.Start, "from": o.From,
	})
	if err != nil {
		return nil, err
	}
	return []string{
		o.Package(),
		fmt.Sprintf("data.dsa.scope.applies(%s)", profile),
		fmt.Sprintf("data.dsa.scope.starts_on(%s)", profile),
		fmt.Sprintf("data.dsa.scope.first_day(%s)", profile),
		"data.dsa.scope.offered_already",
		fmt.Sprintf("data.dsa.scope.suspended(%q)", o.ID),
	}, nil
}

// Data is what rules read beside the facts, on the assessment date.
func (s *Suite) Data(document *facts.Facts, other map[string]string) map[string]any {
	values := func(parameters []policy.Parameter) map[string]any {
		m := map[string]any{}
		for _, p := range parameters {
			m[p.Name] = p.At(string(document.AssessmentDate()))
		}
		return m
	}
	readings := map[string]any{}
	for _, r := range s.set.Readings() {
		readings[r.Name] = r.Chosen
	}
	for name, option := range other {
		readings[name] = option
	}
	return map[string]any{"law": values(s.set.Figures()), "parameters": values(s.set.Parameters()), "readings": readings}
}
