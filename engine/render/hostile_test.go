package render_test

import (
	"encoding/csv"
	"encoding/xml"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"go.yaml.in/yaml/v3"

	"github.com/dsaeval/dsaeval/engine/render"
	"github.com/dsaeval/dsaeval/internal/writing"
)

// TestHostileGitHub shows that a name can neither begin a command nor add a
// property to one: every line is a command of ours, or the totals.
func TestHostileGitHub(t *testing.T) {
	t.Parallel()
	r := sample(hostile)
	r.Obligations[0].Title = "a,line=1::b%0A"
	r.Provenance.Facts[0].File = "a,b:c%.yaml"
	lines := strings.Split(strings.TrimSuffix(written(t, "github", r), "\n"), "\n")
	require.Len(t, lines, 8) // five findings, a notice about what is undetermined, the provenance, the totals
	for _, line := range lines[:6] {
		require.Regexp(t, `^::(error|warning|notice) file=a%2Cb%3Ac%25\.yaml,(line=\d+,col=5,)?title=[^:,]+::[^:]`, line)
	}
	require.Contains(t, lines[0], "title=Art. 16(6) a%2Cline=1%3A%3Ab%250A::")
	require.Equal(t, "4 breach (1 ended), 2 compliant, 1 undetermined, 2 not applicable", lines[7])
}

// TestHostileTAP shows that a name adds no test point, and that the
// diagnostics are YAML that gives the value back.
func TestHostileTAP(t *testing.T) {
	t.Parallel()
	have := written(t, "tap", sample(hostile))
	require.Len(t, regexp.MustCompile(`(?m)^(not )?ok `).FindAllString(have, -1), 9)
	require.Len(t, regexp.MustCompile(`(?m)^1\.\.`).FindAllString(have, -1), 1)
	block := regexp.MustCompile(`(?s)  ---\n(.*?)  \.\.\.\n`).FindStringSubmatch(have)[1]
	var diagnostics struct {
		Findings []struct{ Evidence []string }
	}
	require.NoError(t, yaml.Unmarshal([]byte(block), &diagnostics))
	require.Equal(t, "facts/example.yaml:32:5 reporting_pipeline.note = "+hostile+" (wsj-2023)", diagnostics.Findings[0].Evidence[1])
}

// TestTAPDirectives shows that only TODO and SKIP follow an unescaped #.
func TestTAPDirectives(t *testing.T) {
	t.Parallel()
	var have []string
	for _, line := range strings.Split(written(t, "tap", sample("Example # SKIP")), "\n") {
		before, after, found := strings.Cut(line, " # ")
		if isPoint := strings.HasPrefix(line, "ok ") || strings.HasPrefix(line, "not ok "); found && isPoint {
			have = append(have, strings.Fields(before)[0]+" "+after)
		}
	}
	require.Equal(t, []string{
		`not TODO waived: published on Monday: Example \# SKIP (owner Example \# SKIP, approved by Bob, last valid day 2023-12-31)`, "not TODO undetermined",
		"ok SKIP not applicable: the day of application has not come", "not TODO ended", "ok SKIP not applicable: other kinds of service are addressed",
	}, have)
}

// TestHostileJUnit shows that the XML is read back, with the characters that
// XML cannot hold replaced, and that skipped cases do not count as passed.
func TestHostileJUnit(t *testing.T) {
	t.Parallel()
	type suite struct {
		Tests    int    `xml:"tests,attr"`
		Failures int    `xml:"failures,attr"`
		Skipped  int    `xml:"skipped,attr"`
		Name     string `xml:"name,attr"`
		Cases    []struct {
			Failure *struct{} `xml:"failure"`
			Skipped *struct{} `xml:"skipped"`
		} `xml:"testcase"`
	}
	var document struct {
		Suites []suite `xml:"testsuite"`
	}
	require.NoError(t, xml.Unmarshal([]byte(written(t, "junit", sample(hostile))), &document))
	want := strings.NewReplacer("\x00", "\ufffd", "\x1b", "\ufffd").Replace(hostile)
	require.Equal(t, want+", Example Ltd, on 2023-09-01", document.Suites[0].Name)
	failures, skipped := 0, 0
	for _, test := range document.Suites[0].Cases {
		if test.Failure != nil {
			failures++
		}
		if test.Skipped != nil {
			skipped++
		}
	}
	require.Equal(t, []int{9, 2, 5}, []int{document.Suites[0].Tests, document.Suites[0].Failures, document.Suites[0].Skipped})
	require.Equal(t, []int{2, 5}, []int{failures, skipped})
}

