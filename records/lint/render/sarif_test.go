package render_test

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v5"
	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/records/lint"
)

// sarifSchema is the schema of OASIS, which lies where reports of the engine are
// validated too.
func sarifSchema(t *testing.T) *jsonschema.Schema {
	t.Helper()
	const name = "sarif-schema-2.1.0.json"
	content, err := os.ReadFile(filepath.Join("..", "..", "..", "engine", "render", "testdata", "schemas", name))
	require.NoError(t, err)
	compiler := jsonschema.NewCompiler()
	compiler.AssertFormat = true
	require.NoError(t, compiler.AddResource(name, bytes.NewReader(content)))
	schema, err := compiler.Compile(name)
	require.NoError(t, err)
	return schema
}

// sarifView is what the tests look at.
type sarifView struct {
	Runs []struct {
		Tool struct {
			Driver struct{ Rules []struct{ ID string } }
		}
		Results []struct {
			RuleID, Kind, Level string
			RuleIndex           int
			PartialFingerprints map[string]string
		}
	}
}

func sarifOf(t *testing.T, content string) sarifView {
	t.Helper()
	var view sarifView
	require.NoError(t, json.Unmarshal([]byte(content), &view))
	require.Len(t, view.Runs, 1)
	return view
}

// TestSARIFKinds shows what becomes of findings and of rules without any.
func TestSARIFKinds(t *testing.T) {
	t.Parallel()
	counted := func(format string) map[string]int {
		counts := map[string]int{}
		run := sarifOf(t, written(t, format, sample("Example"))).Runs[0]
		require.Len(t, run.Tool.Driver.Rules, 6, "every rule is there")
		for _, result := range run.Results {
			counts[result.Kind+" "+result.Level]++
			require.Equal(t, result.RuleID, run.Tool.Driver.Rules[result.RuleIndex].ID)
		}
		return counts
	}
	require.Equal(t, map[string]int{"fail error": 3, "fail warning": 3}, counted("sarif"))
	require.Equal(t, map[string]int{"fail error": 3, "fail warning": 3, "pass none": 1, "notApplicable none": 1}, counted("sarif-all"))
}

// TestSARIFPlaces shows that a cell of a CSV file has a line and that one of
// a workbook is named.
func TestSARIFPlaces(t *testing.T) {
	t.Parallel()
	have := written(t, "sarif", sample("Example"))
	require.Contains(t, have, `"text": "[4_notices Example] G2: notices is 12; the categories add up to 11"`)
	require.Contains(t, have, `"fullyQualifiedName": "[4_notices Example] G2"`)
	require.Contains(t, have, `"uri": "report/10_AMAR.csv"`)
	require.Equal(t, 2, strings.Count(have, `"region"`))
	require.Contains(t, have, `"startLine": 5`)
	require.NotContains(t, have, "startColumn", "a column of a table is none of a line")
}

// TestSARIFFingerprints shows that an alert is the same after rows were
// inserted, figures changed or the folder moved, and another one for each
// finding, service and period.
func TestSARIFFingerprints(t *testing.T) {
	t.Parallel()
	prints := func(change func(r *lint.Report)) []string {
		r := sample("Example")
		twin := r.Findings[4]
		twin.Ref.Row++
		r.Findings = append(r.Findings, twin)
		change(r)
		var list []string
		for _, result := range sarifOf(t, written(t, "sarif-all", r)).Runs[0].Results {
			list = append(list, result.PartialFingerprints["dsaeval/v1"])
		}
		return list
	}
	want := prints(func(*lint.Report) {})
	require.Equal(t, want, prints(func(r *lint.Report) {
		for i := range r.Findings {
			f := &r.Findings[i]
			f.Ref.File, f.Line, f.Message = "moved/"+f.Ref.File, f.Line+7, strings.ReplaceAll(f.Message, "12", "345")
			if f.Ref.Row > 0 {
				f.Ref.Row += 7
			}
		}
	}))
	seen := map[string]bool{}
	for _, print := range slices.Concat(want, prints(func(r *lint.Report) { r.Service.Name = "Other" }), prints(func(r *lint.Report) { r.Period.From = "2025-01-01" })) {
		require.False(t, seen[print])
		seen[print] = true
	}
}
