package fines_test

import (
	"fmt"
	"io/fs"
	"math"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/dsaeval/dsaeval/engine/fine"
	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/internal/fines"
	"github.com/dsaeval/dsaeval/policies"
)

// sized are facts of a designated service with a turnover.
func sized(amount, currency string) string {
	return "assessment: {date: 2025-06-30}\nservice:\n  designation_status: vlop\n  turnover_worldwide_preceding_fy: {group: {amount: \"" +
		amount + "\", currency: " + currency + ", financial_year: 2024}}\n"
}

func foretell(t require.TestingT, facts string, o fine.Options, obligations ...fines.Obligation) *report.Fine {
	r, err := fines.Compute(caseOf(t, facts, obligations...), []*fines.Model{published(t)}, o)
	require.NoError(t, err)
	return r
}

// TestTheRangeSaysSomething holds the bars that the model has to clear on the
// decisions that it has not seen: often enough right, narrow enough to be of use,
// and better than a share of turnover.
func TestTheRangeSaysSomething(t *testing.T) {
	t.Parallel()
	m := published(t)
	b, err := m.Backtest(m.Published())
	require.NoError(t, err)
	shares, err := fines.BacktestShares(m.Published())
	require.NoError(t, err)
	require.Len(t, b.Ways, 3)
	for i, w := range b.Ways[:2] {
		assert.Equal(t, m.Published().Len(), w.Scored, w.Name)
		assert.GreaterOrEqual(t, w.Coverage(), 0.70, w.Name)
		assert.LessOrEqual(t, w.Coverage(), 0.95, w.Name)
		assert.LessOrEqual(t, w.Width, 6.0, w.Name)
		assert.LessOrEqual(t, w.Factor, 1.5, w.Name)
		assert.Less(t, w.LogScore, shares.Ways[i].LogScore, w.Name)
		assert.Zero(t, w.Silent, w.Name)
	}
	assert.GreaterOrEqual(t, b.Spread, 1200.0/91, "from EUR 91 m to 1 200 m at least")
	assert.GreaterOrEqual(t, b.Ways[2].Coverage(), 0.70, "forward in time")
	assert.Less(t, b.Ways[2].LogScore, shares.Ways[2].LogScore)
	for _, s := range b.Ways[0].Rows {
		if s.Law == "DSA" {
			assert.LessOrEqual(t, s.Factor(), 2.5, s.Case)
			assert.True(t, s.Inside(), s.Case)
		}
	}
}

// TestTheOtherLawsForetellTheDSA: fitted to the GDPR and the DMA alone, the model
// foretells both decisions under the DSA.
func TestTheOtherLawsForetellTheDSA(t *testing.T) {
	t.Parallel()
	for _, level := range []string{"[]", "[Art. 102 TFEU]"} {
		othersForetell(t, level)
	}
}

func othersForetell(t *testing.T, level string) {
	t.Helper()
	others := variant(t, "laws: [DSA, DMA, GDPR]", "laws: [DMA, GDPR]", "at_another_level: [Art. 102 TFEU]", "at_another_level: "+level)
	for _, test := range []struct {
		turnover string
		fine     float64
	}{{"5923000000", 120e6}, {"53177000000", 200e6}} {
		r, err := fines.Compute(caseOf(t, sized(test.turnover, "EUR"), breach("dsa.art34.1")), []*fines.Model{others}, fine.Options{})
		require.NoError(t, err)
		low, central, high := float(t, r.Indicative.Low), float(t, r.Indicative.Central), float(t, r.Indicative.High)
		assert.Less(t, low, test.fine)
		assert.Greater(t, high, test.fine)
		assert.Less(t, math.Max(central/test.fine, test.fine/central), 2.5)
	}
}

func float(t require.TestingT, text string) float64 {
	var f float64
	_, err := fmt.Sscan(text, &f)
	require.NoError(t, err)
	return f
}

// variant is the shipped model with texts replaced by others.
func variant(t require.TestingT, oldnew ...string) *fines.Model {
	content, err := fs.ReadFile(policies.FS(), "fines/published-fines.yaml")
	require.NoError(t, err)
	for i := 0; i < len(oldnew); i += 2 {
		require.Contains(t, string(content), oldnew[i])
	}
	m, err := fines.LoadModel("variant.yaml", []byte(strings.NewReplacer(oldnew...).Replace(string(content))))
	require.NoError(t, err)
	return m
}

