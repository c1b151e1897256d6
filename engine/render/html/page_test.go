package html_test

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"io"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/engine/render/html"
	"github.com/dsaeval/dsaeval/engine/render/internal/samples"
	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/internal/golden"
)

type writer = func(w io.Writer, reports []*report.Report, refused ...report.Unusable) error

func page(t testing.TB, write writer, reports ...*report.Report) string {
	t.Helper()
	var b bytes.Buffer
	require.NoError(t, write(&b, reports))
	return b.String()
}

// TestGolden compares the whole pages; review a change of a file like
// code, and look at it in a browser.
func TestGolden(t *testing.T) {
	t.Parallel()
	for name, write := range map[string]writer{"report.html": html.Write, "audit.html": html.WriteAudit, "brief.html": html.WriteBrief} {
		have := page(t, write, samples.Full())
		golden.Equal(t, filepath.Join("testdata", "golden", name), have)
		require.Equal(t, have, page(t, write, samples.Full()), "the same report gives the same bytes")
	}
}

// TestHostile puts markup into every text of a report. The text is shown,
// and neither markup nor links with a scheme of its own come of it; what would
// be obeyed without being seen is shown as an escape.
func TestHostile(t *testing.T) {
	t.Parallel()
	for name, write := range map[string]writer{"report": html.Write, "audit": html.WriteAudit, "brief": html.WriteBrief} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			checkHostile(t, page(t, write, samples.Hostile(), samples.Hostile()))
		})
	}
}

func checkHostile(t *testing.T, have string) {
	t.Helper()
	document := parse(t, have)
	checkStructure(t, document)
	require.Equal(t, 1, count(all(document, "script")))
	require.Equal(t, 1, count(all(document, "style")))
	require.Zero(t, count(all(document, "img")))
	require.Contains(t, text(document), "<img src=x onerror=alert(1)>")
	require.Contains(t, have, `\u202e`)
	require.NotContains(t, have, "\u202e")
	require.NotContains(t, have, "\x1b")
	for _, link := range all(document, "a") {
		require.Regexp(t, `^(#|https://)`, attr(link, "href"))
	}
	require.NotContains(t, have, "ZgotmplZ", "a template puts text where html/template cannot make it safe")
}

// TestPolicy shows that the browser may run the script and the style sheet
// of the page and may load nothing.
func TestPolicy(t *testing.T) {
	t.Parallel()
	document := parse(t, page(t, html.Write, samples.Full()))
	var policy string
	for _, meta := range all(document, "meta") {
		if attr(meta, "http-equiv") == "Content-Security-Policy" {
			policy = attr(meta, "content")
		}
	}
	digest := func(tag string) string {
		sum := sha256.Sum256([]byte(text(first(document, tag))))
		return tag + "-src 'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
	}
	require.Equal(t, "default-src 'none'; "+digest("style")+"; "+digest("script")+"; base-uri 'none'; form-action 'none'", policy)
}

// TestSelfContained shows that nothing in the page asks for another file.
func TestSelfContained(t *testing.T) {
	t.Parallel()
	have := page(t, html.Write, samples.Full())
	require.NotRegexp(t, regexp.MustCompile(`(?i)@import|url\(\s*['"]?(https?:|//|data:)|@font-face|\bfetch\(|XMLHttpRequest`), have)
}

// TestStructure checks what assistive technology relies on, for a report
// with everything, for several, and for those in which there is nothing.
func TestStructure(t *testing.T) {
	t.Parallel()
	nothing := &report.Report{AssessmentDate: "2025-06-02"}
	for name, reports := range map[string][]*report.Report{
		"one":     {samples.Full()},
		"several": {samples.Full(), nothing, samples.Full()},
		"nothing": {nothing},
		"none":    {},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			checkStructure(t, parse(t, page(t, html.Write, reports...)))
			checkStructure(t, parse(t, page(t, html.WriteAudit, reports...)))
			checkStructure(t, parse(t, page(t, html.WriteBrief, reports...)))
		})
	}
}

// TestContent shows that the page tells what the issue of an audit turns
// on: where evidence stands and where it comes from, what to ask for, what was
// judged, and what the report is not.
func TestContent(t *testing.T) {
	t.Parallel()
	have := strings.Join(strings.Fields(text(parse(t, page(t, html.Write, samples.Full())))), " ")
	for _, want := range []string{
		"The verdicts on 8 obligations: 2 breach, 2 compliant, 2 undetermined on the facts given, and 2 not applicable.",
		"2 obligations are waived, in whole or in part; a waiver changes no verdict.",
		"Chapter III, Section 2 Hosting services, Arts 16–18 1 0 0 0",
		"reporting_pipeline.notices_lost_to_fault_count 12 facts/example.yaml:31:5 letter-2025, press",
		"By benchmark median_hours_notice_to_decision_max = 24 hours",
		"2 obligations wait for answers to the questions below.",
		"Whether there is a report of the assessment. yes no risk_assessment.risk_assessment_exists; Art. 34(1)",
		"For how many months were the supporting documents kept? a whole number, in months",
		"EUR 6 624 000 000",
		"124 200 000.50",
		"1 obligation does not apply yet, and for no other reason. On the same facts, 1 would be a breach, 0 compliant",
		"It is no legal advice and no decision of an authority.",
		strings.Repeat("a", 64),
	} {
		require.Contains(t, strings.ReplaceAll(have, "\u00a0", " "), want)
	}
}

// TestAuditContent shows that the page of the audit format says what its
// Markdown says.
func TestAuditContent(t *testing.T) {
	t.Parallel()
	have := strings.Join(strings.Fields(text(parse(t, page(t, html.WriteAudit, samples.Full())))), " ")
	for _, want := range []string{
		"The opinion is negative: at least one conclusion is negative.",
		"Art. 34(1) Systemic risks are assessed No conclusion",
		"Criterion Notices are decided in time, in a paraphrase.",
		"Why there is no conclusion no evidence on",
		"Art. 30(1) Traders are identified",
		"It is no audit report under Art. 37(4)",
	} {
		require.Contains(t, strings.ReplaceAll(have, "\u00a0", " "), want)
	}
}

// TestAnchors shows that links to breaches keep their names: people quote
// them, and the next report must answer to the same.
func TestAnchors(t *testing.T) {
	t.Parallel()
	have := page(t, html.Write, samples.Full())
	require.Contains(t, have, `id="r1-dsa.art16.6"`)
	require.Contains(t, have, `href="#r1-source-press"`)
}
