package ask_test

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/engine"
	"github.com/dsaeval/dsaeval/engine/ask"
	"github.com/dsaeval/dsaeval/engine/report"
)

// judge judges facts that are given as a value.
func judge(t *testing.T, value map[string]any) (*engine.Engine, *ask.Catalogue, *report.Report) {
	t.Helper()
	eng, err := engine.New(t.Context())
	require.NoError(t, err)
	facts, err := eng.Facts("facts.yaml", value)
	require.NoError(t, err)
	r, err := eng.Evaluate(t.Context(), facts)
	require.NoError(t, err)
	return eng, ask.NewCatalogue(eng.Schema(), eng.Obligations()), r
}

// TestInScope: what decides whether any obligation applies is what those wait for
// that know nothing at all.
func TestInScope(t *testing.T) {
	t.Parallel()
	_, _, r := judge(t, map[string]any{"assessment": map[string]any{"date": "2026-11-01"}, "service": map[string]any{}})
	waits := map[string]int{}
	for _, o := range r.Obligations {
		for _, m := range o.Missing {
			if slices.ContainsFunc(m.Open, func(i int) bool { return o.Open[i].Decides == report.Applies }) {
				waits[m.Pointer]++
			}
		}
	}
	for pointer, n := range waits {
		if n > len(r.Obligations)/4 {
			require.True(t, ask.InScope(pointer), "%s decides about %d obligations", pointer, n)
		}
	}
	require.False(t, ask.InScope("/service/amar_published"))
}

// TestCatalogueNamesReaders: a fact that an obligation reads is known, with its
// question, and names the provision.
func TestCatalogueNamesReaders(t *testing.T) {
	t.Parallel()
	eng, c, _ := judge(t, map[string]any{"assessment": map[string]any{"date": "2026-11-01"}, "service": map[string]any{}})
	mechanism, known := c.Fact("/reporting_pipeline/notice_mechanism_exists")
	require.True(t, known)
	require.True(t, mechanism.Of("16") && mechanism.Of("16(1)") && !mechanism.Of("1"))
	require.Equal(t, report.Flag, mechanism.Kind)
	require.NotEmpty(t, mechanism.Question)
	paid, known := c.Fact("/service/suspensions/3/from")
	require.True(t, known, "the index of an element stands for any")
	require.Equal(t, report.Date, paid.Kind)
	_, known = c.Fact("/service/no_such_fact")
	require.False(t, known)
	read := 0
	for _, f := range c.Facts() {
		read += len(f.Articles)
	}
	require.Greater(t, read, len(eng.Obligations()), "each obligation reads something")
}

func TestParse(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		fact    ask.Fact
		text    string
		want    any
		problem string
	}{
		{fact: ask.Fact{Kind: report.Flag}, text: "Yes", want: true},
		{fact: ask.Fact{Kind: report.Flag}, text: "maybe", problem: "expected yes or no"},
		{fact: ask.Fact{Kind: report.Count, Unit: "notices"}, text: "4 200", want: "4200"},
		{fact: ask.Fact{Kind: report.Count, Unit: "notices"}, text: "many", problem: "a whole number, in notices"},
		{fact: ask.Fact{Kind: report.Count}, text: "1.000", problem: `"1.000" can be read as 1 or as 1000`},
		{fact: ask.Fact{Kind: report.Count}, text: "1.0", want: "1.0"},
		{fact: ask.Fact{Kind: report.Amount}, text: "1.000", want: "1.000"},
		{fact: ask.Fact{Kind: report.Amount}, text: "0.5", want: "0.5"},
		{fact: ask.Fact{Kind: report.Date}, text: "2025-02-17", want: "2025-02-17"},
		{fact: ask.Fact{Kind: report.Date}, text: "17.2.2025", problem: "such as 2025-02-17"},
		{fact: ask.Fact{Kind: report.Word, Choices: []ask.Choice{{Word: "micro"}, {Word: "medium"}}}, text: "me", want: "medium"},
		{fact: ask.Fact{Kind: report.Word, Choices: []ask.Choice{{Word: "micro"}, {Word: "medium"}}}, text: "m", problem: "one of: micro, medium"},
		{fact: ask.Fact{Kind: report.List}, text: "none", want: []any{}},
		{fact: ask.Fact{Kind: report.List}, text: "de, fr", want: []any{"de", "fr"}},
		{fact: ask.Fact{Kind: report.List}, text: `[{"from": "2025-01-01"}]`, want: []any{map[string]any{"from": "2025-01-01"}}},
		{fact: ask.Fact{Kind: report.Text}, text: "any words", want: "any words"},
		{fact: ask.Fact{Kind: report.Text}, text: " ", problem: "in words"},
	} {
		value, err := c.fact.Parse(c.text)
		if c.problem != "" {
			require.ErrorContains(t, err, c.problem)
			continue
		}
		require.NoError(t, err, c.text)
		if number, ok := value.(interface{ String() string }); ok {
			value = number.String()
		}
		require.Equal(t, c.want, value, c.text)
	}
}

// TestNoSchema: without a schema there is nothing to ask, as of an engine that is none.
func TestNoSchema(t *testing.T) {
	t.Parallel()
	var none *engine.Engine
	require.Empty(t, ask.NewCatalogue(none.Schema(), none.Obligations()).Facts())
}
