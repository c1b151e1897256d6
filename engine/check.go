package engine

import (
	"context"
	"fmt"

	"github.com/dsaeval/dsaeval/engine/facts"
	"github.com/dsaeval/dsaeval/engine/policy"
)

// Check judges a document once more by OPA, which reads the rules by itself, and
// compares every answer: an auditor's double check. The engine must have been made
// with an option of engine/rego; else the error is [policy.ErrNoOPA]. Other errors are
// those of [Engine.Evaluate].
func (e *Engine) Check(ctx context.Context, f *facts.Facts) (*policy.Check, error) {
	if err := e.usable(ctx, f); err != nil {
		return nil, err
	}
	check, err := e.set.Check(ctx, f, e.selected)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", f.Name(), err)
	}
	return check, nil
}

// AskedOfOPA returns why questions about an obligation cannot be lowered and are asked
// of OPA, each reason with file and line; none of most, and of no built-in one.
func (e *Engine) AskedOfOPA(o *policy.Obligation) []string {
	if !e.ready() || o == nil {
		return nil
	}
	return e.set.AskedOfOPA(o)
}
