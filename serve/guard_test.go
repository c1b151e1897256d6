package serve_test

import (
	"bufio"
	"io"
	"net"
	"net/http"
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/serve"
)

// TestHosts: a name of a stranger that leads here is refused, so that his page cannot
// ask in his name.
func TestHosts(t *testing.T) {
	t.Parallel()
	c := serving(t, shop, func(o *serve.Options) { o.Hosts = []string{"dsa.example.org"} })
	for host, status := range map[string]int{
		"127.0.0.1:8787": 200, "localhost": 200, "[::1]:8787": 200, "192.0.2.7": 200, "dsa.example.org": 200, "DSA.example.org:443": 200,
		"evil.example": 421, "evil.example:8787": 421, "127.0.0.1.evil.example": 421, "localhost.evil.example": 421, "x": 421,
	} {
		r, err := http.NewRequestWithContext(t.Context(), http.MethodGet, c.URL+"/s/facts.yaml", nil)
		require.NoError(t, err)
		r.Host = host
		assert.Equal(t, status, c.do(r).status, host)
	}
}

// TestCrossOrigin: a page of another origin can change nothing and read nothing.
func TestCrossOrigin(t *testing.T) {
	t.Parallel()
	c := serving(t, shop)
	form := c.answering(report15, "no").Encode()
	for _, header := range []map[string]string{
		{"Sec-Fetch-Site": "cross-site"}, {"Sec-Fetch-Site": "same-site"}, {"Origin": "https://evil.example"}, {"Origin": "null"},
	} {
		for _, path := range []string{"/s/facts.yaml/answer", "/begin", "/s/facts.yaml/try", "/v1/evaluate"} {
			r, err := http.NewRequestWithContext(t.Context(), http.MethodPost, c.URL+path, strings.NewReader(form))
			require.NoError(t, err)
			r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
			for key, value := range header {
				r.Header.Set(key, value)
			}
			require.Equal(t, http.StatusForbidden, c.do(r).status, "%s %v", path, header)
		}
	}
	require.Equal(t, shop, c.read("facts.yaml"))
	page := c.get("/s/facts.yaml")
	require.Empty(t, page.header.Get("Access-Control-Allow-Origin"))
	require.Equal(t, "same-origin", page.header.Get("Cross-Origin-Resource-Policy"))
	require.Empty(t, page.header.Values("Set-Cookie"), "no cookie is needed")
}

// TestPolicy: no page but a report has anything inline, and a report only what its own
// policy names by its digest.
func TestPolicy(t *testing.T) {
	t.Parallel()
	c := showing(t)
	for name, path := range everyPage(c) {
		page := c.get(path)
		want := http.StatusOK
		switch name {
		case "missing":
			want = http.StatusNotFound
		case "broken":
			want = http.StatusUnprocessableEntity
		}
		require.Equal(t, want, page.status, name)
		policy := page.header.Get("Content-Security-Policy")
		require.NotContains(t, policy, "unsafe", name)
		require.Contains(t, policy, "default-src 'none'", name)
		require.Contains(t, policy, "frame-ancestors 'none'", name)
		for _, inline := range []string{"<style", " style=", " onclick=", "<script>", "javascript:"} {
			require.NotContains(t, page.body, inline, name)
		}
		require.NotContains(t, page.body, "http://", "%s loads from elsewhere", name)
	}
	for _, format := range []string{"html", "html-brief", "audit-html"} {
		for _, report := range []page{c.get("/s/facts.yaml/report/" + format), c.send("/v1/evaluate?format="+format, "application/yaml", shop)} {
			policy := report.header.Get("Content-Security-Policy")
			require.NotContains(t, policy, "unsafe", format)
			require.Contains(t, policy, "script-src 'sha256-", format)
			require.Contains(t, policy, "frame-ancestors 'none'", format)
		}
	}
}

// TestToken: with a token nothing is to be had without it, but whether the server lives.
func TestToken(t *testing.T) {
	t.Parallel()
	const token = "a token of more than sixteen"
	c := serving(t, shop, func(o *serve.Options) { o.Token = token })
	ask := func(path string, change func(*http.Request)) int {
		r, err := http.NewRequestWithContext(t.Context(), http.MethodGet, c.URL+path, nil)
		require.NoError(t, err)
		change(r)
		return c.do(r).status
	}
	for _, path := range []string{"/", "/s/facts.yaml", "/v1/schema", "/openapi.json", "/assets/page.css", "/nothing"} {
		require.Equal(t, http.StatusUnauthorized, ask(path, func(*http.Request) {}), path)
		require.Equal(t, http.StatusUnauthorized, ask(path, func(r *http.Request) { r.Header.Set("Authorization", "Bearer "+token+"x") }), path)
		require.Equal(t, http.StatusUnauthorized, ask(path, func(r *http.Request) { r.SetBasicAuth(token, "") }), path)
	}
	require.Equal(t, http.StatusOK, ask("/v1/schema", func(r *http.Request) { r.Header.Set("Authorization", "Bearer "+token) }))
	require.Equal(t, http.StatusOK, ask("/s/facts.yaml", func(r *http.Request) { r.SetBasicAuth("anna", token) }))
	require.Equal(t, http.StatusOK, ask("/healthz", func(*http.Request) {}))
}

// TestSlowClients: who sends the headers of a request a byte at a time is cut off.
func TestSlowClients(t *testing.T) {
	t.Parallel()
	if testing.Short() {
		t.Skip("waits until a client is cut off")
	}
	_, address, stop := running(t, shop)
	conn, err := net.Dial("tcp", address)
	require.NoError(t, err)
	defer conn.Close()
	_, err = io.WriteString(conn, "GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow: ")
	require.NoError(t, err)
	require.NoError(t, conn.SetReadDeadline(time.Now().Add(12*time.Second)))
	begin := time.Now()
	_, err = io.Copy(io.Discard, conn)
	require.NoError(t, err, "the connection is closed by the server, and not by the deadline of the test")
	require.Less(t, time.Since(begin), 10*time.Second)
	require.NoError(t, stop())
}

// TestLargeHeaders: a request whose headers are too large is refused.
func TestLargeHeaders(t *testing.T) {
	t.Parallel()
	_, address, stop := running(t, shop)
	conn, err := net.Dial("tcp", address)
	require.NoError(t, err)
	defer conn.Close()
	go func() {
		_, _ = io.WriteString(conn, "GET / HTTP/1.1\r\nHost: localhost\r\nX-Large: "+strings.Repeat("x", 200<<10)+"\r\n\r\n")
	}()
	status, _ := bufio.NewReader(conn).ReadString('\n')
	require.NotContains(t, status, "200")
	require.NoError(t, stop())
}

// TestTooMuch: what is too large is refused, and the server lives on.
func TestTooMuch(t *testing.T) {
	t.Parallel()
	c := serving(t, shop)
	form := url.Values{"at": {report15}, "answer": {strings.Repeat("y", 2<<20)}}
	require.Equal(t, http.StatusRequestEntityTooLarge, c.post("/s/facts.yaml/answer", form).status)
	require.Equal(t, shop, c.read("facts.yaml"))
	require.Equal(t, http.StatusOK, c.get("/healthz").status)
}
