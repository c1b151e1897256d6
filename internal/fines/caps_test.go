package fines_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/engine/facts"
	"github.com/dsaeval/dsaeval/engine/fine"
	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/internal/fines"
)

func TestCapsAreExactAndRoundedDown(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		note, amount, currency string
		six, one, day          string
	}{
		{"beyond the digits of a float", "12345678901234567.89", "EUR", "740740734074074.07", "123456789012345.67", "1691188890580.07"},
		{"the last cent is not lifted", "0.99", "EUR", "0.05", "0.00", "0.00"},
		{"no smaller unit", "123456789", "JPY", "7407407", "1234567", "16911"},
		{"three digits", "1000.005", "KWD", "60.000", "10.000", "0.136"},
		{"the largest amount that facts can hold", "999999999999999999999999.9999", "EUR", "59999999999999999999999.99", "9999999999999999999999.99", "136986301369863013698.63"},
	} {
		t.Run(test.note, func(t *testing.T) {
			t.Parallel()
			c := caseOf(t, `
assessment: {date: 2025-06-30}
service:
  designation_status: vlop
  financial_year_days: 365
  turnover_worldwide_preceding_fy:
    group: {amount: "`+test.amount+`", currency: `+test.currency+`, financial_year: 2024}
`, breach("dsa.art16.6"))
			r := compute(t, c, fine.Options{})
			assert.Equal(t, test.six, r.StatutoryCap.PerDecision)
			assert.Equal(t, test.six, *r.Bases[0].SixPercent)
			assert.Equal(t, test.one, r.Bases[0].OnePercent)
			assert.Nil(t, r.PeriodicPenaltyPerDay, "nothing is breached that daily payments could compel")
			assert.Equal(t, test.day, *compute(t, daily(c), fine.Options{}).PeriodicPenaltyPerDay)
			assert.Equal(t, test.currency, *r.Currency)
		})
	}
}

// daily lets every obligation be one that daily payments may compel.
func daily(c fines.Case) fines.Case {
	c.Obligations = slices.Clone(c.Obligations)
	for i := range c.Obligations {
		c.Obligations[i].Penalty = []report.Penalty{report.SixPercent, report.FivePercent}
	}
	return c
}

func TestCapPerDecisionAndPerInfringement(t *testing.T) {
	t.Parallel()
	supervision := with(breach("dsa.art67.3"), func(o *fines.Obligation) {
		o.Kind, o.Penalty = report.Procedural, []report.Penalty{report.OnePercent, report.FivePercent}
	})
	order := with(breach("dsa.art73.4"), func(o *fines.Obligation) { o.Penalty = []report.Penalty{report.FivePercent} })
	nothing := with(breach("dsa.art45.1"), func(o *fines.Obligation) { o.Penalty = []report.Penalty{report.NoPenalty} })
	r := compute(t, caseOf(t, million, order, supervision, breach("dsa.art16.6"), breach("dsa.art16.5"), nothing), fine.Options{})
	assert.Equal(t, &report.StatutoryCap{
		PerDecision: "6000000.00",
		PerInfringement: []report.InfringementCap{
			{Obligation: "dsa.art16.5", Article: "16", Obligations: []string{"dsa.art16.5", "dsa.art16.6"}, Cap: "6000000.00", Basis: "art74.1", Percent: "6", Base: "turnover"},
			{Obligation: "dsa.art67.3", Article: "67", Obligations: []string{"dsa.art67.3"}, Cap: "1000000.00", Basis: "art74.2", Percent: "1", Base: "turnover"},
		},
		SumOfInfringements: "7000000.00",
	}, r.StatutoryCap)
	assert.Equal(t, []string{"dsa.art67.3", "dsa.art73.4"}, r.Periodic.Obligations)

	// The other reading counts paragraphs, and caps per infringement follow it.
	r = compute(t, caseOf(t, million, order, supervision, breach("dsa.art16.6"), breach("dsa.art16.5"), nothing), fine.Options{Unit: fine.ByParagraph})
	assert.Equal(t, "13000000.00", r.StatutoryCap.SumOfInfringements)
	assert.Equal(t, "6000000.00", r.StatutoryCap.PerDecision)
	require.Len(t, r.StatutoryCap.PerInfringement, 3)
	assert.Equal(t, "16(6)", r.StatutoryCap.PerInfringement[1].Article)

	// Towards services that are not designated the caps are those of Art. 52.
	r = compute(t, caseOf(t, `
assessment: {date: 2025-06-30}
service:
  designation_status: none
  turnover_worldwide_preceding_fy: {entity: {amount: "100", currency: EUR, financial_year: 2024}}
`, supervision), fine.Options{})
	assert.Equal(t, "art52.3", r.StatutoryCap.PerInfringement[0].Basis)
	assert.Equal(t, "entity", *r.TurnoverOf)

	judged, err := fines.Compute(caseOf(t, million, nothing), models(t), fine.Options{})
	require.NoError(t, err)
	assert.Nil(t, judged, "nothing can be fined")
}

