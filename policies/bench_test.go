package policies_test

import (
	"maps"
	"slices"
	"testing"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/rego"
	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/engine/facts"
)

// BenchmarkJudge compares judging all obligations with the plain evaluation of
// the same rules, which knows no missing facts, scope or evidence: the price of
// exact verdicts. Look at the ratio.
func BenchmarkJudge(b *testing.B) {
	set, err := builtIn()
	require.NoError(b, err)
	obligations := set.Obligations()
	documents := map[string]*facts.Facts{
		"everything known": everythingKnown(b),
		"nothing known":    flat{"assessment.date": "2025-06-02"}.document(b),
	}
	modules := map[string]*ast.Module{}
	for _, path := range regoFiles(b) {
		modules[path] = parseModule(b, path)
	}
	compiler := ast.NewCompiler()
	compiler.Compile(modules)
	require.False(b, compiler.Failed(), "%v", compiler.Errors)

	for name, document := range documents {
		b.Run(name+"/judge", func(b *testing.B) {
			for b.Loop() {
				_, err := set.Judge(background, document, obligations)
				require.NoError(b, err)
			}
		})
		b.Run(name+"/plain", func(b *testing.B) {
			input, err := ast.InterfaceToValue(document.Value())
			require.NoError(b, err)
			store := dataOn(set, document.AssessmentDate(), nil)
			var queries []rego.PreparedEvalQuery
			for _, o := range obligations {
				pkg := modules[o.File()[len("policies/"):]].Package.Path
				q, err := rego.New(rego.Query(pkg.String()), rego.Compiler(compiler), rego.Store(store)).PrepareForEval(background)
				require.NoError(b, err)
				queries = append(queries, q)
			}
			for b.Loop() {
				for _, q := range queries {
					_, err := q.Eval(background, rego.EvalParsedInput(input))
					require.NoError(b, err)
				}
			}
		})
	}
}

// everythingKnown is a designated service about which as many facts are given as
// the cases name without contradicting each other.
func everythingKnown(b *testing.B) *facts.Facts {
	b.Helper()
	files := caseFiles(b)
	schema, err := factsSchema()
	require.NoError(b, err)
	f := service(b, "vlop")
	for _, path := range slices.Sorted(maps.Keys(files)) {
		more := files[path].Compliant.over(f)
		if _, err := schema.Load("case.json", more.json(b)); err == nil {
			f = more
		}
	}
	return f.document(b)
}
