package engine

import (
	"context"
	"errors"
	"io"
	"iter"
	"log/slog"
	"slices"

	"github.com/dsaeval/dsaeval/engine/facts"
	"github.com/dsaeval/dsaeval/engine/fine"
	"github.com/dsaeval/dsaeval/engine/policy"
	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/internal/factschema"
	"github.com/dsaeval/dsaeval/schemas"
)

// Engine judges facts by a fixed set of policies. It is safe for concurrent
// use. The zero Engine, and nil, judge nothing: what can fail returns
// [ErrNoEngine], lists are empty.
type Engine struct {
	log      *slog.Logger
	set      *policy.Set
	schema   *facts.Schema
	bundle   func() map[string]any // parsed when first asked for
	selected []*policy.Obligation
	// common is what all reports have in their provenance, selection what is judged.
	common    *background
	selection *report.Selection
	noBuiltin bool

	fineModels func() ([]*FineModel, error) // that of the headline first; loaded when first asked for
	fine       fine.Options
}

// New loads the policies. It returns [policy.Defects] if they are not sound and
// [ErrNothingSelected] if the selectors leave nothing to judge.
func New(ctx context.Context, opts ...Option) (*Engine, error) {
	if ctx == nil {
		return nil, errNoContext
	}
	o, err := optionsOf(opts)
	if err != nil {
		return nil, err
	}
	for _, source := range o.sources {
		if source.SHA256 == "" {
			continue
		}
		if err := source.Check(); err != nil {
			return nil, err
		}
	}
	extensions, err := extensionsOf(o.sources)
	if err != nil {
		return nil, err
	}
	bundle, schema, err := factsSchema(extensions)
	if err != nil {
		return nil, err
	}
	set, err := o.load(ctx, bundle, schema)
	if err != nil {
		return nil, err
	}
	selected, err := choose(set.Obligations(), o.only, o.exclude)
	if err != nil {
		return nil, err
	}
	o.log.DebugContext(ctx, "policies loaded", "obligations", len(set.Obligations()), "selected", len(selected), "sha256", set.SHA256())
	e := &Engine{
		log: o.log, set: set, schema: schema, bundle: bundle, selected: selected, common: backgroundOf(o, set, schema, extensions), noBuiltin: o.noBuiltin,
		fineModels: func() ([]*FineModel, error) { return fineModels(o.fineModel) }, fine: o.fine,
	}
	e.selection = e.selectionOf(o.only, o.exclude)
	return e, nil
}

// load returns the policies. The built-in ones alone need no compiler.
func (o *options) load(ctx context.Context, bundle func() map[string]any, schema *facts.Schema) (*policy.Set, error) {
	if o.loader == nil {
		return policy.Builtin(schema.Relations(), o.parameters, o.log)
	}
	return o.loader(ctx, policy.Options{
		Facts: bundle(), Relations: schema.Relations(), Sources: o.sources, WithoutBuiltin: o.noBuiltin, Parameters: o.parameters, Log: o.log,
	})
}

// extensionsOf returns the sections that the sources add to the schema of facts.
func extensionsOf(sources []policy.Source) ([]schemas.Extension, error) {
	var all []schemas.Extension
	for _, source := range sources {
		extensions, err := source.Extensions()
		if err != nil {
			return nil, err
		}
		all = append(all, extensions...)
	}
	return all, nil
}

// factsSchema returns the schema of fact documents with what the sources add. Without
// that it is built in, and need not be parsed.
func factsSchema(extensions []schemas.Extension) (func() map[string]any, *facts.Schema, error) {
	if len(extensions) == 0 {
		schema, err := facts.Builtin()
		return factschema.Builtin, schema, err
	}
	bundle, err := schemas.Facts(extensions...)
	if err != nil {
		return nil, nil, policy.Defects{{Message: err.Error()}}
	}
	schema, err := facts.NewSchema(bundle)
	return func() map[string]any { return bundle }, schema, err
}

