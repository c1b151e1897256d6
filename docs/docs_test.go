package docs_test

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/goccy/go-yaml"
	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/docs"
	"github.com/dsaeval/dsaeval/engine"
	"github.com/dsaeval/dsaeval/engine/policy"
	"github.com/dsaeval/dsaeval/schemas"
)

var update = flag.Bool("update", false, "write the pages anew")

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
	if *update {
		require.NoError(t, os.RemoveAll(dir))
		require.NoError(t, os.Mkdir(dir, 0o755))
		for name, content := range want {
			require.NoError(t, os.WriteFile(filepath.Join(dir, name), []byte(content), 0o644))
		}
	}
	entries, err := os.ReadDir(dir)
	require.NoError(t, err)
	for _, entry := range entries {
		require.Contains(t, want, entry.Name(), "no obligation has this page; run go test ./docs -update")
	}
	for name, content := range want {
		have, err := os.ReadFile(filepath.Join(dir, name))
		require.NoError(t, err, "run go test ./docs -update")
		require.Equal(t, content, string(have), "%s is stale; run go test ./docs -update", name)
	}
}

func newSource(t *testing.T) docs.Source {
	t.Helper()
	e, err := engine.New(t.Context())
	require.NoError(t, err)
	bundle, err := schemas.Facts()
	require.NoError(t, err)
	parameters := map[string]policy.Parameter{}
	for _, p := range e.Parameters() {
		parameters[p.Name] = p
	}
	return docs.Source{
		Obligations: e.Obligations(),
		Parameters:  parameters,
		Describe:    func(fact string) (string, string) { return describe(t, bundle, fact) },
		Cases:       func(o *policy.Obligation) []string { return cases(t, o) },
	}
}

// describe looks a fact up in the schema by its dotted path.
func describe(t *testing.T, bundle map[string]any, fact string) (description, unit string) {
	t.Helper()
	node := bundle
	for _, key := range strings.Split(fact, ".") {
		key, isList := strings.CutSuffix(key, "[]")
		properties, _ := resolve(bundle, node)["properties"].(map[string]any)
		next, ok := properties[key].(map[string]any)
		require.True(t, ok, "the schema does not know %s", fact)
		node = next
		if items, ok := resolve(bundle, node)["items"].(map[string]any); ok && isList && items["properties"] != nil {
			node = items
		}
	}
	description, _ = node["description"].(string)
	unit, _ = node["unit"].(string)
	require.NotEmpty(t, description, "%s has no description", fact)
	return description, unit
}

func resolve(bundle, node map[string]any) map[string]any {
	ref, ok := node["$ref"].(string)
	if !ok {
		return node
	}
	target := bundle
	for _, key := range strings.Split(strings.TrimPrefix(ref, "#/"), "/") {
		target, _ = target[key].(map[string]any)
	}
	return target
}

func cases(t *testing.T, o *policy.Obligation) []string {
	t.Helper()
	content, err := os.ReadFile(filepath.Join("..", strings.TrimSuffix(o.File(), ".rego")+"_test.yaml"))
	require.NoError(t, err)
	var file struct {
		Cases []struct{ Note, Verdict, State string }
	}
	require.NoError(t, yaml.Unmarshal(content, &file))
	var notes []string
	for _, c := range file.Cases {
		notes = append(notes, strings.ReplaceAll(c.Verdict+c.State, "_", " ")+": "+c.Note)
	}
	return notes
}
