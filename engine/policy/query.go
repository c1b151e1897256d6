package policy

import (
	"context"
	"fmt"
	"slices"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/rego"
	"github.com/open-policy-agent/opa/v1/storage"

	"github.com/dsaeval/dsaeval/internal/document"
)

// query is a question to OPA that is prepared once and asked of many worlds.
type query struct {
	prepared rego.PreparedPartialQuery
	reads    []ast.Ref // facts that the rules behind it read
}

func prepare(ctx context.Context, compiler *ast.Compiler, store storage.Store, body ast.Body) (query, error) {
	prepared, err := rego.New(
		rego.ParsedQuery(body),
		rego.Compiler(compiler),
		rego.Store(store),
		// Otherwise a date that does not exist would make `not before(date)` true.
		rego.StrictBuiltinErrors(true),
	).PrepareForPartial(ctx)
	if err != nil {
		return query{}, fmt.Errorf("%v: %w", body, err)
	}
	return query{prepared: prepared, reads: refsOf(readsOf(compiler, body).facts)}, nil
}

// readsOf returns what a piece of compiled Rego can read, directly or through
// the rules it refers to.
func readsOf(compiler *ast.Compiler, node any) readRefs {
	return readsThrough(compiler, node, func(*ast.Rule) bool { return true })
}

// readsThrough is readsOf that goes only into those rules that follow allows.
func readsThrough(compiler *ast.Compiler, node any, follow func(*ast.Rule) bool) readRefs {
	var found readRefs
	seen := map[string]bool{}
	first := func(key string) bool {
		again := seen[key]
		seen[key] = true
		return !again
	}
	visited := map[*ast.Rule]bool{}
	var visit func(node any)
	visit = func(node any) {
		ast.WalkRefs(node, func(ref ast.Ref) bool {
			switch {
			case ref.HasPrefix(ast.InputRootRef):
				if path := pathTo(ref); len(path) > 0 && first(pathOf(path)) {
					found.facts = append(found.facts, path)
				}
			case ref.HasPrefix(parametersRef) && len(ref) > len(parametersRef):
				if name, ok := ref[len(parametersRef)].Value.(ast.String); ok && first("parameter "+string(name)) {
					found.parameters = append(found.parameters, string(name))
				}
			case ref.HasPrefix(readingsRef) && len(ref) > len(readingsRef):
				if name, ok := ref[len(readingsRef)].Value.(ast.String); ok && first("reading "+string(name)) {
					found.readings = append(found.readings, string(name))
				}
			case ref.HasPrefix(ast.DefaultRootRef):
				rules := compiler.GetRulesDynamicWithOpts(ref, ast.RulesOptions{})
				// OPA has them in an order that differs from run to run.
				slices.SortFunc(rules, func(a, b *ast.Rule) int { return a.Location.Compare(b.Location) })
				for _, rule := range rules {
					if !visited[rule] && follow(rule) {
						visited[rule] = true
						visit(rule)
					}
				}
			}
			return false
		})
	}
	visit(node)
	return found
}

var (
	parametersRef = ast.MustParseRef("data.parameters")
	readingsRef   = ast.MustParseRef("data.readings")
)

// pathTo returns the path of a reference into input; a variable leads to any
// element or member.
func pathTo(ref ast.Ref) document.Path {
	path := make(document.Path, 0, len(ref)-1)
	for _, term := range ref[1:] {
		switch key := term.Value.(type) {
		case ast.String:
			path = append(path, string(key))
		case ast.Number:
			i, _ := key.Int()
			path = append(path, i)
		default:
			path = append(path, anyKey{})
		}
	}
	return path
}

// comparesWithTheDay reports whether a rule reads the assessment date, by itself or
// through others of its package. Beyond are scope and the like, which say since when
// something binds.
func (s *Set) comparesWithTheDay(rule *ast.Rule) bool {
	own := rule.Module.Package.Path
	reads := readsThrough(s.compiler, rule, func(r *ast.Rule) bool { return r.Module.Package.Path.Equal(own) })
	return slices.ContainsFunc(reads.facts, func(path document.Path) bool { return pathOf(path) == "assessment.date" })
}