// TestNoCircumstanceLowersTheScore is why the model has none, and why it takes the
// decisions at another level: those foretell the others better. The day on which
// the table says otherwise, the model has to follow; what most rows leave open
// cannot be a term of it.
func TestNoCircumstanceLowersTheScore(t *testing.T) {
	t.Parallel()
	m := published(t)
	b, err := m.Backtest(m.Published())
	require.NoError(t, err)
	var names []string
	for _, tried := range b.Terms {
		if names = append(names, tried.Name); strings.Contains(tried.Name, "term of their own") {
			assert.Less(t, tried.With, tried.Without, tried.Name)
			continue
		}
		assert.False(t, tried.Better() && tried.Telling(), tried.Name)
	}
	assert.Equal(t, []string{
		"duration (logarithm of months)", "number of Articles (logarithm)", "imposed by the Commission",
		"decisions under Art. 102 TFEU, with a term of their own",
	}, names)
}

func TestTheRangeOfPublishedFines(t *testing.T) {
	t.Parallel()
	r := foretell(t, sized("53200000000.00", "EUR"), fine.Options{}, breach("dsa.art34.1"), breach("dsa.art35.1"))
	i := r.Indicative
	require.NotNil(t, i.Reference)
	assert.Equal(t, "0.8", i.Reference.Probability)
	assert.Equal(t, "four of five comparable fines would lie between", i.Reference.Words)
	n := published(t).Published().Len()
	assert.GreaterOrEqual(t, n, 19)
	assert.Equal(t, n, i.Reference.Decisions)
	assert.Equal(t, 5, i.Reference.AtAnotherLevel)
	assert.Len(t, i.Reference.Others, n)
	assert.Equal(t, report.Closed{WithFine: 2, WithCommitments: 1, Source: "the closed proceedings among the cases of this program"}, i.Reference.Closed)
	require.Len(t, i.Reference.Nearest, 3)
	assert.Equal(t, "Temu", i.Reference.Nearest[0].Case, "the theme of Art. 34 comes before turnover")
	assert.Equal(t, "about the same turnover; 1 Article against 2 Articles here; lasted 18 months", i.Reference.Nearest[0].Differs)
	for _, figure := range []string{i.Low, i.Central, i.High} {
		assert.Regexp(t, `^[0-9]{3}0+\.00$`, figure, "three digits are what the model knows")
	}
	values := map[string]string{}
	for _, s := range i.Reference.Steps {
		values[s.Name] = s.Value
	}
	assert.Equal(t, i.Central, values["central"])
	assert.Equal(t, fmt.Sprint(n), values["decisions"])
	again := foretell(t, sized("53200000000.00", "EUR"), fine.Options{}, breach("dsa.art35.1"), breach("dsa.art34.1"))
	assert.Equal(t, r, again)
}

// TestDurationAndRecurrenceRankTheNearest and move no figure.
func TestDurationAndRecurrenceRankTheNearest(t *testing.T) {
	t.Parallel()
	plain := foretell(t, sized("300000000000", "EUR"), fine.Options{}, breach("dsa.art31.1"))
	long := foretell(t, sized("300000000000", "EUR"), fine.Options{Inputs: map[string]string{"duration_days": "365", "recurrence": "2"}}, breach("dsa.art31.1"))
	assert.Equal(t, []string{plain.Indicative.Low, plain.Indicative.High}, []string{long.Indicative.Low, long.Indicative.High})
	assert.Equal(t, "Apple anti-steering", long.Indicative.Reference.Nearest[0].Case, "thirteen months are nearer to twelve than twenty-eight")
	assert.Contains(t, long.Indicative.Reference.Nearest[0].Differs, "lasted 13 months against 12 here")
	assert.NotContains(t, plain.Indicative.Reference.Nearest[0].Differs, "against 12")
}

// TestNoRangeWhereNothingWasDecided: outside of what was ever fined there is the
// cap and no range.
func TestNoRangeWhereNothingWasDecided(t *testing.T) {
	t.Parallel()
	procedural := with(breach("dsa.art67.3"), func(o *fines.Obligation) { o.Penalty = []report.Penalty{report.OnePercent} })
	for _, test := range []struct {
		note, facts string
		obligation  fines.Obligation
		want        string // empty for a range
	}{
		{"two billion", sized("2000000000", "EUR"), breach("dsa.art39.1"), ""},
		{"a cent less", sized("1999999999.99", "EUR"), breach("dsa.art39.1"), "no decision about a service of this size"},
		{"four hundred billion", sized("400000000000", "EUR"), breach("dsa.art39.1"), ""},
		{"a cent more", sized("400000000000.01", "EUR"), breach("dsa.art39.1"), "no decision about a service of this size"},
		{"another currency", sized("20000000000", "USD"), breach("dsa.art39.1"), `give a rate of the form EUR/USD=RATE@DATE SOURCE`},
		{"the national regime", strings.Replace(sized("20000000000", "EUR"), "vlop", "none", 1), breach("dsa.art16.6"), "not designated: fines of the Member States are not in the table"},
		{"designation not known", strings.Replace(sized("20000000000", "EUR"), "designation_status: vlop", "id: x", 1), breach("dsa.art16.6"), "not known whether the service is designated"},
		{"one per cent alone", sized("20000000000", "EUR"), procedural, "cap of 1 % alone"},
	} {
		t.Run(test.note, func(t *testing.T) {
			t.Parallel()
			r := foretell(t, test.facts, fine.Options{}, test.obligation)
			require.NotNil(t, r.StatutoryCap)
			if test.want == "" {
				assert.Nil(t, r.NoRange)
				assert.NotNil(t, r.Indicative)
				return
			}
			assert.Nil(t, r.Indicative)
			require.NotNil(t, r.NoRange)
			assert.Contains(t, *r.NoRange, test.want)
		})
	}
}