// ErrNoEngine says that an engine is nil or zero. Returned by the methods of
// [Engine]; [New] makes one.
var ErrNoEngine = errors.New("no engine: it is nil or was not made by New")

var errNoContext = errors.New("the context is nil")

// ready reports whether New made the engine.
func (e *Engine) ready() bool { return e != nil && e.set != nil }

// FactsSchema returns the JSON Schema of the fact documents that the engine
// reads, with the sections that added policies bring. It must not be changed.
func (e *Engine) FactsSchema() map[string]any {
	if !e.ready() {
		return nil
	}
	return e.bundle()
}

// Schema returns the schema of the fact documents that the engine reads, compiled; nil
// of no engine.
func (e *Engine) Schema() *facts.Schema {
	if !e.ready() {
		return nil
	}
	return e.schema
}

// Load decodes and validates the fact documents of a file: one or, of NDJSON,
// several. What is wrong with them is returned as [facts.Problems].
func (e *Engine) Load(name string, content []byte) ([]*facts.Facts, error) {
	if !e.ready() {
		return nil, ErrNoEngine
	}
	documents, err := e.schema.Load(name, content)
	e.log.Debug("facts loaded", "file", name, "bytes", len(content), "documents", len(documents), "sound", err == nil)
	return documents, err
}

// Read is Load for a stream; it never takes more than [facts.MaxSize] bytes
// from it.
func (e *Engine) Read(name string, r io.Reader) ([]*facts.Facts, error) {
	if !e.ready() {
		return nil, ErrNoEngine
	}
	documents, err := e.schema.Read(name, r)
	e.log.Debug("facts loaded", "file", name, "documents", len(documents), "sound", err == nil)
	return documents, err
}

// Documents is Read for streams of any length, as [facts.Schema.Documents] does: the
// documents come one after the other, for [Engine.EvaluateAll] to judge.
func (e *Engine) Documents(name string, r io.Reader) iter.Seq2[*facts.Facts, error] {
	if !e.ready() {
		return func(yield func(*facts.Facts, error) bool) { yield(nil, ErrNoEngine) }
	}
	return e.schema.Documents(name, r)
}

// Line is Load for one line of NDJSON that was read elsewhere, as [facts.Schema.Line]
// does: programs that hand lines to many machines judge each as if it stood in its file.
func (e *Engine) Line(name string, number int, line []byte) (*facts.Facts, error) {
	if !e.ready() {
		return nil, ErrNoEngine
	}
	return e.schema.Line(name, number, line)
}

// Facts makes a fact document of a Go value, a map or a struct with json tags, as
// [facts.Schema.From] does: it is checked like a file, nothing has a place in one,
// and what is nil is not known. The error is [facts.Problems].
func (e *Engine) Facts(name string, value any) (*facts.Facts, error) {
	if !e.ready() {
		return nil, ErrNoEngine
	}
	return e.schema.From(name, value)
}

// Obligations returns the obligations that the engine judges, in the order of
// the Regulation.
func (e *Engine) Obligations() []*policy.Obligation {
	if !e.ready() {
		return nil
	}
	return slices.Clone(e.selected)
}

// Parameters returns the values that stand for open words of the law, overrides
// applied, in the order of their names.
func (e *Engine) Parameters() []policy.Parameter {
	if !e.ready() {
		return nil
	}
	return e.set.Parameters()
}

// Readings returns the places where words of the law bear more than one
// meaning, with the options that the rules follow, in the order of their names.
func (e *Engine) Readings() []policy.Reading {
	if !e.ready() {
		return nil
	}
	return e.set.Readings()
}

// PoliciesSHA256 identifies the policies that are loaded by their content, as
// reports do in their provenance.
func (e *Engine) PoliciesSHA256() string {
	if !e.ready() {
		return ""
	}
	return e.set.SHA256()
}

// Figures returns the figures that the law itself gives.
func (e *Engine) Figures() []policy.Parameter {
	if !e.ready() {
		return nil
	}
	return e.set.Figures()
}
