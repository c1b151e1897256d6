package serve_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
	"github.com/stretchr/testify/require"
)

// tab is a page in a browser.
type tab struct {
	t   *testing.T
	ctx context.Context

	mu         sync.Mutex
	complaints []string // what the browser had to say, and requests to elsewhere
}

// browse opens a window of its own profile, empty, in the one headless Chromium of all
// tests, or skips the test where there is none.
func browse(t *testing.T) *tab {
	t.Helper()
	if testing.Short() {
		t.Skip("starts a browser")
	}
	browser, err := started()
	if errors.Is(err, exec.ErrNotFound) {
		t.Skip("chromium is not installed; on Debian: apt-get update && apt-get install -y chromium")
	}
	require.NoError(t, err)
	return open(t, browser, chromedp.WithNewBrowserContext())
}

// started is the browser, which ends with the tests. To start one for each of them took
// half of their time.
var started = sync.OnceValues(func() (context.Context, error) {
	program, err := exec.LookPath("chromium")
	if err != nil {
		return nil, err
	}
	allocated, stop := chromedp.NewExecAllocator(context.Background(),
		chromedp.ExecPath(program), chromedp.Headless, chromedp.NoSandbox, chromedp.DisableGPU, chromedp.NoFirstRun,
		chromedp.Flag("disable-quic", true), chromedp.Flag("disable-background-networking", true), chromedp.Flag("disable-component-update", true),
		chromedp.Flag("disable-sync", true), chromedp.Flag("hide-scrollbars", true),
	)
	// A browser that hangs must not hang the tests.
	limit := time.AfterFunc(4*time.Minute, stop)
	ctx, leave := chromedp.NewContext(allocated)
	ended = func() {
		limit.Stop()
		leave()
		stop()
	}
	return ctx, chromedp.Do(ctx, called(runtime.Enable, cdp.Empty{}))
})

// ended ends the browser, if one was started.
var ended = func() {}

func TestMain(m *testing.M) {
	code := m.Run()
	ended()
	os.Exit(code)
}

// another opens a second tab in the window.
func (b *tab) another() *tab { return open(b.t, b.ctx) }

func open(t *testing.T, parent context.Context, options ...chromedp.ContextOption) *tab {
	t.Helper()
	ctx, stop := chromedp.NewContext(parent, options...)
	b := &tab{t: t, ctx: ctx}
	t.Cleanup(stop)
	require.NoError(t, chromedp.Listen(ctx, b.hears))
	b.do(called(log.Enable, cdp.Empty{}), called(network.Enable, network.EnableParams{}), called(runtime.Enable, cdp.Empty{}))
	b.size(1280, 900)
	return b
}

// called is a command of the protocol as an action.
func called[P, R any](command cdp.Command[P, R], params P) chromedp.Action[chromedp.Void] {
	return chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
		_, err := cdp.Call(ctx, t, command, params)
		return err
	})
}

// hears keeps what the browser complains about.
func (b *tab) hears(event any) {
	b.mu.Lock()
	defer b.mu.Unlock()
	switch event := event.(type) {
	case *log.EventEntryAdded:
		// That an answer was refused is shown on the page.
		if !strings.Contains(event.Entry.Text, "status of 4") {
			b.complaints = append(b.complaints, event.Entry.Text)
		}
	case *runtime.EventExceptionThrown:
		b.complaints = append(b.complaints, event.ExceptionDetails.Text)
	case *runtime.EventConsoleAPICalled:
		b.complaints = append(b.complaints, fmt.Sprintf("console: %v", event.Type))
	case *network.EventRequestWillBeSent:
		// Signs of the browser's own controls come as data:.
		if !strings.HasPrefix(event.Request.URL, "http://127.0.0.1:") && !strings.HasPrefix(event.Request.URL, "data:") {
			b.complaints = append(b.complaints, "request: "+event.Request.URL)
		}
	}
}

