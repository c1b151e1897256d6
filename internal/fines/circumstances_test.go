package fines_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/engine/facts"
	"github.com/dsaeval/dsaeval/engine/fine"
	"github.com/dsaeval/dsaeval/internal/fines"
)

// TestCircumstancesOfSingleArticles: X was fined 45, 40 and 35 million for three
// Articles, so that each may have gravity, days, recurrence and intent of its own.
func TestCircumstancesOfSingleArticles(t *testing.T) {
	t.Parallel()
	c := caseOf(t, million+`
supervision:
  culpability: negligent
  infringement_gravity: low
  infringement_committed_on: 2025-01-01
  infringements:
    - {article: "25", gravity: high, culpability: intentional, recurrence_count: 1}
    - {article: "40(12)", committed_on: 2025-06-01, ended_on: 2025-06-10}
`, breach("dsa.art25.1"), breach("dsa.art39.1"), breach("dsa.art40.12"))
	r := compute(t, c, fine.Options{})
	require.Len(t, r.Indicative.Calculations, 3)
	interfaces, ads, data := r.Indicative.Calculations[0], r.Indicative.Calculations[1], r.Indicative.Calculations[2]
	assert.Equal(t, "high", input(t, interfaces, "gravity").Value)
	assert.Equal(t, []string{"/supervision/infringements/0/gravity"}, input(t, interfaces, "gravity").Facts)
	assert.Equal(t, "intentional", input(t, interfaces, "culpability").Value)
	assert.Equal(t, "1", input(t, interfaces, "recurrence").Value)
	assert.Equal(t, "181", input(t, interfaces, "duration_days").Value, "as for the document")
	assert.Equal(t, "low", input(t, ads, "gravity").Value)
	assert.Equal(t, "negligent", input(t, ads, "culpability").Value)
	assert.Equal(t, "10", input(t, data, "duration_days").Value)
	assert.Equal(t, []string{"/supervision/infringements/1/committed_on"}, input(t, data, "duration_days").Facts)

	// What is set for the run holds for all.
	r = compute(t, c, fine.Options{Inputs: map[string]string{"gravity": "medium"}})
	for _, one := range r.Indicative.Calculations {
		assert.Equal(t, "medium", input(t, one, "gravity").Value)
	}
}

// TestAnArticleWithoutFault has a cap and no fine, beside others that have one.
func TestAnArticleWithoutFault(t *testing.T) {
	t.Parallel()
	r := compute(t, caseOf(t, million+`
supervision: {infringements: [{article: "25", culpability: none}]}
`, breach("dsa.art25.1"), breach("dsa.art39.1")), fine.Options{})
	assert.Len(t, r.StatutoryCap.PerInfringement, 2)
	require.Len(t, r.Indicative.Calculations, 1)
	assert.Equal(t, []string{"dsa.art39.1"}, r.Indicative.Calculations[0].Obligations)

	r = compute(t, caseOf(t, million+`
supervision: {culpability: none, infringements: [{article: "39", culpability: negligent}]}
`, breach("dsa.art25.1"), breach("dsa.art39.1")), fine.Options{})
	require.Len(t, r.Indicative.Calculations, 1)
	assert.Equal(t, []string{"dsa.art39.1"}, r.Indicative.Calculations[0].Obligations)
}

// TestDurationBeginsWithThisDuty: each Article counts from its own first day.
func TestDurationBeginsWithThisDuty(t *testing.T) {
	t.Parallel()
	late := with(breach("dsa.art40.12"), func(o *fines.Obligation) { o.AppliesFrom = "2025-06-21" })
	r := compute(t, caseOf(t, million+"supervision: {infringement_committed_on: 2023-01-01}\n", breach("dsa.art16.6"), late), fine.Options{})
	require.Len(t, r.Indicative.Calculations, 2)
	assert.Equal(t, "500", input(t, r.Indicative.Calculations[0], "duration_days").Value)
	assert.Equal(t, "10", input(t, r.Indicative.Calculations[1], "duration_days").Value)
}

