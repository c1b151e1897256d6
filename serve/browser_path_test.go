package serve_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/engine/report"
)

// TestBrowserLawyer: by mouse alone, from an empty folder and within twenty answers, to
// a file with at least three verdicts that are no mere "not applicable", and a report.
func TestBrowserLawyer(t *testing.T) {
	t.Parallel()
	b := browse(t)
	c := serving(t, "")
	b.goTo(c.URL)
	answers := 0
	for _, box := range []string{"service.categories'][value='hosting", "service.categories'][value='online_platform", "service.enterprise_size'][value='medium", "service.designation_status'][value='none", "service.offers_services_in_eu'][value='yes", "advertising.presents_advertisements'][value='yes", "recommendation.uses_recommender_systems'][value='yes"} {
		b.click("input[name='begin-" + box + "']")
		answers++
	}
	b.click("form.begin button.strong")
	b.says("The file facts.yaml is there")
	b.picture("begun")
	for ; answers < 20; answers++ {
		question := b.text(".q .words")
		if b.string(`document.querySelector(".q button[value=no]") === document.querySelector(".q details[open] button[value=no]") && document.querySelector(".q details[open] .buttons button[value=no]") ? "flag" : "other"`) == "flag" && b.string(`document.querySelector(".q:first-child button[value=no]") ? "yes" : ""`) != "" {
			b.click(".q:first-child button[value=no]")
			b.says("Saved: " + question)
			continue
		}
		b.click(".q:first-child button[value=pass]")
		b.says("Passed over: " + question)
	}
	b.picture("answered")
	r := judged(t, filepath.Join(c.dir, "facts.yaml"))
	require.GreaterOrEqual(t, r.Summary.Breach+r.Summary.Compliant, 3, "%+v", r.Summary)
	b.click("a[href$='/papers']")
	b.says("Every format")
	b.click(".choices a")
	// The title is there before the page is.
	b.until(`document.title.includes("Assessment under the Digital Services Act") && document.querySelector("main")?.innerText.includes("Breaches")`)
	b.quiet()
}

// judged is what the engine makes of a file.
func judged(t *testing.T, file string) *report.Report {
	t.Helper()
	content, err := os.ReadFile(file)
	require.NoError(t, err)
	documents, err := built().Load(filepath.Base(file), content)
	require.NoError(t, err)
	r, err := built().Evaluate(t.Context(), documents[0])
	require.NoError(t, err)
	return r
}

// focused names where the focus is.
const focused = `document.activeElement.id || document.activeElement.className || document.activeElement.tagName`

// TestBrowserKeyboard: everything by keyboard; each stop is seen, and after an answer the
// focus stands on the next question.
func TestBrowserKeyboard(t *testing.T) {
	t.Parallel()
	b := browse(t)
	c := serving(t, shop)
	b.goTo(c.URL + "/s/facts.yaml")
	press := func(key string) { b.do(chromedp.KeyEvent(key)) }
	press(kb.Tab)
	require.Equal(t, "skip", b.string(focused))
	press(kb.Enter)
	require.Equal(t, "content", b.string(focused))
	seen := map[string]bool{}
	for range 120 {
		press(kb.Tab)
		at := b.string(focused)
		seen[at] = true
		visible := b.string(`(() => { const e = document.activeElement, s = getComputedStyle(e);
			return e === document.body || (e.getClientRects().length > 0 && s.outlineStyle !== "none" && parseFloat(s.outlineWidth) >= 2) ? "yes" : "no" })()`)
		require.Equal(t, "yes", visible, "the focus on %s is not seen", at)
		if strings.HasSuffix(at, "-no") {
			break
		}
	}
	at := b.string(focused)
	require.True(t, strings.HasSuffix(at, "-no"), "no answer is reached: %v", seen)
	require.True(t, seen["q"], "the search is reached before")
	question := b.text("#" + strings.ReplaceAll(strings.TrimSuffix(at, "-no"), ".", `\.`) + " .words")
	press(" ")
	b.says("Saved: " + question)
	require.True(t, strings.HasSuffix(b.string(focused), "-summary"), "the focus is on %s", b.string(focused))
	require.Equal(t, "status", b.string(`document.querySelector("#notice").getAttribute("role")`), "what was done is told to those who do not see it")

	// A question is opened and shut by its own key, and the last answer taken back.
	press(kb.Enter)
	require.Equal(t, "shut", b.string(`document.activeElement.parentElement.open ? "open" : "shut"`))
	b.do(chromedp.Focus(chromedp.CSS("#undo-button")))
	press(kb.Enter)
	b.says("Taken back")
	require.Equal(t, shop, c.read("facts.yaml"))
	b.quiet()
}

// TestBrowserWithoutScript: plain forms do all of it.
func TestBrowserWithoutScript(t *testing.T) {
	t.Parallel()
	b := browse(t)
	c := serving(t, shop)
	b.do(called(emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true}))
	b.goTo(c.URL + "/s/facts.yaml")
	click := func(selector string) {
		t.Helper()
		b.do(chromedp.Click(chromedp.CSS(selector)))
	}
	says := func(text string) {
		t.Helper()
		b.do(chromedp.WaitReady(chromedp.Search(fmt.Sprintf(`//main[contains(normalize-space(.), "%s")]`, text))))
	}
	click(".q:first-child button[value=no]")
	says("Saved:")
	require.NotEqual(t, shop, c.read("facts.yaml"))
	click("#undo button")
	says("Taken back")
	click(".ways li:nth-child(2) a")
	says("Reporting pipeline")
	b.do(chromedp.SetValue(chromedp.CSS("#q"), "median"))
	click(".search button")
	says("Questions with “median”")
	click(".pages form button")
	says("This is a copy")
	b.quiet()
}

// TestBrowserChangedUnderneath: what another program wrote here meanwhile is shown and not
// written over.
func TestBrowserChangedUnderneath(t *testing.T) {
	t.Parallel()
	b := browse(t)
	c := serving(t, shop)
	b.goTo(c.URL + "/s/facts.yaml/fact?at=/advertising/presents_advertisements")
	theirs := shop + "advertising:\n  presents_advertisements: false # by Ben\n"
	c.write("facts.yaml", theirs)
	b.click("button[value=yes]")
	b.says("Another hand has meanwhile written “no” here")
	require.Equal(t, theirs, c.read("facts.yaml"))
	b.picture("conflict")
	b.click("button[value=yes]")
	b.says("Saved:")
	require.Contains(t, c.read("facts.yaml"), "presents_advertisements: true # by Ben")
	b.quiet()
}

// TestBrowserTwoTabs: answers of two tabs both stand in the file.
func TestBrowserTwoTabs(t *testing.T) {
	t.Parallel()
	b := browse(t)
	c := serving(t, shop)
	other := b.another()
	b.goTo(c.URL + "/s/facts.yaml/fact?at=" + report15)
	other.goTo(c.URL + "/s/facts.yaml/fact?at=/advertising/presents_advertisements")
	b.click("button[value=no]")
	b.says("Saved:")
	other.click("button[value=yes]")
	other.says("Your answer was added to it as it is now")
	file := c.read("facts.yaml")
	require.Contains(t, file, "transparency_report_published: false")
	require.Contains(t, file, "presents_advertisements: true")
	b.quiet()
	other.quiet()
}
