package opa

import (
	"github.com/open-policy-agent/opa/v1/ast"

	"github.com/dsaeval/dsaeval/internal/document"
)

// Compile checks and compiles the modules. The facts schema is the type of
// input in every one of them, so that a rule that reads a fact which does not
// exist fails here and not, silently, on the day it is needed.
func Compile(modules map[string]*ast.Module, factsSchema map[string]any) (*ast.Compiler, document.Problems) {
	schemas := ast.NewSchemaSet()
	schemas.Put(ast.SchemaRootRef, factsSchema)
	compiler := ast.NewCompiler().
		WithCapabilities(capabilities()).
		WithSchemas(schemas).
		WithUseTypeCheckAnnotations(true).
		WithStrict(true)
	compiler.Compile(modules)
	if compiler.Failed() {
		return nil, defectsOf(compiler.Errors)
	}
	return compiler, nil
}
