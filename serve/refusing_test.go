package serve_test

import (
	"encoding/json"
	"net/http"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/serve"
)

// TestProblems: below /v1/ every error is a problem, whatever refuses; a wrong method is
// told with those that there are.
func TestProblems(t *testing.T) {
	t.Parallel()
	open, closed := serving(t, ""), serving(t, "", func(o *serve.Options) { o.Token = "0123456789abcdef" })
	for _, each := range []struct {
		c                 *client
		method, path      string
		name, value, host string
		status            int
		allow             string
	}{
		{c: open, method: "GET", path: "/v1/evaluate", status: 405, allow: "POST"},
		{c: open, method: "DELETE", path: "/v1/evaluate", status: 405, allow: "POST"},
		{c: open, method: "POST", path: "/v1/facts", status: 405, allow: "GET, HEAD"},
		{c: open, method: "GET", path: "/v1/nothing", status: 404},
		{c: open, method: "POST", path: "/v1/nothing", status: 404},
		{c: open, method: "GET", path: "/v1/", status: 404},
		{c: open, method: "GET", path: "/v1//facts", status: 404},
		{c: open, method: "POST", path: "/v1/evaluate", name: "Sec-Fetch-Site", value: "cross-site", status: 403},
		{c: open, method: "GET", path: "/v1/facts", host: "evil.example", status: 421},
		{c: closed, method: "GET", path: "/v1/facts", status: 401},
	} {
		note := each.method + " " + each.path
		r, err := http.NewRequestWithContext(t.Context(), each.method, each.c.URL+each.path, nil)
		require.NoError(t, err)
		if each.name != "" {
			r.Header.Set(each.name, each.value)
		}
		r.Host = each.host
		answer := each.c.do(r)
		require.Equal(t, each.status, answer.status, note)
		require.Equal(t, "application/problem+json", answer.header.Get("Content-Type"), note)
		require.Equal(t, each.allow, answer.header.Get("Allow"), note)
		var problem struct {
			Title, Detail string
			Status        int
		}
		require.NoError(t, json.Unmarshal([]byte(answer.body), &problem), note)
		require.Equal(t, each.status, problem.Status, note)
		require.NotEmpty(t, problem.Detail, note)
	}
	r, err := http.NewRequestWithContext(t.Context(), http.MethodHead, open.URL+"/v1/facts", nil)
	require.NoError(t, err)
	require.Equal(t, http.StatusOK, open.do(r).status)
	require.Contains(t, open.get("/nothing").header.Get("Content-Type"), "text/html", "a page elsewhere")
}
