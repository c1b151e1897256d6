package render_test

import (
	"bytes"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/engine/render"
	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/internal/golden"
	_ "github.com/dsaeval/dsaeval/internal/testheap"
)

//go:generate go test -run TestGolden ./... -update

func hash(letter string) string { return strings.Repeat(letter, 64) }

func written(t testing.TB, name string, reports ...*report.Report) string {
	t.Helper()
	var b bytes.Buffer
	require.NoError(t, render.Write(&b, render.Format(name), reports))
	return b.String()
}

// formats are those with golden files, by their extensions.
var formats = map[string]string{
	"sarif": "json", "sarif-all": "json", "junit": "xml", "tap": "tap", "github": "txt", "github-summary": "md",
	"markdown": "md", "csv": "csv", "oscal": "json", "audit": "md",
}

// TestGolden compares what each format writes of the sample, once with plain
// words and once with hostile ones, with the files in testdata/golden. After a
// change run go generate ./engine/render and review the files like code.
func TestGolden(t *testing.T) {
	t.Parallel()
	for format, extension := range formats {
		for kind, words := range map[string]string{"plain": "Example", "hostile": hostile} {
			t.Run(format+"/"+kind, func(t *testing.T) {
				t.Parallel()
				golden.Equal(t, filepath.Join("testdata", "golden", format+"."+kind+"."+extension), written(t, format, sample(words)))
			})
		}
	}
}

// TestSameBytes shows that writing a report does not change it and depends on
// nothing else.
func TestSameBytes(t *testing.T) {
	t.Parallel()
	for format := range formats {
		r := sample("Example")
		require.Equal(t, written(t, format, r), written(t, format, r), format)
		require.Equal(t, sample("Example"), r, format)
	}
}

// TestSeveralReports shows that one document takes several reports, also about
// nothing at all.
func TestSeveralReports(t *testing.T) {
	t.Parallel()
	empty := &report.Report{AssessmentDate: "2024-01-01", Provenance: report.Provenance{Facts: []report.File{{File: "-", SHA256: hash("d")}}}}
	for format := range formats {
		have := written(t, format, sample("First service"), sample("Second service"), empty)
		if format != "github" { // it names the services only where something is undetermined
			require.Contains(t, have, "First service", format)
		}
		require.Contains(t, have, "Second service", format)
	}
}

// TestNoRawControl shows that no format lets a control character or a mark of
// direction through to whoever reads it as text.
func TestNoRawControl(t *testing.T) {
	t.Parallel()
	for _, format := range []string{"tap", "github", "github-summary", "markdown", "audit"} {
		have := written(t, format, sample(hostile))
		for _, forbidden := range []string{"\x00", "\x1b", "\u202e", "\r"} {
			require.NotContains(t, have, forbidden, format)
		}
		require.Contains(t, have, `\u202e`, format)
		require.Contains(t, have, "👩‍👧", format)
	}
}
