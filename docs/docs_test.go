package docs_test

import (
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/goccy/go-yaml"
	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/docs"
	"github.com/dsaeval/dsaeval/engine/facts"
	"github.com/dsaeval/dsaeval/engine/policy"
	"github.com/dsaeval/dsaeval/policies"
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
	bundle, err := schemas.Facts()
	require.NoError(t, err)
	set, err := policy.Load(t.Context(), policy.Options{Facts: bundle, Sources: []policy.Source{{Name: "policies", FS: policies.FS()}}})
	require.NoError(t, err)
	schema, err := facts.NewSchema(bundle)
	require.NoError(t, err)
	source := docs.Source{
		Obligations: set.Obligations(), Parameters: map[string]policy.Parameter{}, Readings: map[string]policy.Reading{},
		Describe: func(fact string) docs.Fact { return describe(t, bundle, fact) },
		Cases:    func(o *policy.Obligation) []docs.Case { return casesOf(t, o).cases() },
		Kept:     func(o *policy.Obligation) map[string]any { return casesOf(t, o).Compliant },
		Answers:  func(o *policy.Obligation) map[string]string { return answers(t, set, schema, o) },
		Phrases:  phrases(t),
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
func describe(t *testing.T, bundle map[string]any, name string) docs.Fact {
	t.Helper()
	node, list := bundle, bundle
	for _, key := range strings.Split(name, ".") {
		key, isList := strings.CutSuffix(key, "[]")
		properties, _ := resolve(bundle, node)["properties"].(map[string]any)
		next, ok := properties[key].(map[string]any)
		require.True(t, ok, "the schema does not know %s", name)
		list = next
		node = next
		if items, ok := resolve(bundle, node)["items"].(map[string]any); ok && isList && items["properties"] != nil {
			node = items
		}
	}
	if strings.HasSuffix(name, "[]") {
		node = list // the elements as a whole
	}
	var fact docs.Fact
	fact.Description, _ = node["description"].(string)
	fact.Unit, _ = node["unit"].(string)
	fact.Nature, _ = node["x-nature"].(string)
	require.NotEmpty(t, fact.Description, "%s has no description", name)
	return fact
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

// caseFile is what stands beside an obligation, as far as a page shows it.
type caseFile struct {
	Service   string
	Compliant map[string]any
	Cases     []struct {
		Note, Verdict, State string
		Findings             []string
		Facts                map[string]any
	}
}

func casesOf(t *testing.T, o *policy.Obligation) caseFile {
	t.Helper()
	var file caseFile
	readYAML(t, strings.TrimSuffix(o.File(), ".rego")+"_test.yaml", &file)
	return file
}

func (f caseFile) cases() []docs.Case {
	var list []docs.Case
	for _, c := range f.Cases {
		list = append(list, docs.Case{Note: c.Note, Verdict: c.Verdict + c.State, Findings: c.Findings, Facts: c.Facts})
	}
	return list
}

// answers asks what the facts of an obligation would have to be, of the service
// that its cases are about.
func answers(t *testing.T, set *policy.Set, schema *facts.Schema, o *policy.Obligation) map[string]string {
	t.Helper()
	var services map[string]map[string]any
	readYAML(t, "policies/testdata/services.yaml", &services)
	root := map[string]any{}
	for path, value := range services[casesOf(t, o).Service] {
		if path != "assessment.date" && slices.Contains(o.Facts, path) {
			continue // the answer is about it
		}
		section, name, _ := strings.Cut(path, ".")
		if root[section] == nil {
			root[section] = map[string]any{}
		}
		root[section].(map[string]any)[name] = value
	}
	content, err := json.Marshal(root)
	require.NoError(t, err)
	documents, err := schema.Load("service.json", content)
	require.NoError(t, err)
	all, err := set.Answers(t.Context(), o, documents[0])
	require.NoError(t, err)
	for code, words := range all {
		all[code] = strings.ReplaceAll(words, documents[0].AssessmentDate(), "the assessment date")
	}
	return all
}

func phrases(t *testing.T) func(o *policy.Obligation) ([]string, map[string]string) {
	t.Helper()
	var provisions []struct {
		ID        string
		Phrases   []string
		Uncovered map[string]string
	}
	readYAML(t, "policies/coverage.yaml", &provisions)
	return func(o *policy.Obligation) ([]string, map[string]string) {
		for _, p := range provisions {
			if p.ID == o.ID {
				return p.Phrases, p.Uncovered
			}
		}
		return nil, nil
	}
}

// readYAML reads a file of the repository.
func readYAML(t *testing.T, path string, into any) {
	t.Helper()
	content, err := os.ReadFile(filepath.Join("..", path))
	require.NoError(t, err)
	require.NoError(t, yaml.Unmarshal(content, into))
}
