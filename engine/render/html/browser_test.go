package html_test

import (
	"encoding/base64"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/engine/render/html"
	"github.com/dsaeval/dsaeval/engine/render/internal/samples"
)

// visible counts the rows of the table of obligations that are shown.
const visible = `Array.from(document.querySelectorAll("table.all tbody tr")).filter(r => r.getClientRects().length > 0).length`

const focused = `document.activeElement.id || document.activeElement.className || document.activeElement.tagName`

// TestBrowser uses the page in a browser as its readers do. To look at the
// pictures yourself, name a directory in DSAEVAL_SCREENSHOTS.
func TestBrowser(t *testing.T) {
	if testing.Short() {
		t.Skip("starts a browser")
	}
	b := startBrowser(t)
	file := filepath.Join(t.TempDir(), "report.html")
	require.NoError(t, os.WriteFile(file, []byte(page(t, html.Write, samples.Full(), samples.Hostile())), 0o644))
	address := (&url.URL{Scheme: "file", Path: file}).String()
	b.viewport(1280, 900)
	b.open(address)
	t.Run("filter", func(t *testing.T) { checkFilter(t, b) })
	t.Run("keyboard", func(t *testing.T) { checkKeyboard(t, b) })
	t.Run("print", func(t *testing.T) { checkPrint(t, b) })
	t.Run("questions", func(t *testing.T) { checkQuestions(t, b) })
	t.Run("names", func(t *testing.T) { checkNames(t, b) })
	for _, scheme := range []string{"light", "dark"} {
		b.call("Emulation.setEmulatedMedia", map[string]any{"media": "screen", "features": []any{map[string]any{"name": "prefers-color-scheme", "value": scheme}}}, nil)
		for _, width := range []int{1280, 800, 400} {
			b.viewport(width, 900)
			t.Run(scheme, func(t *testing.T) { checkLook(t, b, width) })
			b.screenshot(scheme, width)
		}
	}
	require.Empty(t, b.complaints(address))

	paper := filepath.Join(t.TempDir(), "audit.html")
	require.NoError(t, os.WriteFile(paper, []byte(page(t, html.WriteAudit, samples.Full(), samples.Hostile())), 0o644))
	audit := (&url.URL{Scheme: "file", Path: paper}).String()
	b.open(audit)
	t.Run("audit", func(t *testing.T) { checkLook(t, b, 400) })
	require.Empty(t, b.complaints(audit))

	short := filepath.Join(t.TempDir(), "brief.html")
	require.NoError(t, os.WriteFile(short, []byte(page(t, html.WriteBrief, samples.Full())), 0o644))
	b.open((&url.URL{Scheme: "file", Path: short}).String())
	t.Run("brief", func(t *testing.T) { require.Len(t, pagesOf(t, b), 2, "a brief is two pages") })

	b.call("Emulation.setScriptExecutionDisabled", map[string]any{"value": true}, nil)
	b.open(address)
	t.Run("without JavaScript", func(t *testing.T) { checkWithoutScript(t, b) })
	require.Empty(t, b.complaints(address))
}

func (b *browser) viewport(width, height int) {
	b.t.Helper()
	b.call("Emulation.setDeviceMetricsOverride", map[string]any{"width": width, "height": height, "deviceScaleFactor": 1, "mobile": false}, nil)
}

