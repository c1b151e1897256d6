package serve_test

import (
	"net/http"
	"net/url"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestRepeatedParameters: the values of a list that is given several times are all meant,
// and one value that is given twice is refused instead of half heard.
func TestRepeatedParameters(t *testing.T) {
	t.Parallel()
	c := serving(t, "")
	for repeated, joined := range map[string]string{
		"/v1/obligations?only=16&only=15":                    "/v1/obligations?only=16,15",
		"/v1/obligations?exclude=16&exclude=15":              "/v1/obligations?exclude=16,15",
		"/v1/facts?section=minors&section=notices":           "/v1/facts?section=minors,notices",
		"/v1/facts?article=16&article=28(1),17&search=which": "/v1/facts?article=16,28(1),17&search=which",
	} {
		want := c.get(joined)
		require.Equal(t, http.StatusOK, want.status, joined)
		require.Equal(t, want.body, c.get(repeated).body, repeated)
	}
	both := c.send("/v1/evaluate?format=csv&detail=verdicts&only=16&only=15", "application/yaml", bazaar)
	require.Contains(t, both.body, "dsa.art15.")
	require.Contains(t, both.body, "dsa.art16.")
	require.Equal(t, http.StatusUnprocessableEntity, c.get("/v1/obligations?only=16&only=15&other=1").status)
	twice := c.send("/v1/evaluate?as_of=2026-01-01&as_of=2025-01-01", "application/yaml", bazaar)
	require.Equal(t, http.StatusUnprocessableEntity, twice.status)
	require.Contains(t, twice.body, "as_of is given more than once")
	require.Equal(t, "application/problem+json", twice.header.Get("Content-Type"))
}

// TestDays: a day that is none is told as on the command line.
func TestDays(t *testing.T) {
	t.Parallel()
	c := serving(t, "")
	for day, said := range map[string]string{
		"1.1.2024":   `1.1.2024\" is not a calendar day YYYY-MM-DD`,
		"2026-02-31": `2026-02-31\" is not a calendar day YYYY-MM-DD`,
		"today":      `today\" is not a calendar day YYYY-MM-DD`,
		"9999-12-31": `9999-12-31; days are reckoned with from 1900-01-01 to 2199-12-31`,
	} {
		for _, path := range []string{"/v1/evaluate?", "/v1/explain?id=dsa.art16.6&", "/v1/next-questions?", "/v1/diff?"} {
			answer := c.send(path+"as_of="+url.QueryEscape(day), "application/yaml", bazaar)
			require.Equal(t, http.StatusUnprocessableEntity, answer.status, path)
			require.Contains(t, answer.body, said)
			require.Contains(t, answer.body, `"location":"query.as_of"`)
		}
	}
}
