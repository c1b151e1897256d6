package render_test

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v5"
	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/engine/render"
	"github.com/dsaeval/dsaeval/engine/report"
)

// schemaOf compiles a schema of testdata/schemas.
func schemaOf(t *testing.T, name string) *jsonschema.Schema {
	t.Helper()
	content, err := os.ReadFile(filepath.Join("testdata", "schemas", name))
	require.NoError(t, err)
	compiler := jsonschema.NewCompiler()
	compiler.AssertFormat = true
	require.NoError(t, compiler.AddResource(name, bytesReader(content)))
	schema, err := compiler.Compile(name)
	require.NoError(t, err)
	return schema
}

// TestSARIFSchema validates against the schema of OASIS.
func TestSARIFSchema(t *testing.T) {
	t.Parallel()
	schema := schemaOf(t, "sarif-schema-2.1.0.json")
	require.Error(t, schema.Validate(map[string]any{"version": "2.0.0", "runs": []any{}}), "the schema demands something")
	for _, format := range []string{"sarif", "sarif-all"} {
		for _, words := range []string{"Example", hostile} {
			var document any
			require.NoError(t, json.Unmarshal([]byte(written(t, format, sample(words), sample("Other"))), &document))
			require.NoError(t, schema.Validate(document))
		}
	}
}

// TestSARIFRegions: viewers show no result that has no line. What is missing points at
// the section where it would stand, what cannot be used at where that was found.
func TestSARIFRegions(t *testing.T) {
	t.Parallel()
	schema := schemaOf(t, "sarif-schema-2.1.0.json")
	var problems bytes.Buffer
	require.NoError(t, render.Problems(&problems, render.SARIF, []report.Unusable{{File: "facts.yaml", Message: "it cannot be read"}, {File: "facts.yaml", Line: 3, Column: 7, Message: "wrong"}}))
	for _, content := range []string{written(t, "sarif", sample("Example")), written(t, "sarif-all", sample("Example")), problems.String()} {
		var document any
		require.NoError(t, json.Unmarshal([]byte(content), &document))
		require.NoError(t, schema.Validate(document))
		var log struct {
			Runs []struct {
				Results []struct {
					Kind      string
					Locations []struct {
						PhysicalLocation struct{ Region struct{ StartLine int } }
					}
				}
			}
		}
		require.NoError(t, json.Unmarshal([]byte(content), &log))
		require.NotEmpty(t, log.Runs[0].Results)
		for _, result := range log.Runs[0].Results {
			require.Positive(t, result.Locations[0].PhysicalLocation.Region.StartLine, result.Kind)
		}
	}
	placed := sample("Example")
	placed.Questions = []report.Question{{Pointer: "/statements_of_reasons/sent_count", Line: 17, Column: 3}}
	require.True(t, strings.Contains(written(t, "sarif", placed), `"startLine": 17`))
}

// sarifView is what the tests below look at.
type sarifView struct {
	Runs []struct {
		Tool struct {
			Driver struct{ Rules []struct{ ID string } }
		}
		Results []struct {
			RuleID, Kind, Level string
			RuleIndex           int
			PartialFingerprints map[string]string
			Suppressions        []struct{ Justification string }
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

// TestSARIFKinds shows which verdict is written as what. SARIF demands the
// level none of every kind but fail.
func TestSARIFKinds(t *testing.T) {
	t.Parallel()
	counted := func(format string) map[string]int {
		counts := map[string]int{}
		run := sarifOf(t, written(t, format, sample("Example"))).Runs[0]
		require.Len(t, run.Tool.Driver.Rules, 9, "every judged obligation is a rule")
		for _, result := range run.Results {
			counts[result.Kind+" "+result.Level]++
			require.Equal(t, result.RuleID, run.Tool.Driver.Rules[result.RuleIndex].ID)
		}
		return counts
	}
	require.Equal(t, map[string]int{"fail error": 2, "fail warning": 2, "fail note": 1, "open none": 1}, counted("sarif"))
	require.Equal(t, map[string]int{"fail error": 2, "fail warning": 2, "fail note": 1, "open none": 1, "pass none": 2, "notApplicable none": 2}, counted("sarif-all"))
}

// TestSARIFFingerprints shows that an alert is the same after its line moved or
// on another day, and another one for another finding, element or service.
func TestSARIFFingerprints(t *testing.T) {
	t.Parallel()
	prints := func(line int, date, service string) []string {
		r := sample(service)
		r.AssessmentDate = report.Day(date)
		r.Obligations[0].Findings[0].Evidence[0].Line = line
		var list []string
		for _, result := range sarifOf(t, written(t, "sarif", r)).Runs[0].Results {
			list = append(list, result.PartialFingerprints["dsaeval/v1"])
			require.Equal(t, result.PartialFingerprints["dsaeval/v1"][:16]+":1", result.PartialFingerprints["primaryLocationLineHash"])
		}
		return list
	}
	want := prints(31, "2023-09-01", "Example")
	require.Equal(t, want, prints(131, "2024-09-01", "Example"))
	seen := map[string]bool{}
	for _, print := range append(want, prints(31, "2023-09-01", "Other")...) {
		require.False(t, seen[print])
		seen[print] = true
	}
}

// TestSARIFSuppression shows that a waived finding stays a result, suppressed
// with its reason, and that all others say that they are not.
func TestSARIFSuppression(t *testing.T) {
	t.Parallel()
	var inPart []string
	for _, result := range sarifOf(t, written(t, "sarif", sample("Example"))).Runs[0].Results {
		require.NotNil(t, result.Suppressions)
		if result.RuleID == "dsa.art24.1" {
			require.Equal(t, "published on Monday: Example (owner Example, approved by Bob, last valid day 2023-12-31)", result.Suppressions[0].Justification)
			continue
		}
		if result.RuleID == "dsa.art16.6" && len(result.Suppressions) > 0 {
			inPart = append(inPart, result.Suppressions[0].Justification)
			continue
		}
		require.Empty(t, result.Suppressions)
	}
	require.Equal(t, []string{"hired more: Example (owner Example, approved by Bob, last valid day 2023-12-31)"}, inPart)
}