// checkFilter narrows the table by text, part and verdict.
func checkFilter(t *testing.T, b *browser) {
	rows := func() int {
		var n int
		b.eval(visible, &n)
		return n
	}
	status := func() string {
		var s string
		b.eval(`document.querySelector(".shown").textContent`, &s)
		return s
	}
	const both = 16 // the page has two reports with eight obligations each
	require.Equal(t, both, rows())
	require.Equal(t, "8 of 8 shown", status(), "the state is told to those who do not see it")

	b.eval(`document.getElementById("r1-filter-text").focus()`, nil)
	b.call("Input.insertText", map[string]any{"text": "NOTICES decided"}, nil)
	require.Equal(t, both-7, rows())
	require.Equal(t, "1 of 8 shown", status())
	b.call("Input.insertText", map[string]any{"text": " nowhere"}, nil)
	require.Equal(t, both-8, rows())
	var none bool
	b.eval(`!document.querySelector(".none").hidden`, &none)
	require.True(t, none, "an empty table says that it is")

	// A link to a row that is filtered out brings the row back.
	b.eval(`new Promise(done => { location.hash = "r1-row-dsa.art34.1"; setTimeout(done, 50) })`, nil)
	require.Equal(t, both, rows())

	b.eval(`document.getElementById("r1-filter-undetermined").focus()`, nil)
	b.space()
	require.Equal(t, both-2, rows())
	b.eval(`{ const s = document.getElementById("r1-filter-part"); s.value = "article:34"; s.dispatchEvent(new Event("input", {bubbles: true})) }`, nil)
	require.Equal(t, "0 of 8 shown", status())
	b.eval(`{ const s = document.getElementById("r1-filter-part"); s.value = "part:3-3"; s.dispatchEvent(new Event("input", {bubbles: true})) }`, nil)
	require.Equal(t, "1 of 8 shown", status())
	b.eval(`document.querySelector("form.filter button").focus()`, nil)
	b.enter()
	b.eval(`new Promise(done => setTimeout(done, 50))`, nil)
	require.Equal(t, both, rows())
}

// checkKeyboard walks with the tabulator: the first stop skips the contents, and
// every stop can be seen.
func checkKeyboard(t *testing.T, b *browser) {
	b.eval(`document.activeElement.blur(); scrollTo(0, 0); getSelection().removeAllRanges()`, nil)
	b.eval(`document.body.tabIndex = -1; document.body.focus(); document.body.removeAttribute("tabindex")`, nil)
	b.tab()
	var at string
	b.eval(focused, &at)
	require.Equal(t, "skip", at)
	b.enter()
	b.eval(focused, &at)
	require.Equal(t, "content", at)
	b.tab()
	for range 40 {
		b.tab()
		var seen bool
		b.eval(`(() => { const e = document.activeElement, s = getComputedStyle(e);
			return e === document.body || (e.getClientRects().length > 0 && s.outlineStyle !== "none" && parseFloat(s.outlineWidth) >= 2) })()`, &seen)
		b.eval(focused, &at)
		require.True(t, seen, "the focus on %s is not seen", at)
	}
}

// checkPrint prints to PDF. What was filtered on the screen is on paper all the
// same: what is handed on is whole.
func checkPrint(t *testing.T, b *browser) {
	b.eval(`document.getElementById("r1-filter-breach").click()`, nil)
	b.call("Emulation.setEmulatedMedia", map[string]any{"media": "print"}, nil)
	var n, controls int
	b.eval(visible, &n)
	require.Equal(t, 16, n)
	b.eval(`Array.from(document.querySelectorAll("form, .skip")).filter(e => e.getClientRects().length > 0).length`, &controls)
	require.Zero(t, controls)
	b.call("Emulation.setEmulatedMedia", map[string]any{"media": ""}, nil)
	b.eval(`document.getElementById("r1-filter-breach").click()`, nil)
	require.Greater(t, len(pagesOf(t, b)), 4)
}

// pagesOf prints to PDF and finds the pages.
func pagesOf(t *testing.T, b *browser) [][]byte {
	var pdf struct{ Data string }
	b.call("Page.printToPDF", map[string]any{"preferCSSPageSize": true, "printBackground": false}, &pdf)
	content, err := base64.StdEncoding.DecodeString(pdf.Data)
	require.NoError(t, err)
	require.Equal(t, "%PDF", string(content[:4]))
	b.keep("report.pdf", content)
	return regexp.MustCompile(`/Type\s*/Page\b`).FindAll(content, -1)
}

