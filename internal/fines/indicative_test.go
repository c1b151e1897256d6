package fines_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/engine/fine"
	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/internal/fines"
)

// circumstances are all inputs of the shipped models that facts give today.
const circumstances = million + `
  amar_value: 200000000
supervision:
  culpability: intentional
  infringement_recurrence_count: 1
  infringement_committed_on: 2024-07-01
  procedural_delay_days: 10
  binding_commitments_count: 2
  binding_commitments_met_count: 1
  rfi_decision_count: 3
  rfi_decision_on_time_count: 3
  rfi_decision_incorrect_count: 0
  inspection_refusals_count: 0
`

func input(t *testing.T, c report.Calculation, name string) report.Input {
	t.Helper()
	for _, i := range c.Inputs {
		if i.Name == name {
			return i
		}
	}
	require.Failf(t, "no such input", name)
	return report.Input{}
}

func step(t *testing.T, c report.Calculation, name string) report.Step {
	t.Helper()
	for _, s := range c.Steps {
		if s.Name == name {
			return s
		}
	}
	require.Failf(t, "no such step", name)
	return report.Step{}
}

func TestInputsComeFromFacts(t *testing.T) {
	t.Parallel()
	r := compute(t, caseOf(t, circumstances, breach("dsa.art16.6")), fine.Options{})
	c := r.Indicative.Calculations[0]
	for name, want := range map[string]string{
		"culpability": "intentional", "recurrence": "1", "duration_days": "365", "delay_days": "10", "commitments": "broken",
		"cooperation": "ordinary", "recipients": "200000000", "duty": "substantive", "cap_percent": "6",
	} {
		i := input(t, c, name)
		assert.True(t, i.Known, name)
		assert.Equal(t, want, i.Value, name)
		assert.Equal(t, []string{want}, i.Possible, name)
	}
	assert.Equal(t, []string{"/supervision/infringement_committed_on"}, input(t, c, "duration_days").Facts)
	assert.Equal(t, report.Step{
		Name: "intent", Low: "1.5", Central: "1.5", High: "1.5", Unit: "times", Inputs: []string{"culpability"},
		Reason: "intent weighs more than negligence", Source: "Art. 74(1), recital 117; size: judgement",
	}, step(t, c, "intent"))
}

func TestMissingInputsAreAssumptionsThatWidenTheRange(t *testing.T) {
	t.Parallel()
	r := compute(t, caseOf(t, million, breach("dsa.art16.6")), fine.Options{})
	c := r.Indicative.Calculations[0]
	gravity := input(t, c, "gravity")
	assert.False(t, gravity.Known)
	assert.Equal(t, "medium", gravity.Value)
	assert.Equal(t, []string{"low", "medium", "high"}, gravity.Possible)
	assert.Contains(t, gravity.Reason, "assumed: ")
	assert.Equal(t, "0.5", step(t, c, "gravity").Low)
	assert.Equal(t, "1", step(t, c, "gravity").Central)
	assert.Equal(t, "1.5", step(t, c, "gravity").High)
	duration := input(t, c, "duration_days")
	assert.Equal(t, []string{"1", "500"}, duration.Possible, "from the first day of the duty to the assessment")
	assert.Contains(t, duration.Reason, "upper bound: the duty can have been breached from 2024-02-17 at the earliest")
}

func TestDurationIsNotCountedBeforeTheDutyApplied(t *testing.T) {
	t.Parallel()
	o := breach("dsa.art16.6")
	for text, want := range map[string]string{
		"  infringement_committed_on: 2020-01-01\n":                                      "500",
		"  infringement_committed_on: 2025-06-30\n":                                      "1",
		"  infringement_committed_on: 2024-02-17\n  infringement_ended_on: 2024-03-17\n": "30",
	} {
		r := compute(t, caseOf(t, million+"supervision:\n"+text, o), fine.Options{})
		assert.Equal(t, want, input(t, r.Indicative.Calculations[0], "duration_days").Value)
	}
	r := compute(t, caseOf(t, million, o), fine.Options{Inputs: map[string]string{"duration_days": "4000"}})
	duration := input(t, r.Indicative.Calculations[0], "duration_days")
	assert.Equal(t, "500", duration.Value)
	assert.Contains(t, duration.Reason, "4000 is counted as 500")
}

func TestNeitherIntentNorNegligence(t *testing.T) {
	t.Parallel()
	c := caseOf(t, million+"supervision: {culpability: none}\n", breach("dsa.art16.6"))
	r := compute(t, c, fine.Options{})
	assert.NotNil(t, r.StatutoryCap)
	assert.Nil(t, r.Indicative)
	require.NotNil(t, r.NoRange)
	assert.Contains(t, *r.NoRange, "neither intent nor negligence")
	assert.NotNil(t, compute(t, c, fine.Options{Inputs: map[string]string{"culpability": "negligent"}}).Indicative)
}

