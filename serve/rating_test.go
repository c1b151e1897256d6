package serve_test

import (
	"net/http"
	"net/url"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/engine"
	"github.com/dsaeval/dsaeval/engine/fine"
	"github.com/dsaeval/dsaeval/serve"
)

// dollars is a very large shop in breach with a turnover in dollars.
const dollars = `assessment: {date: 2026-11-01}
service:
  name: Shop # the short one
  categories: [hosting, online_platform]
  offers_services_in_eu: true
  enterprise_size: large
  size_status_lost: false
  designation_status: vlop
  designation_decided_on: 2023-04-25
  designation_notified_on: 2023-04-25
  designation_terminated: false
  turnover_worldwide_preceding_fy: {group: {amount: "117000000000.00", currency: USD, financial_year: 2025}}
reporting_pipeline: {notice_mechanism_exists: false}
`

// TestRate: turnover in another currency has a range, and its picture, once a rate is
// given; the file stays as it is.
func TestRate(t *testing.T) {
	t.Parallel()
	c := serving(t, dollars)
	before := c.get("/s/facts.yaml")
	require.Contains(t, before.text(), "Convert USD into euro")
	require.NotContains(t, before.text(), "The picture of the amounts")
	rated := c.post("/s/facts.yaml/rate", url.Values{"currency": {"USD"}, "rate": {" 1.0389 "}, "day": {"2025-12-31"}, "source": {"ECB & others"}})
	require.Equal(t, http.StatusOK, rated.status)
	require.Contains(t, rated.text(), "Converted at EUR/USD=1.0389@2025-12-31 ECB & others.")
	require.Contains(t, rated.text(), `fx: ["EUR/USD=1.0389@2025-12-31 ECB & others"] in evaluate.yaml gives it each time.`)
	require.Contains(t, rated.text(), "The picture of the amounts")
	require.Contains(t, rated.body, `name="rate" inputmode="decimal" value="1.0389"`)
	require.Equal(t, dollars, c.read("facts.yaml"))

	// It holds for every page and paper about the file, and for its copy, and is told there.
	require.Contains(t, c.get("/s/facts.yaml/report/json").body, `"EUR/USD=1.0389@2025-12-31 ECB & others"`)
	c.post("/s/facts.yaml/try", nil)
	require.Contains(t, c.get("/w/facts.yaml").text(), "The picture of the amounts")

	// Another takes its place, and without any all is as it was.
	c.post("/s/facts.yaml/rate", url.Values{"currency": {"USD"}, "rate": {"2"}})
	again := c.get("/s/facts.yaml")
	require.Contains(t, again.text(), "Converted at EUR/USD=2.")
	require.Contains(t, again.text(), "has no day", "that is doubtful")
	unrated := c.post("/s/facts.yaml/rate", url.Values{"currency": {"USD"}, "do": {"forget"}})
	require.Contains(t, unrated.text(), "Converted no more.")
	require.NotContains(t, unrated.text(), "The picture of the amounts")
	require.NotContains(t, c.get("/s/facts.yaml/report/json").body, "EUR/USD=2")
}

// TestWrongRates: what is no rate is said beside what was sent, and changes nothing.
func TestWrongRates(t *testing.T) {
	t.Parallel()
	c := serving(t, dollars)
	for _, wrong := range []struct{ currency, rate, day, source, says string }{
		{"USD", "1,0389", "", "", `"1,0389" is not a decimal number`},
		{"USD", "", "", "", "is not a decimal number"},
		{"USD", "0", "2025-12-31", "", "expected more than 0"},
		{"USD", "-1", "", "", "is not of the form"},
		{"USD", "1.1", "2025-02-30", "", "is not a calendar day"},
		{"USD", "1.1", "tomorrow", "", "is not of the form"},
		{"USD", "1.1", "", "ECB\nand more", "is not of the form"},
		{"GBP", "0.8", "", "", "converts nothing: the facts give turnover and income in USD"},
		{"EUR", "1", "", "", "from EUR to itself"},
		{"<b>", "1", "", "", "is not of the form"},
	} {
		page := c.post("/s/facts.yaml/rate", url.Values{"currency": {wrong.currency}, "rate": {wrong.rate}, "day": {wrong.day}, "source": {wrong.source}})
		require.Equal(t, http.StatusUnprocessableEntity, page.status, "%v", wrong)
		require.Contains(t, page.text(), wrong.says)
		require.NotContains(t, page.body, "<b>")
		if wrong.currency == "USD" {
			require.Contains(t, page.body, `inputmode="decimal" value="`+wrong.rate+`"`)
		}
	}
	require.NotContains(t, c.get("/s/facts.yaml").text(), "Converted at")
	euros := serving(t, strings.Replace(dollars, "USD", "EUR", 1))
	require.NotContains(t, euros.get("/s/facts.yaml").text(), "into euro")
}

// TestRateOfTheCommand: the rate that the command was given holds for every file, until one
// is given for a file; a rate for a currency that the facts no longer have is not used.
func TestRateOfTheCommand(t *testing.T) {
	t.Parallel()
	rate, err := fine.ParseRate("USD/EUR=0.9@2025-12-31 ours")
	require.NoError(t, err)
	eng, err := engine.New(t.Context(), engine.WithFineOptions(fine.Options{Rates: fine.Rates{rate}}))
	require.NoError(t, err)
	c := serving(t, dollars, func(o *serve.Options) { o.Engine = eng })
	c.write("other.facts.yaml", dollars)
	require.Contains(t, c.get("/s/facts.yaml").text(), "Converted at USD/EUR=0.9@2025-12-31 ours.")
	c.post("/s/facts.yaml/rate", url.Values{"currency": {"USD"}, "rate": {"1.2"}, "day": {"2025-12-31"}, "source": {"ECB"}})
	require.Contains(t, c.get("/s/facts.yaml").text(), "Converted at EUR/USD=1.2@2025-12-31 ECB.")
	require.Contains(t, c.get("/s/other.facts.yaml").text(), "Converted at USD/EUR=0.9@2025-12-31 ours.")
	c.write("facts.yaml", strings.Replace(dollars, "USD", "EUR", 1))
	require.NotContains(t, c.get("/s/facts.yaml/report/json").body, "EUR/USD=1.2")
}
