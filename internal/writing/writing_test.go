package writing_test

import (
	"bytes"
	"encoding/csv"
	"io"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/dsaeval/dsaeval/internal/writing"
)

func TestOneLine(t *testing.T) {
	t.Parallel()
	for s, want := range map[string]string{
		"a\r\nb\tc\u2028d": "a  b c d",
		"\x1b[31m":         `\u001b[31m`,
		"a\u202eb":         `a\u202eb`,
		"\xff":             `\ufffd`,
		"👩‍👧":              "👩‍👧",
	} {
		require.Equal(t, want, writing.OneLine(s), "%q", s)
	}
}

func TestClip(t *testing.T) {
	t.Parallel()
	require.Equal(t, "äöü", writing.Clip("äöü", 3))
	require.Equal(t, "äö…", writing.Clip("äöü", 2))
}

func TestMarkdown(t *testing.T) {
	t.Parallel()
	require.Equal(t, `\[a\](b) \| &lt;i&gt; @<!-- -->team`, writing.MarkdownText("[a](b) | <i> @team"))
	require.Equal(t, `1\. one`, writing.MarkdownText("1. one"))
	require.Equal(t, "``a`b``", writing.MarkdownCode("a`b"))
	require.Equal(t, "<https://a.example/%3Cb%3E>", writing.MarkdownLink("https://a.example/<b>"))
	require.Equal(t, "javascript:a", writing.MarkdownLink("javascript:a"))
}

// A text keeps to its size, and says how much it left out. Nothing comes after
// what did not fit, not even what is small enough.
func TestBudget(t *testing.T) {
	t.Parallel()
	b := writing.NewBudget(1000)
	b.Head("# A\n")
	for _, size := range []int{300, 200, 1} {
		b.Add("blocks", func() string { return strings.Repeat("x", size) })
	}
	b.Add("others", func() string { return "z" })
	require.LessOrEqual(t, len(b.String()), 1000)
	require.Contains(t, b.String(), "Left out: blocks: 2, others: 1.")
	require.NotContains(t, b.String(), "z")

	whole := writing.NewBudget(1000)
	whole.Head("# A\n")
	require.Equal(t, "# A\n", whole.String())
}

func TestCSV(t *testing.T) {
	t.Parallel()
	rows := [][]string{{"=1+1", " -1", "a=1", "a\nb"}}
	var b bytes.Buffer
	require.NoError(t, writing.CSV(&b, rows))
	require.Equal(t, "'=1+1,' -1,a=1,a b\r\n", b.String())
	require.Equal(t, "=1+1", rows[0][0], "the rows are those of the caller")
}

// TestCSVQuotes: the rows are written as encoding/csv would, byte by byte.
func TestCSVQuotes(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		piece := rapid.SampledFrom([]string{"a", "b c", ",", "\"", " ", "\u00a0", "é", "\\.", "#", "##[", "::", "=", "-", "\n", "\u202e", "＝", "7"})
		row := rapid.SliceOfN(rapid.Map(rapid.SliceOfN(piece, 0, 4), func(p []string) string { return strings.Join(p, "") }), 1, 4).Draw(t, "row")
		have := writing.AppendCSV(nil, row...)
		reader := csv.NewReader(bytes.NewReader(have))
		cells, err := reader.Read()
		if len(row) == 1 && row[0] == "" {
			require.ErrorIs(t, err, io.EOF, "an empty line is no row")
			return
		}
		require.NoError(t, err)
		require.Len(t, cells, len(row))
		for i, cell := range cells {
			require.Contains(t, []string{writing.OneLine(row[i]), "'" + writing.OneLine(row[i])}, cell)
			require.NotContains(t, "=-＝", string([]rune(strings.TrimLeft(cell, " ") + "a")[:1]))
			require.NotContains(t, cell, "\n")
		}
		var want bytes.Buffer
		writer := csv.NewWriter(&want)
		writer.UseCRLF = true
		require.NoError(t, writer.Write(cells))
		writer.Flush()
		require.Equal(t, want.String(), string(have))
	})
}

func TestAnnotate(t *testing.T) {
	t.Parallel()
	var b bytes.Buffer
	writing.Annotate(&b, writing.Annotation{Level: "error", File: "a,b.csv", Line: 3, Title: "x:y", Message: "100 %\n::error::owned"})
	require.Equal(t, "::error file=a%2Cb.csv,line=3,title=x%3Ay::100 %25%0A::error::owned\n", b.String())
}

func TestIdentity(t *testing.T) {
	t.Parallel()
	require.NotEqual(t, writing.Fingerprint("a", "bc"), writing.Fingerprint("ab", "c"))
	require.Equal(t, "a%20b/c.yaml", writing.FileURI("a b/c.yaml"))
	require.Equal(t, "file:///a.yaml", writing.FileURI("/a.yaml"))
}

func TestWords(t *testing.T) {
	t.Parallel()
	require.Equal(t, "1 fact", writing.Count(1, "fact", "facts"))
	require.Equal(t, "0 facts", writing.Count(0, "fact", "facts"))
	require.Equal(t, "Übrig", writing.Capital("übrig"))
	require.Equal(t, "A service without a name, P", writing.Service("", "P"))
}
