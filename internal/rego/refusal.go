package rego

import (
	"fmt"

	"github.com/open-policy-agent/opa/v1/ast"

	"github.com/dsaeval/dsaeval/internal/document"
)

// refuse ends the lowering of a question with a problem that says why it cannot be
// lowered, and what stands in its way, nil for the whole; see [lowerer.question].
func refuse(at *ast.Location, format string, args ...any) {
	refusal := &document.Problem{Message: fmt.Sprintf(format, args...)}
	if at != nil {
		refusal.Position = document.Position{File: at.File, Line: at.Row, Column: at.Col}
	}
	panic(refusal)
}
