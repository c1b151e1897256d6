package serve_test

import (
	"encoding/json"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/stretchr/testify/require"
)

// everyPage are the pages as they are shown to people.
func everyPage(c *client) map[string]string {
	c.post("/s/facts.yaml/try", nil)
	c.post("/w/facts.yaml/answer", url.Values{"at": {report15}, "answer": {"no"}, "was": {""}})
	return map[string]string{
		"start": "/", "work": "/s/facts.yaml", "section": "/s/facts.yaml?by=section&of=service", "article": "/s/facts.yaml?by=article&of=16",
		"given": "/s/facts.yaml?by=given", "found": "/s/facts.yaml?q=notices", "fact": "/s/facts.yaml/fact?at=/service/categories",
		"long": "/s/facts.yaml/fact?at=/service/amar_by_member_state", "obligation": "/s/facts.yaml/obligation/dsa.art34.1?all=1",
		"calendar": "/s/facts.yaml/calendar", "papers": "/s/facts.yaml/papers", "import": "/s/facts.yaml/import",
		"copy": "/w/facts.yaml", "compare": "/w/facts.yaml/compare", "broken": "/s/broken.facts.yaml", "missing": "/nothing",
	}
}

// showing serves a shown case and a file that is broken.
func showing(t *testing.T) *client {
	t.Helper()
	content, err := os.ReadFile("../fixtures/cases/temu-2026-05-decision/facts.yaml")
	require.NoError(t, err)
	c := serving(t, string(content))
	c.write("broken.facts.yaml", "service:\n  nam: Shop\n")
	return c
}

// TestBrowserLook: no page runs out of a narrow window, in light and in dark.
func TestBrowserLook(t *testing.T) {
	t.Parallel()
	b := browse(t)
	c := showing(t)
	for name, path := range everyPage(c) {
		b.goTo(c.URL + path) // once: no script of a page asks how wide it is
		for _, width := range []int64{1280, 400} {
			b.size(width, 900)
			for _, dark := range []bool{false, true} {
				b.dark(dark)
				wide := evaluate[[]string](b, `Array.from(document.body.querySelectorAll("*")).filter(e => e.getBoundingClientRect().right > innerWidth + 0.5 && !e.closest(".scroll") && !e.closest(".sr"))
					.map(e => e.tagName + "." + e.className)`)
				require.Empty(t, wide, "%s is too wide for %d", name, width)
				b.picture(fmt.Sprintf("%s-%d-%v", name, width, dark))
			}
		}
	}
}

// TestBrowserAxe: axe-core, which CI installs for the time of the test, finds nothing on
// any page.
func TestBrowserAxe(t *testing.T) {
	t.Parallel()
	file := os.Getenv("DSAEVAL_AXE")
	if file == "" {
		t.Skip("DSAEVAL_AXE names no axe.min.js; npm install axe-core@4.14.1 in a folder elsewhere, as .ci/run does")
	}
	script, err := os.ReadFile(file)
	require.NoError(t, err)
	b := browse(t)
	c := showing(t)
	look := func(name string) {
		t.Helper()
		for _, dark := range []bool{false, true} {
			b.dark(dark)
			// What is folded is looked at as well.
			evaluate[chromedp.Void](b, `document.querySelectorAll("details").forEach((d, i) => { if (i < 6) d.open = true })`)
			evaluate[chromedp.Void](b, string(script))
			found := evaluate[string](b, `axe.run().then(r => JSON.stringify(r.violations.map(v => ({id: v.id, help: v.help, at: v.nodes.slice(0, 3).map(n => n.html.slice(0, 160))}))))`, chromedp.EvalAwaitPromise)
			var violations []any
			require.NoError(t, json.Unmarshal([]byte(found), &violations))
			require.Empty(t, violations, "%s, dark: %v\n%s", name, dark, strings.ReplaceAll(found, "},", "},\n"))
		}
	}
	for name, path := range everyPage(c) {
		b.goTo(c.URL + path)
		look(name)
	}
	// What is shown after something was sent.
	b.goTo(c.URL + "/s/facts.yaml/fact?at=/advertising/presents_advertisements")
	b.do(chromedp.SetValue(chromedp.CSS("input[name=day]"), "2026-01-01"))
	b.click("button[value=yes]")
	b.says("none is named")
	look("refused")
	readReport(b, c)
	look("found in a report")
	b.click("main form button.strong")
	b.says("Taken over:")
	look("taken over")
}

// readReport chooses a part of a report to be read.
func readReport(b *tab, c *client) {
	b.t.Helper()
	part := filepath.Join(b.t.TempDir(), "10_AMAR.csv")
	require.NoError(b.t, os.WriteFile(part, []byte(reportPart(b.t)), 0o644))
	b.goTo(c.URL + "/s/facts.yaml/import")
	b.do(chromedp.SetUploadFiles(chromedp.CSS("#files"), []string{part}))
	b.click("main form button.strong")
	b.says("What the files say")
}

// TestBrowserImport: a report that is chosen shows what it gives beside what the file
// says, and what is chosen of it is taken.
func TestBrowserImport(t *testing.T) {
	t.Parallel()
	b := browse(t)
	c := serving(t, shop)
	readReport(b, c)
	b.picture("reading")
	require.Equal(t, "off", b.string(`document.querySelector("input[value='/service/name']").checked ? "on" : "off"`), "what differs is not chosen")
	b.click("input[value='/service/name']")
	b.click("main form button.strong")
	b.says("Taken over:")
	require.Contains(t, c.read("facts.yaml"), "name: S # the short one")
	require.Contains(t, c.read("facts.yaml"), "amar_value: 64767887")
	b.quiet()
}

// TestBrowserHostile: what facts and requests hold is text on every page, and nothing
// more.
func TestBrowserHostile(t *testing.T) {
	t.Parallel()
	b := browse(t)
	c := serving(t, hostileFacts(t))
	for name, path := range everyPage(c) {
		b.goTo(c.URL + path)
		require.Equal(t, "no", b.string(`window.pwned ? "yes" : "no"`), name)
	}
	b.goTo(c.URL + "/s/facts.yaml?q=" + url.QueryEscape(payload) + "&did=saved&fact=" + url.QueryEscape(payload) + "&of=" + url.QueryEscape(payload))
	require.Contains(t, b.text("#questions"), "<script>", "it is shown as it was typed")
	require.Equal(t, "no", b.string(`window.pwned ? "yes" : "no"`))
	b.quiet()
}
