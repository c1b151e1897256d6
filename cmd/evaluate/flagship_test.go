package main

import (
	"bytes"
	"os"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/engine"
	"github.com/dsaeval/dsaeval/engine/render"
	"github.com/dsaeval/dsaeval/engine/report"
)

// TestFlagshipFitsAScreen: all obligations on one case are read at once, at 100
// columns: at most 80 lines, none longer than 120 characters, first the counts, then the
// breaches, then questions in words. A name or a place is never cut.
func TestFlagshipFitsAScreen(t *testing.T) {
	t.Parallel()
	const name = "fixtures/cases/instagram-2023-06/facts.yaml"
	content, err := os.ReadFile("../../" + name)
	require.NoError(t, err)
	e, err := engine.New(t.Context())
	require.NoError(t, err)
	documents, err := e.Load(name, content)
	require.NoError(t, err)
	document, err := documents[0].WithAssessmentDate("2023-09-01")
	require.NoError(t, err)
	judged, err := e.Evaluate(t.Context(), document)
	require.NoError(t, err)

	var b bytes.Buffer
	require.NoError(t, render.Write(&b, render.Text, []*report.Report{judged}, render.Width(100)))
	text := b.String()
	lines := strings.Split(strings.TrimSuffix(text, "\n"), "\n")
	require.LessOrEqual(t, len(lines), 80)
	for _, line := range lines {
		require.LessOrEqual(t, utf8.RuneCountInString(line), 120, line)
	}
	require.Contains(t, lines[1], "obligations: 2 breach,")
	require.Contains(t, text, name+":28:36", "a place is never cut")
	require.Contains(t, text, "| fault_keeps_notices_from_review: true", "an excerpt of the facts")
	require.Less(t, strings.Index(text, "\nBREACH"), strings.Index(text, "\nUNDETERMINED"))
	_, next, found := strings.Cut(text, "\nNEXT")
	require.True(t, found)
	require.Equal(t, 10, strings.Count(next, "?"), "ten questions")

	code, out := shell(t, withFixtures(t), "evaluate fixtures/cases/instagram-2023-06/facts.yaml --as-of 2023-09-01")
	require.Equal(t, exitBreach, code)
	require.Contains(t, out, "| fault_keeps_notices_from_review: true", "the command shows it as well")
	require.LessOrEqual(t, strings.Count(out, "\n"), 80)

	b.Reset()
	require.NoError(t, render.Write(&b, render.Text, []*report.Report{judged}, render.Width(100), render.All(render.ByObligation)))
	for line := range strings.Lines(b.String()) {
		require.LessOrEqual(t, utf8.RuneCountInString(strings.TrimSuffix(line, "\n")), 120, line)
	}
}
