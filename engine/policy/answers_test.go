package policy

import (
	"encoding/json"
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

// TestTextConditions: what is asked of a text stays a comparison of the fact with what it
// is compared with, whoever answers.
func TestTextConditions(t *testing.T) {
	t.Parallel()
	for body, want := range map[string]struct{ condition, words string }{
		`startswith(input.service.provider, "Meta")`:   {`{"op":"begins_with","fact":"/service/provider","value":"Meta"}`, `service.provider begins with Meta`},
		`endswith(input.service.provider, "Ltd")`:      {`{"op":"ends_with","fact":"/service/provider","value":"Ltd"}`, `service.provider ends with Ltd`},
		`contains(input.service.provider, "Platform")`: {`{"op":"contains","fact":"/service/provider","value":"Platform"}`, `service.provider contains Platform`},
		`not contains(input.service.provider, "Platform")`: {
			`{"op":"not","of":[{"op":"contains","fact":"/service/provider","value":"Platform"}]}`, `service.provider does not contain Platform`,
		},
		`contains(input.service.provider, input.service.name)`: {
			`{"op":"contains","terms":[{"fact":"/service/provider"},{"fact":"/service/name"}]}`, `service.provider contains service.name`,
		},
	} {
		set, err := loadWith(t, map[string]string{"one.rego": header + "\n# METADATA\n# title: Named so\nbreach contains \"named\" if " + body + "\n"})
		require.NoError(t, err)
		bundle, err := schemas.Facts()
		require.NoError(t, err)
		schema, err := facts.NewSchema(bundle)
		require.NoError(t, err)
		documents, err := schema.Load("facts.yaml", []byte("assessment: {date: 2025-06-02}\nservice: {}\n"))
		require.NoError(t, err)
		o, _ := set.Obligation("house.one")
		require.Empty(t, set.AskedOfOPA(o), body)

		answers, err := set.Answers(t.Context(), o, documents[0])
		require.NoError(t, err)
		said, err := json.Marshal(answers["named"])
		require.NoError(t, err)
		require.JSONEq(t, want.condition, string(said), body)
		require.Equal(t, want.words, words.Condition(answers["named"]), body)

		w, err := newKnowledge(documents[0], set.schema)
		require.NoError(t, err)
		p, err := set.preparedFor("2025-06-02")
		require.NoError(t, err)
		other, err := opaDocument(p, w).decide(t.Context(), set.asked().obligations[o.ID].findings)
		require.NoError(t, err)
		byOPA, known := other.findings[0].open.condition()
		require.True(t, known, body)
		require.Equal(t, want.words, words.Condition(byOPA), body)
	}
}
