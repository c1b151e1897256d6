package policytest

import (
	"cmp"
	_ "embed"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"

	"github.com/dsaeval/dsaeval/engine/policy"
	"github.com/dsaeval/dsaeval/internal/document"
)

//go:embed services.yaml
var builtInServices []byte

// servicesFile adds services to the built-in ones, or replaces some, beside the
// cases of a directory.
const servicesFile = "services.yaml"

// readServices reads the services that cases can be about.
func readServices(cases policy.Source) (map[string]Facts, error) {
	named := map[string]Facts{}
	if err := document.Unmarshal(servicesFile, builtInServices, &named); err != nil {
		return nil, err
	}
	content, err := fs.ReadFile(cases.FS, servicesFile)
	if errors.Is(err, fs.ErrNotExist) {
		return named, nil
	}
	if err != nil {
		return nil, err
	}
	name := path.Join(cases.Name, servicesFile)
	own := map[string]Facts{}
	if err := document.Unmarshal(name, content, &own); err != nil {
		return nil, err
	}
	for service, f := range own {
		if _, dated := f["assessment.date"].(string); !dated {
			return nil, document.Problems{{
				Position: document.Position{File: name}, Message: service + " has no assessment.date",
				Hint: "write the day on which its cases are judged: assessment.date: 2025-06-02",
			}}
		}
	}
	maps.Copy(named, own)
	return named, nil
}

// unknownServices reports services in a case file that nothing defines.
func (s *Suite) unknownServices(f *File) document.Problems {
	var problems document.Problems
	check := func(name string, at document.Position) {
		if _, known := s.services[name]; known || name == "" {
			return
		}
		hint := cmp.Or(document.DidYouMean(name, s.Services()), "it is one of "+strings.Join(s.Services(), ", "))
		problems = append(problems, document.Problem{Position: at, Message: fmt.Sprintf("no service is called %q", name), Hint: hint})
	}
	check(f.Service, f.places.at("service"))
	for i, c := range f.Cases {
		check(c.Service, f.places.ofCase(i, "service"))
	}
	return problems
}

// Service returns the facts of a named service.
func (s *Suite) Service(name string) (Facts, bool) {
	f, ok := s.services[name]
	return f, ok
}

// Services returns the names of the services that cases can be about.
func (s *Suite) Services() []string { return slices.Sorted(maps.Keys(s.services)) }
