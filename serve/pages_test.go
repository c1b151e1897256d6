package serve_test

import (
	"encoding/json"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/engine/render"
	"github.com/dsaeval/dsaeval/internal/explained"
	"github.com/dsaeval/dsaeval/serve"
)

// TestPages reads every page about a shown case.
func TestPages(t *testing.T) {
	t.Parallel()
	content, err := os.ReadFile("../fixtures/cases/temu-2026-05-decision/facts.yaml")
	require.NoError(t, err)
	c := serving(t, string(content))
	for path, says := range map[string][]string{
		"/":                                         {"Temu", "facts.yaml", "breach"},
		"/s/facts.yaml":                             {"Temu", "What decides most", "Chapter III, Section 5", "The law caps a decision at"},
		"/s/facts.yaml?by=section":                  {"By section", "Reporting pipeline"},
		"/s/facts.yaml?by=article&of=16":            {"By article", "Is there a working mechanism"},
		"/s/facts.yaml?by=given":                    {"In the file:"},
		"/s/facts.yaml?q=minors":                    {"Questions with “minors”"},
		"/s/facts.yaml/obligation/dsa.art34.1":      {"Art. 34(1)", "What would change it", "How the verdict follows", "Official text"},
		"/s/facts.yaml/calendar":                    {"What falls due", "iCalendar"},
		"/s/facts.yaml/days":                        {"All days"},
		"/s/facts.yaml/papers":                      {"html-brief", "The file of facts itself"},
		"/s/facts.yaml/import":                      {"harmonised transparency report"},
		"/s/facts.yaml/fact?at=/service/categories": {"Which kinds of intermediary service", "In the file:"},
	} {
		page := c.get(path)
		require.Equal(t, http.StatusOK, page.status, path)
		for _, each := range says {
			require.Contains(t, page.text(), each, path)
		}
		require.NotRegexp(t, `\[[a-z]+\.[a-z._]+\]`, page.text(), "a text is missing in the catalogue: %s", path)
		require.NotContains(t, page.body, c.dir, "no path of the machine")
	}
	for _, f := range render.Formats() {
		report := c.get("/s/facts.yaml/report/" + string(f) + "?save=1")
		require.Equal(t, http.StatusOK, report.status, f)
		require.Contains(t, report.header.Get("Content-Disposition"), "facts-report")
		require.NotEmpty(t, report.body)
	}
	require.Equal(t, string(content), c.get("/s/facts.yaml/file").body)
	require.Contains(t, c.get("/s/facts.yaml/calendar?format=ical").body, "BEGIN:VCALENDAR")
	for _, path := range []string{"/nothing", "/s/facts.yaml/report/pdf", "/s/facts.yaml/obligation/dsa.art999", "/s/facts.yaml/fact?at=/x", "/s/..%2Ffacts.yaml", "/s/%2Fetc%2Fpasswd", "/w/facts.yaml", "/assets/page.go"} {
		require.Equal(t, http.StatusNotFound, c.get(path).status, path)
	}
	require.Contains(t, c.get("/s/none.facts.yaml").text(), "There is no such file of facts in this folder. Back", "an error is a sentence")
}

// TestSaysWhyAsTheCommand: how a verdict follows is told in the lines that evaluate
// explain and the HTML report have.
func TestSaysWhyAsTheCommand(t *testing.T) {
	t.Parallel()
	content, err := os.ReadFile("../fixtures/cases/temu-2026-05-decision/facts.yaml")
	require.NoError(t, err)
	c := serving(t, string(content))
	documents, err := built().Load("facts.yaml", content)
	require.NoError(t, err)
	for id, line := range map[string]string{
		"dsa.art6.1":  "it is noted, on any of these grounds",
		"dsa.art14.5": "unless ",
		"dsa.art16.1": "no fact decides it: a reading, a figure or a benchmark does",
		"dsa.art34.1": "words of the law: ",
	} {
		x, err := built().Explain(t.Context(), documents[0], id)
		require.NoError(t, err)
		var lines []string
		var walk func(parts []explained.Part)
		walk = func(parts []explained.Part) {
			for _, part := range parts {
				lines = append(lines, part.Lines...)
				walk(part.Of)
			}
		}
		walk(explained.Parts(x))
		require.Contains(t, strings.Join(lines, "\n"), line, "what %s is here for", id)
		text := c.get("/s/facts.yaml/obligation/" + id).text()
		_, text, found := strings.Cut(text, "How the verdict follows")
		require.True(t, found)
		for _, each := range lines { // in this order
			_, text, found = strings.Cut(text, strings.Join(strings.Fields(each), " "))
			require.True(t, found, "%s: %s", id, each)
		}
	}
}

