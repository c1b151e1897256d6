// Package pages gathers what is to be said about an obligation and about a fact from
// their policies, their cases and the facts schema, so that the pages in docs and the
// command explain say the same.
package pages

import (
	"context"
	"slices"
	"strings"

	"github.com/dsaeval/dsaeval/engine/facts"
	"github.com/dsaeval/dsaeval/engine/policy"
	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/internal/factschema"
	"github.com/dsaeval/dsaeval/internal/policytest"
	"github.com/dsaeval/dsaeval/internal/words"
)

// Source is everything that the pages are made of.
type Source struct {
	Obligations []*policy.Obligation
	Parameters  map[string]policy.Parameter
	Readings    map[string]policy.Reading
	Schema      *factschema.Field
	// Cases returns what stands beside an obligation, and the service that it is
	// about; nil where nothing does.
	Cases func(o *policy.Obligation) (*policytest.File, policytest.Facts, error)
	// Document makes facts of dotted paths, to be judged on their assessment date.
	Document func(f policytest.Facts) (*facts.Facts, error)
	// Answers says by the codes of findings what facts would have to be.
	Answers func(ctx context.Context, o *policy.Obligation, f *facts.Facts) (map[string]report.Condition, error)
}

// NewSource returns a source of parameters and readings as they hold.
func NewSource(obligations []*policy.Obligation, parameters []policy.Parameter, readings []policy.Reading, schema *factschema.Field) Source {
	s := Source{Obligations: obligations, Parameters: map[string]policy.Parameter{}, Readings: map[string]policy.Reading{}, Schema: schema}
	for _, p := range parameters {
		s.Parameters[p.Name] = p
	}
	for _, r := range readings {
		s.Readings[r.Name] = r
	}
	return s
}

// answers asks what the facts of an obligation would have to be, of the service that
// its cases are about, and says it in words.
func (s Source) answers(ctx context.Context, o *policy.Obligation, service policytest.Facts) (map[string]string, error) {
	about := policytest.Facts{} // what the answer is about
	for path := range service {
		if path != "assessment.date" && slices.Contains(o.Facts, path) {
			about[path] = nil
		}
	}
	document, err := s.Document(service.Under(about))
	if err != nil {
		return nil, err
	}
	all, err := s.Answers(ctx, o, document)
	if err != nil {
		return nil, err
	}
	said := map[string]string{}
	for code, c := range all {
		said[code] = words.Condition(c)
		if date := document.AssessmentDate(); date != "" {
			said[code] = strings.ReplaceAll(said[code], string(date), "the assessment date")
		}
	}
	return said, nil
}
