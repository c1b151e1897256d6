package docs_test

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/docs"
	"github.com/dsaeval/dsaeval/engine/facts"
	"github.com/dsaeval/dsaeval/engine/policy"
	"github.com/dsaeval/dsaeval/internal/golden"
	"github.com/dsaeval/dsaeval/internal/pages"
	"github.com/dsaeval/dsaeval/internal/policytest"
	"github.com/dsaeval/dsaeval/policies"
	"github.com/dsaeval/dsaeval/schemas"
)

//go:generate go test -run TestPages . -update

const dir = "obligations"

// TestPages checks that the pages in the repository are those that the policies
// give, no more and no fewer.
func TestPages(t *testing.T) {
	t.Parallel()
	source := newSource(t)
	want := map[string]string{"README.md": docs.Index(source.Obligations)}
	for _, o := range source.Obligations {
		page, err := source.Page(t.Context(), o)
		require.NoError(t, err)
		for _, fact := range page.Facts {
			require.NotEmpty(t, fact.Description, "%s has no description", fact.Path)
		}
		want[o.ID+".md"] = docs.Page(page)
	}
	if *golden.Update {
		require.NoError(t, os.RemoveAll(dir))
		require.NoError(t, os.Mkdir(dir, 0o755))
		for name, content := range want {
			require.NoError(t, os.WriteFile(filepath.Join(dir, name), []byte(content), 0o644))
		}
	}
	entries, err := os.ReadDir(dir)
	require.NoError(t, err)
	for _, entry := range entries {
		require.Contains(t, want, entry.Name(), "no obligation has this page; "+golden.Stale)
	}
	for name, content := range want {
		have, err := os.ReadFile(filepath.Join(dir, name))
		require.NoError(t, err, golden.Stale)
		require.Equal(t, content, string(have), "%s is stale; %s", name, golden.Stale)
	}
}

func newSource(t *testing.T) pages.Source {
	t.Helper()
	bundle, err := schemas.Facts()
	require.NoError(t, err)
	relations, err := facts.NewRelations(bundle) // and not what is built in, which may not have been written anew yet
	require.NoError(t, err)
	suite, err := policytest.Open(t.Context(), policytest.Options{
		Policies: []policy.Source{{Name: "policies", FS: policies.FS()}},
		Cases:    policy.Source{Name: "policies", FS: os.DirFS("../policies")},
	})
	require.NoError(t, err)
	set := suite.Set()
	source := pages.NewSource(set.Obligations(), set.Parameters(), set.Readings(), relations.Fields())
	source.Document, source.Answers = suite.Document, set.Answers
	source.Cases = func(o *policy.Obligation) (*policytest.File, policytest.Facts, error) {
		file, ok := suite.File(o)
		require.True(t, ok, o.ID)
		service, ok := suite.Service(file.Service)
		require.True(t, ok, file.Service)
		return file, service, nil
	}
	return source
}