// TestBroken: a file that cannot be judged says why and where, and stays as it is.
func TestBroken(t *testing.T) {
	t.Parallel()
	c := serving(t, "service:\n  nam: Shop\n")
	page := c.get("/s/facts.yaml")
	require.Equal(t, http.StatusUnprocessableEntity, page.status)
	require.Contains(t, page.text(), "facts.yaml:2:3")
	require.Contains(t, c.get("/").text(), "cannot be judged")
	c.write("facts.yaml", "service:\n  name: Shop\n")
	require.Contains(t, c.get("/s/facts.yaml").text(), "does not say on which day")
	require.Equal(t, http.StatusUnprocessableEntity, c.post("/s/facts.yaml/answer", url.Values{"at": {report15}, "answer": {"no"}, "was": {""}}).status)
	require.Equal(t, "service:\n  name: Shop\n", c.read("facts.yaml"))
}

// TestSeveral: a folder is a list of services, JSON among them, and each is answered for
// in its own file and form.
func TestSeveral(t *testing.T) {
	t.Parallel()
	c := serving(t, shop)
	require.NoError(t, os.MkdirAll(filepath.Join(c.dir, "group", "eu"), 0o755))
	const second = "{\n  \"assessment\": {\"date\": \"2026-11-01\"},\n  \"service\": {\"name\": \"Forum\", \"categories\": [\"hosting\"]}\n}\n"
	c.write("group/eu/forum.facts.json", second)
	list := c.get("/")
	require.Contains(t, list.text(), "Forum")
	require.Contains(t, list.text(), "Shop")
	at := "/s/" + url.PathEscape("group/eu/forum.facts.json")
	require.Contains(t, list.body, `href="`+at+`"`)
	require.Contains(t, c.get(at).text(), "Forum")
	saved := c.post(at+"/answer", url.Values{"at": {"/service/enterprise_size"}, "answer": {"large"}, "was": {""}})
	require.Equal(t, http.StatusOK, saved.status)
	require.Equal(t, at, saved.url.EscapedPath())
	file := c.read("group/eu/forum.facts.json")
	require.True(t, json.Valid([]byte(file)), file)
	require.Contains(t, file, `"enterprise_size": "large"`)
	require.Equal(t, shop, c.read("facts.yaml"))
	require.Equal(t, "attachment; filename=forum.facts.json", c.get(at+"/file").header.Get("Content-Disposition"))
	c.write("other.facts.yaml", strings.Replace(shop, "name: Shop", "name: \"Two: three\"", 1))
	require.Contains(t, c.get("/").text(), "Two: three")
}

// TestOnly: where one file is served, no other is to be seen or begun.
func TestOnly(t *testing.T) {
	t.Parallel()
	c := serving(t, shop, func(o *serve.Options) { o.Only = "facts.yaml" })
	c.write("secret.facts.yaml", strings.Replace(shop, "name: Shop", "name: Secret", 1))
	require.NotContains(t, c.get("/").text(), "Secret")
	require.NotContains(t, c.get("/").text(), "Begin with a service")
	require.Equal(t, http.StatusNotFound, c.get("/s/secret.facts.yaml").status)
	require.Equal(t, http.StatusUnprocessableEntity, c.post("/begin", url.Values{"date": {"2026-11-01"}, "file": {"new.facts.yaml"}}).status)
	require.Equal(t, http.StatusOK, c.get("/s/facts.yaml").status)
}