// TestTheRateAskedForIsOneThatWouldConvert: of the currency of the facts, whatever
// another rate made of it.
func TestTheRateAskedForIsOneThatWouldConvert(t *testing.T) {
	t.Parallel()
	rate, err := fine.ParseRate("USD/GBP=0.8@2024-12-31")
	require.NoError(t, err)
	r := foretell(t, sized("20000000000", "USD"), fine.Options{Rates: fine.Rates{rate}}, breach("dsa.art39.1"))
	require.NotNil(t, r.NoRange)
	assert.Equal(t, `the published fines are in euro and the turnover is in GBP; give a rate of the form EUR/USD=RATE@DATE SOURCE`, *r.NoRange)
}

// TestPublishedFinesKeepTheProperties: figures in order and below the cap, and
// neither order nor currency matters.
func TestPublishedFinesKeepTheProperties(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		d := draw(t)
		d.amount = fmt.Sprint(rapid.Int64Range(2_000_000_000, 400_000_000_000).Draw(t, "turnover"))
		d.currency = "EUR"
		compute := func() *report.Fine {
			r, err := fines.Compute(caseOf(t, d.yaml(), d.obligations...), []*fines.Model{published(t)}, d.options)
			require.NoError(t, err)
			return r
		}
		r := compute()
		if r.Indicative == nil {
			require.NotNil(t, r.NoRange)
			return
		}
		for _, pair := range [][2]string{
			{"0", r.Indicative.Low}, {r.Indicative.Low, r.Indicative.Central}, {r.Indicative.Central, r.Indicative.High}, {r.Indicative.High, r.StatutoryCap.PerDecision},
		} {
			atMost(t, pair[0], pair[1])
		}
		d.obligations = slices.Clone(d.obligations)
		slices.Reverse(d.obligations)
		require.Equal(t, r, compute())

		// The same money in another currency, with the rate that makes it so.
		d.currency = "USD"
		rate, err := fine.ParseRate("EUR/USD=1@2024-12-31")
		require.NoError(t, err)
		d.options.Rates = fine.Rates{rate}
		other := compute()
		require.Equal(t, r.Indicative, other.Indicative)
		require.Equal(t, r.StatutoryCap, other.StatutoryCap)
	})
}

// TestEveryRateHasASource: none is from memory, and that of the yuan, computed
// from two published figures of three digits, need not be more exact: a twentieth
// more or less on all rates of 2025 is not seen in the figures.
func TestEveryRateHasASource(t *testing.T) {
	t.Parallel()
	table, err := fs.ReadFile(policies.FS(), "fines/decisions.csv")
	require.NoError(t, err)
	for _, word := range []string{"memory", "no source"} {
		assert.NotContains(t, strings.ToLower(string(table)), word)
	}
	model, err := fs.ReadFile(policies.FS(), "fines/published-fines.yaml")
	require.NoError(t, err)
	now := foretell(t, sized("50000000000", "EUR"), fine.Options{}, breach("dsa.art34.1")).Indicative
	for _, other := range [][2]string{{"1.187", "8.53"}, {"1.074", "7.71"}} {
		for _, rate := range []string{",USD,2025,1.13,", ",CNY,2025,8.12,"} {
			require.Contains(t, string(table), rate)
		}
		shifted := strings.NewReplacer(",USD,2025,1.13,", ",USD,2025,"+other[0]+",", ",CNY,2025,8.12,", ",CNY,2025,"+other[1]+",").Replace(string(table))
		m, err := fines.LoadModelFrom(fstest.MapFS{"decisions.csv": {Data: []byte(shifted)}}, "shifted.yaml", model)
		require.NoError(t, err)
		r, err := fines.Compute(caseOf(t, sized("50000000000", "EUR"), breach("dsa.art34.1")), []*fines.Model{m}, fine.Options{})
		require.NoError(t, err)
		for _, pair := range [][2]string{{now.Low, r.Indicative.Low}, {now.Central, r.Indicative.Central}, {now.High, r.Indicative.High}} {
			assert.InEpsilon(t, float(t, pair[0]), float(t, pair[1]), 0.02)
		}
	}
}

