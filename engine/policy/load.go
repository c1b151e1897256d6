package policy

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"log/slog"
	"slices"
	"sync"

	"github.com/dsaeval/dsaeval/engine/facts"
	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/internal/rules"
)

// Set is a set of policies that has been loaded and checked. It is safe for
// concurrent use.
type Set struct {
	obligations []*Obligation
	byID        map[string]*Obligation
	packages    map[string]bool // that are obligations
	compiled    rules.Compiled  // nil of an image
	schema      factSchema
	parameters  parameterSet
	given       parameterSet // the same before anything was overridden, or was left out as unread
	digest      string
	origins     []report.Origin
	log         *slog.Logger

	// lowered returns the rules as they are answered.
	lowered func() *rules.Lowered
	// whole returns the same set with all of its rules compiled, where only some were; nil
	// otherwise.
	whole     func() (*Set, error)
	askedOnce sync.Once
	questions *questions

	dependsOnce sync.Once
	depends     map[*Obligation]dependence

	mu           sync.Mutex
	preparations map[int]*prepared // by the period between two changes of parameters
}

// Options say what to load.
type Options struct {
	// Facts is the schema of fact documents, as schemas.Facts returns it.
	Facts map[string]any
	// Relations are those of Facts, of who has read them; nil has them read.
	Relations *facts.Relations
	// Sources are the policies, the first of them the built-in ones. An id that
	// occurs twice is an error.
	Sources []Source
	// WithoutBuiltin leaves out the obligations of the first source, and keeps the
	// rules, figures and readings that others stand on.
	WithoutBuiltin bool
	// Parameters are files that override parameters, by their names.
	Parameters []ParameterFile
	// FrontEnd reads the rules. It is that of engine/rego, whose Load sets it.
	FrontEnd rules.FrontEnd
	// Log is told what has to be prepared anew; nil is silent.
	Log *slog.Logger

	// all has all rules compiled, those of the image too.
	all bool
}

// ParameterFile is a YAML file of overrides: name, then value, reason and,
// optionally, source and since.
type ParameterFile struct {
	Name    string
	Content []byte
}

// Load reads, checks and compiles policies. It needs the compiler of engine/rego, whose
// Load calls it. What is wrong with them is returned as [Defects], all of it at once;
// what is wrong with overrides as [facts.Problems]. A directory without policies is an error of neither kind.
func Load(ctx context.Context, options Options) (*Set, error) {
	var files []sourceFile
	for i, source := range options.Sources {
		read, err := source.read()
		if err != nil {
			return nil, err
		}
		if err := source.check(read); err != nil {
			return nil, err
		}
		if i > 0 && !holdsRego(read) {
			// Somebody named the wrong directory; no policy is at fault.
			return nil, fmt.Errorf("%s: no policies below this directory; nothing would be added", source.Name)
		}
		for _, file := range read {
			file.source = i
			files = append(files, file)
		}
	}
	if options.FrontEnd == nil {
		return nil, errNoFrontEnd
	}
	base, err := options.image(files)
	if err != nil {
		return nil, err
	}
	parsed, metadata, err := parse(options.FrontEnd, base.without(files))
	if err != nil {
		return nil, err
	}
	if err := base.join(options.FrontEnd, parsed, files); err != nil {
		return nil, err
	}
	modules := parsed.Modules()
	from := origins(options.Sources, files)
	if options.WithoutBuiltin {
		files = withoutBuiltin(files, modules, parsed)
	}
	parameters, defects := readParameters(files)
	relations := options.Relations
	if relations == nil {
		if relations, err = facts.NewRelations(options.Facts); err != nil {
			return nil, err
		}
	}
	set := &Set{
		schema:       factSchema{root: relations.Fields(), relations: relations},
		parameters:   parameters,
		byID:         map[string]*Obligation{},
		packages:     map[string]bool{},
		digest:       digest(files),
		origins:      from,
		log:          cmp.Or(options.Log, slog.New(slog.DiscardHandler)),
		preparations: map[int]*prepared{},
	}
	set.lowered = sync.OnceValue(func() *rules.Lowered { return base.lower(set) })
	set.given = parameters.clone()
	if err := set.override(options.Parameters); err != nil {
		return nil, err
	}
	defects = append(defects, parsed.Lint(set.schema.asRules(), set.parameters.described())...)
	defects = append(defects, reservedNames(files, modules)...)
	defects = append(defects, parameters.claims(files)...)
	if err := defects.orNil(); err != nil {
		return nil, err
	}
	compiled, problems := parsed.Compile(options.Facts)
	if err := Defects(problems).orNil(); err != nil {
		return nil, err
	}
	set.compiled = compiled
	if base != nil {
		base.begin(set)
		set.whole = sync.OnceValues(func() (*Set, error) {
			options.all = true
			return Load(ctx, options)
		})
	}
	// In the order of the files, so that of two with one id the later is refused.
	for _, file := range files {
		if module := modules[file.name]; module != nil && !base.holds(file) {
			defects = append(defects, set.add(module, compiled.Rules(file.name), metadata[file.name], from[file.source])...)
		}
	}
	if options.WithoutBuiltin {
		set.dropUnread(files)
	}
	defects = append(defects, set.checkParameters()...)
	defects = append(defects, set.checkReadings()...)
	defects = append(defects, set.checkPresupposed()...)
	if err := defects.orNil(); err != nil {
		return nil, err
	}
	if len(set.obligations) == 0 {
		return nil, Defects{{Message: "the policies hold no obligation; nothing could be judged"}}
	}
	slices.SortFunc(set.obligations, func(a, b *Obligation) int { return report.CompareIDs(a.ID, b.ID) })
	return set, nil
}

var errNoFrontEnd = errors.New("rules can only be loaded by engine/rego; policy.Builtin needs none")

func (s *Set) override(files []ParameterFile) error {
	var problems facts.Problems
	for _, file := range files {
		found, err := s.parameters.override(file.Name, file.Content)
		if err != nil {
			return err
		}
		problems = append(problems, found.Sorted()...)
	}
	return problems.Err()
}

// Obligations returns the catalogue in the order of the Regulation.
func (s *Set) Obligations() []*Obligation { return slices.Clone(s.obligations) }

// Obligation returns the obligation with the given id.
func (s *Set) Obligation(id string) (*Obligation, bool) {
	o, ok := s.byID[id]
	return o, ok
}

// Parameters returns the parameters in the order of their names, overrides
// applied.
func (s *Set) Parameters() []Parameter { return sortedParameters(s.parameters.parameters) }

// Figures returns the figures of the law in the order of their names.
func (s *Set) Figures() []Parameter { return sortedParameters(s.parameters.law) }

// SHA256 identifies the policies by their content.
func (s *Set) SHA256() string { return s.digest }

// Origins says where the policies come from: the Regulation, unless it was built in as an
// image, and each directory that was added, in their order.
func (s *Set) Origins() []report.Origin { return slices.Clone(s.origins) }

func sortedParameters(parameters map[string]Parameter) []Parameter {
	var list []Parameter
	for _, name := range sortedKeys(parameters) {
		list = append(list, parameters[name])
	}
	return list
}
