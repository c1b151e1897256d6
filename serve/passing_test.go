package serve_test

import (
	"net/http"
	"net/url"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestPassOver: what is not known is not written and not asked again, until it is.
func TestPassOver(t *testing.T) {
	t.Parallel()
	c := serving(t, shop)
	form := c.answering(report15, "")
	form.Set("do", "pass")
	passed := c.post("/s/facts.yaml/answer", form)
	require.Contains(t, passed.text(), "Passed over: Has at least one transparency report")
	require.NotContains(t, passed.body, `name="at" value="`+report15)
	require.Equal(t, shop, c.read("facts.yaml"))
	require.Contains(t, c.get("/s/facts.yaml?by=passed").body, `name="at" value="`+report15)
	form.Set("do", "again")
	c.post("/s/facts.yaml/answer", form)
	require.NotContains(t, c.get("/s/facts.yaml").text(), "Passed over 1")
}

// TestForget: an answer can be taken out of the file; nobody knows then.
func TestForget(t *testing.T) {
	t.Parallel()
	c := serving(t, shop)
	form := c.answering("/service/enterprise_size", "")
	form.Set("do", "forget")
	require.Equal(t, http.StatusOK, c.post("/s/facts.yaml/answer", form).status)
	require.Contains(t, c.read("facts.yaml"), "enterprise_size: null\n")
}

// TestDoesNotApply: what does not concern the service is said by the fact that says so,
// and never by a value of what was asked.
func TestDoesNotApply(t *testing.T) {
	t.Parallel()
	c := serving(t, shop)
	const fact = "/reporting_pipeline/notice_form_reason_field"
	require.Contains(t, c.get("/s/facts.yaml/fact?at="+fact).body, `value="notours"`)
	const says = "/reporting_pipeline/notice_mechanism_exists"
	c.post("/s/facts.yaml/answer", url.Values{"at": {says}, "do": {"pass"}})
	require.Contains(t, c.get("/s/facts.yaml?by=passed").body, `value="`+says+`"`)
	form := c.answering(fact, "")
	form.Set("do", "notours")
	saved := c.post("/s/facts.yaml/answer", form)
	require.Equal(t, http.StatusOK, saved.status)
	require.Contains(t, saved.text(), "Saved:")
	require.Contains(t, c.get("/s/facts.yaml?by=passed").text(), "You have passed no question over", "what is answered is not passed over")
	require.NotContains(t, c.read("facts.yaml"), "notice_form_reason_field")
	require.Contains(t, c.read("facts.yaml"), "notice_mechanism_exists: false")
	require.Equal(t, http.StatusConflict, c.post("/s/facts.yaml/answer", form).status, "it is no question any more")
}

// TestNoPassingOverWhatIsGiven: whoever does not know what the file says takes it back; to
// pass it over would leave it there.
func TestNoPassingOverWhatIsGiven(t *testing.T) {
	t.Parallel()
	c := serving(t, shop)
	for fact, given := range map[string]bool{"/service/enterprise_size": true, "/service/size_status_lost": true, report15: false, "/service/amar_value": false} {
		page := c.get("/s/facts.yaml/fact?at=" + fact).body
		require.Equal(t, given, strings.Contains(page, `name="do" value="forget"`), fact)
		require.Equal(t, !given, strings.Contains(page, `name="do" value="pass"`), fact)
	}
}
