package opa

import (
	"context"
	"fmt"

	"github.com/open-policy-agent/opa/v1/rego"
	"github.com/open-policy-agent/opa/v1/topdown"
)

// maxOPASteps is how many events OPA's evaluation of one question may have where the
// direct evaluator hands it over. A count and not a time, so that slow machines give
// up where fast ones do.
const maxOPASteps = 5_000_000

var errOPASteps = fmt.Errorf("takes more than %d steps on these facts", maxOPASteps)

// stepCounter counts the events of an evaluation and ends it when there are too many.
// Whether there are does not depend on how soon the evaluation hears of it.
type stepCounter struct {
	steps int
	end   context.CancelFunc
}

func (c *stepCounter) Enabled() bool               { return true }
func (c *stepCounter) Config() topdown.TraceConfig { return topdown.TraceConfig{} }

func (c *stepCounter) TraceEvent(topdown.Event) {
	if c.steps++; c.steps == maxOPASteps+1 {
		c.end()
	}
}

// partially asks OPA, within the bound on its steps.
func (q Query) partially(ctx context.Context, options ...rego.EvalOption) (*rego.PartialQueries, error) {
	counted, end := context.WithCancel(ctx)
	defer end()
	counter := &stepCounter{end: end}
	pq, err := q.prepared.Partial(counted, append(options, rego.EvalQueryTracer(counter))...)
	if counter.steps > maxOPASteps {
		return nil, errOPASteps
	}
	return pq, err
}
