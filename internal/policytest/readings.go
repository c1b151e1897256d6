package policytest

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	"github.com/dsaeval/dsaeval/engine/policy"
	"github.com/dsaeval/dsaeval/engine/rego"
	"github.com/dsaeval/dsaeval/internal/document"
)

// load loads the policies.
func (s *Suite) load(ctx context.Context) (*policy.Set, error) {
	return rego.Load(ctx, policy.Options{Facts: s.bundle, Sources: s.options.Policies, WithoutBuiltin: s.options.WithoutBuiltin})
}

// with returns the policies with other readings than the defaults.
func (s *Suite) with(readings map[string]string) (*policy.Set, error) {
	overrides := map[string]policy.Override{}
	for name, option := range readings {
		overrides[name] = policy.Override{Value: option, Reason: "The case asks what would hold."}
	}
	content, err := json.Marshal(overrides)
	if err != nil {
		return nil, err
	}
	return s.set.WithParameters([]policy.ParameterFile{{Name: "readings", Content: content}})
}

// under returns the policies under readings, which are prepared once.
func (s *Suite) under(readings map[string]string) (*policy.Set, error) {
	if len(readings) == 0 {
		return s.set, nil
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	key := fmt.Sprint(readings)
	if set := s.sets[key]; set != nil {
		return set, nil
	}
	set, err := s.with(readings)
	var wrong document.Problems
	if errors.As(err, &wrong) {
		return nil, &readingsError{wrong}
	}
	if err != nil {
		return nil, err
	}
	s.sets[key] = set
	return set, nil
}

// readingsError says that the readings of a case are none.
type readingsError struct{ problems document.Problems }

func (e *readingsError) Error() string {
	list := make([]string, len(e.problems))
	for i, problem := range e.problems {
		list[i] = problem.Message
	}
	return "the readings cannot be set: " + strings.Join(list, "; ")
}
