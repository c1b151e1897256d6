package engine_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/engine"
	"github.com/dsaeval/dsaeval/engine/facts"
	"github.com/dsaeval/dsaeval/engine/fine"
	"github.com/dsaeval/dsaeval/engine/report"
)

// turnovers goes into the section service of exampleFacts.
const turnovers = `  financial_year_days: 365
  turnover_worldwide_preceding_fy:
    group: {amount: "110400000000.00", currency: EUR, financial_year: 2022}
    entity: {amount: "60000000000", currency: USD, financial_year: 2021}
  income_annual_preceding_fy:
    group: {amount: "110500000000.00", currency: EUR, financial_year: 2022}
`

// TestFineOfReport shows how verdicts and turnover are joined: the breach
// counts at once, what is open and what does not apply yet on its own.
func TestFineOfReport(t *testing.T) {
	t.Parallel()
	rate, err := fine.ParseRate("USD/EUR=0.9@2022-12-31")
	require.NoError(t, err)
	e := newEngine(t, engine.WithOnly("16"), engine.WithFineOptions(fine.Options{Rates: fine.Rates{rate}}))
	f := document(t, e, strings.Replace(exampleFacts, "service:\n", "service:\n"+turnovers, 1))
	r, err := e.Evaluate(t.Context(), f)
	require.NoError(t, err)
	require.Equal(t, []string{"dsa.art16.6"}, r.Fine.Obligations)
	require.Equal(t, "6624000000.00", r.Fine.StatutoryCap.PerDecision)
	require.Nil(t, r.Fine.PeriodicPenaltyPerDay, "no order and no decision is disobeyed")
	require.Equal(t, engine.DefaultFineModel, r.Fine.Indicative.Model)
	require.Contains(t, r.Fine.IfUndetermined.Obligations, "dsa.art16.5")
	require.NotContains(t, r.Fine.IfUndetermined.Obligations, "dsa.art16.6")
	require.Len(t, r.Fine.Bases, 3)
	require.Nil(t, r.Fine.IfApplicable)

	earlier, err := f.WithAssessmentDate("2023-06-08")
	require.NoError(t, err)
	r, err = e.Evaluate(t.Context(), earlier)
	require.NoError(t, err)
	require.Nil(t, r.Fine.StatutoryCap)
	require.Equal(t, []string{"dsa.art16.6"}, r.Fine.IfApplicable.Obligations)
	changes, err := e.FineSensitivity(earlier, r)
	require.NoError(t, err)
	require.Empty(t, changes)
}

// TestWithRates: an engine that was given a rate later reports what one does that had it
// from the start, and the one that it was made of goes on without.
func TestWithRates(t *testing.T) {
	t.Parallel()
	rates := fine.Rates{}
	for _, text := range []string{"EUR/USD=1.0389@2024-12-31 ECB", "EUR/GBP=0.83@2024-12-31 ECB", "EUR/USD=1.1@2025-06-30 ECB"} {
		rate, err := fine.ParseRate(text)
		require.NoError(t, err)
		rates = append(rates, rate)
	}
	without := newEngine(t, engine.WithOnly("16"))
	f := document(t, without, strings.Replace(exampleFacts, "service:\n", "service:\n"+turnovers, 1))
	evaluated := func(e *engine.Engine) *report.Report {
		r, err := e.Evaluate(t.Context(), f)
		require.NoError(t, err)
		return r
	}
	before := evaluated(without)
	first, err := without.WithRates(rates[:2]...)
	require.NoError(t, err)
	require.Equal(t, evaluated(newEngine(t, engine.WithOnly("16"), engine.WithFineOptions(fine.Options{Rates: rates[:2]}))), evaluated(first))
	second, err := first.WithRates(rates[2])
	require.NoError(t, err)
	require.Equal(t, []string{"EUR/GBP=0.83@2024-12-31 ECB", "EUR/USD=1.1@2025-06-30 ECB"}, evaluated(second).Provenance.Amounts.Rates, "the new one holds")
	require.Equal(t, before, evaluated(without))
	_, err = without.WithRates(rates...)
	require.ErrorContains(t, err, "two rates for USD")
	_, err = (&engine.Engine{}).WithRates()
	require.ErrorIs(t, err, engine.ErrNoEngine)
}

// TestUnusableTurnover shows that a figure that cannot be one ends the
// evaluation with its place.
func TestUnusableTurnover(t *testing.T) {
	t.Parallel()
	e := newEngine(t)
	content := strings.Replace(exampleFacts, "service:\n", "service:\n"+strings.Replace(turnovers, "60000000000", "0.00", 1), 1)
	r, err := e.Evaluate(t.Context(), document(t, e, content))
	require.ErrorAs(t, err, new(facts.Problems))
	require.ErrorContains(t, err, "turnover of the entity is 0.00")
	require.Nil(t, r)
}

// TestWithFineModel shows that a model of the user gives the headline, and that
// only the model of published decisions stands beside it.
func TestWithFineModel(t *testing.T) {
	t.Parallel()
	m, err := engine.LoadFineModel("ours.yaml", []byte(`
name: edpb-04-2022
title: Ours
kind: judgement
about: A test.
caveats: [invented]
base: {of: cap, formula: 50 * percent, reason: half, source: nobody}
decision: {low: 1, central: 1, high: all, reason: a test}
`))
	require.NoError(t, err)
	e := newEngine(t, engine.WithOnly("dsa.art16.6"), engine.WithFineModel(m))
	r, err := e.Evaluate(t.Context(), document(t, e, strings.Replace(exampleFacts, "service:\n", "service:\n"+turnovers, 1)))
	require.NoError(t, err)
	require.Equal(t, "3312000000.00", r.Fine.Indicative.Central)
	require.Len(t, r.Fine.Comparisons, 1)
	require.Equal(t, engine.DefaultFineModel, r.Fine.Comparisons[0].Model)
	_, err = engine.New(t.Context(), engine.WithFineOptions(fine.Options{TurnoverOf: "parent"}))
	require.ErrorContains(t, err, "expected group or entity")
}
