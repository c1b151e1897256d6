package policy_test

import (
	"maps"
	"os"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/engine/policy"
	"github.com/dsaeval/dsaeval/internal/policytest"
	"github.com/dsaeval/dsaeval/policies"
)

// TestDirectOnCases compares the direct evaluator with OPA on the cases beside the
// obligations, also without each of their facts.
func TestDirectOnCases(t *testing.T) {
	t.Parallel()
	suite, err := policytest.Open(t.Context(), policytest.Options{
		Policies: []policy.Source{{FS: policies.FS()}}, Cases: policy.Source{FS: os.DirFS("../../policies")},
	})
	require.NoError(t, err)
	d := policy.NewDiffer(t, suite.Set())
	n := 0
	compare := func(o *policy.Obligation, note string, f policytest.Facts) {
		if n++; !*policy.All && n%160 != 0 {
			return
		}
		if document, err := suite.Document(f); err == nil {
			d.Compare(o.ID+": "+note, document, o)
		}
	}
	for _, o := range suite.Obligations() {
		file, ok := suite.File(o)
		if !ok {
			continue // its name is found missing elsewhere
		}
		service, _ := suite.Service(file.Service)
		base := suite.Over(service, file.Compliant)
		each := func(note string, f policytest.Facts) {
			compare(o, note, f)
			for _, path := range slices.Sorted(maps.Keys(f)) {
				if path != "assessment.date" {
					compare(o, note+" without "+path, suite.Over(f, policytest.Facts{path: nil}))
				}
			}
		}
		each("compliant", base)
		for _, c := range file.Cases {
			under := base
			if c.Service != "" {
				service, _ := suite.Service(c.Service)
				under = suite.Over(service, file.Compliant)
			}
			if c.Invalid == "" {
				each(c.Note, suite.Over(under, c.Facts))
			}
		}
	}
	require.Greater(t, n, 2000)
	d.Conclude()
}