// checkNames asks the browser what it tells assistive technology.
func checkNames(t *testing.T, b *browser) {
	var tree struct {
		Nodes []struct {
			Ignored bool
			Role    struct{ Value string }
			Name    struct{ Value any }
		}
	}
	b.call("Accessibility.getFullAXTree", nil, &tree)
	seen := map[string]int{}
	for _, node := range tree.Nodes {
		role := node.Role.Value
		if node.Ignored {
			continue
		}
		seen[role]++
		if slices.Contains([]string{"link", "button", "searchbox", "combobox", "checkbox", "heading", "table", "image", "navigation", "region", "article", "search"}, role) {
			name, _ := node.Name.Value.(string)
			require.NotEmpty(t, name, "%s without a name", role)
		}
	}
	for _, role := range []string{"banner", "navigation", "main", "contentinfo", "searchbox", "combobox", "checkbox", "status", "table", "columnheader", "rowheader"} {
		require.NotZero(t, seen[role], "no %s", role)
	}
}

// checkLook finds text that runs out of the page or has too little contrast.
func checkLook(t *testing.T, b *browser, width int) {
	var overflow int
	b.eval(`document.scrollingElement.scrollWidth`, &overflow)
	var wide []string
	b.eval(`Array.from(document.body.querySelectorAll("*")).filter(e => e.getBoundingClientRect().right > innerWidth && !e.closest(".scroll"))
		.map(e => e.tagName + "." + e.className)`, &wide)
	require.LessOrEqual(t, overflow, width, "the page scrolls sideways; too wide: %v", wide)
	var poor []string
	b.eval(lowContrast, &poor)
	require.Empty(t, poor)
}

// lowContrast lists text whose contrast with what lies behind it is below 4.5.
const lowContrast = `(() => {
	const parse = c => c.match(/[\d.]+/g).map(Number);
	const luminance = ([r, g, b]) => [r, g, b].map(v => (v /= 255) <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
		.reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
	const behind = e => { for (; e; e = e.parentElement) { const c = parse(getComputedStyle(e).backgroundColor); if (c[3] !== 0) return c } return [255, 255, 255] };
	const poor = new Set();
	const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
	while (walker.nextNode()) {
		const e = walker.currentNode.parentElement;
		if (!walker.currentNode.data.trim() || !e.getClientRects().length || e.closest("script")) continue;
		const [a, b] = [luminance(parse(getComputedStyle(e).color)), luminance(behind(e))].sort((x, y) => y - x);
		if ((a + 0.05) / (b + 0.05) < 4.5) poor.add(e.tagName + "." + e.className + ": " + e.textContent.slice(0, 40));
	}
	return [...poor];
})()`

// checkWithoutScript shows that the page is whole without its script.
func checkWithoutScript(t *testing.T, b *browser) {
	var n, controls int
	b.eval(visible, &n)
	require.Equal(t, 16, n)
	b.eval(`Array.from(document.querySelectorAll("form, input, button")).filter(e => e.getClientRects().length > 0).length`, &controls)
	require.Zero(t, controls, "what does nothing is not shown")
}

func (b *browser) screenshot(scheme string, width int) {
	b.t.Helper()
	if os.Getenv("DSAEVAL_SCREENSHOTS") == "" {
		return
	}
	var shot struct{ Data string }
	b.call("Page.captureScreenshot", map[string]any{"captureBeyondViewport": true}, &shot)
	content, err := base64.StdEncoding.DecodeString(shot.Data)
	require.NoError(b.t, err)
	b.keep(fmt.Sprintf("%s-%d.png", scheme, width), content)
}

func (b *browser) keep(name string, content []byte) {
	b.t.Helper()
	if dir := os.Getenv("DSAEVAL_SCREENSHOTS"); dir != "" {
		require.NoError(b.t, os.WriteFile(filepath.Join(dir, name), content, 0o644))
	}
}
