package render_test

import (
	"bytes"
	"encoding/json"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v5"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/dsaeval/dsaeval/internal/golden"
	"github.com/dsaeval/dsaeval/records/lint"
	"github.com/dsaeval/dsaeval/records/lint/render"
	"github.com/dsaeval/dsaeval/schemas"
)

//go:generate go test -run TestGolden . -update

// formats are all formats by the extensions of their golden files.
var formats = map[string]string{
	"text": "txt", "json": "json", "sarif": "json", "sarif-all": "json", "github": "txt",
	"github-summary": "md", "markdown": "md", "csv": "csv",
}

func written(t testing.TB, name string, r *lint.Report) string {
	t.Helper()
	format, err := render.FormatOf(name)
	require.NoError(t, err)
	var b bytes.Buffer
	require.NoError(t, format.Write(&b, r))
	return b.String()
}

// TestFormats shows that each format is tested below, and what somebody is told
// who asks for another.
func TestFormats(t *testing.T) {
	t.Parallel()
	var names []string
	for _, format := range render.Formats() {
		require.NotEmpty(t, format.Summary)
		require.Contains(t, formats, format.Name)
		names = append(names, format.Name)
	}
	require.Len(t, formats, len(names))
	_, err := render.FormatOf("junit")
	require.EqualError(t, err, `there is no format "junit" for findings about a public record; expected one of `+strings.Join(names, ", "))
}

// TestGolden compares what each format writes of the sample with the files
// in testdata/golden, and shows that writing neither changes the report nor
// depends on anything else.
func TestGolden(t *testing.T) {
	t.Parallel()
	for format, extension := range formats {
		for kind, words := range map[string]string{"plain": "Example", "hostile": hostile} {
			t.Run(format+"/"+kind, func(t *testing.T) {
				t.Parallel()
				r := sample(words)
				have := written(t, format, r)
				golden.Equal(t, filepath.Join("testdata", "golden", format+"."+kind+"."+extension), have)
				require.Equal(t, have, written(t, format, r))
				require.Equal(t, sample(words), r)
			})
		}
	}
}

// TestNoRawControl shows that no format lets a control character or a mark
// of direction through to whoever reads it as text.
func TestNoRawControl(t *testing.T) {
	t.Parallel()
	for _, format := range []string{"text", "github", "github-summary", "markdown"} {
		have := written(t, format, sample(hostile))
		for _, forbidden := range []string{"\x00", "\x1b", "\u202e", "\r"} {
			require.NotContains(t, have, forbidden, format)
		}
		require.Contains(t, have, `\u202e`, format)
		require.Contains(t, have, "👩‍👧", format)
	}
}

// TestSchemas validates against the schema of OASIS and our own.
func TestSchemas(t *testing.T) {
	t.Parallel()
	content, err := schemas.Other("lint")
	require.NoError(t, err)
	own, err := json.Marshal(content)
	require.NoError(t, err)
	sarif := sarifSchema(t)
	bare := &lint.Report{
		Version: lint.Version, Period: lint.Period{To: "2025-12-31"}, Files: []lint.File{{Name: "a.csv", SHA256: hash("a")}},
		Rules: []lint.RuleResult{}, Findings: []lint.Finding{}, Assumed: []lint.Assumption{},
	}
	places := sample("Places")
	places.Findings[0].Also = []lint.Ref{{File: "a.csv", Row: 4}, {File: "a.csv", Row: 5, Column: 2}}
	for format, schema := range map[string]*jsonschema.Schema{
		"json": jsonschema.MustCompileString("lint.schema.json", string(own)), "sarif": sarif, "sarif-all": sarif,
	} {
		require.Error(t, schema.Validate(map[string]any{}), "the schema demands something")
		for _, r := range []*lint.Report{sample("Example"), sample(hostile), sample(" "), bare, places} {
			var document any
			require.NoError(t, json.Unmarshal([]byte(written(t, format, r)), &document))
			require.NoError(t, schema.Validate(document), format)
		}
	}
}

// TestAnyWords shows on random reports that no words add or hide a result:
// every format has as many as there are findings.
func TestAnyWords(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(rt *rapid.T) {
		words := rapid.OneOf(rapid.String(), rapid.SampledFrom([]string{hostile, "<img src=x onerror=alert(1)>", "::error::", "\n", "a](b", "{0}", "# SKIP", "..."}))
		r := sample(words.Draw(rt, "name"))
		sheet := lint.Ref{File: words.Draw(rt, "file"), Sheet: words.Draw(rt, "sheet")}
		for range rapid.IntRange(0, 4).Draw(rt, "more") {
			rule := rapid.SampledFrom(r.Rules).Draw(rt, "rule")
			r.Findings = append(r.Findings, lint.Finding{Rule: rule.ID, Severity: rule.Severity, Ref: sheet, Message: words.Draw(rt, "message"), Also: rapid.SliceOf(rapid.Just(sheet)).Draw(rt, "also")})
		}
		lines := func(format, pattern string) int {
			return len(regexp.MustCompile(`(?m)`+pattern).FindAllString(written(t, format, r), -1))
		}
		require.Equal(rt, len(r.Findings), lines("github", `^::(error|warning) `))
		require.Equal(rt, len(r.Findings)+1, lines("github", `^.+$`))
		require.Equal(rt, len(r.Findings)+1, lines("csv", `\r\n`))
		require.Equal(rt, len(r.Findings), len(sarifOf(t, written(t, "sarif", r)).Runs[0].Results))
		require.Equal(rt, len(r.Findings)+len(r.Assumed)+2, strings.Count(written(t, "text", r), "\n"))
	})
}

// TestFurtherPlaces shows that every format says how many places a finding has,
// and that JSON has all of them.
func TestFurtherPlaces(t *testing.T) {
	t.Parallel()
	r := sample("S")
	f := r.Findings[0]
	f.Message = "this row repeats row 3"
	for row := 4; row < 212; row++ {
		f.Also = append(f.Also, lint.Ref{File: f.Ref.File, Row: row})
	}
	r.Findings = []lint.Finding{f}
	const said = "this row repeats row 3; also 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15 and 196 more"
	for _, format := range []string{"text", "markdown", "github", "csv", "sarif"} {
		require.Contains(t, written(t, format, r), said, format)
	}
	var read lint.Report
	require.NoError(t, json.Unmarshal([]byte(written(t, "json", r)), &read))
	require.Equal(t, f.Also, read.Findings[0].Also)
	// One place more or less makes no other finding.
	before := sarifOf(t, written(t, "sarif", r)).Runs[0].Results[0].PartialFingerprints
	r.Findings[0].Also = f.Also[1:]
	require.Equal(t, before, sarifOf(t, written(t, "sarif", r)).Runs[0].Results[0].PartialFingerprints)
}
