package render

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/dsaeval/dsaeval/internal/columns"
)

func TestBreakLine(t *testing.T) {
	t.Parallel()
	require.Equal(t, []string{"  short"}, breakLine("  short", 40))
	require.Equal(t, []string{
		"    what ends it: Repair the intake so",
		"      that every notice reaches a",
		"      reviewer",
	}, breakLine("    what ends it: Repair the intake so that every notice reaches a reviewer", 40))
	word := strings.Repeat("x", 60)
	require.Equal(t, []string{"  " + word}, breakLine("  "+word, 40), "a word is never broken, so that it can be copied")
	require.Equal(t, []string{word + " a b"}, breakLine(word+" a b", 0), "no width, no breaks")
}

// TestBreakLineLosesNothing checks that the words stay, and fit where they can.
func TestBreakLineLosesNothing(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		words := rapid.SliceOfN(rapid.StringMatching(`[a-zä動.:/]{1,20}`), 1, 30).Draw(t, "words")
		width := rapid.IntRange(minWidth, 120).Draw(t, "width")
		line := strings.Repeat(" ", rapid.IntRange(0, 6).Draw(t, "indent")) + strings.Join(words, " ")
		parts := breakLine(line, width)
		require.Equal(t, words, strings.Fields(strings.Join(parts, " ")))
		for _, part := range parts {
			require.LessOrEqual(t, columns.Width(part), max(width, 48))
		}
	})
}

func TestColours(t *testing.T) {
	t.Parallel()
	begin, end := colourOf("BREACH")
	require.Equal(t, "\x1b[1;31m", begin)
	require.Equal(t, "\x1b[0m", end)
	begin, end = colourOf("    BREACH of what")
	require.Empty(t, begin+end)
}
