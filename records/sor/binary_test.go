package sor

import (
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

// TestBinaryKeepsEverything: what another worker reads is what was written, and
// merges like it.
func TestBinaryKeepsEverything(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		grouping := anyGrouping(t)
		limit := rapid.SampledFrom([]int{4, MaxSample}).Draw(t, "limit")
		a := counted(t, grouping, limit, rapid.SliceOfN(rapid.Custom(anyRow), 0, 40).Draw(t, "rows"))
		b := counted(t, grouping, limit, rapid.SliceOfN(rapid.Custom(anyRow), 0, 40).Draw(t, "rows"))
		content, err := a.MarshalBinary()
		require.NoError(t, err)
		read := counted(t, grouping, limit, []*Row{{Platform: "X"}}) // which is lost
		require.NoError(t, read.UnmarshalBinary(content))
		require.Equal(t, encoded(t, a), encoded(t, read))
		require.Equal(t, encoded(t, merged(t, grouping, limit, b, a)), encoded(t, merged(t, grouping, limit, read, b)))
	})
}

// TestBinaryOfAnotherKind: damaged on its way, it is an error or counts of some
// kind, never a crash.
func TestBinaryOfAnotherKind(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		content, err := counted(t, anyGrouping(t), 8, rapid.SliceOfN(rapid.Custom(anyRow), 1, 20).Draw(t, "rows")).MarshalBinary()
		require.NoError(t, err)
		var read Aggregate
		cut := rapid.IntRange(0, len(content)-1).Draw(t, "cut")
		require.Error(t, read.UnmarshalBinary(content[:cut]))
		require.Error(t, read.UnmarshalBinary(append(content, 0)))
		content[cut] ^= byte(rapid.IntRange(1, 255).Draw(t, "flip"))
		_ = read.UnmarshalBinary(content)
	})
}
