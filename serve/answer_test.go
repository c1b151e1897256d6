package serve_test

import (
	"net/http"
	"net/url"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

const report15 = "/transparency_reports/transparency_report_published"

// TestBegin: seven answers make a file that the command could have begun.
func TestBegin(t *testing.T) {
	t.Parallel()
	c := serving(t, "")
	start := c.get("/")
	require.Equal(t, http.StatusOK, start.status)
	require.Contains(t, start.text(), "No service yet")
	require.Contains(t, start.body, `value="2026-11-01"`)
	form := url.Values{
		"name": {"Bazaar"}, "date": {"2026-11-01"}, "file": {"facts.yaml"}, "begin-service.categories": {"hosting", "online_platform"},
		"begin-service.enterprise_size": {"medium"}, "begin-service.designation_status": {"none"}, "begin-service.offers_services_in_eu": {"yes"},
		"begin-advertising.presents_advertisements": {""},
	}
	begun := c.post("/begin", form)
	require.Equal(t, http.StatusOK, begun.status)
	require.Equal(t, "/s/facts.yaml", begun.url.Path)
	require.Contains(t, begun.text(), "Bazaar")
	file := c.read("facts.yaml")
	require.Contains(t, file, "  categories: [hosting, online_platform]\n")
	require.Contains(t, file, "  name: Bazaar\n")
	require.Contains(t, file, "notice_mechanism_exists: null\n", "what remains to be said stands in the file")

	again := c.post("/begin", form)
	require.Equal(t, http.StatusUnprocessableEntity, again.status)
	require.Contains(t, again.text(), "The file facts.yaml is there already")
	require.Contains(t, again.body, `value="Bazaar"`, "what was typed is not lost")
	require.Equal(t, file, c.read("facts.yaml"))
	for _, name := range []string{"../facts.yaml", "/etc/facts.yaml", "notes.txt", "no/such/facts.yaml", ".facts.yaml"} {
		form.Set("file", name)
		require.Equal(t, http.StatusUnprocessableEntity, c.post("/begin", form).status, name)
	}
	require.Contains(t, c.get("/").text(), "left empty, it is made of the name of the service")
	form.Set("file", "")
	form.Set("name", "Bazaar: the Second")
	require.Equal(t, "/s/bazaar-the-second.facts.yaml", c.post("/begin", form).url.Path)
	require.Contains(t, c.read("bazaar-the-second.facts.yaml"), `name: "Bazaar: the Second"`)
	form.Set("file", "third.facts.yaml")
	for day, said := range map[string]string{
		"yesterday":  `"yesterday" is not a calendar day`,
		"9999-12-31": "9999-12-31; days are reckoned with from 1900-01-01",
	} {
		form.Set("date", day)
		refused := c.post("/begin", form)
		require.Equal(t, http.StatusUnprocessableEntity, refused.status)
		require.Contains(t, refused.text(), said)
	}
	require.Contains(t, c.get("/").text(), "Bazaar")
}

// TestAnswer: an answer goes into the file with its source, the verdicts move, and it
// can be taken back.
func TestAnswer(t *testing.T) {
	t.Parallel()
	c := serving(t, shop)
	form := c.answering(report15, "no")
	form.Set("source", "Interview with Anna")
	form.Set("day", "2026-10-30")
	form.Set("status", "self_declared")
	saved := c.post("/s/facts.yaml/answer", form)
	require.Equal(t, http.StatusOK, saved.status)
	require.Contains(t, saved.text(), "Saved: Has at least one transparency report been published for the service? no. Settled: 1 breach, 9 not applicable.")
	require.Contains(t, saved.body, `fresh"`, "what has changed is marked")
	file := c.read("facts.yaml")
	require.True(t, strings.HasPrefix(file, shop), "what stood there stands there as it did:\n%s", file)
	require.Contains(t, file, "transparency_report_published: false")
	require.Contains(t, file, `interview-with-anna: {accessed_on: 2026-10-30, title: Interview with Anna}`)
	require.Contains(t, file, "/transparency_reports/transparency_report_published: {sources: [interview-with-anna], status: self_declared}")

	undone := c.post("/s/facts.yaml/undo", url.Values{"seen": {c.get("/s/facts.yaml/fact?at="+url.QueryEscape(report15)).hidden(t, report15, "seen")}})
	require.Equal(t, http.StatusOK, undone.status)
	require.Contains(t, undone.text(), "Taken back")
	require.Equal(t, shop, c.read("facts.yaml"))
}

// TestRefusedAnswers: what is no answer, or contradicts other facts, is not written, and
// what was typed is not lost.
func TestRefusedAnswers(t *testing.T) {
	t.Parallel()
	c := serving(t, shop+"reporting_pipeline:\n  notices_automated_count: 10\n")
	for _, each := range []struct {
		fact, answer string
		more         url.Values
		says         string
	}{
		{report15, "", nil, "Choose an answer"},
		{report15, "perhaps", nil, "expected yes or no"},
		{report15, "yes", url.Values{"day": {"2026-10-30"}}, "none is named"},
		{report15, "yes", url.Values{"source": {"Anna"}, "day": {"yesterday"}}, "expected year, month and day"},
		{"/reporting_pipeline/notices_automated_count", "many", nil, "no answer here"},
		{"/reporting_pipeline/notices_automated_count", "-3", nil, "Nothing was written"},
		{"/service/offered_in_union_since", "2026-02-30", nil, "is no date"},
		{"/service/categories", "", nil, "Choose an answer"},
		{"/service/categories", "bakery", nil, "Choose an answer"},
		{"/service/categories", "hosting", url.Values{"none": {"1"}}, "Choose an answer"},
	} {
		form := c.answering(each.fact, each.answer)
		for key, values := range each.more {
			form[key] = values
		}
		before := c.read("facts.yaml")
		answer := c.post("/s/facts.yaml/answer", form)
		require.Equal(t, http.StatusUnprocessableEntity, answer.status, "%s %s", each.fact, each.answer)
		require.Contains(t, answer.text(), each.says)
		require.Equal(t, before, c.read("facts.yaml"))
	}
	require.Equal(t, http.StatusNotFound, c.post("/s/facts.yaml/answer", url.Values{"at": {"/service/nothing"}, "answer": {"yes"}}).status)
	require.Equal(t, http.StatusNotFound, c.post("/s/other.facts.yaml/answer", url.Values{"at": {report15}, "answer": {"yes"}}).status)
}

// TestChangedMeanwhile: an answer to another question is added to the file as it is now;
// the same question is not written over before whoever answers has seen the other answer.
func TestChangedMeanwhile(t *testing.T) {
	t.Parallel()
	c := serving(t, shop)
	mine := c.answering(report15, "no")
	c.write("facts.yaml", shop+"# by Ben\nadvertising:\n  presents_advertisements: true\n")
	saved := c.post("/s/facts.yaml/answer", mine)
	require.Equal(t, http.StatusOK, saved.status)
	require.Contains(t, saved.text(), "The file has changed since this page was drawn")
	require.Contains(t, c.read("facts.yaml"), "# by Ben\nadvertising:\n  presents_advertisements: true\n")

	mine = c.answering("/advertising/presents_advertisements", "yes")
	theirs := strings.Replace(c.read("facts.yaml"), "presents_advertisements: true", "presents_advertisements: false", 1)
	c.write("facts.yaml", theirs)
	refused := c.post("/s/facts.yaml/answer", mine)
	require.Equal(t, http.StatusConflict, refused.status)
	require.Contains(t, refused.text(), "Another hand has meanwhile written “no” here")
	require.Equal(t, theirs, c.read("facts.yaml"))
	again := c.answering("/advertising/presents_advertisements", "yes")
	require.Equal(t, http.StatusOK, c.post("/s/facts.yaml/answer", again).status)

	stale := c.post("/s/facts.yaml/undo", url.Values{"seen": {"of another time"}})
	require.Equal(t, http.StatusConflict, stale.status, "who has not seen the last answer does not take it back")
}

// TestSources: an answer that is confirmed keeps all its sources; another one has to have
// its own.
func TestSources(t *testing.T) {
	t.Parallel()
	const sourced = shop + "advertising:\n  presents_advertisements: true\nsources:\n  a: {title: Audit}\n  b: {title: Board}\nprovenance:\n  /advertising/presents_advertisements: [a, b]\n"
	c := serving(t, sourced)
	form := c.answering("/advertising/presents_advertisements", "yes")
	form.Set("source", "Audit")
	require.Equal(t, http.StatusOK, c.post("/s/facts.yaml/answer", form).status)
	require.Equal(t, sourced, c.read("facts.yaml"))
	form.Set("answer", "no")
	form.Del("source")
	refused := c.post("/s/facts.yaml/answer", form)
	require.Equal(t, http.StatusUnprocessableEntity, refused.status)
	require.Contains(t, refused.text(), "name that of the new one")
	form.Set("do", "forget")
	require.Equal(t, http.StatusOK, c.post("/s/facts.yaml/answer", form).status)
	require.Contains(t, c.read("facts.yaml"), "presents_advertisements: null")
}

// TestTry: a copy can be changed; the file changes when the copy is kept.
func TestTry(t *testing.T) {
	t.Parallel()
	c := serving(t, shop)
	copied := c.post("/s/facts.yaml/try", nil)
	require.Equal(t, "/w/facts.yaml", copied.url.Path)
	require.Contains(t, copied.text(), "This is a copy")
	answered := c.post("/w/facts.yaml/answer", url.Values{"at": {report15}, "answer": {"no"}, "was": {""}})
	require.Equal(t, http.StatusOK, answered.status)
	require.Equal(t, shop, c.read("facts.yaml"))
	compared := c.get("/w/facts.yaml/compare").text()
	require.Contains(t, compared, "Has at least one transparency report been published for the service? not known no")
	require.Contains(t, compared, "undetermined breach")
	kept := c.post("/w/facts.yaml/keep", nil)
	require.Equal(t, "/s/facts.yaml", kept.url.Path)
	require.Contains(t, c.read("facts.yaml"), "transparency_report_published: false")
	require.Equal(t, http.StatusNotFound, c.get("/w/facts.yaml").status)

	c.post("/s/facts.yaml/try", nil)
	c.post("/w/facts.yaml/answer", url.Values{"at": {"/minors/terms_allow_minors"}, "answer": {"no"}, "was": {""}})
	file := c.read("facts.yaml") + "# Ben was here\n"
	c.write("facts.yaml", file)
	require.Equal(t, http.StatusConflict, c.post("/w/facts.yaml/keep", nil).status)
	require.Contains(t, c.post("/w/facts.yaml/drop", nil).text(), "The copy is gone")
	require.Equal(t, file, c.read("facts.yaml"))
}

// TestTable: values by key are typed one a line, and shown so again.
func TestTable(t *testing.T) {
	t.Parallel()
	c := serving(t, shop)
	const fact = "/service/amar_by_member_state"
	form := c.answering(fact, "AT: 4200000\r\nMT: 310000")
	require.Equal(t, http.StatusOK, c.post("/s/facts.yaml/answer", form).status)
	require.Contains(t, c.read("facts.yaml"), "amar_by_member_state: {AT: 4200000, MT: 310000}")
	require.Contains(t, c.get("/s/facts.yaml/fact?at="+fact).body, ">AT: 4200000\nMT: 310000</textarea>")
	for _, wrong := range []string{"AT 4200000", "AT: [", "- AT", "AT: many", "Austria: 3"} {
		require.Equal(t, http.StatusUnprocessableEntity, c.post("/s/facts.yaml/answer", c.answering(fact, wrong)).status, wrong)
	}
	require.Equal(t, http.StatusOK, c.post("/s/facts.yaml/answer", c.answering(fact, `{"IE": 5}`)).status)
}
