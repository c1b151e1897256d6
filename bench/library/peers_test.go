package library_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/rego"
	"github.com/open-policy-agent/opa/v1/storage/inmem"
	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/bench/rules"
	"github.com/dsaeval/dsaeval/engine"
	"github.com/dsaeval/dsaeval/engine/facts"
	"github.com/dsaeval/dsaeval/engine/report"
)

// What is compared does the same work: OPA with two values denies every breach that
// the engine finds, and nothing that the engine finds compliant. What else it
// denies rests on missing facts.
func TestPeersFindTheSame(t *testing.T) {
	suite, err := opened()
	require.NoError(t, err)
	e, err := engine.New(background)
	require.NoError(t, err)
	schema, err := rules.Schema()
	require.NoError(t, err)
	modules, err := rules.Modules(suite.Set().Obligations())
	require.NoError(t, err)
	compiler, err := ast.CompileModules(modules)
	require.NoError(t, err)

	breaches, doubtful := 0, 0
	err = rules.Documents(root, schema, suite, 1, 6, func(_ int, content []byte) error {
		loaded, err := schema.Load("a variation", content)
		require.NoError(t, err)
		denied := denials(t, compiler, suite.Data(loaded[0], nil), loaded[0])
		judged, err := e.Evaluate(background, loaded[0])
		require.NoError(t, err)
		for _, o := range judged.Obligations {
			switch {
			case o.Verdict == report.Compliant:
				require.Empty(t, denied[o.ID], "%s is compliant", o.ID)
			case o.Verdict == report.Undetermined && len(denied[o.ID]) > 0:
				doubtful++
			case o.Verdict == report.Breach:
				for _, f := range o.Findings {
					if f.Alternative || f.Ended() {
						continue
					}
					breaches++
					code := f.Code
					if f.Item != nil {
						code = fmt.Sprintf(`{"ground": %q, "item": %d}`, f.Code, *f.Item)
					}
					require.Contains(t, denied[o.ID], code, o.ID)
				}
			}
		}
		return nil
	})
	require.NoError(t, err)
	require.NotZero(t, breaches)
	t.Logf("%d breaches are denied; %d obligations are denied that nobody can decide", breaches, doubtful)
}

// denials returns what OPA denies, by obligation.
func denials(t *testing.T, compiler *ast.Compiler, data map[string]any, document *facts.Facts) map[string][]string {
	t.Helper()
	results, err := rego.New(rego.Query("data.main.deny"), rego.Compiler(compiler),
		rego.Store(inmem.NewFromObject(data)), rego.Input(document.Value())).Eval(background)
	require.NoError(t, err)
	require.Len(t, results, 1)
	denied := map[string][]string{}
	for _, entry := range results[0].Expressions[0].Value.([]any) {
		id, code, ok := strings.Cut(entry.(string), " ")
		require.True(t, ok, entry)
		denied[id] = append(denied[id], code)
	}
	return denied
}
