package policy

import (
	"maps"
	"sync"
)

// WithParameters returns the same policies with other overrides of parameters and
// readings, in place of those that they were loaded with. It is as if they were loaded
// anew, and nothing is compiled again: values are put in when documents are judged. What
// is wrong with overrides is returned as [facts.Problems].
//
// [facts.Problems]: https://pkg.go.dev/github.com/dsaeval/dsaeval/engine/facts#Problems
func (s *Set) WithParameters(files []ParameterFile) (*Set, error) {
	other := &Set{
		obligations: s.obligations, byID: s.byID, packages: s.packages, compiled: s.compiled, schema: s.schema, given: s.given,
		parameters: s.given.clone(), digest: s.digest, origins: s.origins, log: s.log, lowered: s.lowered, preparations: map[int]*prepared{},
	}
	if s.whole != nil {
		other.whole = sync.OnceValues(func() (*Set, error) {
			whole, err := s.whole()
			if err != nil {
				return nil, err
			}
			return whole.WithParameters(files)
		})
	}
	if err := other.override(files); err != nil {
		return nil, err
	}
	other.parameters.leave(s.parameters)
	return other, nil
}

// clone returns a copy whose values can be replaced.
func (s parameterSet) clone() parameterSet {
	return parameterSet{law: maps.Clone(s.law), parameters: maps.Clone(s.parameters), readings: maps.Clone(s.readings)}
}

// leave takes away what another set does not have.
func (s parameterSet) leave(other parameterSet) {
	maps.DeleteFunc(s.parameters, func(name string, _ Parameter) bool {
		_, left := other.parameters[name]
		return !left
	})
	maps.DeleteFunc(s.readings, func(name string, _ Reading) bool {
		_, left := other.readings[name]
		return !left
	})
}
