package opa

import (
	"context"
	"fmt"
	"slices"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/rego"
	"github.com/open-policy-agent/opa/v1/storage"

	"github.com/dsaeval/dsaeval/internal/document"
	"github.com/dsaeval/dsaeval/internal/rules"
)

// Query is a question to OPA that is prepared once and asked of whatever is known.
type Query struct {
	prepared rego.PreparedPartialQuery
	reads    []ast.Ref // facts that the rules behind it read
}

func Prepare(ctx context.Context, compiler *ast.Compiler, store storage.Store, body ast.Body) (Query, error) {
	prepared, err := rego.New(
		rego.ParsedQuery(body),
		rego.Compiler(compiler),
		rego.Store(store),
		// Otherwise a date that does not exist would make `not before(date)` true.
		rego.StrictBuiltinErrors(true),
	).PrepareForPartial(ctx)
	if err != nil {
		return Query{}, fmt.Errorf("%v: %w", body, err)
	}
	return Query{prepared: prepared, reads: refsOf(ReadsOf(compiler, body).Facts)}, nil
}

// readsOf returns what a piece of compiled Rego can read, directly or through
// the rules it refers to.
func ReadsOf(compiler *ast.Compiler, node any) rules.Reads {
	return readsThrough(compiler, node, func(*ast.Rule) bool { return true })
}

// readsThrough is readsOf that goes only into those rules that follow allows.
func readsThrough(compiler *ast.Compiler, node any, follow func(*ast.Rule) bool) rules.Reads {
	var found rules.Reads
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
				if path := PathTo(ref); len(path) > 0 && first(rules.Dotted(path)) {
					found.Facts = append(found.Facts, path)
				}
			case ref.HasPrefix(parametersRef) && len(ref) > len(parametersRef):
				if name, ok := ref[len(parametersRef)].Value.(ast.String); ok && first("parameter "+string(name)) {
					found.Parameters = append(found.Parameters, string(name))
				}
			case ref.HasPrefix(readingsRef) && len(ref) > len(readingsRef):
				if name, ok := ref[len(readingsRef)].Value.(ast.String); ok && first("reading "+string(name)) {
					found.Readings = append(found.Readings, string(name))
				}
			case ref.HasPrefix(ast.DefaultRootRef):
				named := compiler.GetRulesDynamicWithOpts(ref, ast.RulesOptions{})
				// OPA has them in an order that differs from run to run.
				slices.SortFunc(named, func(a, b *ast.Rule) int { return a.Location.Compare(b.Location) })
				for _, rule := range named {
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

// PathTo returns the path of a reference into input; a variable leads to any
// element or member.
func PathTo(ref ast.Ref) document.Path {
	path := make(document.Path, 0, len(ref)-1)
	for _, term := range ref[1:] {
		switch key := term.Value.(type) {
		case ast.String:
			path = append(path, string(key))
		case ast.Number:
			i, _ := key.Int()
			path = append(path, i)
		default:
			path = append(path, rules.AnyKey{})
		}
	}
	return path
}

// comparesWithTheDay reports whether a rule reads the assessment date, by itself or
// through others of its package.
func comparesWithTheDay(compiler *ast.Compiler, rule *ast.Rule) bool {
	own := rule.Module.Package.Path
	reads := readsThrough(compiler, rule, func(r *ast.Rule) bool { return r.Module.Package.Path.Equal(own) })
	return slices.ContainsFunc(reads.Facts, func(path document.Path) bool { return rules.Dotted(path) == "assessment.date" })
}
