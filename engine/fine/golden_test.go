package fine_test

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/engine/fine"
)

var update = flag.Bool("update", false, "write the golden files")

// xFacts are the two bases between which the turnover of the X decision lies.
// Culpability, gravity and cooperation are not published.
const xFacts = `
assessment: {date: 2025-12-05}
service:
  designation_status: vlop
  amar_value: 100900000
  financial_year_days: 366
  turnover_worldwide_preceding_fy:
    entity: {amount: "2600000000", currency: USD, financial_year: 2024}
    group: {amount: "15800000000", currency: USD, financial_year: 2024}
`

const temuFacts = `
assessment: {date: 2026-05-28}
service:
  designation_status: vlop
  amar_value: 92000000
  financial_year_days: 365
  turnover_worldwide_preceding_fy:
    group: {amount: "431800000000", currency: CNY, financial_year: 2025}
`

// TestGoldenDecisions puts the range of the models beside the published fines.
// A model that is calibrated on them proves nothing by hitting them; what the
// files show is how wide the range is.
func TestGoldenDecisions(t *testing.T) {
	t.Parallel()
	since := func(id, from string) fine.Obligation {
		return with(breach(id), func(o *fine.Obligation) { o.AppliesFrom = from })
	}
	x := []fine.Obligation{since("dsa.art25.1", "2023-08-25"), since("dsa.art39.1", "2023-08-25"), since("dsa.art40.12", "2023-08-25")}
	temu := []fine.Obligation{since("dsa.art34.1", "2024-09-30")}
	for _, test := range []struct {
		name, facts, rate string
		of                string
		obligations       []fine.Obligation
		published         string // in EUR
	}{
		{"x-group", xFacts, "USD/EUR=0.924214418@2024-12-31 yearly average, from memory", fine.Group, x, "120000000.00"},
		{"x-entity", xFacts, "USD/EUR=0.924214418@2024-12-31 yearly average, from memory", fine.Entity, x, "120000000.00"},
		{"temu", temuFacts, "CNY/EUR=0.123152709@2025-12-31 yearly average, from memory", fine.Group, temu, "200000000.00"},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			rate, err := fine.ParseRate(test.rate)
			require.NoError(t, err)
			r := compute(t, caseOf(t, test.facts, test.obligations...), fine.Options{TurnoverOf: test.of, Rates: fine.Rates{rate}})
			have := summary(r, test.published)
			file := filepath.Join("testdata", "decision-"+test.name+".txt")
			if *update {
				require.NoError(t, os.WriteFile(file, have, 0o644))
			}
			want, err := os.ReadFile(file)
			require.NoError(t, err)
			require.Equal(t, string(want), string(have))

			published := decimal(t, test.published)
			require.LessOrEqual(t, decimal(t, r.Indicative.Low).Cmp(published), 0, "the published fine lies in the range")
			require.GreaterOrEqual(t, decimal(t, r.Indicative.High).Cmp(published), 0, "the published fine lies in the range")
		})
	}
}

// summary writes what a reader compares: caps, ranges and steps.
func summary(r *fine.Report, published string) []byte {
	var b bytes.Buffer
	fmt.Fprintf(&b, "published fine        %s %s\n", *r.Currency, published)
	fmt.Fprintf(&b, "turnover of %-9s %s\n", *r.TurnoverOf, *r.Turnover)
	fmt.Fprintf(&b, "cap per decision      %s\n", r.StatutoryCap.PerDecision)
	for _, c := range r.StatutoryCap.PerInfringement {
		fmt.Fprintf(&b, "cap of %-14s %s by %s\n", c.Obligation, c.Cap, c.Basis)
	}
	fmt.Fprintf(&b, "periodic per day      %s\n", *r.PeriodicPenaltyPerDay)
	for _, m := range append([]fine.Indicative{*r.Indicative}, r.Comparisons...) {
		fmt.Fprintf(&b, "\n%s (%s)\nlow %s, central %s, high %s\n%s\n", m.Model, m.Kind, m.Low, m.Central, m.High, m.Decision)
		for _, c := range m.Calculations {
			fmt.Fprintf(&b, "  %v: %s, %s, %s\n", c.Obligations, c.Low, c.Central, c.High)
			for _, s := range c.Steps {
				fmt.Fprintf(&b, "    %-24s %s, %s, %s %s\n", s.Name, s.Low, s.Central, s.High, s.Unit)
			}
			for _, i := range c.Inputs {
				fmt.Fprintf(&b, "    %s = %s of %v, known %t\n", i.Name, i.Value, i.Possible, i.Known)
			}
		}
	}
	return b.Bytes()
}