// TestTablesAreChecked: a row that cannot be one is refused with its line.
func TestTablesAreChecked(t *testing.T) {
	t.Parallel()
	table, err := fs.ReadFile(policies.FS(), "fines/decisions.csv")
	require.NoError(t, err)
	for _, test := range []struct{ old, replacement, want string }{
		{"case,", "name,", "decisions.csv:1:1: there is no column case"},
		{"2021-07-16", "16 July 2021", `decisions.csv:4:1: date: "16 July 2021" is not a calendar day`},
		{",746000000,", ",7460000000000,", "decisions.csv:4:1: fine_eur: 7460000000000 is above 4 % of the turnover"},
		{",746000000,", ",-1,", "decisions.csv:4:1: fine_eur: -1 is below 0"},
		{",USD,2020,1.142,", ",USX,2020,1.142,", "decisions.csv:4:1: currency:"},
		{",USD,2020,1.142,", ",USD,2020,,", `decisions.csv:4:1: rate: ""; expected more than 0`},
		{",108,,10,", ",9 years,,10,", "decisions.csv:2:1: months: "},
		{",108,,10,", ",108.5,,10,", `decisions.csv:2:1: months: "108.5"; expected a whole number`},
		{"Meta pay or consent,Meta,2025-04-23", "Apple anti-steering,Apple,2025-04-23", "case: Apple anti-steering of 2025-04-23 stands in the table twice"},
		{"15800000000", "1580000000", "turnover_high: 1580000000 is below the turnover of 2600000000"},
	} {
		require.Contains(t, string(table), test.old)
		_, err := fines.LoadDecisions("decisions.csv", []byte(strings.Replace(string(table), test.old, test.replacement, 1)))
		assert.ErrorContains(t, err, test.want)
	}
	_, err = fines.LoadDecisions("decisions.csv", nil)
	assert.ErrorContains(t, err, "no table of decisions")
}

func TestReferenceModelsAreChecked(t *testing.T) {
	t.Parallel()
	content, err := fs.ReadFile(policies.FS(), "fines/published-fines.yaml")
	require.NoError(t, err)
	for _, test := range []struct{ old, replacement, want string }{
		{"table: decisions.csv", "table: ../law/fines.yaml", "expected the name of a file beside the model"},
		{"table: decisions.csv", "table: nowhere.csv", "table nowhere.csv:"},
		{"probability: 0.8", "probability: 1.8", "probability is 1.8; expected 0.5 to 0.99"},
		{"{from: 2000000000, to: 400000000000}", "{from: 5, to: 4}", "turnover begins at 5, not below its end of 4"},
		{"laws: [DSA, DMA, GDPR]", "laws: [AI Act]", "too few decisions for a fit: 0 under AI Act"},
		{"kind: reference", "kind: judgement", "the file has a reference"},
	} {
		require.Contains(t, string(content), test.old)
		_, err := fines.LoadModel("m.yaml", []byte(strings.Replace(string(content), test.old, test.replacement, 1)))
		assert.ErrorContains(t, err, test.want)
	}
	_, err = fines.LoadModel("m.yaml", []byte("name: x\ntitle: X\nkind: reference\nabout: x\ncaveats: [x]\n"))
	assert.ErrorContains(t, err, "kind is reference, but reference is missing")
	assert.NotEqual(t, published(t).SHA256, variant(t, "probability: 0.8", "probability: 0.9").SHA256)
}

// TestModelsOfFormulasAreBacktested: a user's model is held against the same
// decisions, and the one that multiplied guesses is shown for what it was.
func TestModelsOfFormulasAreBacktested(t *testing.T) {
	t.Parallel()
	m := published(t)
	reference, err := m.Backtest(m.Published())
	require.NoError(t, err)
	for _, other := range models(t) {
		b, err := other.Backtest(m.Published())
		require.NoError(t, err)
		assert.NotEmpty(t, b.ScoredAs)
		assert.Empty(t, b.Terms)
		for i, w := range b.Ways {
			assert.Equal(t, reference.Ways[i].Scored, w.Scored)
			assert.Greater(t, w.LogScore, reference.Ways[i].LogScore, "%s, %s", b.Model, w.Name)
			assert.Greater(t, w.Width, 100.0, "it covers everything")
			assert.Equal(t, w.Scored, w.Covered)
			assert.Equal(t, w.Scored, w.Silent, "and says nothing")
		}
	}
}
