// Package rego brings rules of one's own to an engine: it reads, checks and compiles
// them, and answers by them. It links Open Policy Agent; an engine that judges by the
// built-in rules alone does without.
package rego

import (
	"context"

	"github.com/dsaeval/dsaeval/engine"
	"github.com/dsaeval/dsaeval/engine/policy"
	"github.com/dsaeval/dsaeval/internal/opa"
)

// Load reads, checks and compiles policies. What is wrong with them is returned as
// [policy.Defects], all of it at once; what is wrong with overrides as
// [facts.Problems].
//
// [facts.Problems]: https://pkg.go.dev/github.com/dsaeval/dsaeval/engine/facts#Problems
func Load(ctx context.Context, options policy.Options) (*policy.Set, error) {
	options.FrontEnd = opa.FrontEnd{}
	return policy.Load(ctx, options)
}

// WithPolicies adds the obligations of some directories to those built in.
func WithPolicies(sources ...policy.Source) engine.Option {
	return engine.WithLoader(Load, sources...)
}
