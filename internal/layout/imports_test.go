package layout_test

import (
	"errors"
	"go/build"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const module = "github.com/dsaeval/dsaeval/"

// flow says which packages of ours each package may import: those named, and
// those below them where the name ends in a slash. What stands here is the
// direction of facts to papers; tests may look anywhere.
var flow = map[string][]string{
	// Files to facts.
	"internal/document":    {},
	"internal/factschema":  {"engine/report", "internal/document", "internal/image", "schemas"},
	"internal/schemacheck": {"internal/document", "internal/image"},
	"internal/exact":       {"internal/document", "internal/lazy"},
	"engine/facts": {
		"engine/report", "internal/document", "internal/factschema", "internal/image", "internal/schemacheck", "internal/writing", "schemas",
	},

	// Rules to verdicts.
	"internal/image":     {},
	"internal/kleene":    {"internal/image"},
	"internal/condition": {"engine/report"},
	"internal/rego":      {"internal/document", "internal/kleene", "internal/factschema", "internal/rules"},
	"internal/rules":     {"engine/facts", "engine/report", "internal/condition", "internal/document", "internal/factschema", "internal/kleene"},
	"internal/opa": {
		"engine/facts", "engine/report", "internal/condition", "internal/document", "internal/factschema", "internal/kleene", "internal/lazy", "internal/rego",
		"internal/rules", "policies/calendar",
	},
	"engine/rego": {"engine", "engine/policy", "internal/opa"},
	"engine/policy": {
		"internal/lists", "engine/facts", "internal/condition", "internal/image", "internal/kleene", "internal/rules", "engine/report", "internal/document",
		"internal/factschema", "internal/lazy", "internal/vocabulary", "internal/words",
		"policies/calendar", "schemas",
	},
	"internal/currency": {"internal/document"},
	"engine/fine":       {"engine/report", "internal/currency", "internal/document", "internal/exact", "internal/lazy"},
	// It says how many months, Articles and decisions with the words of writing.
	"internal/fines": {
		"internal/lists", "engine/fine", "engine/report", "internal/currency", "internal/document", "internal/exact", "internal/lazy", "internal/writing",
		"policies", "policies/calendar", "policies/law",
	},

	// Plain data in the middle, and its English.
	"engine/report":   {},
	"internal/saved":  {"engine/report", "internal/document"},
	"internal/attest": {"engine/report"},
	"internal/same":   {},
	"internal/asked":  {"engine/report"},
	"internal/words":  {"engine/report", "internal/asked"},

	// The library: what goes in at one end and comes out at the other.
	"engine": {
		"internal/lists", "engine/ask/calendar", "engine/facts", "engine/fine", "engine/policy", "engine/report", "internal/fines", "internal/words",
		"internal/build", "internal/crash", "internal/document", "internal/factschema", "policies", "schemas",
	},

	// Reports to papers and exit codes.
	"engine/audit":                   {"engine/report", "internal/words"},
	"engine/gate":                    {"engine/report", "internal/saved", "internal/document", "internal/exact", "internal/vocabulary", "internal/words"},
	"engine/render":                  {"engine/audit", "engine/render/html", "engine/report", "internal/asked", "internal/columns", "internal/words", "internal/sarif", "internal/writing"},
	"engine/render/html":             {"engine/audit", "engine/report", "internal/asked", "internal/chapter", "internal/explained", "internal/look", "internal/words", "internal/lazy", "internal/writing"},
	"engine/render/internal/samples": {"engine/report", "internal/words"},

	// What reports say beyond papers.
	"engine/ask/calendar": {"internal/lists", "engine/facts", "engine/policy", "engine/report", "internal/document", "internal/vocabulary", "internal/words", "internal/writing", "policies/calendar", "policies/law"},
	"engine/ask/compare":  {"engine/report", "internal/words", "internal/writing"},

	// From a report to the next question, and from an answer to the file.
	"engine/ask": {"engine/facts", "engine/policy", "engine/report", "internal/document", "internal/factfile", "internal/factschema", "internal/words"},

	"internal/factfile":  {"internal/document", "internal/lazy"},
	"internal/answer":    {"engine/ask", "engine/report", "internal/document", "internal/factfile"},
	"engine/ask/explain": {"engine/facts", "engine/policy", "engine/report", "internal/", "policies", "schemas"},

	// A page and an HTTP API over all of it; nothing imports them but the command.
	"serve":                {"engine", "engine/", "internal/", "serve/"},
	"serve/internal/media": {"engine/render"},
	"serve/internal/store": {"internal/document"},
	"serve/internal/judge": {"engine", "engine/", "internal/", "serve/internal/store"},
	"serve/internal/api":   {"engine", "engine/", "internal/", "schemas", "serve/internal/media"},
	"serve/internal/page":  {"engine", "engine/", "internal/", "records/", "serve/internal/judge", "serve/internal/media", "serve/internal/store"},

	// For authors of rules.
	"internal/draft":      {"engine/policy", "engine/report", "internal/document", "internal/factschema", "internal/lazy", "internal/vocabulary", "schemas"},
	"internal/policytest": {"engine/facts", "engine/policy", "engine/rego", "engine/report", "internal/words", "internal/crash", "internal/document", "schemas"},
	"internal/pages":      {"engine/facts", "engine/policy", "engine/report", "internal/factschema", "internal/policytest", "internal/vocabulary", "internal/words", "policies/law"},
	"docs":                {"engine/policy", "engine/report", "internal/pages", "internal/words"},

	// Public records, which the engine knows nothing of.
	"records":              {},
	"records/lint":         {},
	"records/lint/render":  {"internal/sarif", "internal/writing", "records/lint"},
	"records/sor":          {"internal/", "records/lint"},
	"records/tables":       {"internal/", "records/lint"},
	"records/transparency": {"engine/facts", "internal/", "policies/calendar", "policies/law", "records/lint", "records/tables"},

	// The law, and the command, which may import all.
	"schemas":           {},
	"policies":          {},
	"policies/calendar": {},
	"policies/law":      {"internal/document", "policies"},
	"cmd/":              {"engine", "engine/", "internal/", "policies", "policies/", "records/", "schemas", "serve"},

	// Tools, and what all may use.
	"fixtures":            {},
	"internal/apicheck":   {},
	"internal/build":      {},
	"internal/collect":    {},
	"internal/columns":    {"internal/lazy", "internal/writing"},
	"internal/crash":      {"internal/document"},
	"internal/golden":     {"internal/build"},
	"internal/layout":     {},
	"internal/lazy":       {},
	"internal/lists":      {},
	"internal/chapter":    {},
	"internal/explained":  {"engine/report", "internal/words"},
	"internal/look":       {"internal/writing"},
	"internal/mutants":    {"internal/document"},
	"internal/sarif":      {"internal/writing"},
	"internal/sordump":    {},
	"internal/testheap":   {},
	"internal/twovalued":  {"engine", "engine/facts", "engine/policy", "engine/rego", "engine/report", "policies"},
	"internal/vocabulary": {"engine/report"},
	"internal/writing":    {},
}

// TestFlow: no package imports against the flow, and each has its place in it.
func TestFlow(t *testing.T) {
	t.Parallel()
	found := packages(t)
	require.Contains(t, found, "engine/report")
	for path, imports := range found {
		allowed, ok := flow[path]
		if !ok {
			allowed, ok = flow[path[:strings.LastIndexByte(path, '/')+1]]
		}
		if !assert.True(t, ok, "%s has no place in the flow: say here what it may import", path) {
			continue
		}
		for _, each := range imports {
			each, ours := strings.CutPrefix(each, module)
			assert.True(t, !ours || within(each, allowed), "%s imports %s against the flow", path, each)
		}
	}
	for path := range flow {
		_, ok := found[path]
		assert.True(t, ok || strings.HasSuffix(path, "/"), "%s is in the flow and nowhere else", path)
	}
}

// TestBehindTheDoor: who judges by the built-in rules links nothing of OPA, whose
// packages only those import that read rules.
func TestBehindTheDoor(t *testing.T) {
	t.Parallel()
	found := packages(t)
	seen := map[string]bool{}
	var visit func(path string)
	visit = func(path string) {
		if seen[path] {
			return
		}
		seen[path] = true
		for _, imported := range found[path] {
			assert.False(t, strings.Contains(imported, "open-policy-agent"), "%s imports %s", path, imported)
			if own, ours := strings.CutPrefix(imported, module); ours {
				visit(own)
			}
		}
	}
	for _, path := range []string{"engine", "engine/render", "engine/gate", "engine/audit"} {
		require.Contains(t, found, path)
		visit(path)
	}
	require.True(t, seen["engine/policy"] && !seen["internal/opa"])
}

// TestWritersAreLight: who renders, gates or audits a saved report compiles
// neither OPA nor a validator of schemas, only what stands here.
func TestWritersAreLight(t *testing.T) {
	t.Parallel()
	found := packages(t)
	for writer, allowed := range map[string][]string{
		"engine/report":  {},
		"internal/words": {},
		"engine/audit":   {},
		"engine/render":  {"github.com/google/uuid", "github.com/jedib0t/go-pretty/v6"},
		"engine/gate":    {"github.com/cockroachdb/apd/v3", "github.com/expr-lang/expr", "github.com/go-json-experiment/json", "github.com/hbollon/go-edlib", "go.yaml.in/yaml/v3"},
	} {
		foreign := map[string]bool{}
		ours := map[string]bool{writer: true}
		for open := []string{writer}; len(open) > 0; open = open[1:] {
			for _, each := range found[open[0]] {
				path, own := strings.CutPrefix(each, module)
				switch {
				case own && !ours[path]:
					ours[path] = true
					open = append(open, path)
				case !own && strings.Contains(each, "."):
					foreign[each] = true
				}
			}
		}
		for each := range foreign {
			assert.True(t, slices.ContainsFunc(allowed, func(m string) bool { return each == m || strings.HasPrefix(each, m+"/") }),
				"%s compiles %s by way of %v", writer, each, slices.Sorted(maps.Keys(ours)))
		}
		assert.False(t, ours["engine/policy"] || ours["internal/rego"] || ours["engine/facts"], "%s reads reports and nothing else; it has %v", writer, slices.Sorted(maps.Keys(ours)))
	}
}

func within(path string, allowed []string) bool {
	return slices.ContainsFunc(allowed, func(each string) bool {
		return path == each || strings.HasSuffix(each, "/") && strings.HasPrefix(path, each)
	})
}

// packages returns the imports of each package of the module, without those of
// tests. It reads the files itself: what a child process such as go list reads is
// out of sight of the cache of test results.
func packages(t *testing.T) map[string][]string {
	t.Helper()
	root := filepath.Join("..", "..")
	found := map[string][]string{}
	require.NoError(t, filepath.WalkDir(root, func(dir string, entry fs.DirEntry, err error) error {
		if err != nil || !entry.IsDir() {
			return err
		}
		name := entry.Name()
		if dir != root && (strings.HasPrefix(name, ".") || strings.HasPrefix(name, "_") || name == "testdata") {
			return fs.SkipDir
		}
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil && dir != root {
			return fs.SkipDir // a module of its own
		}
		pkg, err := build.ImportDir(dir, 0)
		if errors.As(err, new(*build.NoGoError)) {
			return nil
		}
		if err != nil {
			return err
		}
		path, err := filepath.Rel(root, dir)
		found[filepath.ToSlash(path)] = pkg.Imports
		return err
	}))
	return found
}
