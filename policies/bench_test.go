package policies_test

import (
	"testing"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/rego"
	"github.com/open-policy-agent/opa/v1/storage/inmem"
	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/engine/facts"
	"github.com/dsaeval/dsaeval/engine/report"
)

// BenchmarkJudge compares judging all obligations with the plain evaluation of
// the same rules, which knows no missing facts, scope or evidence: the price of
// exact verdicts. Look at the ratio.
func BenchmarkJudge(b *testing.B) {
	set := load(b)
	obligations := set.Obligations()
	documents := map[string]*facts.Facts{
		"everything known": everythingKnown(b),
		"nothing known":    documentOf(b, flat{"assessment.date": "2025-06-02"}),
	}
	rules, err := source().Rego()
	require.NoError(b, err)
	modules := map[string]string{}
	for path, content := range rules {
		modules[path] = string(content)
	}
	compiler, err := ast.CompileModules(modules)
	require.NoError(b, err)

	for name, document := range documents {
		b.Run(name+"/judge", func(b *testing.B) {
			for b.Loop() {
				_, err := set.Judge(background, document, obligations, report.DetailFull)
				require.NoError(b, err)
			}
		})
		b.Run(name+"/plain", func(b *testing.B) {
			input, err := ast.InterfaceToValue(document.Value())
			require.NoError(b, err)
			store := inmem.NewFromObject(suite(b).Data(document, nil))
			var queries []rego.PreparedEvalQuery
			for _, o := range obligations {
				q, err := rego.New(rego.Query(o.Package()), rego.Compiler(compiler), rego.Store(store)).PrepareForEval(background)
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
	f := service(b, "vlop")
	for _, o := range load(b).Obligations() {
		more := over(b, casesOf(b, o).Compliant, f)
		if _, err := suite(b).Document(more); err == nil {
			f = more
		}
	}
	return documentOf(b, f)
}
