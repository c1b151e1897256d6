package fines_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/dsaeval/dsaeval/engine/fine"
	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/internal/exact"
	"github.com/dsaeval/dsaeval/internal/fines"
)

// drawn is a random case as facts and obligations.
type drawn struct {
	amount, currency string
	facts            map[string]string // optional facts of supervision and service
	obligations      []fines.Obligation
	options          fine.Options
}

var (
	drawID      = rapid.SampledFrom([]string{"dsa.art9.1", "dsa.art16.6", "dsa.art16.2.a", "dsa.art16.2.b", "dsa.art25.1", "dsa.art28.1", "dsa.art34.1", "dsa.art34.1.a", "dsa.art35.1", "dsa.art38", "dsa.art40.12", "dsa.art40.13.portal", "dsa.art40.4", "dsa.art67.3", "dsa.art73.4"})
	drawPenalty = rapid.SampledFrom([][]report.Penalty{{report.SixPercent}, {report.OnePercent}, {report.SixPercent, report.FivePercent}, {report.DSCOnePercent}})
	drawFacts   = map[string]*rapid.Generator[string]{
		"supervision.infringement_recurrence_count": rapid.Custom(func(t *rapid.T) string { return fmt.Sprint(rapid.IntRange(0, 9).Draw(t, "recurrence")) }),
		"supervision.culpability":                   rapid.SampledFrom([]string{"intentional", "negligent"}),
		"supervision.procedural_delay_days":         rapid.Custom(func(t *rapid.T) string { return fmt.Sprint(rapid.IntRange(0, 900).Draw(t, "delay")) }),
		"supervision.cooperation":                   rapid.SampledFrom([]string{"beyond_duty", "as_required", "obstructive"}),
		"supervision.infringement_gravity":          rapid.SampledFrom([]string{"low", "medium", "high"}),
		"supervision.infringement_duration_days":    rapid.Custom(func(t *rapid.T) string { return fmt.Sprint(rapid.IntRange(0, 5000).Draw(t, "days")) }),
		"supervision.inspection_refusals_count":     rapid.SampledFrom([]string{"1", "2"}),
		"supervision.infringement_committed_on":     rapid.SampledFrom([]string{"2022-01-01", "2024-05-05", "2025-06-30"}),
		"service.amar_value":                        rapid.Custom(func(t *rapid.T) string { return fmt.Sprint(rapid.IntRange(0, 900000000).Draw(t, "amar")) }),
	}
)

func draw(t *rapid.T) drawn {
	d := drawn{
		amount:   rapid.StringMatching(`[1-9][0-9]{0,17}\.[0-9]{2}`).Draw(t, "amount"),
		currency: rapid.SampledFrom([]string{"EUR", "USD", "CNY"}).Draw(t, "currency"),
		facts:    map[string]string{},
		options:  fine.Options{Inputs: map[string]string{}},
	}
	for _, name := range sortedNames(drawFacts) {
		if rapid.Bool().Draw(t, name+" known") {
			d.facts[name] = drawFacts[name].Draw(t, name)
		}
	}
	// Two facts for one input: the stated one wins, and where it contradicts the
	// other, taking it away gives another range and not a wider one.
	for stated, derived := range map[string]string{
		"supervision.infringement_duration_days": "supervision.infringement_committed_on",
		"supervision.cooperation":                "supervision.inspection_refusals_count",
	} {
		if d.facts[stated] != "" {
			delete(d.facts, derived)
		}
	}
	if rapid.Bool().Draw(t, "gravity set") {
		d.options.Inputs["gravity"] = rapid.SampledFrom([]string{"low", "medium", "high"}).Draw(t, "gravity")
	}
	d.options.Unit = rapid.SampledFrom([]fine.Unit{"", fine.ByArticle, fine.ByParagraph}).Draw(t, "unit")
	for _, id := range rapid.SliceOfNDistinct(drawID, 1, 8, rapid.ID).Draw(t, "ids") {
		d.obligations = append(d.obligations, obligation(t, id))
	}
	return d
}

func obligation(t *rapid.T, id string) fines.Obligation {
	pointers := rapid.SliceOfNDistinct(rapid.SampledFrom([]string{"/a", "/b", "/c", "/d", "/e"}), 1, 3, rapid.ID)
	return fines.Obligation{
		ID: id, Kind: report.Duty, Standing: fines.Breached,
		Penalty:     drawPenalty.Draw(t, "penalty"),
		AppliesFrom: rapid.SampledFrom([]string{"", "2023-08-25", "2024-02-17", "2025-06-30"}).Draw(t, "from"),
		Findings:    rapid.SliceOfN(pointers, 1, 3).Draw(t, "findings"),
	}
}

