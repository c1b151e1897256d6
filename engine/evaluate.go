package engine

import (
	"context"
	"fmt"
	"runtime"

	"github.com/dsaeval/dsaeval/engine/facts"
	"github.com/dsaeval/dsaeval/engine/report"
)

// EvaluateOption changes how documents are judged.
type EvaluateOption func(*evaluation)

type evaluation struct {
	explanations, agenda bool
	waivers              []report.Waiver // of the agenda
	detail               report.Detail
	unpriced             bool
	workers              int
}

// WithDetail has no more worked out than is needed: judging many documents for
// their verdicts alone is faster. Without it a report is full.
func WithDetail(d report.Detail) EvaluateOption { return func(e *evaluation) { e.detail = d } }

// WithoutFine leaves out what is at stake: tables of many documents do not show it. Formats
// that show amounts, and gates that may read them, refuse such a report.
func WithoutFine() EvaluateOption { return func(e *evaluation) { e.unpriced = true } }

// WithWorkers has at most so many documents judged at a time by
// [Engine.EvaluateAll]; without it, as many as Go uses processors.
func WithWorkers(n int) EvaluateOption { return func(e *evaluation) { e.workers = n } }

func evaluationOf(options []EvaluateOption) (evaluation, error) {
	e := evaluation{detail: report.DetailFull, workers: runtime.GOMAXPROCS(0)}
	for _, option := range options {
		if option != nil {
			option(&e)
		}
	}
	if e.workers < 1 {
		return e, fmt.Errorf("%d workers judge nothing; at least 1 is needed", e.workers)
	}
	if !e.detail.Known() {
		return e, fmt.Errorf("%q is no level of detail; expected %s, %s or %s", e.detail, report.DetailVerdicts, report.DetailFindings, report.DetailFull)
	}
	return e, nil
}

// Evaluate judges one document. It returns [policy.ErrNoDate] if the document
// has no assessment date, [policy.Defects] if a policy fails on the facts,
// [facts.ErrNoFacts] if the document is nil, [facts.Problems] if no cap can be computed from the turnover given, and
// the error of the context once that is done. The report is then nil; there
// is never half a report.
//
// Reports share what they have in common, also with those to come: in one, neither lists
// and maps must be changed nor what pointers lead to, such as AppliesFrom of an obligation or
// Build of the provenance. [report.Report.Copy] says what may be.
func (e *Engine) Evaluate(ctx context.Context, f *facts.Facts, options ...EvaluateOption) (*report.Report, error) {
	chosen, err := e.prepared(ctx, options)
	if err != nil {
		return nil, err
	}
	return e.evaluate(ctx, f, chosen)
}

// prepared says what is wrong with a call before any document is looked at.
func (e *Engine) prepared(ctx context.Context, options []EvaluateOption) (evaluation, error) {
	if err := e.callable(ctx); err != nil {
		return evaluation{}, err
	}
	return evaluationOf(options)
}

// callable says whether there is an engine, and a context to judge in.
func (e *Engine) callable(ctx context.Context) error {
	switch {
	case !e.ready():
		return ErrNoEngine
	case ctx == nil:
		return errNoContext
	}
	return nil
}

// usable says whether a call about one document can be answered.
func (e *Engine) usable(ctx context.Context, f *facts.Facts) error {
	if err := e.callable(ctx); err != nil {
		return err
	}
	if f.Empty() {
		return facts.ErrNoFacts
	}
	return nil
}

func (e *Engine) evaluate(ctx context.Context, f *facts.Facts, chosen evaluation) (*report.Report, error) {
	if f.Empty() {
		return nil, facts.ErrNoFacts
	}
	g, err := gather(f, chosen)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", f.Name(), err)
	}
	result, err := e.set.Judge(ctx, f, e.selected, chosen.detail)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", f.Name(), err)
	}
	r := e.report(g, result, chosen.detail)
	e.log.DebugContext(ctx, "document judged", "file", f.Name(), "day", r.AssessmentDate, "detail", string(r.Detail),
		"breach", r.Summary.Breach, "undetermined", r.Summary.Undetermined)
	if r.Unpriced = chosen.unpriced; !r.Unpriced && chosen.detail.Includes(report.DetailFindings) {
		if err := e.addFine(g.money, r); err != nil {
			return nil, fmt.Errorf("%s: %w", f.Name(), err)
		}
	}
	if err := e.addBeside(ctx, f, r, chosen); err != nil {
		return nil, err
	}
	return r, nil
}
