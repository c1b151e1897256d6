package render_test

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/engine/render"
	"github.com/dsaeval/dsaeval/engine/report"
)

// TestWriterKeepsNothing: formats that go out as the reports come hold back one report
// at most, so that there may be any number.
func TestWriterKeepsNothing(t *testing.T) {
	t.Parallel()
	for _, format := range []render.Format{render.Text, render.JSON, render.JUnit, render.TAP, render.GitHub, render.CSV} {
		var b bytes.Buffer
		w, err := render.NewWriter(&b, format)
		require.NoError(t, err)
		require.NoError(t, w.Add(sample("one")))
		require.NoError(t, w.Add(sample("two")))
		two := b.Len()
		require.Positive(t, two, format)
		require.NoError(t, w.Add(sample("three")))
		require.Greater(t, b.Len(), two, format)
		require.NoError(t, w.Close())
	}
}

// Markdown keeps what fits and counts the rest, however many there are.
func TestMarkdownOfMany(t *testing.T) {
	t.Parallel()
	var b bytes.Buffer
	w, err := render.NewWriter(&b, render.Markdown)
	require.NoError(t, err)
	for range 2000 {
		require.NoError(t, w.Add(sample("many")))
	}
	require.NoError(t, w.Close())
	require.Less(t, b.Len(), 65_536)
	require.Regexp(t, `Left out: services: \d+, provenance: \d+, breaches: \d+`, b.String())
}

var refused = report.Unusable{File: "bad.yaml", Line: 3, Column: 5, Pointer: "/service/nam", Message: "unknown key <b>service.nam", Hint: "did you mean name?"}

// TestRefuse shows where each format tells of facts that could not be judged.
func TestRefuse(t *testing.T) {
	t.Parallel()
	for _, format := range render.Formats() {
		var b bytes.Buffer
		w, err := render.NewWriter(&b, format)
		require.NoError(t, err)
		require.NoError(t, w.Refuse(refused))
		require.NoError(t, w.Add(sample("good")))
		require.NoError(t, w.Close())
		switch format {
		case render.JSON, render.CSV, render.OSCAL:
			require.NotContains(t, b.String(), "bad.yaml", format)
		case render.HTML, render.AuditHTML, render.Markdown, render.GitHubSummary, render.Audit:
			require.Contains(t, b.String(), "bad.yaml", format)
			require.NotContains(t, b.String(), "<b>service.nam", string(format))
		default:
			require.Contains(t, b.String(), "bad.yaml", format)
		}
	}
}

func TestRefuseInSARIF(t *testing.T) {
	t.Parallel()
	var b bytes.Buffer
	w, err := render.NewWriter(&b, render.SARIF)
	require.NoError(t, err)
	require.NoError(t, w.Refuse(refused, report.Unusable{File: "worse.yaml", Message: "the file is empty"}))
	require.NoError(t, w.Close(), "a log of problems alone is one")
	var log struct {
		Runs []struct {
			Tool struct {
				Driver struct{ Rules []struct{ ID string } }
			}
			Results []struct {
				RuleID, Kind, Level string
				Locations           []struct {
					PhysicalLocation struct {
						ArtifactLocation struct{ URI string }
						Region           *struct{ StartLine, StartColumn int }
					}
				}
			}
		}
	}
	require.NoError(t, json.Unmarshal(b.Bytes(), &log))
	require.Len(t, log.Runs[0].Tool.Driver.Rules, 1)
	require.Equal(t, "facts", log.Runs[0].Tool.Driver.Rules[0].ID)
	require.Len(t, log.Runs[0].Results, 2)
	first := log.Runs[0].Results[0]
	require.Equal(t, []string{"facts", "fail", "error"}, []string{first.RuleID, first.Kind, first.Level})
	require.Equal(t, 3, first.Locations[0].PhysicalLocation.Region.StartLine)
	require.Equal(t, 1, log.Runs[0].Results[1].Locations[0].PhysicalLocation.Region.StartLine, "that it cannot be read is told at its first line")
}

func TestRefuseInJUnit(t *testing.T) {
	t.Parallel()
	var b bytes.Buffer
	w, err := render.NewWriter(&b, render.JUnit)
	require.NoError(t, err)
	require.NoError(t, w.Refuse(refused))
	require.NoError(t, w.Close())
	var document struct {
		Suites []struct {
			Errors int `xml:"errors,attr"`
			Cases  []struct {
				Error struct {
					Message string `xml:"message,attr"`
				} `xml:"error"`
			} `xml:"testcase"`
		} `xml:"testsuite"`
	}
	require.NoError(t, xml.Unmarshal(b.Bytes(), &document))
	require.Equal(t, 1, document.Suites[0].Errors)
	require.Equal(t, refused.Message, document.Suites[0].Cases[0].Error.Message)
}

// A paper about problems alone would read as one that finds nothing wrong.
func TestNothingButProblems(t *testing.T) {
	t.Parallel()
	for _, format := range []render.Format{render.JSON, render.CSV, render.OSCAL, render.HTML, render.Audit} {
		w, err := render.NewWriter(&bytes.Buffer{}, format)
		require.NoError(t, err)
		require.NoError(t, w.Refuse(refused))
		require.ErrorIs(t, w.Close(), render.ErrNoReport, format)
	}
}

// TestOverview shows the table below the reports of several services.
func TestOverview(t *testing.T) {
	t.Parallel()
	kept := sample("kept")
	kept.Service.Name, kept.Summary = "Other", report.Summary{Compliant: 3}
	text := written(t, "text", sample("one"), kept)
	require.True(t, strings.HasSuffix(text, "\n2 services: 1 with breaches\n"), text[max(0, len(text)-300):])
	require.Regexp(t, `(?m)^  Other, .*  2023-09-01       0             0`, text)
	page := written(t, "html", sample("one"), kept)
	require.Contains(t, page, `<h2 id="overview">All services</h2>`)
	require.NotContains(t, written(t, "html", kept), `id="overview"`)
}

// TestColumns shows that a table can be held to fewer columns than its reports have.
func TestColumns(t *testing.T) {
	t.Parallel()
	head := func(d report.Detail) string {
		var b bytes.Buffer
		require.NoError(t, render.Write(&b, render.CSV, []*report.Report{sample("one")}, render.UpTo(d)))
		return strings.SplitN(b.String(), "\r\n", 2)[0]
	}
	require.Contains(t, head(""), ",missing,")
	require.NotContains(t, head(report.DetailFindings), "missing")
	require.NotContains(t, head(report.DetailVerdicts), "findings")

	w, err := render.NewWriter(&bytes.Buffer{}, render.CSV)
	require.NoError(t, err)
	require.NoError(t, w.Add(sample("full")))
	less := sample("less")
	less.Detail = report.DetailVerdicts
	require.ErrorAs(t, w.Add(less), new(*report.TooLittleDetail))
}
