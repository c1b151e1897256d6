package opa

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

// passed adds what the arguments of a function stand for, where all its calls in
// the module pass the same fact.
func passed(assigned map[ast.Var]*ast.Term, function *ast.Rule, module *ast.Module) {
	for i, arg := range function.Head.Args {
		name, ok := arg.Value.(ast.Var)
		if !ok || assigned[name] != nil {
			continue
		}
		var fact *ast.Term
		same := true
		visit := func(call []*ast.Term) {
			if len(call) <= i+1 || call[0].String() != function.Head.Name.String() {
				return
			}
			given := call[i+1]
			ref, isRef := given.Value.(ast.Ref)
			same = same && isRef && ref.IsGround() && (fact == nil || fact.Equal(given))
			fact = given
		}
		ast.WalkExprs(module, func(expr *ast.Expr) bool {
			if call, ok := expr.Terms.([]*ast.Term); ok {
				visit(call)
			}
			return false
		})
		ast.WalkTerms(module, func(term *ast.Term) bool {
			if call, ok := term.Value.(ast.Call); ok {
				visit(call)
			}
			return false
		})
		if same && fact != nil {
			assigned[name] = fact
		}
	}
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
