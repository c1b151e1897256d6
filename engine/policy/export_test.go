package policy

import (
	"context"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/engine/facts"
	"github.com/dsaeval/dsaeval/engine/report"
)

// All is set where everything is compared and not a sample.
var All = all

// Differ compares the direct evaluator with OPA.
type Differ struct{ d *differ }

// NewDiffer returns what compares the two on the policies of a set.
func NewDiffer(t *testing.T, set *Set) Differ { return Differ{newDiffer(t, set)} }

// Compare compares what both answer about an obligation and its scope.
func (d Differ) Compare(label string, f *facts.Facts, o *Obligation) {
	w, err := newKnowledge(f, d.d.set.schema)
	require.NoError(d.d.t, err)
	b, err := d.d.set.preparedFor(string(f.AssessmentDate()))
	require.NoError(d.d.t, err)
	d.d.document(label, w, b, []*Obligation{o})
}

// Conclude fails the test where the two do not go together.
func (d Differ) Conclude() { d.d.conclude() }

// FixturesOf returns the documents of the fixtures.
var FixturesOf = fixturesOf

// JudgeAlone judges a document as if it were the first. Nothing else may be judged
// meanwhile.
func (s *Set) JudgeAlone(ctx context.Context, f *facts.Facts, obligations []*Obligation, detail report.Detail) (*Result, error) {
	b, err := s.preparedFor(string(f.AssessmentDate()))
	if err != nil {
		return nil, err
	}
	b.used.Store(false)
	return s.Judge(ctx, f, obligations, detail)
}

// Recalled returns of how many obligations it is remembered how they were judged when
// the same was known.
func (s *Set) Recalled(f *facts.Facts, obligations []*Obligation, detail report.Detail) (n int) {
	j, err := s.unbegun(f, detail)
	if err != nil {
		return 0
	}
	r := j.remember(obligations)
	for i := range obligations {
		if r.recalled(i) != nil {
			n++
		}
	}
	return n
}
