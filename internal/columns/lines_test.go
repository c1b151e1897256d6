package columns

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

func TestBreak(t *testing.T) {
	t.Parallel()
	require.Equal(t, []string{"  short"}, Break("  short", 40))
	require.Equal(t, []string{
		"    what ends it: Repair the intake so",
		"      that every notice reaches a",
		"      reviewer",
	}, Break("    what ends it: Repair the intake so that every notice reaches a reviewer", 40))
	word := strings.Repeat("x", 60)
	require.Equal(t, []string{"  " + word}, Break("  "+word, 40), "a word is never broken, so that it can be copied")
	require.Equal(t, []string{word + " a b"}, Break(word+" a b", 0), "no width, no breaks")
}

// TestBreakLosesNothing checks that the words stay, and fit where they can.
func TestBreakLosesNothing(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		words := rapid.SliceOfN(rapid.StringMatching(`[a-zä動.:/]{1,20}`), 1, 30).Draw(t, "words")
		width := rapid.IntRange(narrowestLine, 120).Draw(t, "width")
		line := strings.Repeat(" ", rapid.IntRange(0, 6).Draw(t, "indent")) + strings.Join(words, " ")
		parts := Break(line, width)
		require.Equal(t, words, strings.Fields(strings.Join(parts, " ")))
		for _, part := range parts {
			require.LessOrEqual(t, Width(part), max(width, 48))
		}
	})
}

// An amount stays in one piece: in two it would be read as two.
func TestBreakKeepsAmounts(t *testing.T) {
	t.Parallel()
	require.Equal(t, []string{"  cap per decision, by the law, EUR", "    110 400 000 000.00, 6 % of 2024"},
		Break("  cap per decision, by the law, EUR 110 400 000 000.00, 6 % of 2024", 40))
	table := New("")
	table.Whole(1)
	table.Row("cap per decision", "EUR 110 400 000 000.00", "6 % of turnover")
	require.Equal(t, []string{
		"cap per     EUR 110 400 000 000.00  6 % of",
		"decision                            turnover",
	}, written(t, table, 46))
}

// What a ^ points at is not moved away from above it.
func TestBreakLines(t *testing.T) {
	t.Parallel()
	pointed := "  any(findings, .ended_on < \"2023-9-2\" and .code == \"x\")\n" + strings.Repeat(" ", 28) + "^"
	require.Equal(t, pointed+"\n    hint: write 2023-09-02, or any other\n      day\n",
		BreakLines(pointed+"\n    hint: write 2023-09-02, or any other day\n", 40))
	require.Equal(t, pointed, BreakLines(pointed, 0))
	require.Equal(t, "    + a finding that is new, and said at\n      length\n\n", BreakLines("    + a finding that is new, and said at length\n\n", 40))
}
