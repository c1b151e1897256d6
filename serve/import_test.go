package serve_test

import (
	"bytes"
	"encoding/base64"
	"html"
	"mime/multipart"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/internal/sordump"
)

// upload sends files to be read.
func (c *client) upload(path string, fields map[string]string, files map[string]string) page {
	c.t.Helper()
	var b bytes.Buffer
	w := multipart.NewWriter(&b)
	for name, value := range fields {
		require.NoError(c.t, w.WriteField(name, value))
	}
	for name, content := range files {
		part, err := w.CreateFormFile("files", name)
		require.NoError(c.t, err)
		_, err = part.Write([]byte(content))
		require.NoError(c.t, err)
	}
	require.NoError(c.t, w.Close())
	r, err := http.NewRequestWithContext(c.t.Context(), http.MethodPost, c.URL+path, &b)
	require.NoError(c.t, err)
	r.Header.Set("Content-Type", w.FormDataContentType())
	return c.do(r)
}

var (
	hiddenField = regexp.MustCompile(`<input type="hidden" name="(document|seen)" value="([^"]*)">`)
	offered     = regexp.MustCompile(`<input type="checkbox" name="take" value="([^"]*)"[^>]*?( checked)?>`)
)

// taking is the form that offers what was read, as it stands on the page.
func taking(p page) (form url.Values, others []string) {
	form = url.Values{}
	for _, m := range hiddenField.FindAllStringSubmatch(p.body, -1) {
		form.Set(m[1], html.UnescapeString(m[2]))
	}
	for _, m := range offered.FindAllStringSubmatch(p.body, -1) {
		if m[2] != "" {
			form.Add("take", html.UnescapeString(m[1]))
		} else {
			others = append(others, html.UnescapeString(m[1]))
		}
	}
	return form, others
}

// TestImportReport: a report shows what it gives, with its cells, before anything is
// taken; what is taken stands in the file with its source.
func TestImportReport(t *testing.T) {
	t.Parallel()
	c := serving(t, shop)
	content := reportPart(t)
	found := c.upload("/s/facts.yaml/import", nil, map[string]string{`C:\reports\10_AMAR.csv`: content})
	require.Equal(t, http.StatusOK, found.status, found.text())
	require.Contains(t, found.text(), "64 767 887 recipients")
	require.Contains(t, found.text(), "10_AMAR.csv, G2")
	require.NotContains(t, found.body, os.TempDir())
	require.Equal(t, shop, c.read("facts.yaml"), "nothing is taken yet")
	form, _ := taking(found)
	require.Contains(t, form["take"], "/service/amar_value")
	taken := c.post("/s/facts.yaml/take", form)
	require.Equal(t, http.StatusOK, taken.status, taken.text())
	require.Contains(t, taken.text(), "Taken over:")
	file := c.read("facts.yaml")
	require.Contains(t, file, "amar_value: 64767887")
	require.Contains(t, file, "/service/amar_value: [report-part-10.g2]")
	require.Contains(t, file, "# the short one")
	require.Equal(t, http.StatusConflict, c.post("/s/facts.yaml/take", form).status, "the file is not as it was shown any more")

	again := c.upload("/s/facts.yaml/import", nil, map[string]string{"10_AMAR.csv": content})
	require.Contains(t, again.text(), "As in the file already")
	form, others := taking(again)
	require.Empty(t, form["take"], "nothing is new")
	require.Equal(t, []string{"/service/name"}, others)
}

// reportPart is a part of a report in the template, which the tests of the command have.
func reportPart(t *testing.T) string {
	t.Helper()
	script, err := os.ReadFile("../cmd/evaluate/testdata/script/import_transparency_report.txtar")
	require.NoError(t, err)
	_, part, found := strings.Cut(string(script), "-- report/10_AMAR.csv --\n")
	require.True(t, found)
	part, _, _ = strings.Cut(part, "\n-- ")
	return part + "\n"
}