const groupAndEntity = `
assessment: {date: 2025-06-30}
service:
  designation_status: vlop
  financial_year_days: 366
  turnover_worldwide_preceding_fy:
    entity: {amount: "2600000000", currency: USD, financial_year: 2024}
    group: {amount: "14600000000", currency: EUR, financial_year: 2024}
  income_annual_preceding_fy:
    entity: {amount: "2000000000", currency: USD, financial_year: 2024}
`

func TestWhoseTurnover(t *testing.T) {
	t.Parallel()
	c := caseOf(t, groupAndEntity, breach("dsa.art16.6"))
	r := compute(t, c, fine.Options{})
	assert.Equal(t, "group", *r.TurnoverOf)
	assert.Equal(t, "876000000.00", r.StatutoryCap.PerDecision)
	require.Len(t, r.Bases, 3, "each that is given is shown")
	assert.Nil(t, r.Bases[2].SixPercent, "Arts 52(3) and 74(1) do not speak of income")
	assert.Equal(t, "20000000.00", r.Bases[2].OnePercent)

	r = compute(t, c, fine.Options{TurnoverOf: fine.Entity})
	assert.Equal(t, "USD", *r.Currency, "nothing is converted without a rate")
	assert.Equal(t, "156000000.00", r.StatutoryCap.PerDecision)

	rate, err := fine.ParseRate("USD/EUR=0.924214418@2024-12-31 yearly average")
	require.NoError(t, err)
	r = compute(t, c, fine.Options{TurnoverOf: fine.Entity, Rates: fine.Rates{rate}})
	assert.Equal(t, "EUR", *r.Currency)
	assert.Equal(t, "144177449.20", r.StatutoryCap.PerDecision)
	assert.Equal(t, &report.Conversion{Amount: "2600000000.00", Currency: "USD", Rate: "0.924214418", From: "USD", To: "EUR", Date: "2024-12-31", Source: "yearly average"}, r.Bases[1].Conversion)
	assert.Contains(t, r.Notes, "converted by a rate that was given: 1 USD = 0.924214418 EUR on 2024-12-31 yearly average")
}

func TestIncomeIsABaseOfOnePercent(t *testing.T) {
	t.Parallel()
	c := caseOf(t, `
assessment: {date: 2025-06-30}
service:
  designation_status: vlop
  income_annual_preceding_fy: {entity: {amount: "500", currency: EUR, financial_year: 2024}}
`, with(breach("dsa.art67.3"), func(o *fines.Obligation) { o.Penalty = []report.Penalty{report.OnePercent} }))
	r := compute(t, c, fine.Options{})
	assert.Equal(t, "5.00", r.StatutoryCap.PerDecision)
	assert.Equal(t, "income", r.StatutoryCap.PerInfringement[0].Base)
	assert.Nil(t, r.Turnover)
	assert.Equal(t, "EUR", *r.Currency)

	c.Obligations = append(c.Obligations, breach("dsa.art16.6"))
	r = compute(t, c, fine.Options{})
	assert.Nil(t, r.StatutoryCap, "6 % is a share of turnover only")
	assert.Equal(t, []string{"/service/turnover_worldwide_preceding_fy"}, r.Missing)
}

