package facts

import (
	"encoding/json"
	"flag"
	"io/fs"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/internal/document"
	"github.com/dsaeval/dsaeval/internal/factschema"
	"github.com/dsaeval/dsaeval/internal/schemacheck"
)

// How many damaged documents the quick check is compared on. Before a change to it
// lands: go test ./engine/facts -run TestCheckerAgrees -damaged 100000
var damagedDocuments = flag.Int("damaged", 2000, "how many damaged documents the checker is compared on")

// givenDocuments are all documents of facts in the repository.
func givenDocuments(t testing.TB) (paths []string, roots []*Node) {
	t.Helper()
	add := func(path string) {
		content, err := os.ReadFile(path)
		require.NoError(t, err)
		documents, problems := document.Parse(path, content, document.FormatOf(path))
		require.Empty(t, problems, path)
		for _, each := range documents {
			paths, roots = append(paths, path), append(roots, each.Root)
		}
	}
	require.NoError(t, filepath.WalkDir("../../fixtures/cases", func(path string, entry fs.DirEntry, err error) error {
		if err == nil && strings.HasSuffix(path, "facts.yaml") {
			add(path)
		}
		return err
	}))
	require.Greater(t, len(roots), 20)
	return paths, roots
}

// TestCheckerAgrees damages documents and compares the quick check with the
// validator. It must neither accept what the validator refuses nor the other way
// round, which would cost a tenth of a second and be an error in the log.
func TestCheckerAgrees(t *testing.T) {
	t.Parallel()
	schema := realSchema(t)
	built, err := builtOnce()
	require.NoError(t, err)
	require.NotNil(t, built.checker, "the schema of facts has a keyword that the quick check does not know")
	validator, err := schema.validator()
	require.NoError(t, err)
	paths, roots := givenDocuments(t)
	paths, roots = append(paths, "every fact"), append(roots, document.NodeOf(everyFact(schema.root)))
	d := &damage{Rand: rand.New(rand.NewPCG(12, 65))}
	documents := make([]any, len(roots))
	for i, root := range roots {
		require.True(t, schema.checker.Accepts(root), paths[i])
		require.True(t, built.checker.Accepts(root), paths[i])
		documents[i] = root.Value()
		d.spare = append(d.spare, leaves(documents[i])...)
	}
	accepted, refused := 0, 0
	for range *damagedDocuments {
		value := d.damaged(documents[d.IntN(len(documents))])
		want := validator.Validate(value) == nil
		for from, checker := range map[string]*schemacheck.Checker{"the image": schema.checker, "the schema": built.checker} {
			if have := checker.Accepts(document.NodeOf(value)); have != want {
				content, _ := json.Marshal(value)
				t.Fatalf("the validator says %v, the quick check of %s %v: %s", want, from, have, content)
			}
		}
		if want {
			accepted++
		} else {
			refused++
		}
	}
	t.Logf("%d accepted, %d refused, none differs", accepted, refused)
	require.Greater(t, min(accepted, refused), *damagedDocuments/10)
}

// everyFact is a document that gives every fact that the schema names.
func everyFact(f *factschema.Field) any {
	switch {
	case len(f.Names) > 0:
		object := map[string]any{}
		for _, name := range f.Names {
			object[name] = everyFact(f.Properties[name])
		}
		return object
	case len(f.Examples) > 0:
		return f.Examples[0]
	case f.Items != nil:
		return []any{everyFact(f.Items)}
	default:
		return nil
	}
}

// leaves are the values below a value.
func leaves(value any) []any {
	all := []any{value}
	switch value := value.(type) {
	case map[string]any:
		all = nil // whole sections would make up most of what is put elsewhere
		for _, name := range slices.Sorted(maps.Keys(value)) {
			all = append(all, leaves(value[name])...)
		}
	case []any:
		for _, element := range value {
			all = append(all, leaves(element)...)
		}
	}
	return all
}
