package serve_test

import (
	"encoding/json"
	"html"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// payload tries to get out of text, an attribute, an address and a script at once.
const payload = `"'></script></title></textarea><script>window.pwned=1</script><img src=x onerror=window.pwned=1>javascript:window.pwned=1{{.}}` + "\u202e"

// hostileFacts has the payload in every place that takes any words.
func hostileFacts(t *testing.T) string {
	t.Helper()
	text, err := json.Marshal(payload)
	require.NoError(t, err)
	p := string(text)
	return `{"assessment": {"date": "2026-11-01"}, "service": {"name": ` + p + `, "provider": ` + p + `, "id": ` + p + `, "categories": ["hosting", "online_platform"],
		"offers_services_in_eu": true, "offered_in_union_since": "2019-05-01", "enterprise_size": "medium", "size_status_lost": false, "designation_status": "none"},
		"transparency_reports": {"transparency_report_published": false},
		"sources": {"s": {"title": ` + p + `, "url": "https://example.org/x", "note": ` + p + `}},
		"provenance": {"/transparency_reports/transparency_report_published": ["s"], "/service/name": ["s"]}}`
}

// TestHostile sends the payload in every field of the page and of the API. Whatever the
// answer is, it holds no markup of the payload, and no field does anything but what it
// says.
func TestHostile(t *testing.T) {
	t.Parallel()
	c := serving(t, hostileFacts(t))
	file := c.read("facts.yaml")
	fields := []string{"at", "answer", "was", "seen", "back", "input", "source", "day", "status", "do", "none", "name", "date", "file", "document", "take", "begin-service.categories", "platform"}
	check := func(note string, answer page) {
		t.Helper()
		require.Less(t, answer.status, 500, note)
		require.NotContains(t, answer.body, "<script>window", note)
		require.NotContains(t, answer.body, "<img src=x", note)
		require.NotContains(t, answer.body, "\u202e", "%s: the direction of text is turned", note)
		require.NotContains(t, answer.body, `javascript:window.pwned=1"`, note)
		require.NotContains(t, answer.header.Get("Location"), "\n", note)
	}
	was := c.answering(report15, "yes").Get("was")
	for _, path := range []string{"/begin", "/s/facts.yaml/answer", "/s/facts.yaml/undo", "/s/facts.yaml/take", "/s/facts.yaml/import", "/w/facts.yaml/answer", "/w/facts.yaml/keep", "/s/" + url.PathEscape(payload) + "/answer"} {
		all := url.Values{}
		for _, field := range fields {
			check(path+" "+field, c.post(path, url.Values{field: {payload}, "at": {report15}, "answer": {"yes"}, "was": {was}, field + " ": {payload}}))
			all.Set(field, payload)
		}
		check(path, c.post(path, all))
	}
	q := url.QueryEscape(payload)
	for _, path := range []string{
		"/s/facts.yaml?by=" + q + "&of=" + q + "&q=" + q, "/s/facts.yaml?q=" + q, "/s/facts.yaml?by=section&of=" + q, "/s/facts.yaml?did=saved&fact=" + q + "&since=" + q + "&merged=" + q, "/s/facts.yaml?did=taken&n=" + q,
		"/s/facts.yaml/fact?at=" + q, "/s/facts.yaml/obligation/" + url.PathEscape(payload), "/s/facts.yaml/obligation/dsa.art15.1?all=" + q, "/s/facts.yaml/report/" + url.PathEscape(payload),
		"/s/" + url.PathEscape(payload), "/assets/" + url.PathEscape(payload), "/s/facts.yaml/report/html", "/s/facts.yaml/obligation/dsa.art15.1", "/s/facts.yaml?by=given", "/",
	} {
		check(path, c.get(path))
	}
	for _, path := range []string{"/v1/evaluate?as_of=" + q, "/v1/evaluate?only=" + q, "/v1/evaluate?format=" + q, "/v1/evaluate?" + q + "=1", "/v1/explain?id=" + q, "/v1/next-questions?section=" + q + "&skip=" + q, "/v1/diff?undetermined=" + q} {
		answer := c.send(path, "application/json", file)
		require.Less(t, answer.status, 500, path)
		require.NotContains(t, answer.header.Get("Content-Type"), "html", path)
		require.Equal(t, "nosniff", answer.header.Get("X-Content-Type-Options"))
	}
	asHTML := c.send("/v1/evaluate?format=html", "application/json", file)
	check("report", asHTML)
	require.Contains(t, html.UnescapeString(asHTML.body), "window.pwned=1", "it is shown as text")
	_, err := built().Load("facts.yaml", []byte(c.read("facts.yaml")))
	require.NoError(t, err, "the file is still valid:\n%s", c.read("facts.yaml"))
	require.Equal(t, http.StatusOK, c.get("/s/facts.yaml").status)
	require.Contains(t, strings.ToLower(c.get("/s/facts.yaml").header.Get("Content-Security-Policy")), "default-src 'none'")
}
