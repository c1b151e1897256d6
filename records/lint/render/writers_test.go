package render_test

import (
	"encoding/csv"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/records/lint"
)

// TestGitHub shows that errors come first, and that a name can neither begin
// a command nor add a property to one.
func TestGitHub(t *testing.T) {
	t.Parallel()
	lines := strings.Split(strings.TrimSuffix(written(t, "github", sample(hostile+",line=1::b")), "\n"), "\n")
	require.Len(t, lines, 7)
	for i, line := range lines[:6] {
		require.Regexp(t, `^::`+[]string{"error", "warning"}[i/3]+` file=[^:,]+,(line=[56],)?title=[a-z-]+%3A [^:,]+::[^:]`, line)
	}
	require.Contains(t, lines[1], "file=report/10_AMAR.csv,line=5,title=unit%3A a unit in a cell for a number::G3: a unit in 12 =1+1")
	require.Equal(t, "3 errors, 3 warnings; 5 of 6 rules checked, in 2 tables with 120 cells for numbers", lines[6])
}

// TestCSV shows that no cell is a formula or more than a line, and that a
// report without findings has the names only.
func TestCSV(t *testing.T) {
	t.Parallel()
	rows := func(r *lint.Report) [][]string {
		have, err := csv.NewReader(strings.NewReader(written(t, "csv", r))).ReadAll()
		require.NoError(t, err)
		return have
	}
	r := sample(hostile)
	have := rows(r)
	require.Len(t, have, 7)
	for _, row := range have {
		require.Len(t, row, 15)
		for _, cell := range row {
			require.NotRegexp(t, `^\s*[=+@-]|[\r\n\x00\x1b]`, cell)
		}
	}
	require.Equal(t, []string{"unit", "error", "a unit in a cell for a number"}, have[5][:3])
	require.Equal(t, []string{"report/10_AMAR.csv", "", "G3", "3", "7", "5"}, have[5][4:10])
	r.Findings = nil
	require.Len(t, rows(r), 1)
}

// TestMarkdown shows that words are no HTML, no link, no mention and no line
// of their own.
func TestMarkdown(t *testing.T) {
	t.Parallel()
	for _, format := range []string{"markdown", "github-summary"} {
		have := written(t, format, sample(hostile))
		outside := regexp.MustCompile("``.*?``|`[^`]*`").ReplaceAllString(strings.ReplaceAll(have, "\\`", ""), "")
		for _, forbidden := range []string{"<script", "[a](", "@team"} {
			require.NotContains(t, outside, forbidden, format)
		}
		require.NotRegexp(t, `(?m)^(1\.\.0|::error|---$|\| a \|)`, have, format)
	}
	have := written(t, "markdown", sample("Example"))
	require.NotContains(t, have, "Shortened")
	require.Less(t, strings.Index(have, "## Errors"), strings.Index(have, "## Warnings"))
}

// TestMarkdownSize shows that a report of any size fits, and that a note
// says how much was left out.
func TestMarkdownSize(t *testing.T) {
	t.Parallel()
	r := sample(strings.Repeat("👩‍👧<", 5000))
	const findings = 20_000
	for len(r.Findings) < findings {
		r.Findings = append(r.Findings, r.Findings[5])
	}
	for format, limit := range map[string]int{"markdown": 65_536, "github-summary": 1 << 20} {
		have := written(t, format, r)
		require.LessOrEqual(t, len(have), limit, format)
		require.Greater(t, len(have), limit*9/10, format)
		sum := strings.Count(have, "`published-late`") + strings.Count(have, "`unit`")
		note := regexp.MustCompile(`Left out: errors: (\d+), warnings: 3, rules with nothing to check: 1, assumptions: 1, files: 2\.`).FindStringSubmatch(have)
		require.NotNil(t, note, format)
		left, err := strconv.Atoi(note[1])
		require.NoError(t, err)
		require.Equal(t, findings-3, left+sum, format)
	}
}
