package rego

import (
	"fmt"

	"github.com/open-policy-agent/opa/v1/ast"
)

// Refusal says why a question cannot be lowered.
type Refusal struct {
	Reason   string
	Location *ast.Location // of what is refused; nil if the whole is
}

// Error returns the reason with file and line.
func (r *Refusal) Error() string {
	if r.Location == nil || r.Location.File == "" {
		return r.Reason
	}
	return fmt.Sprintf("%s:%d: %s", r.Location.File, r.Location.Row, r.Reason)
}

// refuse ends the lowering of a question; see [lowerer.question].
func refuse(at *ast.Location, format string, args ...any) {
	panic(&Refusal{Reason: fmt.Sprintf(format, args...), Location: at})
}
