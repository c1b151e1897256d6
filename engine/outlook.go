package engine

import (
	"context"
	"fmt"
	"slices"

	"github.com/dsaeval/dsaeval/engine/facts"
	"github.com/dsaeval/dsaeval/engine/policy"
	"github.com/dsaeval/dsaeval/engine/report"
)

// Outlook tells how the obligations stand on each day from the first to the last, if the facts stay as they are; see [policy.Set.Outlook]. Without
// ids it tells of all that are selected and can be breached.
func (e *Engine) Outlook(ctx context.Context, f *facts.Facts, from, until report.Day, ids ...string) ([]policy.Outlook, error) {
	if err := e.usable(ctx, f); err != nil {
		return nil, err
	}
	var obligations []*policy.Obligation
	for _, o := range e.selected {
		if o.Kind.Breachable() && (len(ids) == 0 || slices.Contains(ids, o.ID)) {
			obligations = append(obligations, o)
		}
	}
	outlooks, err := e.set.Outlook(ctx, f, obligations, from, until)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", f.Name(), err)
	}
	return outlooks, nil
}
