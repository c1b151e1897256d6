package policy

import (
	"github.com/open-policy-agent/opa/v1/ast"
)

// allImports returns what the imports of a module abbreviate.
func allImports(module *ast.Module) map[ast.Var]ast.Ref {
	names := map[ast.Var]ast.Ref{}
	for _, imported := range module.Imports {
		if path, ok := imported.Path.Value.(ast.Ref); ok {
			names[imported.Name()] = path
		}
	}
	return names
}

// assignments returns what the names of a rule stand for: x := input.a. A name
// that is assigned twice, in scopes of their own, stands for nothing certain.
func assignments(rule *ast.Rule) map[ast.Var]*ast.Term {
	assigned := map[ast.Var]*ast.Term{}
	ast.WalkExprs(rule, func(expr *ast.Expr) bool {
		if !expr.IsAssignment() {
			return false
		}
		name, ok := expr.Operand(0).Value.(ast.Var)
		if !ok {
			return false
		}
		value := expr.Operand(1)
		if _, twice := assigned[name]; twice || value.Equal(expr.Operand(0)) {
			value = nil
		}
		assigned[name] = value
		return false
	})
	return assigned
}
