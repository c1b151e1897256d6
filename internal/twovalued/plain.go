package main

import (
	"context"
	"fmt"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/rego"
	"github.com/open-policy-agent/opa/v1/storage/inmem"

	"github.com/dsaeval/dsaeval/engine"
	"github.com/dsaeval/dsaeval/engine/facts"
	"github.com/dsaeval/dsaeval/engine/policy"
	_ "github.com/dsaeval/dsaeval/engine/rego" // OPA with the functions about dates
	"github.com/dsaeval/dsaeval/policies"
)

// plainBreaches returns the ids of the obligations that have a breach where the
// rules are evaluated as `opa eval` does: the facts are the input; the figures,
// parameters and readings in force on the day are data.
func plainBreaches(ctx context.Context, eng *engine.Engine, document *facts.Facts) (map[string]bool, error) {
	rules, err := policy.Source{FS: policies.FS()}.Rego()
	if err != nil {
		return nil, err
	}
	modules := map[string]string{}
	for path, content := range rules {
		modules[path] = string(content)
	}
	compiler, err := ast.CompileModules(modules)
	if err != nil {
		return nil, err
	}
	input, err := ast.InterfaceToValue(document.Value())
	if err != nil {
		return nil, err
	}
	store := inmem.NewFromObject(dataOf(eng, string(document.AssessmentDate())))
	breaches := map[string]bool{}
	for _, o := range eng.Obligations() {
		if !o.Kind.Breachable() {
			continue
		}
		query := fmt.Sprintf("count(%s.breach) > 0", o.Package())
		results, err := rego.New(rego.Query(query), rego.Compiler(compiler), rego.Store(store), rego.ParsedInput(input)).Eval(ctx)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", o.ID, err)
		}
		if results.Allowed() {
			breaches[o.ID] = true
		}
	}
	return breaches, nil
}

func dataOf(eng *engine.Engine, day string) map[string]any {
	values := func(parameters []policy.Parameter) map[string]any {
		m := map[string]any{}
		for _, p := range parameters {
			m[p.Name] = p.At(day)
		}
		return m
	}
	readings := map[string]any{}
	for _, r := range eng.Readings() {
		readings[r.Name] = r.Chosen
	}
	return map[string]any{"law": values(eng.Figures()), "parameters": values(eng.Parameters()), "readings": readings}
}