func TestPeriodicReadings(t *testing.T) {
	t.Parallel()
	c := daily(caseOf(t, groupAndEntity, breach("dsa.art70.1")))
	compelled := []string{"dsa.art70.1"}
	r := compute(t, c, fine.Options{})
	assert.Equal(t, "1994535.51", *r.PeriodicPenaltyPerDay)
	assert.Equal(t, &report.Periodic{Basis: "art76.1", Reading: "daily", OtherReading: new("730000000.00"), Days: 366, Obligations: compelled}, r.Periodic)
	assert.Equal(t, "1994535.51", *r.Bases[0].PeriodicPerDay)
	r = compute(t, c, fine.Options{PeriodicReading: fine.Annual})
	assert.Equal(t, "730000000.00", *r.PeriodicPenaltyPerDay)
	assert.Equal(t, "annual", r.Periodic.Reading)
	assert.True(t, compute(t, daily(caseOf(t, million, breach("dsa.art70.1"))), fine.Options{}).Periodic.DaysAssumed)

	// Art. 52(4), which binds towards other services, speaks of average daily
	// turnover and leaves no choice.
	other := strings.Replace(groupAndEntity, "designation_status: vlop", "designation_status: none", 1)
	r = compute(t, daily(caseOf(t, other, breach("dsa.art51.1"))), fine.Options{PeriodicReading: fine.Annual})
	assert.Equal(t, "1994535.51", *r.PeriodicPenaltyPerDay)
	assert.Equal(t, &report.Periodic{Basis: "art52.4", Reading: "daily", Days: 366, Obligations: []string{"dsa.art51.1"}}, r.Periodic)
	for _, reading := range r.Readings {
		assert.NotContains(t, reading.Question, "76(1)")
	}
}

// TestDailyPaymentsOnlyWhereTheLawAllowsThem: Arts 76(1) and 52(4) list orders and
// decisions, and no duty of Chapter III is among them.
func TestDailyPaymentsOnlyWhereTheLawAllowsThem(t *testing.T) {
	t.Parallel()
	r := compute(t, caseOf(t, groupAndEntity, breach("dsa.art16.6")), fine.Options{})
	assert.Nil(t, r.PeriodicPenaltyPerDay)
	assert.Nil(t, r.Periodic)
	for _, b := range r.Bases {
		assert.Nil(t, b.PeriodicPerDay)
	}

	// A decision that is not obeyed has them and no fine of its own.
	order := with(breach("dsa.art73.3"), func(o *fines.Obligation) { o.Penalty = []report.Penalty{report.FivePercent} })
	r = compute(t, caseOf(t, groupAndEntity, order), fine.Options{})
	assert.NotNil(t, r.PeriodicPenaltyPerDay)
	assert.Nil(t, r.StatutoryCap)
	assert.Nil(t, r.Indicative)
	assert.Empty(t, r.Missing)
}

func TestNoTurnoverNoFigure(t *testing.T) {
	t.Parallel()
	c := caseOf(t, "assessment: {date: 2025-06-30}\nservice: {}\n", breach("dsa.art16.6"))
	r := compute(t, c, fine.Options{})
	assert.Nil(t, r.StatutoryCap)
	assert.Nil(t, r.Indicative)
	assert.Nil(t, r.PeriodicPenaltyPerDay)
	assert.Equal(t, []string{"/service/turnover_worldwide_preceding_fy"}, r.Missing)

	r = compute(t, caseOf(t, million, breach("dsa.art16.6")), fine.Options{TurnoverOf: fine.Entity})
	assert.Equal(t, []string{"/service/turnover_worldwide_preceding_fy/entity"}, r.Missing)
}

