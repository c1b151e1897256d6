package policies_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/internal/policytest"
)

// TestObligations judges the cases that stand beside each obligation.
func TestObligations(t *testing.T) {
	t.Parallel()
	suite := suite(t)
	for _, o := range suite.Obligations() {
		t.Run(o.ID, func(t *testing.T) {
			t.Parallel()
			result, err := suite.Test(background, o, nil)
			require.NoError(t, err)
			reportOn(t, result)
		})
	}
}

// TestScopeCases judges the cases beside the scope rules.
func TestScopeCases(t *testing.T) {
	t.Parallel()
	result, err := suite(t).TestScope(background, nil)
	require.NoError(t, err)
	require.Positive(t, result.Cases)
	reportOn(t, result)
}

func reportOn(t *testing.T, result policytest.Obligation) {
	t.Helper()
	for _, failure := range result.Failures {
		t.Error(failure)
	}
	for _, gap := range result.Gaps {
		t.Error(gap)
	}
}

// TestCoverage requires that the cases reach every line of every policy.
func TestCoverage(t *testing.T) {
	t.Parallel()
	lines, err := suite(t).Lines(background)
	require.NoError(t, err)
	require.Positive(t, lines.Total)
	for _, missed := range lines.Missed {
		t.Errorf("%s:%d: no case reaches line %d to %d", missed.File, missed.From, missed.From, missed.To)
	}
}