func TestLimitation(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		note, facts string
		barred      string // part of why there is no range
		said        string // part of a note
	}{
		{"it lasts", "{infringement_committed_on: 2016-01-01}", "", ""},
		{"a single act, nothing known of an interruption", "{infringement_committed_on: 2020-01-01, infringement_continuing_or_repeated: false}", "", "ran out on 2025-01-01 unless they were interrupted, at most until 2030-01-01"},
		{"the last day", "{infringement_ended_on: 2020-06-30, limitation_interrupted: false}", "", "began on 2020-06-30 and runs until 2025-06-30"},
		{"the day after", "{infringement_ended_on: 2020-06-29, limitation_interrupted: false}", "the five years after 2020-06-29 ran out on 2025-06-29", ""},
		{"suspended for a day", "{infringement_ended_on: 2020-06-29, limitation_interrupted: false, limitation_suspended_days: 1}", "", "runs until 2025-06-30, 1 day of suspension included"},
		{"interrupted", "{infringement_ended_on: 2019-01-01, limitation_interrupted_on: 2023-12-18}", "", "began anew on 2023-12-18 and runs until 2028-12-18"},
		{"interrupted on a day not given", "{infringement_ended_on: 2019-01-01, limitation_interrupted: true}", "", "they may still run, at most until 2029-01-01"},
		{"twice the period is over", "{infringement_ended_on: 2015-06-29, limitation_interrupted_on: 2023-12-18}", "twice the limitation period after 2015-06-29 ran out on 2025-06-29", ""},
		{"twice the period and a suspension", "{infringement_ended_on: 2015-06-29, limitation_interrupted_on: 2023-12-18, limitation_suspended_days: 1}", "", "ran out on 2020-06-30, 1 day of suspension included, before the act of 2023-12-18, unless an earlier one interrupted them, at most until 2025-06-30"},
		{"part of a day counts as one", "{infringement_ended_on: 2020-06-29, limitation_interrupted: false, limitation_suspended_days: 0.5}", "", "runs until 2025-06-30"},
		{"a suspension without end", "{infringement_ended_on: 2019-06-29, limitation_interrupted: false, limitation_suspended_days: 100000000000000000000}", "", "36525 days of suspension"},
		{"an act before the period", "{infringement_ended_on: 2019-06-29, limitation_interrupted_on: 2018-01-01}", "", "ran out on 2024-06-29 unless they were interrupted"},
		{"an act to come", "{infringement_ended_on: 2020-07-01, limitation_interrupted_on: 2025-07-01}", "", "began on 2020-07-01 and runs until 2025-07-01"},
		{"an end to come", "{infringement_ended_on: 2025-07-01, limitation_interrupted: false}", "", "ends on 2025-07-01, after the assessment, so that the limitation period has not begun"},
		{"a leap day", "{infringement_ended_on: 2020-02-29, limitation_interrupted: false}", "ran out on 2025-02-28", ""},
	} {
		t.Run(test.note, func(t *testing.T) {
			t.Parallel()
			r := compute(t, caseOf(t, million+"supervision: "+test.facts+"\n", breach("dsa.art16.6")), fine.Options{})
			if test.barred != "" {
				require.NotNil(t, r.NoRange)
				assert.Contains(t, *r.NoRange, test.barred)
				assert.NotNil(t, r.StatutoryCap)
				return
			}
			require.NotNil(t, r.Indicative)
			if test.said != "" {
				assert.Contains(t, join(r.Notes), test.said)
			}
		})
	}
}

// TestLimitationIsOfTheCommission: Art. 77 bars no fine of a Member State, and
// none where nobody knows who imposes it.
func TestLimitationIsOfTheCommission(t *testing.T) {
	t.Parallel()
	over := "supervision: {infringement_ended_on: 2015-06-29, limitation_interrupted: false}\n"
	for status, said := range map[string]string{
		"none": "a matter of national law (Art. 52)",
		"":     "it is not known whether the service is designated; if it is, Art. 77(4): twice the limitation period",
	} {
		facts := strings.Replace(million, "designation_status: vlop", "designation_status: "+status, 1)
		require.NotEqual(t, million, facts)
		r := compute(t, caseOf(t, facts+over, breach("dsa.art16.6")), fine.Options{})
		require.NotNil(t, r.Indicative, status)
		assert.Nil(t, r.NoRange, status)
		assert.Contains(t, join(r.Notes), said)
	}
}

// TestLimitationOfSingleArticles: each infringement has a period of its own.
func TestLimitationOfSingleArticles(t *testing.T) {
	t.Parallel()
	c := caseOf(t, million+`
supervision: {limitation_interrupted: false, infringements: [{article: "25", ended_on: 2020-06-29}, {article: "39", ended_on: 2025-01-31}]}
`, breach("dsa.art25.1"), breach("dsa.art39.1"), breach("dsa.art40.12"))
	r := compute(t, c, fine.Options{})
	assert.Len(t, r.StatutoryCap.PerInfringement, 3)
	var fined []string
	for _, one := range r.Indicative.Calculations {
		fined = append(fined, one.Obligations...)
	}
	assert.ElementsMatch(t, []string{"dsa.art39.1", "dsa.art40.12"}, fined)
	assert.Contains(t, join(r.Notes), "of Art. 25: Art. 77(1): the five years after 2020-06-29 ran out")
	assert.Contains(t, join(r.Notes), "of Art. 39: Art. 77: the limitation period began on 2025-01-31")
	assert.Equal(t, []string{"of Art. 25: the facts say that the infringement was over on 2020-06-29; no provision of the Regulation applied before 2022-11-16"}, r.Doubts)

	c.Obligations = c.Obligations[:1]
	r = compute(t, c, fine.Options{})
	require.NotNil(t, r.NoRange)
	assert.Contains(t, *r.NoRange, "Art. 77(1)")
}

