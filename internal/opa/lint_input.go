package opa

import (
	"github.com/open-policy-agent/opa/v1/ast"

	"github.com/dsaeval/dsaeval/internal/document"
	"github.com/dsaeval/dsaeval/internal/rules"
)

// lintInput reports reads of all facts at once, and of facts whose names are only
// found by looking through them. As a whole the document is unknown as soon as
// one fact in it is, and what is looked for in it cannot be told to be missing.
func lintInput(modules map[string]*ast.Module, schema rules.Schema) document.Problems {
	var defects document.Problems
	for _, name := range sortedKeys(modules) {
		module := modules[name]
		for _, imported := range module.Imports {
			if imported.Path.Equal(ast.InputRootDocument) || imported.Path.Equal(ast.NewTerm(ast.InputRootRef)) {
				defects = append(defects, wholeInput(imported.Location))
			}
		}
		aliases := importsOf(module)
		for _, rule := range module.Rules {
			defects = append(defects, lintReads(rule, aliases, schema)...)
		}
	}
	return defects
}

func lintReads(rule *ast.Rule, aliases map[ast.Var]ast.Ref, schema rules.Schema) document.Problems {
	var defects document.Problems
	heads := map[*ast.Term]bool{} // of references, which are no reads of their own
	ast.WalkTerms(rule, func(term *ast.Term) bool {
		ref, isRef := term.Value.(ast.Ref)
		switch {
		case !isRef:
			if term.Equal(ast.InputRootDocument) && !heads[term] {
				defects = append(defects, wholeInput(term.Location))
			}
			return false
		case len(ref) == 1 && term.Equal(ast.NewTerm(ast.InputRootRef)):
			defects = append(defects, wholeInput(term.Location))
		}
		heads[ref[0]] = true
		if at, found := nameByVariable(expand(ref, aliases), schema); found {
			defect := defectAt(term.Location, "%s is looked through with a variable, so that nobody can tell which fact is missing", rules.Dotted(PathTo(at)))
			if len(at) == 1 {
				defect = wholeInput(term.Location)
			}
			defect.Hint = "write a rule for each fact, with its path in full"
			defects = append(defects, defect)
		}
		return false
	})
	return defects
}

func wholeInput(at *ast.Location) document.Problem {
	defect := defectAt(at, "input is read as a whole, which is unknown as soon as one fact is missing")
	defect.Hint = "write the path of each fact in full, such as input.service.enterprise_size; walk, object.get and json.* cannot be used on input"
	return defect
}

// nameByVariable returns the section in a reference, or all facts, of which a
// variable names the member.
func nameByVariable(ref ast.Ref, schema rules.Schema) (ast.Ref, bool) {
	if !ref.HasPrefix(ast.InputRootRef) {
		return nil, false
	}
	for i := 1; i < len(ref); i++ {
		if _, isVar := ref[i].Value.(ast.Var); isVar && len(schema.Properties(PathTo(ref[:i]))) > 0 {
			return ref[:i], true
		}
	}
	return nil, false
}
