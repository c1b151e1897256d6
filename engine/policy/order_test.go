package policy

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/engine/report"
)

func TestCompareIDs(t *testing.T) {
	t.Parallel()
	want := []string{"dsa.art9.1", "dsa.art16.2", "dsa.art16.2.a", "dsa.art16.2.b", "dsa.art16.6", "dsa.art16.6.automated", "dsa.art38", "dsa.art40.12", "house.one"}
	got := slices.Clone(want)
	slices.Reverse(got)
	slices.SortFunc(got, report.CompareIDs)
	require.Equal(t, want, got)
}