func TestHindering(t *testing.T) {
	t.Parallel()
	for _, facts := range []string{
		"{inspection_refusals_count: 1}", "{rfi_decision_count: 2, rfi_decision_on_time_count: 1}", "{dsc_reply_incorrect: true}", "{rfi_simple_incorrect_count: 1}",
	} {
		r := compute(t, caseOf(t, million+"supervision: "+facts+"\n", breach("dsa.art16.6")), fine.Options{})
		assert.Equal(t, "hindering", input(t, r.Indicative.Calculations[0], "cooperation").Value, facts)
	}
}

func TestStatedCircumstances(t *testing.T) {
	t.Parallel()
	r := compute(t, caseOf(t, million+"supervision: {cooperation: beyond_duty, inspection_refusals_count: 1, infringement_gravity: high, infringement_duration_days: 12.5}\n", breach("dsa.art16.6")), fine.Options{})
	c := r.Indicative.Calculations[0]
	for name, want := range map[string]string{"cooperation": "full", "gravity": "high", "duration_days": "12.5"} {
		assert.Equal(t, want, input(t, c, name).Value)
		assert.True(t, input(t, c, name).Known)
	}
	assert.Equal(t, []string{"/supervision/cooperation"}, input(t, c, "cooperation").Facts)
}

// TestNoSizeStep: the cap of the DSA moves with size, so that size counts once:
// the analogy gives a small undertaking the same share as a large one.
func TestNoSizeStep(t *testing.T) {
	t.Parallel()
	inputs := map[string]string{"gravity": "medium", "recurrence": "0", "culpability": "negligent", "cooperation": "ordinary"}
	r := compute(t, caseOf(t, `
assessment: {date: 2025-12-01}
service:
  designation_status: none
  turnover_worldwide_preceding_fy: {entity: {amount: "2000000.00", currency: EUR, financial_year: 2024}}
`, breach("dsa.art30.4")), fine.Options{Inputs: inputs})
	edpb := r.Comparisons[0]
	require.Equal(t, "edpb-04-2022", edpb.Model)
	assert.Equal(t, []string{"12000.00", "18000.00", "24000.00"}, []string{edpb.Low, edpb.Central, edpb.High})
}

func TestCapIsShownWhereItCuts(t *testing.T) {
	t.Parallel()
	var many []fines.Obligation
	for _, id := range []string{"dsa.art9.1", "dsa.art10.1", "dsa.art11.1", "dsa.art12.1", "dsa.art13.1", "dsa.art14.1"} {
		many = append(many, breach(id))
	}
	r := compute(t, caseOf(t, circumstances, many...), fine.Options{})
	assert.True(t, r.Indicative.Capped)
	assert.Equal(t, "6000000.00", r.Indicative.High)
	r = compute(t, caseOf(t, circumstances, many[0]), fine.Options{Inputs: map[string]string{"gravity": "high", "recurrence": "3", "cooperation": "hindering"}})
	last := r.Indicative.Calculations[0].Steps
	assert.Contains(t, last[len(last)-1].Reason, "the cap is 6000000.00: high cut from")
}

func TestSensitivity(t *testing.T) {
	t.Parallel()
	c := caseOf(t, million, breach("dsa.art16.6"))
	changes, err := fines.Sensitivity(c, models(t), fine.Options{})
	require.NoError(t, err)
	rows := map[string]report.Change{}
	for i, change := range changes {
		rows[change.Input+" "+change.To] = change
		if i > 0 {
			assert.GreaterOrEqual(t, decimal(t, changes[i-1].Moved).Cmp(decimal(t, change.Moved)), 0, "those first that move most")
		}
	}
	assert.Len(t, rows, len(changes), "no row twice")
	now := compute(t, c, fine.Options{}).Indicative
	second := rows["infringements 2"]
	assert.Equal(t, "1", second.From)
	assert.Equal(t, 1, decimal(t, second.Central).Cmp(decimal(t, now.Central)))
	year := rows["duration_days a year more"]
	assert.Equal(t, 1, decimal(t, year.Central).Cmp(decimal(t, now.Central)))
	assert.Equal(t, -1, decimal(t, rows["gravity low"].High).Cmp(decimal(t, now.High)))

	none, err := fines.Sensitivity(caseOf(t, million, with(breach("dsa.art16.6"), func(o *fines.Obligation) { o.Standing = fines.Undetermined })), models(t), fine.Options{})
	require.NoError(t, err)
	assert.Empty(t, none)
}

func TestKindsOfDuty(t *testing.T) {
	t.Parallel()
	for want, o := range map[string]fines.Obligation{
		"substantive": breach("dsa.art16.6"),
		"procedural":  with(breach("dsa.art71.1"), func(o *fines.Obligation) { o.Kind = report.Procedural }),
		"supervision": with(breach("dsa.art67.3"), func(o *fines.Obligation) {
			o.Kind, o.Penalty = report.Procedural, []report.Penalty{report.OnePercent}
		}),
	} {
		r := compute(t, caseOf(t, million, o), fine.Options{})
		assert.Equal(t, want, input(t, r.Indicative.Calculations[0], "duty").Value)
	}
}
