package fines_test

import (
	"errors"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/engine/fine"
	"github.com/dsaeval/dsaeval/internal/fines"
)

// TestModelsAreAskedForLate shows that models are not loaded for a document that
// breaches nothing or says nothing of the turnover, and that one that cannot be
// loaded is an error and not a fine without a range.
func TestModelsAreAskedForLate(t *testing.T) {
	t.Parallel()
	broken := errors.New("the model cannot be loaded")
	models := func() ([]*fines.Model, error) { return nil, broken }
	for name, c := range map[string]fines.Case{
		"no turnover": caseOf(t, "service: {designation_status: vlop}", breach("dsa.art16.6")),
		"no breach":   caseOf(t, million),
	} {
		_, err := fines.ComputeBy(c, models, fine.Options{})
		require.NoError(t, err, name)
	}
	undetermined := with(breach("dsa.art16.6"), func(o *fines.Obligation) { o.Standing = fines.Undetermined })
	for _, o := range []fines.Obligation{breach("dsa.art16.6"), undetermined} {
		_, err := fines.ComputeBy(caseOf(t, million, o), models, fine.Options{})
		require.ErrorIs(t, err, broken)
	}
}