// TestOneEntryForAnArticle: a second one would silently stand for the first.
func TestOneEntryForAnArticle(t *testing.T) {
	t.Parallel()
	_, err := fines.CaseOf(load(t, million+"supervision:\n  infringements:\n    - {article: \"39\", gravity: high}\n    - {article: \"39\", gravity: low}\n"))
	require.ErrorAs(t, err, new(facts.Problems))
	assert.ErrorContains(t, err, "facts.yaml:10:17: supervision.infringements names Article 39 twice")
}

// TestWhatIsToEndHasNotEnded: it has lasted until the assessment and no longer.
func TestWhatIsToEndHasNotEnded(t *testing.T) {
	t.Parallel()
	r := compute(t, caseOf(t, million+"supervision: {infringement_committed_on: 2025-06-01, infringement_ended_on: 2025-12-31}\n", breach("dsa.art16.6")), fine.Options{})
	assert.Equal(t, "30", input(t, r.Indicative.Calculations[0], "duration_days").Value)

	r = compute(t, caseOf(t, million+"supervision: {infringement_committed_on: 2025-07-01}\n", breach("dsa.art16.6")), fine.Options{})
	assert.False(t, input(t, r.Indicative.Calculations[0], "duration_days").Known, "a breach that is there did not begin tomorrow")
}

func join(lines []string) string {
	all := ""
	for _, line := range lines {
		all += line + "\n"
	}
	return all
}

// TestCircumstancesWithoutMeasureAreSaid: recitals 117 and 144 name them and give
// no figure for them.
func TestCircumstancesWithoutMeasureAreSaid(t *testing.T) {
	t.Parallel()
	c := caseOf(t, million+`
supervision:
  infringement_nature: substantive
  infringement_systematic: true
  infringement_states: [IE, DE]
  fines_for_same_facts: {amount: "1000000", currency: EUR}
`, breach("dsa.art16.6"))
	notes := join(compute(t, c, fine.Options{}).Notes)
	for _, want := range []string{"one of substance", "systematic or repeated, which recital 117 weighs", "DE, IE", "EUR 1000000 was already imposed for the same facts: recital 144"} {
		assert.Contains(t, notes, want)
	}
	assert.Equal(t, compute(t, caseOf(t, million, breach("dsa.art16.6")), fine.Options{}).Indicative, compute(t, c, fine.Options{}).Indicative)
}

