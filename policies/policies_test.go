package policies_test

import (
	"bytes"
	"encoding/json"
	"maps"
	"os"
	"strings"
	"sync"
	"testing"

	"github.com/goccy/go-yaml"
	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/engine/facts"
	"github.com/dsaeval/dsaeval/engine/policy"
	"github.com/dsaeval/dsaeval/internal/document"
	"github.com/dsaeval/dsaeval/policies"
	"github.com/dsaeval/dsaeval/schemas"
)

// source is the policies of the repository or, for tools that change them, those
// of the directory that DSAEVAL_POLICIES names.
func source() policy.Source {
	if dir := os.Getenv("DSAEVAL_POLICIES"); dir != "" {
		return policy.Source{Name: "policies", FS: os.DirFS(dir)}
	}
	return policy.Source{Name: "policies", FS: policies.FS()}
}

// builtIn loads the policies of the repository once for all tests.
var builtIn = sync.OnceValues(func() (*policy.Set, error) {
	bundle, err := schemas.Facts()
	if err != nil {
		return nil, err
	}
	return policy.Load(background, policy.Options{Facts: bundle, Sources: []policy.Source{source()}})
})

var factsSchema = sync.OnceValues(func() (*facts.Schema, error) {
	bundle, err := schemas.Facts()
	if err != nil {
		return nil, err
	}
	return facts.NewSchema(bundle)
})

// loadReading loads the policies with other readings than the defaults.
func loadReading(t *testing.T, options map[string]string) *policy.Set {
	t.Helper()
	bundle, err := schemas.Facts()
	require.NoError(t, err)
	overrides := map[string]policy.Override{}
	for name, option := range options {
		overrides[name] = policy.Override{Value: option, Reason: "The case asks what would hold."}
	}
	content, err := yaml.Marshal(overrides)
	require.NoError(t, err)
	set, err := policy.Load(background, policy.Options{
		Facts:      bundle,
		Sources:    []policy.Source{source()},
		Parameters: []policy.ParameterFile{{Name: "readings.yaml", Content: content}},
	})
	require.NoError(t, err)
	return set
}

func load(t *testing.T) *policy.Set {
	t.Helper()
	set, err := builtIn()
	require.NoError(t, err)
	return set
}

// factsBundle returns the schema of the facts.
func factsBundle(t testing.TB) map[string]any {
	t.Helper()
	bundle, err := schemas.Facts()
	require.NoError(t, err)
	return bundle
}

// flat is a document as dotted paths with their values; nil takes a fact away.
type flat map[string]any

// over returns the facts with others laid over them. What those exclude is taken
// away: whoever says that there is no mechanism need not take away its parts.
func (f flat) over(others ...flat) flat {
	all := f.under(others...)
	given := flat{}.under(others...)
	for range all {
		excluded := all.excluded(given)
		if len(excluded) == 0 {
			break
		}
		for _, path := range excluded {
			delete(all, path)
		}
	}
	return all
}

// excluded returns the facts that contradict given ones.
func (f flat) excluded(given flat) []string {
	var excluded []string
	for _, paths := range relations().Contradictions(document.NodeOf(f.tree())) {
		var others []string
		for _, path := range paths {
			if key := f.holding(path); key != "" && given[key] == nil {
				others = append(others, key)
			}
		}
		if len(others) < len(paths) {
			excluded = append(excluded, others...)
		}
	}
	return excluded
}

// holding returns the dotted path of the fact at or around a path, or nothing.
func (f flat) holding(path facts.Path) string {
	for ; len(path) > 0; path = path[:len(path)-1] {
		if key := path.String(); f[key] != nil {
			return key
		}
	}
	return ""
}

var relations = sync.OnceValue(func() *facts.Relations {
	bundle, err := schemas.Facts()
	if err != nil {
		panic(err)
	}
	relations, err := facts.NewRelations(bundle)
	if err != nil {
		panic(err)
	}
	return relations
})

// under returns the facts with others laid over them, as they are.
func (f flat) under(others ...flat) flat {
	all := maps.Clone(f)
	if all == nil {
		all = flat{}
	}
	for _, other := range others {
		for path, value := range other {
			delete(all, path)
			if value != nil {
				all[path] = value
			}
		}
	}
	return all
}

// json writes the document that the dotted paths make up.
func (f flat) json(t testing.TB) []byte {
	t.Helper()
	content, err := json.Marshal(f.tree())
	require.NoError(t, err)
	return content
}

// tree makes plain values of the dotted paths.
func (f flat) tree() map[string]any {
	root := map[string]any{"service": map[string]any{}}
	for path, value := range f {
		keys := strings.Split(path, ".")
		node := root
		for _, key := range keys[:len(keys)-1] {
			next, ok := node[key].(map[string]any)
			if !ok {
				next = map[string]any{}
				node[key] = next
			}
			node = next
		}
		node[keys[len(keys)-1]] = value
	}
	// As a document would have them, whatever types they were read as.
	content, err := json.Marshal(root)
	if err != nil {
		panic(err)
	}
	decoder := json.NewDecoder(bytes.NewReader(content))
	decoder.UseNumber()
	var tree map[string]any
	if err := decoder.Decode(&tree); err != nil {
		panic(err)
	}
	return tree
}

// document makes valid facts of dotted paths. The assessment date is asked from
// outside, so that it can lie before days that the facts know of.
func (f flat) document(t testing.TB) *facts.Facts {
	t.Helper()
	documents, err := f.load(t)
	require.NoError(t, err)
	require.Len(t, documents, 1)
	document, err := documents[0].WithAssessmentDate(f["assessment.date"].(string))
	require.NoError(t, err)
	return document
}

func (f flat) load(t testing.TB) ([]*facts.Facts, error) {
	t.Helper()
	schema, err := factsSchema()
	require.NoError(t, err)
	return schema.Load("case.json", f.over(flat{"assessment.date": nil}).json(t))
}

// refused returns why the facts are not valid.
func (f flat) refused(t testing.TB) error {
	t.Helper()
	_, err := f.load(t)
	require.Error(t, err, "the facts are valid")
	return err
}

// services are the named services of testdata.
var services = sync.OnceValues(func() (map[string]flat, error) {
	content, err := os.ReadFile("testdata/services.yaml")
	if err != nil {
		return nil, err
	}
	var named map[string]flat
	return named, yaml.UnmarshalWithOptions(content, &named, yaml.Strict())
})

func service(t testing.TB, name string) flat {
	t.Helper()
	named, err := services()
	require.NoError(t, err)
	require.Contains(t, named, name, "testdata/services.yaml names no such service")
	return named[name]
}

// judge gives the verdict on one obligation.
func judge(t testing.TB, set *policy.Set, o *policy.Obligation, f flat) policy.Assessment {
	t.Helper()
	result, err := set.Judge(background, f.document(t), []*policy.Obligation{o})
	require.NoError(t, err)
	require.Len(t, result.Assessments, 1)
	return result.Assessments[0]
}
