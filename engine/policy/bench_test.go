package policy

import (
	"context"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/engine/facts"
	"github.com/dsaeval/dsaeval/engine/report"
)

// BenchmarkJudge judges a document of which little is known: in full, verdicts only, each
// also as if it were the first, of which nothing can be remembered, and what OPA needs for
// the answers alone.
func BenchmarkJudge(b *testing.B) {
	set := builtIn(b)
	document := fixturesOf(b)[0]
	for _, f := range fixturesOf(b) {
		if f.Service() == "Instagram" && f.AssessmentDate() == "2023-09-01" {
			document = f
		}
	}
	for _, detail := range []report.Detail{report.DetailFull, report.DetailVerdicts} {
		for name, judge := range map[string]func(context.Context, *facts.Facts, []*Obligation, report.Detail) (*Result, error){
			string(detail): set.Judge, string(detail) + "-first": set.JudgeAlone,
		} {
			b.Run(name, func(b *testing.B) {
				b.ReportAllocs()
				for b.Loop() {
					_, err := judge(b.Context(), document, set.obligations, detail)
					require.NoError(b, err)
				}
			})
		}
	}
	b.Run("OPA", func(b *testing.B) {
		b.ReportAllocs()
		bench, err := set.preparedFor(string(document.AssessmentDate()))
		require.NoError(b, err)
		w, err := newKnowledge(document, set.schema)
		require.NoError(b, err)
		for b.Loop() {
			for _, o := range set.obligations {
				_, err := opaDocument(bench, w).decide(b.Context(), set.asked().obligations[o.ID].findings)
				require.NoError(b, err)
			}
		}
	})
}
