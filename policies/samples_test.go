package policies_test

import (
	"encoding/json"
	"io/fs"
	"slices"
	"strings"
	"testing"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/policies"
	"github.com/dsaeval/dsaeval/schemas"
)

// described is what the schema says about one fact; its references are resolved.
type described map[string]any

// describe returns what the schema says about all facts, by dotted paths, those
// of elements with [].
func describe(t testing.TB) map[string]described {
	t.Helper()
	bundle, err := schemas.Facts()
	require.NoError(t, err)
	all := map[string]described{}
	var walk func(path string, node map[string]any)
	walk = func(path string, node map[string]any) {
		if ref, ok := node["$ref"].(string); ok {
			var target any = bundle
			for _, step := range strings.Split(strings.TrimPrefix(ref, "#/"), "/") {
				target = target.(map[string]any)[step]
			}
			merged := described{}
			for key, value := range target.(map[string]any) {
				merged[key] = value
			}
			for key, value := range node {
				merged[key] = value
			}
			node = merged
		}
		if path != "" {
			all[path] = node
		}
		properties, _ := node["properties"].(map[string]any)
		for name, property := range properties {
			walk(strings.TrimPrefix(path+"."+name, "."), property.(map[string]any))
		}
		if items, ok := node["items"].(map[string]any); ok {
			walk(path+"[]", items)
		}
	}
	walk("", bundle)
	return all
}

// names returns what a keyword of a fact names, as dotted paths.
func (d described) names(keyword, path string) []string {
	var all []string
	list, many := d[keyword].([]any)
	if !many {
		list = []any{d[keyword]}
	}
	for _, each := range list {
		name, ok := each.(string)
		if !ok {
			continue
		}
		if !strings.Contains(name, ".") {
			name = path[:strings.LastIndexByte(path, '.')+1] + name
		}
		all = append(all, name)
	}
	return all
}

func (d described) isCount() bool {
	types, _ := d["type"].([]any)
	return slices.Contains(types, any("integer"))
}

// nothing is what a fact says of a sample in which there is nothing.
func (d described) nothing() any {
	if types, _ := d["type"].([]any); slices.Contains(types, any("array")) {
		return []any{}
	}
	return 0
}

// TestRatiosAreOfSamples checks that a count which a rule compares with another,
// a share or all of it, says in the schema what it is drawn from, or why it is no
// sample: without that a 0 on both sides is compliance.
func TestRatiosAreOfSamples(t *testing.T) {
	t.Parallel()
	facts := describe(t)
	require.NoError(t, fs.WalkDir(policies.FS(), ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || !strings.HasSuffix(name, ".rego") {
			return err
		}
		content, err := fs.ReadFile(policies.FS(), name)
		if err != nil {
			return err
		}
		module, err := ast.ParseModule(name, string(content))
		if err != nil {
			return err
		}
		ast.WalkBodies(module, func(body ast.Body) bool {
			named := map[ast.Var][]string{} // counts behind a name of the body: sampled := input.…
			for _, expr := range body {
				counts := countsIn(expr, facts, named)
				if expr.IsAssignment() {
					if name, ok := expr.Operand(0).Value.(ast.Var); ok {
						named[name] = counts
					}
				}
				if len(counts) < 2 {
					continue
				}
				for _, path := range counts {
					if facts[path]["x-role"] == nil && facts[path]["x-count"] == nil && !isPartOfAny(path, counts, facts) {
						t.Errorf("%v: %s is compared with another count: say in the schema that it is a sample or a class, or why it is none (x-count)", expr.Location, path)
					}
				}
			}
			return false
		})
		return nil
	}))
}

// isPartOfAny reports whether a count is part of one of the others, which then
// says what it is drawn from: 0 of a whole that is not known decide nothing.
func isPartOfAny(path string, others []string, facts map[string]described) bool {
	return slices.ContainsFunc(facts[path].names("part_of", path), func(whole string) bool {
		return slices.Contains(others, whole) || isPartOfAny(whole, others, facts)
	})
}

// countsIn returns the counts that an expression reads, also by names for them.
func countsIn(expr *ast.Expr, facts map[string]described, named map[ast.Var][]string) []string {
	var counts []string
	ast.WalkVars(expr, func(name ast.Var) bool {
		counts = append(counts, named[name]...)
		return false
	})
	if _, nested := expr.Terms.(*ast.Every); nested {
		return nil // its body is walked by itself
	}
	ast.WalkRefs(expr, func(ref ast.Ref) bool {
		if !ref.HasPrefix(ast.InputRootRef) {
			return false
		}
		path := ""
		for _, term := range ref[1:] {
			if key, ok := term.Value.(ast.String); ok {
				path += "." + string(key)
				continue
			}
			path += "[]"
		}
		path = strings.TrimPrefix(path, ".")
		if facts[path].isCount() && !slices.Contains(counts, path) {
			counts = append(counts, path)
		}
		return false
	})
	return counts
}

// TestEmptySamplesAreNoCompliance shows of every sample in the schema that 0 of
// them never makes an obligation compliant: with the 0 and all else of a service
// that keeps it, the verdict is compliant only where it does not turn on the
// sample at all.
func TestEmptySamplesAreNoCompliance(t *testing.T) {
	t.Parallel()
	set, facts := load(t), describe(t)
	samples := 0
	for path, fact := range facts {
		if fact["x-role"] != "sample" {
			continue
		}
		samples++
		parts := countedIn(path, facts)
		for _, o := range set.Obligations() {
			if !slices.Contains(o.Facts, path) {
				continue
			}
			base := kept(t, o)
			for _, whole := range fact.names("x-whole", path) {
				if slices.Contains([]any{false, 0, json.Number("0")}, base[whole]) {
					base = over(t, base, flat{whole: nil}) // then 0 would be the answer
				}
			}
			if strings.Contains(path, "[]") {
				continue // elements have tests beside their obligations
			}
			empty, absent := flat{path: fact.nothing()}, flat{path: nil}
			for _, part := range parts {
				absent[part] = nil
				if facts[part].isCount() {
					empty[part] = 0
				} else {
					empty[part] = nil
				}
			}
			got := judge(t, o, over(t, base, empty))
			if got.Verdict == report.Compliant {
				require.Equal(t, report.Compliant, judge(t, o, over(t, base, absent)).Verdict,
					"%s is compliant by %s of 0", o.ID, path)
			}
		}
	}
	require.Positive(t, samples)
}

// countedIn returns the facts that are part of another, and of those.
func countedIn(path string, facts map[string]described) []string {
	var parts []string
	for name, fact := range facts {
		if slices.Contains(fact.names("part_of", name), path) {
			parts = append(append(parts, name), countedIn(name, facts)...)
		}
	}
	return parts
}
