package policytest

import (
	"context"
	"errors"
	"fmt"
	"regexp"
	"runtime"
	"slices"
	"strings"

	"golang.org/x/sync/errgroup"

	"github.com/dsaeval/dsaeval/engine/policy"
	"github.com/dsaeval/dsaeval/internal/crash"
	"github.com/dsaeval/dsaeval/internal/document"
)

// ErrNothingTested says that there are no cases, or that a pattern leaves none.
// Nothing tested is never success.
var ErrNothingTested = errors.New("nothing was tested")

// Run judges the cases whose name, "id/note", the pattern matches, or all of
// them if it is nil. Only with all of them is it known what no case shows. A
// policy that fails on the facts is returned as [policy.Defects].
func (s *Suite) Run(ctx context.Context, pattern *regexp.Regexp) (*Result, error) {
	results := make([]Obligation, len(s.obligations))
	group, running := errgroup.WithContext(ctx)
	group.SetLimit(runtime.GOMAXPROCS(0))
	for i, o := range s.obligations {
		group.Go(func() error {
			return crash.Guard(func() (err error) {
				results[i], err = s.Test(running, o, pattern)
				return err
			})
		})
	}
	if err := group.Wait(); err != nil {
		return nil, err
	}
	scope, err := s.TestScope(ctx, pattern)
	if err != nil {
		return nil, err
	}
	if scope.Cases > 0 {
		results = append(results, scope)
	}
	result := &Result{Obligations: results}
	if pattern != nil {
		result.Obligations = slices.DeleteFunc(results, func(o Obligation) bool { return o.Cases == 0 })
	}
	if result.Cases() == 0 {
		return nil, fmt.Errorf("%w: %s", ErrNothingTested, s.whyNothing(pattern))
	}
	if pattern == nil {
		if result.Lines, err = s.Lines(ctx); err != nil {
			return nil, err
		}
	}
	return result, nil
}

func (s *Suite) whyNothing(pattern *regexp.Regexp) string {
	switch {
	case len(s.obligations) == 0:
		return "the directory holds no obligation"
	case pattern == nil:
		return "no cases stand beside the obligations, such as " + besides(s.obligations[0].File())
	}
	return fmt.Sprintf("no case is called like %q; a name is the id, a slash and the note", pattern)
}

func besides(rules string) string { return strings.TrimSuffix(rules, ".rego") + fileSuffix }

// Test judges the cases beside one obligation whose name the pattern matches,
// or all if it is nil.
func (s *Suite) Test(ctx context.Context, o *policy.Obligation, pattern *regexp.Regexp) (Obligation, error) {
	t := &test{
		suite: s, ctx: ctx, obligation: o, pattern: pattern,
		result: Obligation{ID: o.ID, File: o.File(), Verdicts: map[string]int{}, Failures: []Failure{}, Gaps: []string{}},
		shown:  map[string]bool{},
	}
	file, ok := s.files[o.ID]
	if !ok {
		if pattern == nil {
			t.fail(document.Position{File: o.File()}, o.ID, "there are no cases beside it; write %s", besides(o.File()))
		}
		return t.result, nil
	}
	t.file = file
	t.base = s.Over(s.services[file.Service], file.Compliant)
	err := errors.Join(t.compliant(), t.cases())
	if pattern == nil {
		t.gaps()
	}
	return t.result, err
}
