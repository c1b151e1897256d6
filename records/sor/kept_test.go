package sor

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestKept(t *testing.T) {
	t.Parallel()
	counts := days(t, Grouping{Period: Month}, "2025-07-01", "2025-07-02")
	written := int64(7)
	var file bytes.Buffer
	require.NoError(t, (&Kept{Platforms: []string{"X"}, From: "2025-07-01", Rejects: &written, Counts: counts}).Write(&file))
	have, err := ReadKept(&file)
	require.NoError(t, err)
	require.Equal(t, encoded(t, counts), encoded(t, have.Counts))
	require.Equal(t, written, *have.Rejects)

	same := Options{Platforms: []string{"X"}, From: "2025-07-01", Grouping: Grouping{Period: Month}}
	require.True(t, have.Fits(same))
	for _, change := range []func(*Options){
		func(o *Options) { o.Platforms = nil },
		func(o *Options) { o.From = "" },
		func(o *Options) { o.To = "2025-07-02" },
		func(o *Options) { o.Grouping = Grouping{} },
	} {
		other := same
		change(&other)
		require.False(t, have.Fits(other), "%+v", other)
	}
}

// TestMergePartials: files add up in the grouping of the first of them or in a
// given one, and the same counts are not taken twice under two names.
func TestMergePartials(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	write := func(name string, counts *Aggregate) string {
		path := filepath.Join(folder, name)
		content, err := counts.MarshalJSON()
		require.NoError(t, err)
		require.NoError(t, os.WriteFile(path, content, 0o600))
		return path
	}
	july := days(t, Grouping{Period: Month}, "2025-07-01")
	one, other := write("july.partial", july), write("august", days(t, Grouping{Period: Month}, "2025-08-01"))
	require.True(t, IsPartial(other), "by its beginning")
	require.True(t, IsPartial("missing.partial"), "by its name")
	require.False(t, IsPartial("sor-global-2025-07-01-full.zip"))

	total, err := MergePartials([]string{one, other}, nil)
	require.NoError(t, err)
	require.Equal(t, Grouping{Period: Month}, total.Grouping())
	require.Equal(t, 2*july.Statements(), total.Statements())

	_, err = MergePartials([]string{one, write("again.partial", july)}, nil)
	require.ErrorIs(t, err, ErrOverlap)
	_, err = MergePartials([]string{one}, &Grouping{Period: Day})
	require.Error(t, err, "months cannot be divided")
	none, err := MergePartials(nil, nil)
	require.NoError(t, err)
	require.Nil(t, none)
}
