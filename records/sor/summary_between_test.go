package sor

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/internal/sordump"
)

func days(t *testing.T, grouping Grouping, names ...string) *Aggregate {
	t.Helper()
	folder := t.TempDir()
	for _, day := range names {
		_, err := sordump.Options{Seed: 7, Day: day, Archives: 1, Files: 1, Rows: 300}.WriteDay(folder)
		require.NoError(t, err)
	}
	total, err := Import(t.Context(), []string{folder}, nil, Options{Grouping: grouping})
	require.NoError(t, err)
	return total
}

func dayNumber(t *testing.T, s string) int32 {
	t.Helper()
	day, ok := ParseDay(s)
	require.True(t, ok)
	return day
}

// Groups that lie between two days are added up, and nothing else.
func TestBetween(t *testing.T) {
	t.Parallel()
	first, last := dayNumber(t, "2025-07-01"), dayNumber(t, "2025-12-31")
	byMonth := days(t, Grouping{Period: Month}, "2025-06-30", "2025-07-01", "2025-08-01", "2026-01-01")
	wanted := days(t, Grouping{}, "2025-07-01", "2025-08-01")
	have, err := byMonth.Between("google-shopping", first, last)
	require.NoError(t, err)
	want, err := wanted.Between("Google Shopping", first, last)
	require.NoError(t, err)
	require.Equal(t, want.counts, have.counts)
	require.Equal(t, "Google Shopping", have.Platform)
	require.Equal(t, "2025-07-01", FormatDay(have.First))
	require.Equal(t, "2025-08-01", FormatDay(have.Last))
	require.Equal(t, 2, byMonth.DaysOf("google-shopping", first, last))
	require.Equal(t, have.Count("source_type", "SOURCE_VOLUNTARY"),
		have.Count("own_initiative", "illegal_content")+have.Count("own_initiative", "incompatible_content"))

	_, err = days(t, Grouping{}, "2025-06-30", "2025-07-01").Between("Google Shopping", first, last)
	require.ErrorIs(t, err, ErrStraddles)
	_, err = byMonth.Between("Tok", first, last)
	require.ErrorIs(t, err, ErrNothing)
	require.ErrorContains(t, err, "Google Shopping")
	_, err = days(t, Grouping{AllPlatforms: true}, "2025-07-01").Between("Google Shopping", first, last)
	require.ErrorContains(t, err, "all platforms were counted together")
}

// Where names tell no days, those between the first and the last statement are
// all that is known.
func TestDaysOfRenamedFiles(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	path, err := sordump.Options{Seed: 7, Day: "2025-07-02", Archives: 1, Files: 1, Rows: 300}.WriteDay(folder)
	require.NoError(t, err)
	renamed := filepath.Join(folder, "kept.zip")
	require.NoError(t, os.Rename(path, renamed))
	total, err := Import(t.Context(), []string{renamed}, nil, Options{})
	require.NoError(t, err)
	require.Equal(t, 1, total.DaysOf("Google Shopping", dayNumber(t, "2025-07-01"), dayNumber(t, "2025-12-31")))
	require.Zero(t, total.DaysOf("Google Shopping", dayNumber(t, "2025-08-01"), dayNumber(t, "2025-12-31")))
}
