package policytest

import (
	"context"
	"fmt"
	"io/fs"
	"path"
	"strings"
	"sync"

	"github.com/dsaeval/dsaeval/engine/facts"
	"github.com/dsaeval/dsaeval/engine/policy"
	"github.com/dsaeval/dsaeval/internal/document"
	"github.com/dsaeval/dsaeval/schemas"
)

// Options say what to test.
type Options struct {
	// Policies are loaded together, as rego.Load takes them. The obligations
	// of the last are tested.
	Policies []policy.Source
	// WithoutBuiltin is as in [policy.Options].
	WithoutBuiltin bool
	// Cases is the directory in which the case files stand, by the paths of the
	// rules; if it is not set, that of the last policies.
	Cases policy.Source
}

// Suite is policies with the cases that stand beside them. It is safe for
// concurrent use.
type Suite struct {
	options     Options
	set         *policy.Set
	bundle      map[string]any
	schema      *facts.Schema
	relations   *facts.Relations
	services    map[string]Facts
	files       map[string]*File // by the ids of the obligations
	obligations []*policy.Obligation

	mu   sync.Mutex
	sets map[string]*policy.Set // by the readings that are not the defaults
}

// Open loads policies and the cases beside those of the last source. It returns
// [policy.Defects] where policies are not sound and [document.Problems] where case
// files cannot be read; a case file beside no obligation is such a problem.
func Open(ctx context.Context, options Options) (*Suite, error) {
	if len(options.Policies) == 0 {
		return nil, fmt.Errorf("no policies to test")
	}
	tested := options.Policies[len(options.Policies)-1]
	if options.Cases.FS == nil {
		options.Cases = tested
	}
	s := &Suite{options: options, files: map[string]*File{}, sets: map[string]*policy.Set{}}
	if err := s.loadSchema(); err != nil {
		return nil, err
	}
	var err error
	if s.set, err = s.load(ctx); err != nil {
		return nil, err
	}
	if s.services, err = readServices(options.Cases); err != nil {
		return nil, err
	}
	return s, s.readFiles(tested)
}

func (s *Suite) loadSchema() error {
	var extensions []schemas.Extension
	for _, source := range s.options.Policies {
		more, err := source.Extensions()
		if err != nil {
			return err
		}
		extensions = append(extensions, more...)
	}
	var err error
	if s.bundle, err = schemas.Facts(extensions...); err != nil {
		return policy.Defects{{Message: err.Error()}}
	}
	if s.schema, err = facts.NewSchema(s.bundle); err != nil {
		return err
	}
	s.relations = s.schema.Relations()
	return nil
}

// readFiles reads the case files beside the obligations of the tested source.
func (s *Suite) readFiles(tested policy.Source) error {
	rules, err := tested.Rego()
	if err != nil {
		return err
	}
	paths := map[string]string{} // inside the source, by those that messages show
	for p := range rules {
		paths[path.Join(tested.Name, p)] = p
	}
	beside := map[string]*policy.Obligation{}
	for _, o := range s.set.Obligations() {
		if p, own := paths[o.File()]; own {
			beside[strings.TrimSuffix(p, ".rego")+fileSuffix] = o
			s.obligations = append(s.obligations, o)
		}
	}
	var problems document.Problems
	err = fs.WalkDir(s.options.Cases.FS, ".", func(p string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || !strings.HasSuffix(p, fileSuffix) || p == scopeFile {
			return err
		}
		name := path.Join(s.options.Cases.Name, p)
		o := beside[p]
		if o == nil {
			problems = append(problems, document.Problem{
				Position: document.Position{File: name}, Message: "cases beside no obligation",
				Hint: "they belong beside " + strings.TrimSuffix(p, fileSuffix) + ".rego",
			})
			return nil
		}
		file, err := readFile(s.options.Cases.FS, p, name)
		if wrong, ok := err.(document.Problems); ok {
			problems = append(problems, wrong...)
			return nil
		}
		if err == nil {
			problems = append(problems, s.unknownServices(file)...)
			s.files[o.ID] = file
		}
		return err
	})
	if err == nil && len(problems) > 0 {
		return problems
	}
	return err
}

// Set returns the policies.
func (s *Suite) Set() *policy.Set { return s.set }

// Obligations returns those that are tested, in the order of the Regulation.
func (s *Suite) Obligations() []*policy.Obligation { return s.obligations }

// File returns what stands beside an obligation.
func (s *Suite) File(o *policy.Obligation) (*File, bool) {
	file, ok := s.files[o.ID]
	return file, ok
}
