package serve_test

import (
	"context"
	"html"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/engine"
	"github.com/dsaeval/dsaeval/serve"
)

// built is the engine of all tests: it takes a while to make.
var built = sync.OnceValue(func() *engine.Engine {
	eng, err := engine.New(context.Background())
	if err != nil {
		panic(err)
	}
	return eng
})

// client asks a server about a folder of its own.
type client struct {
	t   *testing.T
	dir string
	*httptest.Server
	http *http.Client
}

func today() time.Time { return time.Date(2026, 11, 1, 12, 0, 0, 0, time.UTC) }

// serving starts a server on an empty folder, or on one with a file of facts.
func serving(t *testing.T, facts string, change ...func(*serve.Options)) *client {
	t.Helper()
	c := &client{t: t, dir: t.TempDir()}
	if facts != "" {
		c.write("facts.yaml", facts)
	}
	options := serve.Options{Engine: built(), Dir: c.dir, Today: today}
	for _, each := range change {
		each(&options)
	}
	server, err := serve.New(options)
	require.NoError(t, err)
	c.Server = httptest.NewServer(server.Handler())
	c.http = c.Server.Client()
	t.Cleanup(func() {
		c.Server.Close()
		require.NoError(t, server.Close())
	})
	return c
}

func (c *client) write(name, content string) {
	c.t.Helper()
	require.NoError(c.t, os.WriteFile(filepath.Join(c.dir, name), []byte(content), 0o644))
}

func (c *client) read(name string) string {
	c.t.Helper()
	content, err := os.ReadFile(filepath.Join(c.dir, name))
	require.NoError(c.t, err)
	return string(content)
}

// page is an answer as a browser sees it, redirections followed.
type page struct {
	status int
	url    *url.URL
	header http.Header
	body   string
}

func (c *client) do(r *http.Request) page {
	c.t.Helper()
	answer, err := c.http.Do(r)
	require.NoError(c.t, err)
	defer answer.Body.Close()
	body, err := io.ReadAll(answer.Body)
	require.NoError(c.t, err)
	return page{answer.StatusCode, answer.Request.URL, answer.Header, string(body)}
}

func (c *client) get(path string) page {
	c.t.Helper()
	r, err := http.NewRequestWithContext(c.t.Context(), http.MethodGet, c.URL+path, nil)
	require.NoError(c.t, err)
	return c.do(r)
}

func (c *client) post(path string, form url.Values) page {
	c.t.Helper()
	r, err := http.NewRequestWithContext(c.t.Context(), http.MethodPost, c.URL+path, strings.NewReader(form.Encode()))
	require.NoError(c.t, err)
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	return c.do(r)
}

var tags = regexp.MustCompile(`<[^>]*>|\s+`)

// text is what a page says, on one line.
func (p page) text() string {
	return strings.Join(strings.Fields(html.UnescapeString(tags.ReplaceAllString(p.body, " "))), " ")
}

// hidden is the value of a hidden field of the form for a fact.
func (p page) hidden(t testing.TB, fact, name string) string {
	t.Helper()
	_, form, found := strings.Cut(p.body, `name="at" value="`+fact+`"`)
	require.True(t, found, "no question for %s", fact)
	_, value, found := strings.Cut(form, `name="`+name+`" value="`)
	require.True(t, found)
	value, _, _ = strings.Cut(value, `"`)
	return html.UnescapeString(value)
}

const shop = `# The shop, as Anna told it
assessment: {date: 2026-11-01}
service:
  name: Shop # the short one
  categories: [hosting, online_platform]
  offers_services_in_eu: true
  offered_in_union_since: 2019-05-01
  enterprise_size: medium
  size_status_lost: false
  designation_status: none
`

// answering is the form for a fact as the page has it, with an answer.
func (c *client) answering(fact, answer string) url.Values {
	c.t.Helper()
	shown := c.get("/s/facts.yaml/fact?at=" + url.QueryEscape(fact))
	require.Equal(c.t, http.StatusOK, shown.status)
	return url.Values{"at": {fact}, "answer": {answer}, "was": {shown.hidden(c.t, fact, "was")}, "seen": {shown.hidden(c.t, fact, "seen")}}
}
