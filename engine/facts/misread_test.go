package facts_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/engine/facts"
)

// TestFarDays: a day that stands for "without end" is told where it stands, before a rule
// adds years to it that have five digits.
func TestFarDays(t *testing.T) {
	t.Parallel()
	schema, err := facts.Builtin()
	require.NoError(t, err)
	const head = "assessment: {date: 2025-06-02}\nservice:\n  categories: [hosting]\n"
	for text, want := range map[string]string{
		"audit: {audit_last_period_end: 9999-12-31}\n":                      "far.yaml:4:32: audit.audit_last_period_end is 9999-12-31; days are reckoned with from 1900-01-01 to 2199-12-31",
		"  size_status_lost_on: 0001-01-01\n":                               "far.yaml:4:24: service.size_status_lost_on is 0001-01-01",
		"  suspensions: [{obligations: [dsa.art15.1], from: 2200-01-01}]\n": "service.suspensions[0].from is 2200-01-01",
		"  name: 9999-12-31\n":                                              "", // words are no day
		"audit: {audit_last_period_end: 1900-01-01}\n":                      "",
	} {
		_, err := schema.Load("far.yaml", []byte(head+text))
		if want == "" {
			require.NoError(t, err, text)
			continue
		}
		require.ErrorContains(t, err, want)
		require.ErrorContains(t, err, "hint: leave it out if it is not known, or if there is no such day")
	}
	all, err := schema.Load("far.yaml", []byte(head))
	require.NoError(t, err)
	_, err = all[0].WithAssessmentDate("9999-12-31")
	require.ErrorContains(t, err, "assessment date 9999-12-31; days are reckoned with from 1900-01-01")
}
