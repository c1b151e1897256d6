package policytest_test

import (
	"regexp"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/engine/policy"
	"github.com/dsaeval/dsaeval/internal/document"
	"github.com/dsaeval/dsaeval/internal/policytest"
	_ "github.com/dsaeval/dsaeval/internal/testheap"
	"github.com/dsaeval/dsaeval/policies"
)

const rules = `# METADATA
# scope: package
# title: Terms are clear
# description: What the house asks.
# related_resources:
#   - https://example.org/rules
# custom:
#   id: house.clear
#   article: House 1
#   kind: duty
#   addressee: hosting
#   start: general
#   penalty: [none]
#   supervised_by: nobody
#   remediation: Write anew.
package house.clear

# METADATA
# title: They are not clear
breach contains "unclear" if input.terms.terms_language_clear == false
`

// open opens a directory with the rules above and case files.
func open(t *testing.T, files map[string]string) (*policytest.Suite, error) {
	t.Helper()
	dir := fstest.MapFS{"house/clear.rego": {Data: []byte(rules)}}
	for name, content := range files {
		dir[name] = &fstest.MapFile{Data: []byte(content)}
	}
	return policytest.Open(t.Context(), policytest.Options{
		WithoutBuiltin: true,
		Policies:       []policy.Source{{Name: "policies", FS: policies.FS()}, {Name: "own", FS: dir}},
	})
}

const kept = "service: hosting\ncompliant: {terms.terms_language_clear: true}\n"

// TestFailures shows how each difference is told, and where.
func TestFailures(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ note, cases, want string }{
		{"no compliant facts", "service: hosting\ncompliant: {terms.terms_language_clear: false}\n", "own/house/clear_test.yaml:2:1: the compliant facts\n    verdict: want compliant\n             have breach\n    finding unclear: They are not clear"},
		{"a fact that does not matter", "service: hosting\ncompliant:\n  terms.terms_language_clear: true\n  terms.terms_easily_accessible: true\n", "own/house/clear_test.yaml:4:3: without terms.terms_easily_accessible\n    verdict: want undetermined\n             have compliant"},
		{"a fact that does, said not to", kept + "indifferent: [terms.terms_language_clear]\n", "it is listed as indifferent, but the verdict turns on it"},
		{"another verdict", kept + "cases:\n  - note: fog\n    facts: {terms.terms_language_clear: false}\n    verdict: compliant\n", "own/house/clear_test.yaml:6:5: fog\n    verdict: want compliant\n             have breach"},
		{"another finding", kept + "cases:\n  - note: fog\n    facts: {terms.terms_language_clear: false}\n    verdict: breach\n    findings: [foggy]\n", "own/house/clear_test.yaml:7:5: fog\n    findings: want [foggy]\n              have [unclear]"},
		{"another basis", kept + "cases:\n  - note: fog\n    facts: {terms.terms_language_clear: false}\n    verdict: breach\n    findings: [unclear]\n    basis: parameter\n", ":8:5: fog\n    basis: want parameter\n           have house"},
		{"another missing fact", kept + "cases:\n  - note: fog\n    facts: {terms.terms_language_clear: null}\n    verdict: undetermined\n    missing: []\n", "missing: want []\n             have [terms.terms_language_clear]"},
		{"another reason", kept + "cases:\n  - note: early\n    facts: {assessment.date: 2024-02-16}\n    verdict: not_applicable\n    reasons: [ended]\n", "reasons: want [ended]\n             have [not_yet]"},
		{"facts that are none", kept + "cases:\n  - note: fog\n    facts: {terms.fog: false}\n    verdict: breach\n", "own/house/clear_test.yaml:5:5: fog\n    the facts are refused:\n    unknown key terms.fog"},
		{"facts that are valid", kept + "cases:\n  - note: fog\n    facts: {terms.terms_language_clear: false}\n    invalid: fog\n", ":6:5: fog\n    the facts are valid"},
		{"facts that are refused otherwise", kept + "cases:\n  - note: fog\n    facts: {terms.fog: false}\n    invalid: mist\n", "the facts are refused, but not with \"mist\""},
		{"a reading that there is not", kept + "cases:\n  - note: fog\n    readings: {fog: thick}\n    verdict: compliant\n", "the readings cannot be set"},
	} {
		t.Run(c.note, func(t *testing.T) {
			t.Parallel()
			suite, err := open(t, map[string]string{"house/clear_test.yaml": c.cases})
			require.NoError(t, err)
			result, err := suite.Run(t.Context(), nil)
			require.NoError(t, err)
			require.NotZero(t, result.Failed())
			var told string
			for _, f := range result.Obligations[0].Failures {
				told += f.String() + "\n"
			}
			require.Contains(t, told, c.want)
		})
	}
}