// do does things in turn. A page that comes in place of another between the finding of
// an element and its use takes the element away: what was not done is done on the new one.
func (b *tab) do(actions ...chromedp.Action[chromedp.Void]) {
	b.t.Helper()
	ctx, cancel := context.WithTimeout(b.ctx, waitFor)
	defer cancel()
	for _, action := range actions {
		err := chromedp.Do(ctx, action)
		for err != nil && strings.Contains(err.Error(), "No node with given id") && ctx.Err() == nil {
			err = chromedp.Do(ctx, action)
		}
		require.NoError(b.t, err)
	}
}

func (b *tab) size(width, height int64) {
	b.t.Helper()
	b.do(chromedp.EmulateViewport(width, height))
}

func (b *tab) dark(on bool) {
	b.t.Helper()
	scheme := map[bool]string{true: "dark", false: "light"}[on]
	b.do(called(emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: scheme}}}))
}

func (b *tab) goTo(address string) {
	b.t.Helper()
	b.do(chromedp.Navigate(address))
}

// click clicks with the mouse in the middle of an element.
func (b *tab) click(selector string) {
	b.t.Helper()
	b.do(chromedp.ScrollIntoView(chromedp.CSS(selector)), chromedp.Click(chromedp.CSS(selector)))
}

// evaluate evaluates an expression in the page.
func evaluate[T any](b *tab, expression string, options ...chromedp.EvaluateOption) T {
	b.t.Helper()
	ctx, cancel := context.WithTimeout(b.ctx, 2*waitFor)
	defer cancel()
	value, err := chromedp.Run(ctx, chromedp.Evaluate[T](expression, options...))
	require.NoError(b.t, err, "%.200s", expression)
	return value
}

// until waits for something to be true of the page.
func (b *tab) until(condition string) {
	b.t.Helper()
	ctx, cancel := context.WithTimeout(b.ctx, waitFor)
	defer cancel()
	// The page itself looks whenever something in it changes. One that follows it takes
	// the watch away: then the new one is watched.
	watch := chromedp.Evaluate[bool](fmt.Sprintf(`new Promise(done => {
		const look = () => {
			let is = false;
			try { is = !!(%s); } catch { /* what it asks about is not there yet */ }
			if (!is) return;
			observer.disconnect();
			document.removeEventListener("readystatechange", look);
			done(true);
		};
		const observer = new MutationObserver(look);
		observer.observe(document, { attributes: true, characterData: true, childList: true, subtree: true });
		document.addEventListener("readystatechange", look);
		look();
	})`, condition), chromedp.EvalAwaitPromise)
	err := ctx.Err()
	for ctx.Err() == nil {
		if _, err = chromedp.Run(ctx, watch); err == nil {
			return
		}
	}
	require.Fail(b.t, "never", "%s\n%s\n%v", condition, b.text("main"), err)
}

// says waits until the page tells something of what was done.
func (b *tab) says(text string) {
	b.t.Helper()
	b.until(fmt.Sprintf(`document.readyState === "complete" && !document.body.hasAttribute("aria-busy") && document.querySelector("main").textContent.includes(%q)`, text))
}

func (b *tab) text(selector string) string {
	b.t.Helper()
	return b.string(fmt.Sprintf(`(document.querySelector(%q) || {textContent: ""}).textContent`, selector))
}

func (b *tab) string(expression string) string {
	b.t.Helper()
	return evaluate[string](b, expression)
}

// waitFor is how long a page may take on a machine that is busy with other tests.
const waitFor = 40 * time.Second

// quiet requires that the browser had nothing to say and asked nobody else.
func (b *tab) quiet() {
	b.t.Helper()
	b.mu.Lock()
	defer b.mu.Unlock()
	require.Empty(b.t, b.complaints)
}

// picture keeps a picture of the page in the directory that DSAEVAL_SCREENSHOTS names.
func (b *tab) picture(name string) {
	b.t.Helper()
	dir := os.Getenv("DSAEVAL_SCREENSHOTS")
	if dir == "" {
		return
	}
	shot, err := chromedp.Run(b.ctx, chromedp.FullScreenshot(100))
	require.NoError(b.t, err)
	require.NoError(b.t, os.WriteFile(filepath.Join(dir, name+".png"), shot, 0o644))
}
