package render_test

import (
	"crypto/sha256"
	"encoding/base64"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"golang.org/x/net/html"

	"github.com/dsaeval/dsaeval/records/lint"
)

// TestLintHTML checks what assistive technology relies on, that words are no
// markup, and that the browser may run the style sheet of the page and nothing
// else.
func TestLintHTML(t *testing.T) {
	t.Parallel()
	nothing := &lint.Report{Files: []lint.File{{Name: "a.csv", SHA256: hash("a")}}}
	for _, r := range []*lint.Report{lintSample("Example"), lintSample(hostile), lintSample(hostileMarkup), nothing} {
		have := lintWritten(t, "html", r)
		document := parse(t, have)
		checkStructure(t, document)
		require.Zero(t, count(all(document, "script", "img")))
		require.NotContains(t, have, "ZgotmplZ")
		sum := sha256.Sum256([]byte(text(first(document, "style"))))
		policy := slices.IndexFunc(all(document, "meta"), func(n *html.Node) bool { return attr(n, "http-equiv") != "" })
		require.Equal(t, "default-src 'none'; style-src 'sha256-"+base64.StdEncoding.EncodeToString(sum[:])+"'; base-uri 'none'; form-action 'none'",
			attr(all(document, "meta")[policy], "content"))
		for _, link := range all(document, "a") {
			require.Regexp(t, `^#`, attr(link, "href"))
		}
	}
}

// TestLintHTMLContent shows that the page tells what was found where, by which
// rule, and what the check rests on.
func TestLintHTMLContent(t *testing.T) {
	t.Parallel()
	have := strings.Join(strings.Fields(text(parse(t, lintWritten(t, "html", lintSample("Example"))))), " ")
	for _, want := range []string{
		"The check found 3 errors and 3 warnings in 2 tables with 120 cells for numbers. Of 6 rules, 5 had something to check.",
		"Provider Example Ltd Period 1 July 2025 to 31 December 2025 Published 3 March 2026",
		"1 error in report/Example.xlsx, sheet 4_notices Example",
		"whole sheet published on 2026-03-03; due on 2026-03-02 published-late Error Implementing Regulation (EU) 2024/2835, Art. 2(3)",
		"G3 line 5 a unit in 12 Example unit Error",
		"delimiter Cells that are not separated by commas Implementing Regulation (EU) 2024/2835, Annex II 0 0 Nothing to check",
		"count-negative A number below zero – none 120 0 Passed",
		"report/10_AMAR.csv:C1 The rows of Example add up",
		"holds of Example, on 181 days from 1 July 2025 to 30 December 2025",
		"It is no legal advice and no decision of an authority.",
		hash("b"),
	} {
		require.Contains(t, have, want)
	}
}

// TestLintHTMLBrowser looks for text that runs out of the page or has too little
// contrast.
func TestLintHTMLBrowser(t *testing.T) {
	if testing.Short() {
		t.Skip("starts a browser")
	}
	b := startBrowser(t)
	for _, words := range []string{"Example", hostileMarkup} {
		file := filepath.Join(t.TempDir(), "lint.html")
		require.NoError(t, os.WriteFile(file, []byte(lintWritten(t, "html", lintSample(words))), 0o644))
		address := (&url.URL{Scheme: "file", Path: file}).String()
		b.open(address)
		for _, scheme := range []string{"light", "dark"} {
			b.call("Emulation.setEmulatedMedia", map[string]any{"media": "screen", "features": []any{map[string]any{"name": "prefers-color-scheme", "value": scheme}}}, nil)
			for _, width := range []int{1280, 800, 400} {
				b.viewport(width, 900)
				checkLook(t, b, width)
				b.screenshot("lint-"+scheme, width)
			}
		}
		require.Empty(t, b.complaints(address))
	}
}