func TestDoubts(t *testing.T) {
	t.Parallel()
	rates := func(texts ...string) fine.Options {
		var o fine.Options
		for _, text := range texts {
			r, err := fine.ParseRate(text)
			require.NoError(t, err)
			o.Rates = append(o.Rates, r)
		}
		return o
	}
	group := func(amount, currency, year string) string {
		return "{group: {amount: \"" + amount + "\", currency: " + currency + ", financial_year: " + year + "}}"
	}
	for _, test := range []struct {
		note, turnover string
		options        fine.Options
		want           string // empty for none
	}{
		{"the year before", group("100", "EUR", "2024"), fine.Options{}, ""},
		{"two years before", group("100", "EUR", "2023"), fine.Options{}, "of the financial year 2023; the one before the assessment of 2025-06-30 is 2024"},
		{"the running year", group("100", "EUR", "2025"), fine.Options{}, "not over or not the one before"},
		{"the entity alone", `{entity: {amount: "100", currency: EUR, financial_year: 2024}}`, fine.Options{}, "that of the entity alone; if it belongs to a group"},
		{"the entity as asked for", `{entity: {amount: "100", currency: EUR, financial_year: 2024}, group: {amount: "200", currency: EUR, financial_year: 2024}}`, fine.Options{TurnoverOf: fine.Entity}, "as asked for; the facts give the group's as well"},
		{"a group below its entity", `{entity: {amount: "300", currency: EUR, financial_year: 2024}, group: {amount: "200", currency: EUR, financial_year: 2024}}`, fine.Options{}, "200.00, is below that of the entity, 300.00"},
		{"ten trillion and a cent", group("10000000000000.01", "EUR", "2024"), fine.Options{}, "more than any undertaking has; is the amount right?"},
		{"ten trillion", group("10000000000000", "EUR", "2024"), fine.Options{}, ""},
		{"trillions of yen", group("45000000000000", "JPY", "2024"), fine.Options{}, ""},
		{"a rate the wrong way round", group("45000000000000", "JPY", "2024"), rates("JPY/EUR=163.8@2024-12-31 ECB"), "is the amount right, and the exchange rate the right way round?"},
		{"a rate of the day of the assessment", group("45000000000000", "JPY", "2024"), rates("EUR/JPY=163.8@2025-06-30 ECB"), ""},
		{"a rate of the day after", group("45000000000000", "JPY", "2024"), rates("EUR/JPY=163.8@2025-07-01 ECB"), "the exchange rate EUR/JPY=163.8 is of 2025-07-01, after the assessment of 2025-06-30"},
		{"a rate of the first day that a financial year can have", group("45000000000000", "JPY", "2024"), rates("EUR/JPY=163.8@2023-01-01 ECB"), ""},
		{"a rate of before the financial year", group("45000000000000", "JPY", "2024"), rates("EUR/JPY=163.8@2022-12-31 ECB"), "is of 2022-12-31, before the financial year 2024 of the turnover"},
		{"a rate without a day", group("45000000000000", "JPY", "2024"), rates("EUR/JPY=163.8"), "has no day"},
	} {
		t.Run(test.note, func(t *testing.T) {
			t.Parallel()
			c := caseOf(t, "assessment: {date: 2025-06-30}\nservice:\n  designation_status: vlop\n  turnover_worldwide_preceding_fy: "+test.turnover+"\n", breach("dsa.art16.6"))
			r := compute(t, c, test.options)
			if test.want == "" {
				assert.Empty(t, r.Doubts)
				return
			}
			assert.Contains(t, join(r.Doubts), test.want)
		})
	}
}

// TestADoubtIsSaidOnce, although turnover and income are converted at one rate.
func TestADoubtIsSaidOnce(t *testing.T) {
	t.Parallel()
	rate, err := fine.ParseRate("EUR/USD=1.08")
	require.NoError(t, err)
	r := compute(t, caseOf(t, `
assessment: {date: 2025-06-30}
service:
  turnover_worldwide_preceding_fy: {group: {amount: "100", currency: USD, financial_year: 2024}}
  income_annual_preceding_fy: {group: {amount: "90", currency: USD, financial_year: 2024}}
`, breach("dsa.art16.6")), fine.Options{Rates: fine.Rates{rate}})
	assert.Equal(t, []string{"the exchange rate EUR/USD=1.08 has no day"}, r.Doubts)
}

// TestRatesEitherWayRound: the European Central Bank says what one euro is.
func TestRatesEitherWayRound(t *testing.T) {
	t.Parallel()
	yuan := `
assessment: {date: 2026-05-28}
service:
  designation_status: vlop
  turnover_worldwide_preceding_fy: {group: {amount: "820000000000", currency: CNY, financial_year: 2025}}
`
	for _, text := range []string{"EUR/CNY=8.2", "EUR/CNY=8.2@2025-12-31 ECB", "CNY/EUR=0.121951219512195121951219512@2025-12-31"} {
		rate, err := fine.ParseRate(text)
		require.NoError(t, err)
		r := compute(t, caseOf(t, yuan, breach("dsa.art34.1")), fine.Options{Rates: fine.Rates{rate}})
		assert.Equal(t, "EUR", *r.Currency, text)
		assert.Equal(t, "100000000000.00", *r.Turnover, text)
		assert.NoError(t, fines.Unmatched(fine.Rates{rate}, load(t, yuan)))
	}
	// A pair without the euro goes from the first to the second.
	rate, err := fine.ParseRate("CNY/USD=0.14@2025-12-31")
	require.NoError(t, err)
	r := compute(t, caseOf(t, yuan, breach("dsa.art34.1")), fine.Options{Rates: fine.Rates{rate}})
	assert.Equal(t, "114800000000.00", *r.Turnover)

	rate, err = fine.ParseRate("EUR/USD=1.08@2025-12-31")
	require.NoError(t, err)
	assert.ErrorContains(t, fines.Unmatched(fine.Rates{rate}, load(t, yuan)), "EUR/USD=1.08 converts nothing: the facts give turnover and income in CNY")
	assert.ErrorContains(t, fines.Unmatched(fine.Rates{rate}, load(t, "service: {}\n")), "the facts give no turnover and no income")
	assert.NoError(t, fines.Unmatched(fine.Rates{rate}, load(t, yuan), load(t, groupAndEntity)), "one of several documents is enough")
}
