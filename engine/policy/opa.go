package policy

import (
	"context"
	"sync"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/rego"
	"github.com/open-policy-agent/opa/v1/storage"
	"github.com/open-policy-agent/opa/v1/storage/inmem"
	"github.com/open-policy-agent/opa/v1/topdown"

	"github.com/dsaeval/dsaeval/internal/document"
)

// opaBench is what is prepared for asking OPA with one set of parameter values. It
// prepares a question when it is first asked.
type opaBench struct {
	set   *Set
	data  map[string]any
	store func() storage.Store

	mu       sync.Mutex
	prepared map[string]query
	rivals   map[string]*opaBench // by reading and option
}

func newOPABench(s *Set, data map[string]any) *opaBench {
	return &opaBench{
		set: s, data: data,
		store:    sync.OnceValue(func() storage.Store { return inmem.NewFromObject(data) }),
		prepared: map[string]query{}, rivals: map[string]*opaBench{},
	}
}

func (b *opaBench) query(ctx context.Context, q question) (query, error) {
	key := q.name + " " + q.about
	b.mu.Lock()
	defer b.mu.Unlock()
	if known, ok := b.prepared[key]; ok {
		return known, nil
	}
	made, err := prepare(ctx, b.set.compiler, b.store(), queryOf(b.set.asRego[q.name], q.about))
	if err == nil {
		b.prepared[key] = made
	}
	return made, err
}

// rival returns what is prepared for asking with one reading set to another option.
func (b *opaBench) rival(reading, option string) *opaBench {
	key := reading + " " + option
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.rivals[key] == nil {
		b.rivals[key] = newOPABench(b.set, withReading(b.data, reading, option))
	}
	return b.rivals[key]
}

// opaDocument answers by OPA's partial evaluation alone.
type opaDocument struct {
	bench *opaBench
	world world
}

func (d opaDocument) decide(ctx context.Context, q question) (outcome, error) {
	prepared, err := d.bench.query(ctx, q)
	if err != nil {
		return outcome{}, err
	}
	out, err := partialDecider{}.decide(ctx, prepared, d.world)
	return out, cancelled(ctx, err)
}

// cancelled returns the error of the context where OPA was cancelled by it.
func cancelled(ctx context.Context, err error) error {
	if topdown.IsCancel(err) && ctx.Err() != nil {
		return ctx.Err()
	}
	return err
}

func (d opaDocument) sufficient(ctx context.Context, q question, f findingOutcome, known []document.Path) ([]document.Path, bool, error) {
	prepared, err := d.bench.query(ctx, q)
	if err != nil {
		return nil, false, err
	}
	w := d.world
	return withoutNeedless(known, func(without document.Path) (bool, error) {
		tried := w
		if without != nil {
			tried = w.without(refOf(without))
		}
		out, err := partialDecider{}.partial(ctx, prepared, tried)
		if err != nil || !out.shows(f) {
			return false, cancelled(ctx, err)
		}
		w = tried
		return true, nil
	})
}

func (d opaDocument) asIfAny(ctx context.Context, q question, parameter string) (outcome, error) {
	prepared, err := d.bench.query(ctx, q)
	if err != nil {
		return outcome{}, err
	}
	data := parametersRef
	if parameter != "" {
		data = parametersRef.Append(ast.StringTerm(parameter))
	}
	unknowns := append(d.world.relevant(prepared.reads), ast.NewTerm(data))
	pq, err := prepared.partially(ctx, rego.EvalParsedInput(d.world.input), rego.EvalParsedUnknowns(unknowns))
	if err != nil {
		return outcome{}, cancelled(ctx, err)
	}
	whole := newResidual(pq, d.world)
	return outcome{answer: whole.answer(), findings: findingsOf(whole)}, nil
}

func (d opaDocument) underReading(_ context.Context, reading, option string, ask func(answering) error) error {
	return ask(opaDocument{d.bench.rival(reading, option), d.world})
}

func (d opaDocument) startsOn(ctx context.Context, q question) (string, error) {
	prepared, err := d.bench.query(ctx, q)
	if err != nil {
		return "", err
	}
	pq, err := prepared.partially(ctx, rego.EvalParsedInput(d.world.input), rego.EvalParsedUnknowns(d.world.relevant(prepared.reads)))
	if err != nil {
		return "", cancelled(ctx, err)
	}
	whole := newResidual(pq, d.world)
	day := ""
	for _, body := range whole.queries {
		alternative := residual{queries: []ast.Body{body}, support: whole.support, world: whole.world}
		switch alternative.answer() {
		case no:
			continue
		case unknown:
			return "", nil
		}
		if day != "" {
			return "", nil
		}
		day = boundDay(body)
	}
	return day, nil
}

// boundDay returns the day that a body binds the first day to.
func boundDay(body ast.Body) string {
	for _, expr := range body {
		terms, ok := expr.Terms.([]*ast.Term)
		if !ok || len(terms) != 3 || expr.Negated {
			continue
		}
		for i, term := range terms[1:] {
			if day, ok := term.Value.(ast.String); ok && terms[2-i].Equal(ast.NewTerm(startVar)) {
				return string(day)
			}
		}
	}
	return ""
}
