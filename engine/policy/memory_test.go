package policy_test

import (
	"maps"
	"os"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/engine/facts"
	"github.com/dsaeval/dsaeval/engine/policy"
	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/internal/policytest"
	"github.com/dsaeval/dsaeval/policies"
)

// TestMemory: what is judged does not depend on the documents judged before. Each
// document of the fixtures, and of the cases also without each of their facts, is
// judged as if it were the first, and again after all the others. Of the cases a sample
// has to do without -all.
func TestMemory(t *testing.T) {
	if testing.Short() {
		t.Skip("judges some thousand documents, one after the other")
	}
	t.Parallel()
	suite, err := policytest.Open(t.Context(), policytest.Options{
		Policies: []policy.Source{{FS: policies.FS()}}, Cases: policy.Source{FS: os.DirFS("../../policies")},
	})
	require.NoError(t, err)
	set := suite.Set()
	n, sample := 0, 0
	compare := func(f *facts.Facts, detail report.Detail, obligations ...*policy.Obligation) {
		n++
		want, err := set.JudgeAlone(t.Context(), f, obligations, detail)
		require.NoError(t, err)
		have, err := set.Judge(t.Context(), f, obligations, detail)
		require.NoError(t, err)
		require.Equal(t, want, have)
	}
	fixtures := policy.FixturesOf(t)
	for i, detail := range []report.Detail{report.DetailVerdicts, report.DetailFindings, report.DetailFull} {
		for again := range 2 {
			for k, document := range fixtures {
				if !*policy.All && (i+k)%3 != 0 {
					continue
				}
				f, err := document.WithAssessmentDate("2025-06-02")
				if err != nil {
					continue // a fact is later than that
				}
				compare(f, detail, set.Obligations()...)
				if again > 0 && detail != report.DetailVerdicts {
					// Where two are marked in the same place, both may be taken for new.
					require.Greater(t, set.Recalled(f, set.Obligations(), detail), len(set.Obligations())*9/10)
				}
			}
		}
	}
	for i, o := range suite.Obligations() {
		file, ok := suite.File(o)
		if !ok {
			continue // its name is found missing elsewhere
		}
		service, _ := suite.Service(file.Service)
		base := suite.Over(service, file.Compliant)
		for j, c := range file.Cases {
			if c.Service != "" || c.Invalid != "" {
				continue
			}
			changed := suite.Over(base, c.Facts)
			for _, path := range slices.Sorted(maps.Keys(changed)) {
				if sample++; !*policy.All && sample%97 != 0 {
					continue
				}
				f, err := suite.Document(suite.Over(changed, policytest.Facts{path: nil}))
				if err != nil || f.AssessmentDate() == "" {
					continue // something else needs the fact
				}
				compare(f, report.DetailFull, o)
			}
			if (i+j)%50 != 0 {
				continue
			}
			if f, err := suite.Document(changed); err == nil {
				compare(f, report.DetailFull, set.Obligations()...)
			}
		}
	}
	require.Greater(t, n, 300)
}
