package html_test

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// browser is a headless Chromium, driven over a pipe by the DevTools protocol.
// A pipe needs no port and no library: messages are JSON, each ended by a zero
// byte.
type browser struct {
	t       *testing.T
	out     *os.File
	in      *bufio.Reader
	session string
	last    int
	events  []message
}

type message struct {
	ID     int             `json:"id,omitempty"`
	Method string          `json:"method,omitempty"`
	Params json.RawMessage `json:"params,omitempty"`
	Result json.RawMessage `json:"result,omitempty"`
	Error  *struct {
		Message string `json:"message"`
	} `json:"error,omitempty"`
}

// startBrowser starts a browser with an empty profile, or skips the test where
// there is none.
func startBrowser(t *testing.T) *browser {
	t.Helper()
	program, err := exec.LookPath("chromium")
	if errors.Is(err, exec.ErrNotFound) {
		t.Skip("chromium is not installed; on Debian: apt-get update && apt-get install -y chromium")
	}
	require.NoError(t, err)
	toBrowser, out, err := os.Pipe()
	require.NoError(t, err)
	in, fromBrowser, err := os.Pipe()
	require.NoError(t, err)
	command := exec.Command(program, "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
		"--disable-background-networking", "--disable-component-update", "--disable-sync", "--hide-scrollbars",
		"--remote-debugging-pipe", "--user-data-dir="+t.TempDir(), "about:blank")
	command.ExtraFiles = []*os.File{toBrowser, fromBrowser} // descriptors 3 and 4
	require.NoError(t, command.Start())
	require.NoError(t, toBrowser.Close())
	require.NoError(t, fromBrowser.Close())
	// A browser that hangs must not hang the test: its death ends the reading.
	limit := time.AfterFunc(2*time.Minute, func() { _ = command.Process.Kill() })
	b := &browser{t: t, out: out, in: bufio.NewReaderSize(in, 1<<20)}
	t.Cleanup(func() {
		b.session = ""
		b.call("Browser.close", nil, nil)
		_ = command.Wait()
		limit.Stop()
		_ = out.Close()
		_ = in.Close()
	})
	var target struct{ TargetID string }
	b.call("Target.createTarget", map[string]any{"url": "about:blank"}, &target)
	var attached struct{ SessionID string }
	b.call("Target.attachToTarget", map[string]any{"targetId": target.TargetID, "flatten": true}, &attached)
	b.session = attached.SessionID
	for _, domain := range []string{"Page", "Runtime", "Log", "Network"} {
		b.call(domain+".enable", nil, nil)
	}
	return b
}

// call sends a command and waits for its result; events that come meanwhile
// are kept.
func (b *browser) call(method string, params, result any) {
	b.t.Helper()
	b.last++
	command := map[string]any{"id": b.last, "method": method}
	if params != nil {
		command["params"] = params
	}
	if b.session != "" {
		command["sessionId"] = b.session
	}
	content, err := json.Marshal(command)
	require.NoError(b.t, err)
	_, err = b.out.Write(append(content, 0))
	require.NoError(b.t, err)
	for {
		m := b.next()
		if m.ID != b.last {
			continue
		}
		if m.Error != nil {
			b.t.Fatalf("%s: %s", method, m.Error.Message)
		}
		if result != nil {
			require.NoError(b.t, json.Unmarshal(m.Result, result))
		}
		return
	}
}

func (b *browser) next() message {
	b.t.Helper()
	content, err := b.in.ReadBytes(0)
	require.NoError(b.t, err, "the browser has gone")
	var m message
	require.NoError(b.t, json.Unmarshal(content[:len(content)-1], &m))
	if m.Method != "" {
		b.events = append(b.events, m)
	}
	return m
}

// open loads a page and waits until it is there.
func (b *browser) open(url string) {
	b.t.Helper()
	b.events = nil
	b.call("Page.navigate", map[string]any{"url": url}, nil)
	for {
		for _, e := range b.events {
			if e.Method == "Page.loadEventFired" {
				return
			}
		}
		b.next()
	}
}

// eval evaluates an expression in the page.
func (b *browser) eval(expression string, result any) {
	b.t.Helper()
	var reply struct {
		Result           struct{ Value json.RawMessage }
		ExceptionDetails *struct {
			Exception struct{ Description string }
		}
	}
	b.call("Runtime.evaluate", map[string]any{"expression": expression, "returnByValue": true, "awaitPromise": true}, &reply)
	require.Nil(b.t, reply.ExceptionDetails, "%s: %+v", expression, reply.ExceptionDetails)
	if result != nil {
		require.NoError(b.t, json.Unmarshal(reply.Result.Value, result), expression)
	}
}

// press presses and releases a key.
func (b *browser) press(key, code string, number int, text string) {
	b.t.Helper()
	for _, kind := range []string{"keyDown", "keyUp"} {
		params := map[string]any{"type": kind, "key": key, "code": code, "windowsVirtualKeyCode": number}
		if text != "" && kind == "keyDown" {
			params["text"] = text
		}
		b.call("Input.dispatchKeyEvent", params, nil)
	}
}

func (b *browser) tab()   { b.t.Helper(); b.press("Tab", "Tab", 9, "") }
func (b *browser) enter() { b.t.Helper(); b.press("Enter", "Enter", 13, "\r") }
func (b *browser) space() { b.t.Helper(); b.press(" ", "Space", 32, " ") }

// complaints are what the page printed to the console, what it threw, what the
// browser had to say about it, and every request but the one for the page.
func (b *browser) complaints(url string) []string {
	var list []string
	for _, e := range b.events {
		switch e.Method {
		case "Runtime.consoleAPICalled", "Runtime.exceptionThrown", "Log.entryAdded":
			list = append(list, fmt.Sprintf("%s: %s", e.Method, e.Params))
		case "Network.requestWillBeSent":
			var params struct{ Request struct{ URL string } }
			_ = json.Unmarshal(e.Params, &params)
			if params.Request.URL != url {
				list = append(list, "request: "+params.Request.URL)
			}
		}
	}
	return list
}
