package pages_test

import (
	"bytes"
	"os"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/engine/facts"
	"github.com/dsaeval/dsaeval/engine/policy"
	"github.com/dsaeval/dsaeval/internal/pages"
	"github.com/dsaeval/dsaeval/internal/policytest"
	"github.com/dsaeval/dsaeval/policies"
)

// TestText writes every page for a terminal: no line is longer than it is wide but for
// one long word, each ground of a provision that can be breached is there, and what is
// given in the program beside the rules is what stands in the repository.
func TestText(t *testing.T) {
	t.Parallel()
	schema, err := facts.Builtin()
	require.NoError(t, err)
	suite, err := policytest.Open(t.Context(), policytest.Options{
		Policies: []policy.Source{{Name: "policies", FS: policies.FS()}},
		Cases:    policy.Source{Name: "policies", FS: os.DirFS("../../policies")},
	})
	require.NoError(t, err)
	set := suite.Set()
	source := pages.NewSource(set.Obligations(), set.Parameters(), set.Readings(), schema.Relations().Fields())
	source.Document, source.Answers = suite.Document, set.Answers
	source.Cases = func(o *policy.Obligation) (*policytest.File, policytest.Facts, error) {
		return policytest.Beside(policy.Source{Name: "policies", FS: policies.Cases()}, o)
	}
	for _, o := range set.Obligations() {
		page, err := source.Page(t.Context(), o)
		require.NoError(t, err)
		file, _ := suite.File(o)
		require.Len(t, page.Cases, len(file.Cases), o.ID)
		var out bytes.Buffer
		require.NoError(t, page.WriteText(&out))
		for _, g := range o.Findings {
			require.Contains(t, strings.Join(strings.Fields(out.String()), " "), g.Message+" ("+g.Code+")", o.ID)
		}
		for line := range strings.Lines(out.String()) {
			require.LessOrEqual(t, utf8.RuneCountInString(line), 121, "%s: %s", o.ID, line)
			require.NotContains(t, line, "<nil>", o.ID)
		}
	}
}

// TestFact says of a fact who reads it, also of a section and of a list, and of what is
// none nothing.
func TestFact(t *testing.T) {
	t.Parallel()
	schema, err := facts.Builtin()
	require.NoError(t, err)
	one := &policy.Obligation{ID: "a.one", Article: "1", Title: "One", Facts: []string{"service.categories[]", "minors.accessible_to_minors"}}
	source := pages.NewSource([]*policy.Obligation{one}, nil, nil, schema.Relations().Fields())
	for path, read := range map[string]bool{
		"minors.accessible_to_minors": true, "service.categories": true, "minors": true, "service.designation_status": false,
	} {
		fact, found := source.FactPage(path)
		require.True(t, found, path)
		require.Equal(t, read, len(fact.Obligations) == 1, path)
	}
	for _, path := range []string{"minors.none", "", "none"} {
		_, found := source.FactPage(path)
		require.False(t, found, path)
	}
}