func sortedNames[V any](m map[string]V) []string {
	var names []string
	for name := range m {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}

func (d drawn) yaml() string {
	sections := map[string]string{}
	for _, name := range sortedNames(d.facts) {
		section, fact, _ := strings.Cut(name, ".")
		sections[section] += "  " + fact + ": " + d.facts[name] + "\n"
	}
	return "assessment: {date: 2025-06-30}\nservice:\n  designation_status: vlop\n  turnover_worldwide_preceding_fy:\n    group: {amount: \"" +
		d.amount + "\", currency: " + d.currency + ", financial_year: 2024}\n" + sections["service"] + "supervision:\n" + sections["supervision"] + "  national_law_state: IE\n"
}

func (d drawn) compute(t *rapid.T) *report.Fine {
	return compute(t, caseOf(t, d.yaml(), d.obligations...), d.options)
}

func number(t *rapid.T, text string) fine.Decimal {
	x, err := exact.Parse(text)
	require.NoError(t, err)
	return x
}

func atMost(t *rapid.T, less, more string) {
	require.LessOrEqual(t, number(t, less).Cmp(number(t, more)), 0, "%s is above %s", less, more)
}

func TestRangesStayInOrderAndBelowTheCap(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		r := draw(t).compute(t)
		for _, m := range append([]report.Indicative{*r.Indicative}, r.Comparisons...) {
			for _, pair := range [][2]string{{"0", m.Low}, {m.Low, m.Central}, {m.Central, m.High}, {m.High, r.StatutoryCap.PerDecision}} {
				atMost(t, pair[0], pair[1])
			}
			for _, c := range m.Calculations {
				for _, s := range c.Steps {
					atMost(t, s.Low, s.Central)
					atMost(t, s.Central, s.High)
				}
			}
		}
		atMost(t, r.StatutoryCap.PerDecision, r.StatutoryCap.SumOfInfringements)
	})
}

func TestMoreInfringementsNeverLowerTheCap(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		d := draw(t)
		before := d.compute(t)
		another := obligation(t, "dsa.art99.1")
		another.Findings = [][]string{{"/of/its/own"}}
		d.obligations = append(slices.Clone(d.obligations), another)
		after := d.compute(t)
		atMost(t, before.StatutoryCap.PerDecision, after.StatutoryCap.PerDecision)
		atMost(t, before.StatutoryCap.SumOfInfringements, after.StatutoryCap.SumOfInfringements)
		atMost(t, before.Indicative.Low, after.Indicative.Low)
		atMost(t, before.Indicative.Central, after.Indicative.Central)
		atMost(t, before.Indicative.High, after.Indicative.High)
	})
}

func TestOverlappingInfringementsNeverLowerTheCapOfADecision(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		d := draw(t)
		before := d.compute(t)
		d.obligations = append(slices.Clone(d.obligations), obligation(t, "dsa.art99.1"))
		atMost(t, before.StatutoryCap.PerDecision, d.compute(t).StatutoryCap.PerDecision)
	})
}

func TestOrderOfFindingsNeverMatters(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		d := draw(t)
		before := d.compute(t)
		shuffle := rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "seed"), 0))
		d.obligations = slices.Clone(d.obligations)
		shuffle.Shuffle(len(d.obligations), func(i, j int) { d.obligations[i], d.obligations[j] = d.obligations[j], d.obligations[i] })
		for i := range d.obligations {
			findings := slices.Clone(d.obligations[i].Findings)
			for j := range findings {
				findings[j] = slices.Clone(findings[j])
				slices.Reverse(findings[j])
			}
			slices.Reverse(findings)
			d.obligations[i].Findings = findings
		}
		require.Equal(t, before, d.compute(t))
	})
}

// TestCurrencyNeverMatters shows that the same figures in another currency with
// as many cents give the same figures. The comparison model reads euro and is
// left out.
func TestCurrencyNeverMatters(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		d := draw(t)
		before := d.compute(t)
		d.currency = rapid.SampledFrom([]string{"GBP", "SEK", "PLN"}).Draw(t, "other currency")
		after := d.compute(t)
		require.Equal(t, before.StatutoryCap, after.StatutoryCap)
		require.Equal(t, before.PeriodicPenaltyPerDay, after.PeriodicPenaltyPerDay)
		for _, pair := range [][2]string{
			{before.Indicative.Low, after.Indicative.Low}, {before.Indicative.Central, after.Indicative.Central}, {before.Indicative.High, after.Indicative.High},
		} {
			require.Equal(t, pair[0], pair[1])
		}
	})
}

func TestAMissingFactNeverNarrowsTheRange(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		d := draw(t)
		if len(d.facts) == 0 {
			return
		}
		with := d.compute(t)
		delete(d.facts, rapid.SampledFrom(sortedNames(d.facts)).Draw(t, "removed"))
		without := d.compute(t)
		for i, m := range append([]report.Indicative{*with.Indicative}, with.Comparisons...) {
			other := append([]report.Indicative{*without.Indicative}, without.Comparisons...)[i]
			atMost(t, other.Low, m.Low)
			atMost(t, m.High, other.High)
		}
	})
}
