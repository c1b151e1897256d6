package policy

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/engine/facts"
	"github.com/dsaeval/dsaeval/internal/words"
	"github.com/dsaeval/dsaeval/schemas"
)

// TestAnswers checks that each finding has its own answer, and that one which the
// facts settle has none.
func TestAnswers(t *testing.T) {
	t.Parallel()
	set, err := loadWith(t, map[string]string{"one.rego": header + statusRules})
	require.NoError(t, err)
	bundle, err := schemas.Facts()
	require.NoError(t, err)
	schema, err := facts.NewSchema(bundle)
	require.NoError(t, err)
	o, _ := set.Obligation("house.one")
	answers := func(document string) map[string]string {
		documents, err := schema.Load("facts.yaml", []byte("assessment: {date: 2025-06-02}\nservice: {name: A}\n"+document))
		require.NoError(t, err)
		got, err := set.Answers(t.Context(), o, documents[0])
		require.NoError(t, err)
		said := map[string]string{}
		for code, c := range got {
			said[code] = words.Condition(c)
		}
		return said
	}
	require.Equal(t, map[string]string{
		"both":  "reporting_pipeline.fault_fixed is false and reporting_pipeline.fault_fixed_on is before 2025-06-02",
		"found": "reporting_pipeline.notice_decisions_arbitrary_found is true",
	}, answers(""))
	require.Equal(t, map[string]string{"found": "reporting_pipeline.notice_decisions_arbitrary_found is true"},
		answers("reporting_pipeline: {fault_fixed: true}"))
}
