package dates

import (
	"testing"

	"github.com/open-policy-agent/opa/v1/rego"
	"github.com/stretchr/testify/require"
)

// The peers get the days that the engine's functions give: ends of months, holidays
// and yearly cycles included.
func TestDates(t *testing.T) {
	t.Parallel()
	for query, want := range map[string]string{
		`dates.add_days("2024-02-28", 2)`:                             "2024-03-01",
		`dates.add_months("2024-01-31", 1)`:                           "2024-02-29",
		`dates.cycle_end("2024-02-17", 2, "2025-03-01")`:              "2026-04-17",
		`dates.last_day("2025-12-25", "DE")`:                          "2025-12-29",
		`dates.period_end("2025-04-14", 3, "working_days", "DE")`:     "2025-04-17",
		`dates.period_end("2025-03-20", 1, "months", "institutions")`: "2025-04-22",
		`dates.add_months(dates.add_days("2024-02-28", 2), 0 - 1)`:    "2024-02-01",
		`dates.period_end("2023-08-25", 2, "years", "MT")`:            "2025-08-25",
		`dates.last_day("2025-06-03", "BE")`:                          "2025-06-03",
	} {
		results, err := rego.New(rego.Query(query)).Eval(t.Context())
		require.NoError(t, err, query)
		require.Len(t, results, 1, query)
		require.Equal(t, want, results[0].Expressions[0].Value, query)
	}
}

// What is no day is an error and not another day.
func TestNoDay(t *testing.T) {
	t.Parallel()
	for query, want := range map[string]string{
		`dates.add_days("2024-02-30", 1)`:     "out of range",
		`dates.add_months("2024-02-01", 1.5)`: "whole number",
	} {
		_, err := rego.New(rego.Query(query), rego.StrictBuiltinErrors(true)).Eval(t.Context())
		require.ErrorContains(t, err, want, query)
	}
}
