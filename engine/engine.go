package engine

import (
	"context"
	"fmt"
	"io"

	"github.com/dsaeval/dsaeval/engine/facts"
	"github.com/dsaeval/dsaeval/engine/fine"
	"github.com/dsaeval/dsaeval/engine/policy"
	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/internal/build"
	"github.com/dsaeval/dsaeval/policies"
	"github.com/dsaeval/dsaeval/schemas"
)

// Engine judges facts by a fixed set of policies. It is safe for concurrent
// use.
type Engine struct {
	set      *policy.Set
	schema   *facts.Schema
	bundle   map[string]any
	selected []*policy.Obligation
	version  string

	fineModels func() ([]*fine.Model, error) // that of the headline first; loaded when first asked for
	fine       fine.Options
}

// Option changes what New loads.
type Option func(*options)

type options struct {
	sources    []policy.Source
	parameters []policy.ParameterFile
	only       []string
	exclude    []string
	fineModel  *fine.Model
	fine       fine.Options
}

// WithPolicies adds the obligations of a directory to those built in.
func WithPolicies(source policy.Source) Option {
	return func(o *options) { o.sources = append(o.sources, source) }
}

// WithParameters overrides parameters by those of a YAML file. The name stands
// in messages; later files win.
func WithParameters(name string, content []byte) Option {
	return func(o *options) {
		o.parameters = append(o.parameters, policy.ParameterFile{Name: name, Content: content})
	}
}

// WithOnly keeps the obligations that one of the selectors names: an id, the
// beginning of an id up to a dot, an article such as 16, or a provision such as
// 16(6).
func WithOnly(selectors ...string) Option {
	return func(o *options) { o.only = append(o.only, selectors...) }
}

// WithExclude leaves out the obligations that one of the selectors names.
func WithExclude(selectors ...string) Option {
	return func(o *options) { o.exclude = append(o.exclude, selectors...) }
}

// New loads the policies. It returns [policy.Defects] if they are not sound and
// [ErrNothingSelected] if the selectors leave nothing to judge.
func New(ctx context.Context, opts ...Option) (*Engine, error) {
	o := options{sources: []policy.Source{{Name: "policies", FS: policies.FS()}}}
	for _, option := range opts {
		option(&o)
	}
	bundle, err := factsSchema(o.sources)
	if err != nil {
		return nil, err
	}
	schema, err := facts.NewSchema(bundle)
	if err != nil {
		return nil, err
	}
	set, err := policy.Load(ctx, policy.Options{Facts: bundle, Sources: o.sources, Parameters: o.parameters})
	if err != nil {
		return nil, err
	}
	selected, err := choose(set.Obligations(), o.only, o.exclude)
	if err != nil {
		return nil, err
	}
	if err := o.fine.Check(); err != nil {
		return nil, err
	}
	return &Engine{
		set: set, schema: schema, bundle: bundle, selected: selected, version: build.Read().Name(),
		fineModels: func() ([]*fine.Model, error) { return fineModels(o.fineModel) }, fine: o.fine,
	}, nil
}

// factsSchema returns the schema of fact documents with what the sources add.
func factsSchema(sources []policy.Source) (map[string]any, error) {
	var all []schemas.Extension
	for _, source := range sources {
		extensions, err := source.Extensions()
		if err != nil {
			return nil, err
		}
		all = append(all, extensions...)
	}
	bundle, err := schemas.Facts(all...)
	if err != nil {
		return nil, policy.Defects{{Message: err.Error()}}
	}
	return bundle, nil
}

// FactsSchema returns the JSON Schema of the fact documents that the engine
// reads, with the sections that added policies bring. It must not be changed.
func (e *Engine) FactsSchema() map[string]any { return e.bundle }

// Load decodes and validates the fact documents of a file: one or, of NDJSON,
// several. What is wrong with them is returned as [facts.Problems].
func (e *Engine) Load(name string, content []byte) ([]*facts.Facts, error) {
	return e.schema.Load(name, content)
}

// Read is Load for a stream; it never takes more than [facts.MaxSize] bytes
// from it.
func (e *Engine) Read(name string, r io.Reader) ([]*facts.Facts, error) {
	return e.schema.Read(name, r)
}

// Facts makes a fact document of a Go value, a map or a struct with json tags, as
// [facts.Schema.From] does: it is checked like a file, nothing has a place in one,
// and what is nil is not known. The error is [facts.Problems].
func (e *Engine) Facts(name string, value any) (*facts.Facts, error) {
	return e.schema.From(name, value)
}

// Obligations returns the obligations that the engine judges, in the order of
// the Regulation.
func (e *Engine) Obligations() []*policy.Obligation {
	return append([]*policy.Obligation(nil), e.selected...)
}

// Parameters returns the values that stand for open words of the law, overrides
// applied, in the order of their names.
func (e *Engine) Parameters() []policy.Parameter { return e.set.Parameters() }

// Readings returns the places where words of the law bear more than one
// meaning, with the options that the rules follow, in the order of their names.
func (e *Engine) Readings() []policy.Reading { return e.set.Readings() }

// PoliciesSHA256 identifies the policies that are loaded by their content, as
// reports do in their provenance.
func (e *Engine) PoliciesSHA256() string { return e.set.SHA256() }

// Figures returns the figures that the law itself gives.
func (e *Engine) Figures() []policy.Parameter { return e.set.Figures() }

// EvaluateOption changes how documents are judged.
type EvaluateOption func(*evaluation)

type evaluation struct{ detail report.Detail }

// WithDetail has no more worked out than is needed: judging many documents for
// their verdicts alone is faster. Without it a report is full.
func WithDetail(d report.Detail) EvaluateOption { return func(e *evaluation) { e.detail = d } }

func evaluationOf(options []EvaluateOption) (evaluation, error) {
	e := evaluation{detail: report.DetailFull}
	for _, option := range options {
		option(&e)
	}
	if !e.detail.Known() {
		return e, fmt.Errorf("%q is no level of detail; expected %s, %s or %s", e.detail, report.DetailVerdicts, report.DetailFindings, report.DetailFull)
	}
	return e, nil
}

// Evaluate judges one document. It returns [policy.ErrNoDate] if the document
// has no assessment date, [policy.Defects] if a policy fails on the facts,
// [facts.Problems] if no cap can be computed from the turnover given, and
// the error of the context once that is done. The report is then nil; there
// is never half a report.
func (e *Engine) Evaluate(ctx context.Context, f *facts.Facts, options ...EvaluateOption) (*report.Report, error) {
	chosen, err := evaluationOf(options)
	if err != nil {
		return nil, err
	}
	return e.evaluate(ctx, f, chosen)
}

func (e *Engine) evaluate(ctx context.Context, f *facts.Facts, chosen evaluation) (*report.Report, error) {
	result, err := e.set.Judge(ctx, f, e.selected, chosen.detail)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", f.Name(), err)
	}
	r := e.report(f, result, chosen.detail)
	if !chosen.detail.Includes(report.DetailFindings) {
		return r, nil
	}
	if err := e.addFine(f, r); err != nil {
		return nil, fmt.Errorf("%s: %w", f.Name(), err)
	}
	return r, nil
}
