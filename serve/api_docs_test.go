package serve_test

import (
	"bytes"
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/internal/golden"
)

// bazaar are the facts that docs/api.md asks about.
const bazaar = `assessment: {date: 2026-11-01}
service: {name: Bazaar, categories: [marketplace, online_platform, hosting], offers_services_in_eu: true, offered_in_union_since: 2019-05-01, enterprise_size: medium, size_status_lost: false, designation_status: none}
transparency_reports: {transparency_report_published: false}
`

// sent are the files of the examples.
var sent = map[string]string{
	"facts.yaml":  bazaar,
	"wrong.yaml":  strings.Replace(bazaar, "enterprise_size: medium", "enterprise_size: mediocre", 1),
	"many.ndjson": `{"assessment":{"date":"2026-11-01"},"service":{"name":"Bazaar","categories":["hosting"]}}` + "\n" + `{"service":{"nam":"Bazaar"}}` + "\n",
	"sides.json": `{"old": {"assessment":{"date":"2026-11-01"},"service":{"name":"Bazaar","categories":["hosting","online_platform"],"offers_services_in_eu":true,"offered_in_union_since":"2019-05-01","enterprise_size":"medium","size_status_lost":false,"designation_status":"none"}},
		"new": {"assessment":{"date":"2026-11-01"},"service":{"name":"Bazaar","categories":["hosting","online_platform"],"offers_services_in_eu":true,"offered_in_union_since":"2019-05-01","enterprise_size":"medium","size_status_lost":false,"designation_status":"none"},"transparency_reports":{"transparency_report_published":false}}}`,
}

var (
	curl     = regexp.MustCompile("(?ms)^\\$ curl ([^\n]*)\n(.*?)^```$")
	argument = regexp.MustCompile(`'([^']*)'|(\S+)`)
)

//go:generate go test -run TestAPIDocs . -update

// TestAPIDocs runs every example of docs/api.md. What stands below one are the first
// lines of the answer; a line that ends in … goes on.
func TestAPIDocs(t *testing.T) {
	t.Parallel()
	c := serving(t, "")
	for name, content := range sent {
		c.write(name, content)
	}
	file := filepath.Join("..", "docs", "api.md")
	content, err := os.ReadFile(file)
	require.NoError(t, err)
	examples := 0
	want := curl.ReplaceAllStringFunc(string(content), func(block string) string {
		examples++
		parts := curl.FindStringSubmatch(block)
		answer := c.do(c.curl(parts[1]))
		lines := strings.Split(strings.TrimRight(answer.body, "\n"), "\n")
		shown := strings.Count(parts[2], "\n")
		return "$ curl " + parts[1] + "\n" + firstLines(lines, shown) + "```"
	})
	require.Greater(t, examples, 8)
	golden.Equal(t, file, want)
}

// firstLines are the first lines of an answer, none too long for a page.
func firstLines(lines []string, n int) string {
	const width = 150
	var b strings.Builder
	for i := range min(n, len(lines)) {
		if runes := []rune(lines[i]); len(runes) > width {
			lines[i] = string(runes[:width]) + " …"
		}
		b.WriteString(lines[i] + "\n")
	}
	return b.String()
}

// curl makes the request that a command line of curl would.
func (c *client) curl(line string) *http.Request {
	c.t.Helper()
	var words []string
	for _, match := range argument.FindAllStringSubmatch(line, -1) {
		words = append(words, match[1]+match[2])
	}
	method, address, body := http.MethodGet, "", []byte(nil)
	header := http.Header{}
	for i := 0; i < len(words); i++ {
		switch words[i] {
		case "-s":
		case "-H":
			i++
			key, value, _ := strings.Cut(words[i], ": ")
			header.Set(key, value)
		case "--data-binary":
			i++
			name, _ := strings.CutPrefix(words[i], "@")
			method, body = http.MethodPost, []byte(c.read(name))
			if header.Get("Content-Type") == "" {
				header.Set("Content-Type", "application/x-www-form-urlencoded") // as curl does
			}
		default:
			address = words[i]
		}
	}
	path, found := strings.CutPrefix(address, "http://127.0.0.1:8787")
	require.True(c.t, found, line)
	r, err := http.NewRequestWithContext(c.t.Context(), method, c.URL+path, bytes.NewReader(body))
	require.NoError(c.t, err)
	r.Header = header
	return r
}
