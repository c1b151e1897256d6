package render_test

import (
	"encoding/csv"
	"encoding/xml"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/goccy/go-yaml"
	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/records/lint"
)

// TestLintJUnit shows that warnings and rules with nothing to check do not count
// as passed, and that the XML can be read whatever the words are.
func TestLintJUnit(t *testing.T) {
	t.Parallel()
	var document struct {
		Tests    int `xml:"tests,attr"`
		Failures int `xml:"failures,attr"`
		Skipped  int `xml:"skipped,attr"`
		Suites   []struct {
			Cases []struct {
				Class   string    `xml:"classname,attr"`
				Failure *struct{} `xml:"failure"`
				Skipped *struct {
					Message string `xml:"message,attr"`
				} `xml:"skipped"`
			} `xml:"testcase"`
		} `xml:"testsuite"`
	}
	require.NoError(t, xml.Unmarshal([]byte(lintWritten(t, "junit", lintSample(hostile))), &document))
	require.Equal(t, []int{6, 2, 3}, []int{document.Tests, document.Failures, document.Skipped})
	became := map[string]string{}
	for _, test := range document.Suites[0].Cases {
		became[test.Class] = "passed"
		if test.Failure != nil {
			became[test.Class] = "failed"
		}
		if test.Skipped != nil {
			became[test.Class] = regexp.MustCompile(`^(warning: \[4_notices |warning: there|nothing to check$)`).FindString(test.Skipped.Message)
		}
	}
	require.Equal(t, map[string]string{
		"categories-sum": "warning: [4_notices ", "published-late": "failed", "part-missing": "warning: there", "unit": "failed",
		"count-negative": "passed", "delimiter": "nothing to check",
	}, became)
}

// TestLintTAP shows what becomes of each rule, that names add no test point and
// that the diagnostics are YAML that gives the message back.
func TestLintTAP(t *testing.T) {
	t.Parallel()
	have := lintWritten(t, "tap", lintSample(hostile))
	require.Equal(t, []string{
		"not ok 1 - looks for: the categories do not add up to the total [categories-sum] # TODO warning",
		"not ok 2 - looks for: published more than two months after the period [published-late]",
		"not ok 3 - looks for: parts of the template that were not found [part-missing] # TODO warning",
		"not ok 4 - looks for: a unit in a cell for a number [unit]",
		"ok 5 - looks for: a number below zero [count-negative]",
		"ok 6 - looks for: cells that are not separated by commas [delimiter] # SKIP nothing to check",
	}, regexp.MustCompile(`(?m)^(?:not )?ok .*$`).FindAllString(have, -1))
	require.Len(t, regexp.MustCompile(`(?m)^1\.\.`).FindAllString(have, -1), 1)
	var diagnostics struct {
		Findings []struct{ At, Message string }
	}
	require.NoError(t, yaml.Unmarshal([]byte(regexp.MustCompile(`(?s)  ---\n(.*?)  \.\.\.\n`).FindStringSubmatch(have)[1]), &diagnostics))
	require.Equal(t, hostile+" is 9; the categories add up to 8", diagnostics.Findings[1].Message)
	require.Equal(t, "report/"+hostile+".xlsx [4_notices "+hostile+"]:H", diagnostics.Findings[1].At)
}

// TestLintGitHub shows that errors come first, and that a name can neither begin
// a command nor add a property to one.
func TestLintGitHub(t *testing.T) {
	t.Parallel()
	lines := strings.Split(strings.TrimSuffix(lintWritten(t, "github", lintSample(hostile+",line=1::b")), "\n"), "\n")
	require.Len(t, lines, 7)
	for i, line := range lines[:6] {
		require.Regexp(t, `^::`+[]string{"error", "warning"}[i/3]+` file=[^:,]+,(line=[56],)?title=[a-z-]+%3A [^:,]+::[^:]`, line)
	}
	require.Contains(t, lines[1], "file=report/10_AMAR.csv,line=5,title=unit%3A a unit in a cell for a number::G3: a unit in 12 =1+1")
	require.Equal(t, "3 errors, 3 warnings; 5 of 6 rules checked, in 2 tables with 120 cells for numbers", lines[6])
}

// TestLintCSV shows that no cell is a formula or more than a line, and that a
// report without findings has the names only.
func TestLintCSV(t *testing.T) {
	t.Parallel()
	rows := func(r *lint.Report) [][]string {
		have, err := csv.NewReader(strings.NewReader(lintWritten(t, "csv", r))).ReadAll()
		require.NoError(t, err)
		return have
	}
	r := lintSample(hostile)
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

// TestLintMarkdown shows that words are no HTML, no link, no mention and no line
// of their own.
func TestLintMarkdown(t *testing.T) {
	t.Parallel()
	for _, format := range []string{"markdown", "github-summary"} {
		have := lintWritten(t, format, lintSample(hostile))
		outside := regexp.MustCompile("``.*?``|`[^`]*`").ReplaceAllString(strings.ReplaceAll(have, "\\`", ""), "")
		for _, forbidden := range []string{"<script", "[a](", "@team"} {
			require.NotContains(t, outside, forbidden, format)
		}
		require.NotRegexp(t, `(?m)^(1\.\.0|::error|---$|\| a \|)`, have, format)
	}
	have := lintWritten(t, "markdown", lintSample("Example"))
	require.NotContains(t, have, "Shortened")
	require.Less(t, strings.Index(have, "## Errors"), strings.Index(have, "## Warnings"))
}

// TestLintMarkdownSize shows that a report of any size fits, and that a note
// says how much was left out.
func TestLintMarkdownSize(t *testing.T) {
	t.Parallel()
	r := lintSample(strings.Repeat("👩‍👧<", 5000))
	const findings = 20_000
	for len(r.Findings) < findings {
		r.Findings = append(r.Findings, r.Findings[5])
	}
	for format, limit := range map[string]int{"markdown": 65_536, "github-summary": 1 << 20} {
		have := lintWritten(t, format, r)
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
