package docs_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/docs"
	"github.com/dsaeval/dsaeval/engine/policy"
	"github.com/dsaeval/dsaeval/internal/factschema"
	"github.com/dsaeval/dsaeval/internal/golden"
	"github.com/dsaeval/dsaeval/internal/policytest"
	"github.com/dsaeval/dsaeval/internal/words"
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
	want := map[string]string{"README.md": source.Index()}
	for _, o := range source.Obligations {
		want[o.ID+".md"] = source.Page(o)
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

func newSource(t *testing.T) docs.Source {
	t.Helper()
	bundle, err := schemas.Facts()
	require.NoError(t, err)
	schema, _ := factschema.Read(bundle)
	suite, err := policytest.Open(t.Context(), policytest.Options{
		Policies: []policy.Source{{Name: "policies", FS: policies.FS()}},
		Cases:    policy.Source{Name: "policies", FS: os.DirFS("../policies")},
	})
	require.NoError(t, err)
	set := suite.Set()
	source := docs.Source{
		Obligations: set.Obligations(), Parameters: map[string]policy.Parameter{}, Readings: map[string]policy.Reading{},
		Describe: func(fact string) docs.Fact { return describe(t, schema, fact) },
		Cases: func(o *policy.Obligation) *policytest.File {
			file, ok := suite.File(o)
			require.True(t, ok, o.ID)
			return file
		},
		Answers: func(o *policy.Obligation) map[string]string { return answers(t, suite, o) },
	}
	for _, p := range set.Parameters() {
		source.Parameters[p.Name] = p
	}
	for _, r := range set.Readings() {
		source.Readings[r.Name] = r
	}
	return source
}

// describe looks a fact up in the schema by its dotted path.
func describe(t *testing.T, schema *factschema.Field, name string) docs.Fact {
	t.Helper()
	f := schema.Dotted(strings.TrimSuffix(name, "[]")) // the elements as a whole
	require.NotNil(t, f, "the schema does not know %s", name)
	require.NotEmpty(t, f.Description, "%s has no description", name)
	return docs.Fact{Description: f.Description, Unit: f.Unit, Nature: f.Nature}
}

// answers asks what the facts of an obligation would have to be, of the service
// that its cases are about.
func answers(t *testing.T, suite *policytest.Suite, o *policy.Obligation) map[string]string {
	t.Helper()
	file, _ := suite.File(o)
	service, ok := suite.Service(file.Service)
	require.True(t, ok, file.Service)
	about := policytest.Facts{} // what the answer is about
	for path := range service {
		if path != "assessment.date" && slices.Contains(o.Facts, path) {
			about[path] = nil
		}
	}
	document, err := suite.Document(service.Under(about))
	require.NoError(t, err)
	all, err := suite.Set().Answers(t.Context(), o, document)
	require.NoError(t, err)
	said := map[string]string{}
	for code, c := range all {
		said[code] = strings.ReplaceAll(words.Condition(c), document.AssessmentDate(), "the assessment date")
	}
	return said
}
