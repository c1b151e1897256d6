package fines_test

import (
	"bytes"
	"fmt"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/engine/fine"
	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/internal/fines"
	"github.com/dsaeval/dsaeval/internal/golden"
)

//go:generate go test -run TestGoldenDecisions|TestTheDocsSay . -update

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

// TestGoldenDecisions puts the range beside the published fines. The decisions
// are in the table, so that the files show what a reader gets; how the model does
// on decisions that it has not seen is for the back-test.
func TestGoldenDecisions(t *testing.T) {
	t.Parallel()
	since := func(id, from string) fines.Obligation {
		return with(breach(id), func(o *fines.Obligation) { o.AppliesFrom = from })
	}
	x := []fines.Obligation{since("dsa.art25.1", "2023-08-25"), since("dsa.art39.1", "2023-08-25"), since("dsa.art40.12", "2023-08-25")}
	temu := []fines.Obligation{since("dsa.art34.1", "2024-09-30")}
	for _, test := range []struct {
		name, facts, rate string
		of                string
		obligations       []fines.Obligation
		published         string // in EUR
	}{
		{"x-group", xFacts, "EUR/USD=1.082@2024-12-31 Sodexo, average of its fiscal year 2024", fine.Group, x, "120000000.00"},
		{"x-entity", xFacts, "EUR/USD=1.082@2024-12-31 Sodexo, average of its fiscal year 2024", fine.Entity, x, "120000000.00"},
		{"temu", temuFacts, "EUR/CNY=8.12@2025-12-31 Eurostat, average of 2025", fine.Group, temu, "200000000.00"},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			rate, err := fine.ParseRate(test.rate)
			require.NoError(t, err)
			r, err := fines.Compute(caseOf(t, test.facts, test.obligations...), []*fines.Model{published(t)}, fine.Options{TurnoverOf: test.of, Rates: fine.Rates{rate}})
			require.NoError(t, err)
			have := summary(r, test.published)
			golden.Equal(t, filepath.Join("testdata", "decision-"+test.name+".txt"), string(have))
		})
	}
}

// summary writes what a reader compares: caps, range, nearest decisions and steps.
func summary(r *report.Fine, published string) []byte {
	var b bytes.Buffer
	fmt.Fprintf(&b, "published fine        %s %s\n", *r.Currency, published)
	fmt.Fprintf(&b, "turnover of %-9s %s\n", *r.TurnoverOf, *r.Turnover)
	fmt.Fprintf(&b, "cap per decision      %s\n", r.StatutoryCap.PerDecision)
	for _, c := range r.StatutoryCap.PerInfringement {
		fmt.Fprintf(&b, "cap of Art. %-9s %s by %s\n", c.Article, c.Cap, c.Basis)
	}
	m := r.Indicative
	fmt.Fprintf(&b, "\n%s (%s)\nlow %s, central %s, high %s\n%s, n = %d\n", m.Model, m.Kind, m.Low, m.Central, m.High, m.Reference.Words, m.Reference.Decisions)
	for _, n := range m.Reference.Nearest {
		fmt.Fprintf(&b, "  %s %s, %s: %s; %s\n", n.Date, n.Case, n.Law, n.Fine, n.Differs)
	}
	for _, s := range m.Reference.Steps {
		fmt.Fprintf(&b, "  %-20s %s\n", s.Name, s.Value)
	}
	for _, doubt := range r.Doubts {
		fmt.Fprintf(&b, "doubt: %s\n", doubt)
	}
	return b.Bytes()
}
