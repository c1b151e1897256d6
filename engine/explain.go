package engine

import (
	"context"
	"fmt"

	"github.com/dsaeval/dsaeval/engine/facts"
	"github.com/dsaeval/dsaeval/engine/report"
)

// Explain says how the verdict on one obligation follows from facts, condition by
// condition, and which smallest changes of facts would turn it. The errors are those of
// [Engine.Evaluate], and [UnknownSelector] for an id that the engine does not judge.
func (e *Engine) Explain(ctx context.Context, f *facts.Facts, id string) (*report.Explanation, error) {
	switch {
	case !e.ready():
		return nil, ErrNoEngine
	case ctx == nil:
		return nil, errNoContext
	case f.Empty():
		return nil, facts.ErrNoFacts
	}
	for _, o := range e.selected {
		if o.ID != id {
			continue
		}
		explanation, err := e.set.Explain(ctx, f, o)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", f.Name(), err)
		}
		return explanation, nil
	}
	return nil, &UnknownSelector{Name: id, Nearest: nearestSelector(id, e.selected)}
}