func TestWrongAmountsAreErrors(t *testing.T) {
	t.Parallel()
	for _, test := range []struct{ note, money, want string }{
		{"zero", `{amount: "0", currency: EUR, financial_year: 2024}`, "facts.yaml:5:21: turnover of the group is 0; no cap can be computed from it"},
		{"zero with cents", `{amount: "0.00", currency: EUR, financial_year: 2024}`, "turnover of the group is 0.00"},
		{"no such currency", `{amount: "1", currency: EUT, financial_year: 2024}`, `facts.yaml:5:36: turnover of the group: "EUT" is no currency of ISO 4217`},
		{"no currency", `{amount: "1", financial_year: 2024}`, "facts.yaml:5:12: turnover of the group has no currency"},
		{"no year", `{amount: "1", currency: EUR}`, "facts.yaml:5:12: turnover of the group has no financial year"},
	} {
		t.Run(test.note, func(t *testing.T) {
			t.Parallel()
			f := load(t, "assessment: {date: 2025-06-30}\nservice:\n  designation_status: vlop\n  turnover_worldwide_preceding_fy:\n    group: "+test.money+"\n")
			_, err := fines.CaseOf(f)
			assert.ErrorAs(t, err, new(facts.Problems))
			assert.ErrorContains(t, err, test.want)
		})
	}
	t.Run("negative amounts are refused by the schema", func(t *testing.T) {
		t.Parallel()
		s, err := schema()
		require.NoError(t, err)
		_, err = s.Load("facts.yaml", []byte("service: {turnover_worldwide_preceding_fy: {group: {amount: \"-5\", currency: EUR, financial_year: 2024}}}\n"))
		assert.ErrorContains(t, err, "-5")
	})
}

func TestWrongChoicesAreErrors(t *testing.T) {
	t.Parallel()
	rate := func(text string) fine.Rate {
		r, err := fine.ParseRate(text)
		require.NoError(t, err)
		return r
	}
	for _, test := range []struct {
		options fine.Options
		want    string
	}{
		{fine.Options{TurnoverOf: "parent"}, `turnover of "parent"; expected group or entity`},
		{fine.Options{PeriodicReading: "weekly"}, `periodic reading "weekly"; expected daily or annual`},
		{fine.Options{Rates: fine.Rates{rate("USD/EUR=1@2024-12-31"), rate("USD/GBP=2@2024-12-31")}}, "two rates for USD"},
		{fine.Options{Rates: fine.Rates{rate("USD/EUR=1@2024-12-31"), rate("EUR/USD=1@2024-12-31")}}, "two rates for USD"},
		{fine.Options{Unit: "word"}, `unit "word"; expected article or paragraph`},
		{fine.Options{Inputs: map[string]string{"mood": "bad"}}, `there is no input "mood"`},
		{fine.Options{Inputs: map[string]string{"duty": "substantive"}}, `there is no input "duty" to set`},
		{fine.Options{Inputs: map[string]string{"gravity": "huge"}}, `gravity is "huge"; expected one of low, medium, high`},
		{fine.Options{Inputs: map[string]string{"recurrence": "-1"}}, "recurrence is -1; expected 0 or more"},
		{fine.Options{Inputs: map[string]string{"recurrence": "often"}}, "not a decimal number"},
	} {
		_, err := fines.Compute(caseOf(t, million, breach("dsa.art16.6")), models(t), test.options)
		assert.ErrorContains(t, err, test.want)
	}
}

// TestNoPeriodicForWhatEnded checks that what came late and is there now costs no
// day more, also beside what still runs, while its cap stays.
func TestNoPeriodicForWhatEnded(t *testing.T) {
	t.Parallel()
	ended := func(o fines.Obligation) fines.Obligation {
		return with(o, func(o *fines.Obligation) {
			o.Ended, o.Penalty = true, []report.Penalty{report.SixPercent, report.FivePercent}
		})
	}
	r := compute(t, caseOf(t, million, ended(breach("dsa.art37.1"))), fine.Options{})
	assert.Nil(t, r.PeriodicPenaltyPerDay)
	assert.Nil(t, r.Periodic)
	assert.NotNil(t, r.StatutoryCap)

	r = compute(t, caseOf(t, million, ended(breach("dsa.art37.1")), breach("dsa.art16.6")), fine.Options{})
	assert.Nil(t, r.PeriodicPenaltyPerDay, "a duty of Chapter III has none")

	// Of one Article one part can run while the other has ended.
	running := with(breach("dsa.art72.1"), func(o *fines.Obligation) { o.Penalty = []report.Penalty{report.FivePercent} })
	r = compute(t, caseOf(t, million, ended(breach("dsa.art72.2")), running), fine.Options{})
	assert.Equal(t, []string{"dsa.art72.1"}, r.Periodic.Obligations)
}
