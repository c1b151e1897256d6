package policies_test

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"strings"
	"testing"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/cover"
	"github.com/open-policy-agent/opa/v1/rego"
	"github.com/open-policy-agent/opa/v1/storage"
	"github.com/open-policy-agent/opa/v1/storage/inmem"
	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/engine/facts"
	"github.com/dsaeval/dsaeval/engine/policy"
	"github.com/dsaeval/dsaeval/policies"
)

// TestCoverage evaluates the cases plainly, without unknowns, and requires that
// they reach every line of every policy. Partial evaluation would not do: one
// run with everything unknown covers every rule.
func TestCoverage(t *testing.T) {
	t.Parallel()
	set := load(t)
	modules := map[string]*ast.Module{}
	for _, path := range regoFiles(t) {
		modules[path] = parseModule(t, path)
	}
	compiler := ast.NewCompiler()
	compiler.Compile(modules)
	require.False(t, compiler.Failed(), "%v", compiler.Errors)

	tracer := cover.New()
	files := caseFiles(t)
	byObligation := map[string][]determinedCase{}
	for _, c := range scopeCases(t) {
		if c.Applies != "unknown" {
			byObligation[c.Obligation] = append(byObligation[c.Obligation], determinedCase{facts: c.document(t)})
		}
	}
	for _, o := range set.Obligations() {
		path := strings.TrimPrefix(o.File(), "policies/")
		file := files[path]
		pkg := modules[path].Package.Path
		profile, err := json.Marshal(map[string]any{
			"addressee": o.Addressee, "addressee_also": append([]policy.Addressee{}, o.AddresseeAlso...),
			"vlop_only": o.VLOPOnly, "exemption": o.Exemption, "rule": o.Rule, "from": o.From,
		})
		require.NoError(t, err)
		queries := []string{
			pkg.String(),
			fmt.Sprintf("data.dsa.scope.applies(%s)", profile),
			fmt.Sprintf("data.dsa.scope.starts_on(%s)", profile),
			fmt.Sprintf("data.dsa.scope.first_day(%s)", profile),
			"data.dsa.scope.offered_already",
			fmt.Sprintf("data.dsa.scope.suspended(%q)", o.ID),
		}
		for _, c := range append(determined(t, file), byObligation[o.ID]...) {
			input, err := ast.InterfaceToValue(c.facts.Value())
			require.NoError(t, err)
			store := dataOn(set, c.facts.AssessmentDate(), c.readings)
			for _, query := range queries {
				prepared, err := rego.New(rego.Query(query), rego.Compiler(compiler), rego.Store(store)).PrepareForEval(background)
				require.NoError(t, err)
				_, err = prepared.Eval(background, rego.EvalParsedInput(input), rego.EvalQueryTracer(tracer),
					rego.EvalRuleIndexing(false), rego.EvalEarlyExit(false))
				require.NoError(t, err, "%s: %s", o.ID, query)
			}
		}
	}

	report := tracer.Report(modules)
	t.Logf("Rego line coverage: %.1f %% of %d lines", report.Coverage, report.CoveredLines+report.NotCoveredLines)
	for path, file := range report.Files {
		for _, r := range file.NotCovered {
			t.Errorf("policies/%s:%d: no case reaches line %d to %d", path, r.Start.Row, r.Start.Row, r.End.Row)
		}
	}
}

// parseModule parses a policy under its name; without one nothing counts as
// covered.
func parseModule(t testing.TB, path string) *ast.Module {
	t.Helper()
	content, err := fs.ReadFile(policies.FS(), path)
	require.NoError(t, err)
	module, err := ast.ParseModule(path, string(content))
	require.NoError(t, err)
	return module
}

// determinedCase is what a case with a verdict is judged by.
type determinedCase struct {
	facts    *facts.Facts
	readings map[string]string // other than the defaults
}

// determined returns the cases in a file that end in a verdict.
func determined(t *testing.T, file caseFile) []determinedCase {
	t.Helper()
	base := service(t, file.Service).over(file.Compliant)
	all := []determinedCase{{facts: base.document(t)}}
	for _, c := range file.Cases {
		if c.Verdict == policy.Undetermined || c.State == policy.Unknown || c.Invalid != "" {
			continue
		}
		f := base
		if c.Service != "" {
			f = service(t, c.Service).over(file.Compliant)
		}
		all = append(all, determinedCase{f.over(c.Facts).document(t), c.Readings})
	}
	return all
}

func dataOn(set *policy.Set, date string, other map[string]string) storage.Store {
	values := func(parameters []policy.Parameter) map[string]any {
		m := map[string]any{}
		for _, p := range parameters {
			m[p.Name] = p.At(date)
		}
		return m
	}
	readings := map[string]any{}
	for _, r := range set.Readings() {
		readings[r.Name] = r.Chosen
	}
	for name, option := range other {
		readings[name] = option
	}
	return inmem.NewFromObject(map[string]any{
		"law": values(set.Figures()), "parameters": values(set.Parameters()), "readings": readings,
	})
}
