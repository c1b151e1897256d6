package engine

import (
	"context"
	"fmt"

	"github.com/dsaeval/dsaeval/engine/facts"
	"github.com/dsaeval/dsaeval/engine/policy"
	"github.com/dsaeval/dsaeval/engine/report"
)

// Explain says how the verdict on one obligation follows from facts, condition by
// condition, and which smallest changes of facts would turn it. The errors are those of
// [Engine.Evaluate], and [UnknownSelector] for an id that the engine does not judge.
func (e *Engine) Explain(ctx context.Context, f *facts.Facts, id string) (*report.Explanation, error) {
	if err := e.usable(ctx, f); err != nil {
		return nil, err
	}
	o, err := e.chosen(id)
	if err != nil {
		return nil, err
	}
	explanation, err := e.set.Explain(ctx, f, o)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", f.Name(), err)
	}
	return explanation, nil
}

// chosen returns the obligation of an id among those that the engine judges.
func (e *Engine) chosen(id string) (*policy.Obligation, error) {
	for _, o := range e.selected {
		if o.ID == id {
			return o, nil
		}
	}
	return nil, &UnknownSelector{Name: id, Nearest: nearestSelector(id, e.selected)}
}

// Answers says by the codes of the findings of an obligation what the facts that are
// not given would have to be for each; what the given facts settle has no entry. The
// errors are those of [Engine.Explain].
func (e *Engine) Answers(ctx context.Context, f *facts.Facts, id string) (map[string]report.Condition, error) {
	if err := e.usable(ctx, f); err != nil {
		return nil, err
	}
	o, err := e.chosen(id)
	if err != nil {
		return nil, err
	}
	return e.set.Answers(ctx, o, f)
}
