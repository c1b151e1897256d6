package policy

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/engine/facts"
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
	b, err := d.d.set.preparedFor(f.AssessmentDate())
	require.NoError(d.d.t, err)
	d.d.document(label, w, b, []*Obligation{o})
}

// Conclude fails the test where the two do not go together.
func (d Differ) Conclude() { d.d.conclude() }
