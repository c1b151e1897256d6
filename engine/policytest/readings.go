package policytest

import (
	"context"
	"fmt"

	"github.com/goccy/go-yaml"

	"github.com/dsaeval/dsaeval/engine/policy"
)

// load loads the policies with other readings than the defaults, if any.
func (s *Suite) load(ctx context.Context, readings map[string]string) (*policy.Set, error) {
	options := policy.Options{Facts: s.bundle, Sources: s.options.Policies}
	if len(readings) > 0 {
		overrides := map[string]policy.Override{}
		for name, option := range readings {
			overrides[name] = policy.Override{Value: option, Reason: "The case asks what would hold."}
		}
		content, err := yaml.Marshal(overrides)
		if err != nil {
			return nil, err
		}
		options.Parameters = []policy.ParameterFile{{Name: "readings", Content: content}}
	}
	return policy.Load(ctx, options)
}

// under returns the policies under readings, which are loaded once.
func (s *Suite) under(ctx context.Context, readings map[string]string) (*policy.Set, error) {
	if len(readings) == 0 {
		return s.set, nil
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	key := fmt.Sprint(readings)
	if set := s.sets[key]; set != nil {
		return set, nil
	}
	set, err := s.load(ctx, readings)
	if err != nil {
		return nil, err
	}
	s.sets[key] = set
	return set, nil
}
