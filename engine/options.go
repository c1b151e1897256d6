package engine

import (
	"context"
	"errors"
	"log/slog"

	"github.com/dsaeval/dsaeval/engine/fine"
	"github.com/dsaeval/dsaeval/engine/policy"
	"github.com/dsaeval/dsaeval/internal/fines"
	"github.com/dsaeval/dsaeval/policies"
)

// Option changes what New loads.
type Option func(*options)

type options struct {
	loader     func(ctx context.Context, options policy.Options) (*policy.Set, error) // nil where the built-in policies do
	sources    []policy.Source
	parameters []policy.ParameterFile
	only       []string
	exclude    []string
	noBuiltin  bool
	fineModel  *FineModel
	fine       fine.Options
	log        *slog.Logger
}

// WithLoader has policies read and compiled, those of some directories in addition to
// those built in. Most use engine/rego, whose WithPolicies calls it. Without it the
// built-in policies are used as they were compiled with the program.
func WithLoader(load func(ctx context.Context, options policy.Options) (*policy.Set, error), sources ...policy.Source) Option {
	return func(o *options) {
		o.loader = load
		o.sources = append(o.sources, sources...)
	}
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

// WithoutBuiltin leaves the built-in obligations out, so that only those of
// [WithLoader] are judged. The rules about scope and periods, the figures of the
// law and the parameters that own rules import stay.
func WithoutBuiltin() Option { return func(o *options) { o.noBuiltin = true } }

// WithLogger has an engine tell at level Debug what it loads, what it had to
// prepare anew and which documents it judges. Without it, and of nil, it is silent.
func WithLogger(log *slog.Logger) Option { return func(o *options) { o.log = log } }

func optionsOf(given []Option) (options, error) {
	o := options{sources: []policy.Source{{Name: "policies", FS: policies.FS()}}}
	for _, option := range given {
		if option != nil {
			option(&o)
		}
	}
	if o.log == nil {
		o.log = slog.New(slog.DiscardHandler)
	}
	if o.noBuiltin && len(o.sources) == 1 {
		return o, errNoPolicies
	}
	return o, fines.Check(o.fine)
}

var errNoPolicies = errors.New("the built-in obligations are left out and no others are given; nothing could be judged")