// TestHostileCSV shows that no cell is a formula or more than a line, and that
// every row has every column.
func TestHostileCSV(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ words, want string }{
		{"Example", "Example"},
		{"=1+1", "'=1+1"},
		{"+1", "'+1"},
		{"-1", "'-1"},
		{"@SUM(A1)", "'@SUM(A1)"},
		{"\t=1", "' =1"},
		{"  =1", "'  =1"},
		{"＝1", "'＝1"},
		{"a=1", "a=1"},
		{"a\r\n=1", "a  =1"},
		{"", ""},
		{`a "quoted", cell`, `a "quoted", cell`},
	} {
		have := written(t, "csv", sample(c.words))
		rows, err := csv.NewReader(strings.NewReader(have)).ReadAll()
		require.NoError(t, err)
		require.Len(t, rows, 10)
		require.Equal(t, c.want, rows[1][0])
		require.Equal(t, 10, strings.Count(have, "\r\n"))
		require.Equal(t, 10, strings.Count(have, "\n"))
	}
}

// TestHostileMarkdown shows that a name is no HTML, no table cell, no link, no
// mention and no line of its own.
func TestHostileMarkdown(t *testing.T) {
	t.Parallel()
	for _, format := range []string{"markdown", "github-summary", "audit"} {
		have := written(t, format, sample(hostile))
		outside := regexp.MustCompile("``.*?``|`[^`]*`").ReplaceAllString(strings.ReplaceAll(have, "\\`", ""), "")
		require.NotContains(t, outside, "<script", format)
		require.NotContains(t, outside, "[a](", format)
		require.NotContains(t, outside, "@team", format)
		require.NotRegexp(t, `(?m)^(1\.\.0|::error|\| a \|)`, have, format)
		for _, line := range strings.Split(strings.ReplaceAll(outside, `\|`, ""), "\n") {
			if strings.HasPrefix(line, "|") {
				require.LessOrEqual(t, strings.Count(line, "|"), 7, line)
			}
		}
	}
}

// payloads are what fact files have tried, by what they would do.
var payloads = map[string]string{
	"terminal": "\x1b[31mred\x07", "direction": "invoice\u202elmth.exe", "isolate": "a\u2066b\u2069", "command": "::error file=x::owned",
	"command below": "a\n::add-mask::b", "old command": "##[error]owned", "return": "a\r::error::b", "separator": "a\u2028::error::b",
	"null": "a\x00b", "C1": "a\u009b31mb", "indented": "   ::warning::b", "next line": "a\u0085::error::b",
}

// TestPayloads runs the catalogue through every format: none lets through what
// steers a terminal or the runner, in the name of a service or of a file.
func TestPayloads(t *testing.T) {
	t.Parallel()
	for name, payload := range payloads {
		for _, format := range render.Formats() {
			r := sample(payload)
			r.Provenance.Facts[0].File = payload + ".yaml"
			have := written(t, string(format), r)
			for _, c := range have {
				if c != '\n' && c != '\r' && c != '\t' && c != '\u200d' && c != '\ufffd' && writing.Hidden(c) && !escapes(format) {
					require.Fail(t, "not escaped", "%s in %s: %q", name, format, c) // asked only here: there are some million characters
				}
			}
			if format == render.GitHub || strings.Contains(string(format), "html") {
				continue // TestHostileGitHub reads the commands; pages go to files and not to a log
			}
			require.NotRegexpf(t, `(?m)^[ \t]*::`, have, "%s in %s", name, format)
			require.NotRegexpf(t, `(?m)^[ \t]*##\[`, have, "%s in %s", name, format)
		}
	}
}

// escapes reports whether programs read a format, with characters that it quotes.
func escapes(f render.Format) bool {
	return slices.Contains([]render.Format{render.JSON, render.SARIF, render.SARIFAll, render.OSCAL, render.JUnit}, f)
}
