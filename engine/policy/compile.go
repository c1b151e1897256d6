package policy

import (
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"
)

// capabilities are what a policy may use: everything of OPA that always
// answers the same to the same question. No clock, network, environment or
// randomness, because the same facts must give the same report.
func capabilities() *ast.Capabilities {
	all := ast.CapabilitiesForThisVersion()
	kept := all.Builtins[:0:0]
	for _, builtin := range all.Builtins {
		if builtin.Nondeterministic || strings.HasPrefix(builtin.Name, "net.lookup") {
			continue
		}
		kept = append(kept, builtin)
	}
	all.Builtins = kept
	all.AllowNet = []string{}
	return all
}

// compile checks and compiles the modules. The facts schema is the type of
// input in every one of them, so that a rule that reads a fact which does not
// exist fails here and not, silently, on the day it is needed.
func compile(modules map[string]*ast.Module, factsSchema map[string]any) (*ast.Compiler, error) {
	schemas := ast.NewSchemaSet()
	schemas.Put(ast.SchemaRootRef, factsSchema)
	compiler := ast.NewCompiler().
		WithCapabilities(capabilities()).
		WithSchemas(schemas).
		WithUseTypeCheckAnnotations(true).
		WithStrict(true)
	compiler.Compile(modules)
	if compiler.Failed() {
		return nil, defectsOf(compiler.Errors).orNil()
	}
	return compiler, nil
}
