package rego

import (
	"encoding/json"
	"fmt"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/test/cases"
	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/internal/kleene"
	"github.com/dsaeval/dsaeval/internal/rules"
	_ "github.com/dsaeval/dsaeval/internal/testheap"
)

// TestConformance runs the cases with which OPA tests itself: what is lowered has
// to give the same. Cases that want an error are left out, and those that need
// more than rules, data and input.
func TestConformance(t *testing.T) {
	t.Parallel()
	dir, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", "github.com/open-policy-agent/opa").Output()
	require.NoError(t, err)
	set := cases.MustLoad(filepath.Join(strings.TrimSpace(string(dir)), "v1/test/cases/testdata/v1"))
	counts := map[string]int{}
	reasons := map[string]int{}
	for _, c := range set.Sorted().Cases {
		outcome, detail := conform(t, c)
		counts[outcome]++
		switch outcome {
		case "refused":
			reasons[detail]++
		case "differs":
			t.Errorf("%s: %s\n%s", c.Note, detail, strings.Join(c.Modules, "\n---\n"))
		}
	}
	t.Logf("%d cases: %v", len(set.Cases), counts)
	names := make([]string, 0, len(reasons))
	for reason := range reasons {
		names = append(names, reason)
	}
	slices.SortFunc(names, func(a, b string) int { return reasons[b] - reasons[a] })
	for _, name := range names[:min(len(names), 25)] {
		t.Logf("refused %d times: %s", reasons[name], name)
	}
	require.Greater(t, counts["passed"], 500)
}

// conform runs one case.
func conform(t *testing.T, c cases.TestCase) (outcome, detail string) {
	t.Helper()
	if c.WantError != nil || c.WantErrorCode != nil || c.ExperimentalKeywords || c.Env != nil || c.InputTerm != nil {
		return "left out", ""
	}
	body, err := ast.ParseBody(c.Query)
	if err != nil {
		return "left out", ""
	}
	visitor := ast.NewVarVisitor().WithParams(ast.VarVisitorParams{SkipRefHead: true, SkipRefCallHead: true, SkipClosures: true})
	visitor.Walk(body)
	var names []string
	for name := range visitor.Vars() {
		if !name.IsWildcard() && !name.IsGenerated() {
			names = append(names, string(name))
		}
	}
	slices.Sort(names)
	var pairs []string
	for _, name := range names {
		pairs = append(pairs, fmt.Sprintf("%q: %s", name, name))
	}
	modules := map[string]*ast.Module{}
	for i, text := range append(slices.Clone(c.Modules), fmt.Sprintf("package conformance\n\nanswers contains {%s} if {\n\t%s\n}\n", strings.Join(pairs, ", "), c.Query)) {
		name := fmt.Sprintf("module%d.rego", i)
		module, err := ast.ParseModuleWithOpts(name, text, ast.ParserOptions{})
		if err != nil {
			return "left out", ""
		}
		modules[name] = module
	}
	compiler := ast.NewCompiler()
	if compiler.Compile(modules); compiler.Failed() {
		return "left out", ""
	}
	const name = "answers"
	lowered := Lower(compiler, []Question{{Name: name, Kind: rules.Values, Rule: ast.MustParseRef("data.conformance.answers")}}, Options{Data: map[string]int{"": 1}})
	if refusal := lowered.Refused[name]; refusal != nil {
		return "refused", refusal.Message
	}
	s := lowered.Program.NewState()
	for i, slot := range lowered.Program.Slots {
		var at any
		switch {
		case slot.Path[0] == "input" && c.Input != nil:
			at = *c.Input
		case slot.Path[0] == "input":
			continue
		case c.Data != nil:
			given, ok := (*c.Data)[slot.Path[0]]
			if !ok {
				continue
			}
			at = given
		default:
			continue
		}
		v, err := kleene.ValueOf(at)
		require.NoError(t, err)
		s.Set(i, v)
	}
	found, more := s.Emissions(lowered.Roots[name].Cond)
	if s.Err() != nil {
		return "fails", s.Err().Error() // as OPA would if it were strict
	}
	have := kleene.ListOf()
	for _, each := range found {
		if each.Answer != kleene.Yes {
			return "differs", "not certain"
		}
		have = each.Value
	}
	if more {
		return "differs", "there may be more"
	}
	return verdict(t, c, have)
}

// verdict compares the set of bindings with what a case wants.
func verdict(t *testing.T, c cases.TestCase, have kleene.Value) (outcome, detail string) {
	t.Helper()
	if c.WantResult == nil {
		if c.WantDefined == nil {
			return "left out", ""
		}
		if defined := have.Len() > 0; defined != *c.WantDefined {
			return "differs", fmt.Sprintf("defined: want %v, have %v", *c.WantDefined, have)
		}
		return "passed", ""
	}
	var want []kleene.Value
	for _, bindings := range *c.WantResult {
		content, err := json.Marshal(bindings)
		require.NoError(t, err)
		var plain any
		decoder := json.NewDecoder(strings.NewReader(string(content)))
		decoder.UseNumber()
		require.NoError(t, decoder.Decode(&plain))
		v, err := kleene.ValueOf(plain)
		require.NoError(t, err)
		want = append(want, plainValue(v, c.SortBindings))
	}
	var got []kleene.Value
	for i := range have.Len() {
		got = append(got, plainValue(have.Item(i), c.SortBindings))
	}
	if kleene.Compare(kleene.SetOf(want...), kleene.SetOf(got...)) != 0 {
		return "differs", fmt.Sprintf("want %v, have %v", kleene.SetOf(want...), kleene.SetOf(got...))
	}
	return "passed", ""
}

// plainValue turns sets into lists, as results of OPA have them.
func plainValue(v kleene.Value, sorted bool) kleene.Value {
	switch v.Kind() {
	case kleene.List, kleene.Set:
		var items []kleene.Value
		for i := range v.Len() {
			items = append(items, plainValue(v.Item(i), sorted))
		}
		if sorted {
			slices.SortFunc(items, kleene.Compare)
		}
		return kleene.ListOf(items...)
	case kleene.Object:
		var entries []kleene.Entry
		for i := range v.Len() {
			key := v.Key(i)
			if key.Kind() != kleene.String {
				key = kleene.StringOf(strings.ReplaceAll(plainValue(key, sorted).String(), ": ", ":"))
			}
			entries = append(entries, kleene.Entry{Key: key, Value: plainValue(v.Item(i), sorted)})
		}
		return kleene.ObjectOf(nil, entries...)
	}
	return v
}