// TestImportConflicts: what the file says otherwise is shown beside it, and not taken
// unless it is chosen.
func TestImportConflicts(t *testing.T) {
	t.Parallel()
	c := serving(t, shop)
	other := `assessment: {date: 2020-01-01}
service: {name: Shop, categories: [hosting], enterprise_size: large}
minors: {terms_allow_minors: false}
sources: {a: {title: Audit}}
provenance: {/minors: {sources: [a], status: documented}}
`
	found := c.upload("/s/facts.yaml/import", nil, map[string]string{"answers.yaml": other})
	require.Contains(t, found.text(), "The file says otherwise")
	form, others := taking(found)
	require.Equal(t, []string{"/minors/terms_allow_minors"}, form["take"])
	require.ElementsMatch(t, []string{"/service/categories", "/service/enterprise_size"}, others)
	form.Add("take", "/service/enterprise_size")
	require.Equal(t, http.StatusOK, c.post("/s/facts.yaml/take", form).status)
	file := c.read("facts.yaml")
	require.Contains(t, file, "date: 2026-11-01", "the day of the assessment stays")
	require.Contains(t, file, "enterprise_size: large")
	require.Contains(t, file, "categories: [hosting, online_platform]")
	require.Contains(t, file, "/minors/terms_allow_minors: {sources: [a], status: documented}")
}

// TestImportStatements: a dump of one platform gives its counts; of several it has to be
// said whose are meant.
func TestImportStatements(t *testing.T) {
	t.Parallel()
	c := serving(t, shop)
	dir := t.TempDir()
	dump, err := sordump.Options{Seed: 1, Day: "2025-07-22", Light: true, Archives: 1, Files: 1, Rows: 300}.WriteDay(dir)
	require.NoError(t, err)
	content, err := os.ReadFile(dump)
	require.NoError(t, err)
	found := c.upload("/s/facts.yaml/import", nil, map[string]string{filepath.Base(dump): string(content)})
	require.Equal(t, http.StatusUnprocessableEntity, found.status)
	require.Contains(t, found.text(), "Whose statements?")
	names := strings.Split(regexp.MustCompile(`Whose statements\? ([^.<]*)`).FindStringSubmatch(found.text())[1], ", ")
	found = c.upload("/s/facts.yaml/import", map[string]string{"platform": names[0]}, map[string]string{filepath.Base(dump): string(content)})
	require.Equal(t, http.StatusOK, found.status, found.text())
	require.Contains(t, found.text(), "New facts")
	require.NotContains(t, found.body, os.TempDir())
}

// TestImportRefused: what cannot be read is said, without a path of the machine.
func TestImportRefused(t *testing.T) {
	t.Parallel()
	c := serving(t, shop)
	for name, content := range map[string]string{
		"report.zip": "no archive", "report.csv": "a,b\n1,2\n", "x.yaml": "service: {nam: 1}\n", "x.json": "[", "sor-global-2025-07-22-full.zip": "no archive",
		"..": "x", "../../x.yaml": "service: [", "book.xlsx": "no workbook", strings.Repeat("n", 300) + ".csv": "a\n", "..\\..\\a.csv": "", "": "x",
	} {
		refused := c.upload("/s/facts.yaml/import", nil, map[string]string{name: content})
		require.GreaterOrEqual(t, refused.status, 400, name)
		require.Less(t, refused.status, 500, "%q: %s", name, refused.text())
		require.NotContains(t, refused.body, os.TempDir(), name)
	}
	require.Equal(t, http.StatusBadRequest, c.post("/s/facts.yaml/import", nil).status)
	require.Equal(t, http.StatusUnprocessableEntity, c.upload("/s/facts.yaml/import", map[string]string{"complete": "1"}, nil).status)
	require.Equal(t, http.StatusUnprocessableEntity, c.post("/s/facts.yaml/take", url.Values{"document": {base64.RawURLEncoding.EncodeToString([]byte("service: {name: X, categories: [hosting]}\n"))}}).status)
	require.Equal(t, http.StatusUnprocessableEntity, c.post("/s/facts.yaml/take", url.Values{"document": {base64.RawURLEncoding.EncodeToString([]byte("service: {nam: X}\n"))}, "take": {"/service/nam"}}).status)
	require.Equal(t, shop, c.read("facts.yaml"))
}
