package opa

import (
	"slices"

	"github.com/open-policy-agent/opa/v1/ast"

	"github.com/dsaeval/dsaeval/internal/document"
	"github.com/dsaeval/dsaeval/internal/rules"
)

// lint reports what compiles but would blur or falsify verdicts under partial
// evaluation.
//
// Maps are not read with a variable as key: `some x in input.list; not
// input.map[x]` with the list unknown and the map known walks the keys of the
// map instead of the list, finds each of them there and answers a definite no.
// `not x in object.keys(input.map)` asks the same and stays exact.
//
// Sections are not bound to a variable: as a whole they are unknown as soon as
// one of their facts is.
//
// Lists of objects are read by index: `some i, _ in input.list; input.list[i].x`.
// Binding the element instead makes an element with one missing fact disappear
// from the loop, and `not f(element)` a false breach. So a reference that ends
// on such a list or on an element of it may stand only where its elements are
// counted or walked by index.
func lint(modules map[string]*ast.Module, schema rules.Schema) document.Problems {
	var defects document.Problems
	for _, name := range sortedKeys(modules) {
		module := modules[name]
		aliases := importsOf(module)
		for _, rule := range module.Rules {
			defects = append(defects, lintRule(rule, aliases, schema)...)
		}
	}
	return defects
}

func lintRule(rule *ast.Rule, aliases map[ast.Var]ast.Ref, schema rules.Schema) document.Problems {
	var defects document.Problems
	if rule.Default {
		defects = append(defects, defectAt(rule.Location, "a default hides missing facts; write the two cases as rules of their own"))
	}
	if rule.Else != nil {
		defects = append(defects, defectAt(rule.Location, "an else hides missing facts; write the cases as rules of their own"))
	}
	allowed := map[*ast.Term]bool{}
	ast.WalkExprs(rule, func(expr *ast.Expr) bool {
		switch terms := expr.Terms.(type) {
		case *ast.SomeDecl:
			for _, symbol := range terms.Symbols {
				allowWalked(symbol, allowed)
			}
		case *ast.Every:
			if terms.Key != nil && isWildcard(terms.Value) {
				allowed[terms.Domain] = true
			}
		case []*ast.Term:
			if terms[0].String() == ast.Count.Name {
				allowed[terms[1]] = true
			}
		}
		return false
	})
	ast.WalkTerms(rule, func(term *ast.Term) bool {
		if call, ok := term.Value.(ast.Call); ok && call[0].String() == ast.Count.Name {
			allowed[call[1]] = true
		}
		ref, ok := term.Value.(ast.Ref)
		if !ok || allowed[term] {
			return false
		}
		ref = expand(ref, aliases)
		if !ref.HasPrefix(ast.InputRootRef) {
			return false
		}
		if at, ok := variableKeyOfMap(ref, schema); ok {
			defects = append(defects, defectAt(term.Location,
				"%s is a map and read with a variable as key; compare the variable with object.keys(%s)", rules.Dotted(PathTo(at)), rules.Dotted(PathTo(at))))
		}
		_, lastIsVar := ref[len(ref)-1].Value.(ast.Var)
		if len(ref) > 1 && len(schema.Properties(PathTo(ref))) > 0 {
			defects = append(defects, defectAt(term.Location,
				"%s is read as a whole, which is unknown as soon as one fact in it is; write the path of each fact in full", rules.Dotted(PathTo(ref))))
		}
		endsOnList := schema.At(PathTo(ref)).ArrayOfObjects()
		endsOnElement := len(ref) > 1 && lastIsVar && schema.At(PathTo(ref[:len(ref)-1])).ArrayOfObjects()
		if endsOnList || endsOnElement {
			defects = append(defects, defectAt(term.Location,
				"%s is read as a whole; write `some i, _ in %s` and read the facts of element i by index", rules.Dotted(PathTo(ref)), rules.Dotted(PathTo(ref))))
		}
		return false
	})
	return defects
}

// variableKeyOfMap returns the map in a reference that a variable looks into. A
// wildcard looks for nothing in particular.
func variableKeyOfMap(ref ast.Ref, schema rules.Schema) (ast.Ref, bool) {
	for i := 1; i < len(ref); i++ {
		if v, isVar := ref[i].Value.(ast.Var); isVar && !v.IsWildcard() && schema.At(PathTo(ref[:i])).IsMap() {
			return ref[:i], true
		}
	}
	return nil, false
}

// allowWalked allows the list in `some i, _ in list`.
func allowWalked(symbol *ast.Term, allowed map[*ast.Term]bool) {
	call, ok := symbol.Value.(ast.Call)
	if !ok || len(call) != 4 || !isWildcard(call[2]) {
		return
	}
	allowed[call[3]] = true
}

func isWildcard(term *ast.Term) bool {
	v, ok := term.Value.(ast.Var)
	return ok && v.IsWildcard()
}

// importsOf returns what `import input.section` abbreviates.
func importsOf(module *ast.Module) map[ast.Var]ast.Ref {
	aliases := map[ast.Var]ast.Ref{}
	for _, imported := range module.Imports {
		if path, ok := imported.Path.Value.(ast.Ref); ok && path.HasPrefix(ast.InputRootRef) {
			aliases[imported.Name()] = path
		}
	}
	return aliases
}

func expand(ref ast.Ref, aliases map[ast.Var]ast.Ref) ast.Ref {
	head, ok := ref[0].Value.(ast.Var)
	if !ok || aliases[head] == nil {
		return ref
	}
	return slices.Concat(aliases[head], ref[1:])
}
