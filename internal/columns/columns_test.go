package columns

import (
	"bytes"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

func written(t require.TestingT, table *Table, width int) []string {
	var b bytes.Buffer
	require.NoError(t, table.Write(&b, width))
	return strings.Split(strings.TrimSuffix(b.String(), "\n"), "\n")
}

func TestTable(t *testing.T) {
	t.Parallel()
	table := New("  ")
	table.Head("service", "breach", "cap")
	table.Right(1)
	table.Row("動画サイト", 3, "EUR 1")
	table.Row("A", 12, "-")
	table.Row("B\nC\x1b[31m", 0, "")
	require.Equal(t, []string{
		"  service        breach  cap",
		"  動画サイト          3  EUR 1",
		"  A                  12  -",
		`  B C\u001b[31m       0`,
	}, written(t, table, 0))
	require.Equal(t, []string{""}, written(t, New(""), 80))
}

// A table fits where it can, the first column stays whole as long as there is another to
// take from, and no word is lost.
func TestFit(t *testing.T) {
	t.Parallel()
	table := New("")
	table.Row("dsa.art16.6.automated", "Art. 16(6)", "The notifier learns that automated means were used")
	table.Row("dsa.art16.6", "Art. 16(6)", "Notices are decided in a timely manner")
	for _, line := range written(t, table, 60) {
		require.LessOrEqual(t, Width(line), 60)
	}
	require.Equal(t, "dsa.art16.6.automated  Art. 16(6)  The notifier learns that", written(t, table, 60)[0])
	rapid.Check(t, func(t *rapid.T) {
		words := rapid.SliceOfN(rapid.StringMatching(`[a-z動画]{1,8}`), 1, 12)
		table, said := New(""), ""
		for range rapid.IntRange(1, 5).Draw(t, "rows") {
			a, b := strings.Join(words.Draw(t, "a"), " "), strings.Join(words.Draw(t, "b"), " ")
			table.Row("id", a, b)
			said += "id" + a + b
		}
		width := rapid.IntRange(44, 120).Draw(t, "width")
		lines := written(t, table, width)
		for _, line := range lines {
			require.LessOrEqual(t, Width(line), width)
		}
		count := func(s string) (n int) {
			for _, r := range s {
				if r != ' ' {
					n++
				}
			}
			return n
		}
		require.Equal(t, count(said), count(strings.Join(lines, "")))
	})
}

func TestClip(t *testing.T) {
	t.Parallel()
	require.Equal(t, "動画", Clip("動画", 4))
	require.Equal(t, "動…", Clip("動画サ", 4))
	require.Equal(t, 5, Width("ab動c"))
}