// TestUnreadable shows case files that are refused before anything is judged.
func TestUnreadable(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ note, file, cases, want string }{
		{"an unknown key", "house/clear_test.yaml", kept + "case: []\n", "own/house/clear_test.yaml:3:1: unknown key case\n    hint: did you mean cases?"},
		{"another type", "house/clear_test.yaml", kept + "cases: none\n", "own/house/clear_test.yaml:3:8: cases is"},
		{"no service", "house/clear_test.yaml", "compliant: {}\n", "service is missing"},
		{"an unknown service", "house/clear_test.yaml", "service: hostin\ncompliant: {}\n", "own/house/clear_test.yaml:1:1: no service is called \"hostin\"\n    hint: did you mean hosting?"},
		{"an unknown service of a case", "house/clear_test.yaml", kept + "cases:\n  - {note: a, service: x, verdict: breach}\n", "own/house/clear_test.yaml:4:15: no service is called \"x\"\n    hint: it is one of hosting"},
		{"no note", "house/clear_test.yaml", kept + "cases:\n  - verdict: breach\n", "a case without note"},
		{"one note twice", "house/clear_test.yaml", kept + "cases:\n  - {note: a, verdict: breach}\n  - {note: a, verdict: breach}\n", "own/house/clear_test.yaml:5:6: two cases have the note \"a\""},
		{"nothing expected", "house/clear_test.yaml", kept + "cases:\n  - note: a\n", "own/house/clear_test.yaml:4:5: the case \"a\" expects nothing"},
		{"beside no rules", "house/clean_test.yaml", kept, "own/house/clean_test.yaml: cases beside no obligation"},
		{"a service without a day", "services.yaml", "own: {service.categories: [hosting]}\n", "own has no assessment.date"},
	} {
		_, err := open(t, map[string]string{c.file: c.cases})
		require.ErrorAs(t, err, new(document.Problems), c.note)
		require.ErrorContains(t, err, c.want, c.note)
	}
}

// TestNothing shows that a run without cases is an error, and an obligation
// without some beside others a failure.
func TestNothing(t *testing.T) {
	t.Parallel()
	suite, err := open(t, nil)
	require.NoError(t, err)
	_, err = suite.Run(t.Context(), nil)
	require.ErrorIs(t, err, policytest.ErrNothingTested)

	suite, err = open(t, map[string]string{"house/clear_test.yaml": kept})
	require.NoError(t, err)
	_, err = suite.Run(t.Context(), regexp.MustCompile("fog"))
	require.ErrorIs(t, err, policytest.ErrNothingTested)
	result, err := suite.Run(t.Context(), nil)
	require.NoError(t, err)
	require.Zero(t, result.Failed())
	require.False(t, result.Complete())
	require.Equal(t, []string{`no case shows the finding "unclear"`, "no case ends in breach"}, result.Obligations[0].Gaps)
	require.Len(t, result.Lines.Missed, 1)
}

// TestOwnServices takes a service of the directory.
func TestOwnServices(t *testing.T) {
	t.Parallel()
	suite, err := open(t, map[string]string{
		"services.yaml":         "own: {assessment.date: 2025-06-02, service.categories: [hosting], service.offers_services_in_eu: true, service.designation_status: none}\n",
		"house/clear_test.yaml": "service: own\ncompliant: {terms.terms_language_clear: true}\n",
	})
	require.NoError(t, err)
	result, err := suite.Run(t.Context(), nil)
	require.NoError(t, err)
	require.Zero(t, result.Failed())
}
