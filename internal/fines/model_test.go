package fines_test

import (
	"bytes"
	"io/fs"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/engine/fine"
	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/internal/document"
	"github.com/dsaeval/dsaeval/internal/fines"
	"github.com/dsaeval/dsaeval/policies"
)

func TestShippedModels(t *testing.T) {
	t.Parallel()
	list, err := fines.LoadModels(policies.FS())
	require.NoError(t, err)
	var names []string
	for _, m := range list {
		names = append(names, m.Name)
		assert.NotEmpty(t, m.Caveats)
	}
	assert.Equal(t, []string{"edpb-04-2022", "published-fines"}, names)
	assert.Equal(t, report.AnalogyModel, list[0].Kind)
	assert.Contains(t, list[0].Caveats[0], "Analogy")
	assert.Equal(t, report.ReferenceModel, list[1].Kind)
}

// TestTheClosedProceedingsAreTheCases: whoever adds a case that has ended counts it.
func TestTheClosedProceedingsAreTheCases(t *testing.T) {
	t.Parallel()
	ended := func(how string) int {
		cases, err := filepath.Glob(filepath.Join("..", "..", "fixtures", "cases", "*-"+how))
		require.NoError(t, err)
		return len(cases)
	}
	closed := published(t).Closed()
	assert.Equal(t, closed.WithFine, ended("decision"))
	assert.Equal(t, closed.WithCommitments, ended("commitments"))
}

// TestBaseSharesFollowFromTheCalibration computes the shares from the published
// sums and compares them with the formulas of the model.
func TestBaseSharesFollowFromTheCalibration(t *testing.T) {
	t.Parallel()
	c := models(t)[0].Calibration
	assert.Equal(t, 2, c.Decisions)
	assert.Equal(t, 4, c.Infringements)
	assert.Equal(t, []string{"0.24", "0.291", "1.873"}, []string{c.LowPercent, c.MedianPercent, c.HighPercent})
	// X between 0.8 and 5.0 %, Temu 0.38 %.
	assert.Equal(t, []string{"0.822", "4.994"}, []string{c.Cases[0].LowPercent, c.Cases[0].HighPercent})
	assert.Equal(t, []string{"0.376", "0.376"}, []string{c.Cases[1].LowPercent, c.Cases[1].HighPercent})

	base := step(t, compute(t, caseOf(t, million, breach("dsa.art16.6")), fine.Options{}).Indicative.Calculations[0], "base share")
	percent := decimal(t, "0.01")
	for want, have := range map[string]string{c.LowPercent: base.Low, c.MedianPercent: base.Central, c.HighPercent: base.High} {
		share, err := decimal(t, want).Mul(percent)
		require.NoError(t, err)
		assert.Equal(t, share.String(), have)
	}
}

// minimal is the shortest sound model; tests put their formula in its place.
const minimal = `name: ours
title: Ours
kind: judgement
about: A test.
caveats: [none of this is law]
inputs:
  - {name: gravity, assume: medium, reason: not known}
  - {name: recurrence, possible: [0, 3], assume: 0, reason: not known}
base:
  of: cap
  formula: FORMULA
  reason: a test
  source: nobody
decision: {low: 1, central: all, high: all, reason: a test}
`

func TestMinimalModel(t *testing.T) {
	t.Parallel()
	for formula, want := range map[string]string{
		`10 * percent`:                           "600000.00",
		`decimal("0.1")`:                         "600000.00",
		`0.1`:                                    "600000.00",
		`0.1 + 0.2 == 0.3 ? .1 : 1`:              "600000.00", // floats would say otherwise
		`9223372036854775807 + 1 > 0 ? 1e-1 : 1`: "600000.00", // and so would whole numbers of 64 bits
		`let x = 1 + 1; let y = x * x + x; y * percent * 10 / 6`: "600000.00",
		`max(0, 1 - 2)`:                              "0.00",
		`-(0 - 1) / 4`:                               "1500000.00",
		`clamp(7, 0, 1) / 2`:                         "3000000.00",
		`min(decimal("0.5"), 1, 2)`:                  "3000000.00",
		`1 / 3`:                                      "2000000.00",
		`let x = 1 + 1; x / 8`:                       "1500000.00",
		`(2 > 1 and not (1 == 2)) ? 1 : 0`:           "6000000.00",
		`clamp((1 < 2 ? 1 + 1 : 3) * 3, 0, 12) / 12`: "3000000.00",
		`2`: "6000000.00", // above the cap, which cuts it
	} {
		m, err := fines.LoadModel("ours.yaml", []byte(strings.Replace(minimal, "FORMULA", "'"+formula+"'", 1)))
		require.NoError(t, err, formula)
		r, err := fines.Compute(caseOf(t, million, breach("dsa.art16.6")), []*fines.Model{m}, fine.Options{})
		require.NoError(t, err, formula)
		assert.Equal(t, want, r.Indicative.Central, formula)
		assert.Equal(t, want, r.Indicative.High, formula)
	}
}

func TestFormulaErrorsHaveTheirPlace(t *testing.T) {
	t.Parallel()
	for _, test := range []struct{ formula, want string }{
		{`1 + 0.1e100`, "ours.yaml:11:17: 0.1e100 is not a number of at most 60 characters with an exponent of at most two digits"},
		{`1 / 0`, "ours.yaml:11:15: base share: division by zero: 1 / 0"},
		{`1 / recurrence`, "ours.yaml:11:15: base share: division by zero: 1 / 0, where recurrence = 0"},
		{`gravty == "high" ? 1 : 2`, "ours.yaml:11:13: unknown name gravty"},
		{`gravity == "hihg" ? 1 : 2`, "ours.yaml:11:24: gravity is never \"hihg\"; expected low, medium or high\n    hint: did you mean high?"},
		{`recurrence == "high" ? 1 : 2`, "recurrence is a number, in decisions"},
		{`cooperation == "full" ? 1 : 2`, "list cooperation under inputs"},
		{`gravity`, "ours.yaml:11:13: the formula gives a word; expected a number"},
		{`1 > 2`, "the formula gives true or false; expected a number"},
		{`1 + gravity`, "ours.yaml:11:15: invalid operation: + (mismatched types number and string)"},
		{`clamp(1 + gravity, 0, 1)`, "invalid operation: + (mismatched types number and string)"},
		{`1 +`, "ours.yaml:11:"},
		{`sum(1..1000000000)`, "ours.yaml:11:13: sum is not part of formulas"},
		{`reduce(1..9, #acc + #)`, "reduce is not part of formulas"},
		{`all(1..9, true) ? 1 : 2`, "all is not part of formulas"},
		{`1..9`, ".. is not part of formulas"},
		{`2 ** 8`, "the operator ** is not part of formulas"},
		{`[1, 2][0]`, "formulas have no"},
		{`gravity.x`, "formulas have no members"},
		{`now()`, "now is not part of formulas"},
		{`f(1)`, "there is no function f"},
		{`decimal(1)`, "decimal takes one number in quotes"},
		{`decimal("1e9")`, `"1e9" is not a decimal number`},
		{`clamp(1, 2)`, "clamp takes a number, a lower and an upper limit"},
		{`clamp(1, 3, 2)`, "clamp: the lower limit 3 is above the upper limit 2"},
		{`min()`, "ours.yaml:11:13: "},
		{`0 - 1`, "base share is -1, below zero"},
		{`nil`, "formulas have no nil"},
		{`let gravity = 1; gravity`, "gravity is already a name of the model"},
		{`base`, "unknown name base"},
	} {
		t.Run(test.formula, func(t *testing.T) {
			t.Parallel()
			_, err := fines.LoadModel("ours.yaml", []byte(strings.Replace(minimal, "FORMULA", "'"+test.formula+"'", 1)))
			require.ErrorAs(t, err, new(document.Problems))
			assert.ErrorContains(t, err, test.want)
		})
	}
}

func TestModelErrors(t *testing.T) {
	t.Parallel()
	sound := strings.Replace(minimal, "FORMULA", "1", 1)
	for _, test := range []struct{ note, old, put, want string }{
		{"empty", sound, "", "ours.yaml: the file is empty"},
		{"unknown key", "about:", "abuot:", "ours.yaml:4:1: unknown key abuot\n    hint: did you mean about?"},
		{"no caveats", "caveats: [none of this is law]\n", "", "caveats is missing"},
		{"kind", "kind: judgement", "kind: law", `ours.yaml:3:7: kind is "law"`},
		{"calibrated on nothing", "kind: judgement", "kind: calibrated", "calibration is missing"},
		{"two forms", "  formula: 1\n", "  formula: 1\n  low: 1\n", "give one formula, or low, central and high"},
		{"order", "  formula: 1\n", "  low: 3\n  central: 2\n  high: 1\n", "ours.yaml:12:12: base share: low 3, central 2 and high 1 are not in this order"},
		{"base of", "of: cap", "of: profit", `of is "profit"; expected cap or turnover`},
		{"no reason", "  reason: a test\n", "", "reason is missing"},
		{"an input twice", "{name: recurrence, possible: [0, 3], assume: 0, reason: not known}", "{name: gravity, assume: low, reason: again}", "ours.yaml:8:12: gravity is listed twice"},
		{"no such input", "name: gravity", "name: weather", `there is no input "weather"`},
		{"a settled input", "name: gravity", "name: duty", "duty is always known"},
		{"words left out", "{name: gravity, assume: medium", "{name: gravity, possible: [low], assume: medium", "all of low, medium, high are possible"},
		{"no ends", "possible: [0, 3], ", "", "possible takes the smallest and the largest number"},
		{"ends", "possible: [0, 3]", "possible: [3, 0]", "the smallest number is not below the largest"},
		{"outside", "possible: [0, 3], assume: 0", "possible: [0, 3], assume: 4", "4 is assumed, outside of what is possible"},
		{"assume", "assume: medium", "assume: middling", `gravity is "middling"`},
		{"decision", "low: 1,", "low: -1,", `decision: "-1"; expected all or a number`},
		{"decision order", "low: 1, central: all", "low: all, central: 2", "must count more and more"},
		{"recursion", "inputs:", "values:\n  - {name: a, formula: a + 1, reason: none}\ninputs:", "ours.yaml:7:24: unknown name a\n    hint: a value reads only the values above it, never itself"},
		{"later value", "inputs:", "values:\n  - {name: a, formula: b, reason: none}\n  - {name: b, formula: 1, reason: none}\ninputs:", "unknown name b"},
		{"growing without end", "inputs:", "values:\n" + doubling() + "inputs:", "base"},
		{"a list for a text", "about: A test.", "about: [a]", "ours.yaml:4:8: about is a list; expected a text or a number"},
		{"a formula without quotes", "formula: 1", "formula: gravity == \"low\" ? 1 : 2", "text with a colon or quotes in it needs quotes"},
		{"broken yaml", "about: A test.", "about: \"", "ours.yaml:"},
	} {
		t.Run(test.note, func(t *testing.T) {
			t.Parallel()
			require.Contains(t, sound, test.old)
			_, err := fines.LoadModel("ours.yaml", []byte(strings.Replace(sound, test.old, test.put, 1)))
			if test.note == "growing without end" {
				assert.Error(t, err)
				return
			}
			assert.ErrorContains(t, err, test.want)
		})
	}
}

// doubling squares a number fifty times: a number with 10^15 digits, if nothing
// stopped it.
func doubling() string {
	var b strings.Builder
	b.WriteString("  - {name: v_a, formula: \"1000003\", reason: none}\n")
	before := "v_a"
	for range 50 {
		name := before + "a"
		b.WriteString("  - {name: " + name + ", formula: " + before + " * " + before + ", reason: none}\n")
		before = name
	}
	return b.String()
}

func TestPlacesInsideBlocks(t *testing.T) {
	t.Parallel()
	for block, want := range map[string]string{
		">-\n    1 +\n    f(1)\n":         "ours.yaml:13:5: there is no function f",
		"|\n    1 +\n      f(1)\n":        "ours.yaml:13:7: there is no function f",
		">-\n    1 + 1 +\n    2 * f(1)\n": "ours.yaml:13:9: there is no function f",
	} {
		_, err := fines.LoadModel("ours.yaml", []byte(strings.Replace(minimal, "FORMULA\n", block, 1)))
		assert.ErrorContains(t, err, want)
	}
}

func FuzzLoadModel(f *testing.F) {
	f.Add([]byte(strings.Replace(minimal, "FORMULA", "1", 1)))
	paths, err := fs.Glob(policies.FS(), "fines/*.yaml")
	require.NoError(f, err)
	for _, path := range paths {
		content, err := fs.ReadFile(policies.FS(), path)
		require.NoError(f, err)
		f.Add(content)
	}
	f.Add([]byte("a: &a [*a]"))
	f.Fuzz(func(t *testing.T, content []byte) {
		m, err := fines.LoadModel("fuzz.yaml", content)
		if err != nil {
			var problems document.Problems
			require.ErrorAs(t, err, &problems)
			require.NotEmpty(t, problems)
			return
		}
		withinCap(t, m)
	})
}

// withinCap shows of a model that loads that it gives a range, from low to high and within
// the cap, or says why not; and the same again.
func withinCap(t *testing.T, m *fines.Model) {
	t.Helper()
	c := caseOf(t, million, breach("dsa.art16.6"))
	r, err := fines.Compute(c, []*fines.Model{m}, fine.Options{})
	again, errAgain := fines.Compute(c, []*fines.Model{m}, fine.Options{})
	require.Equal(t, err, errAgain)
	require.Equal(t, r, again)
	switch {
	case err != nil:
	case r.Indicative == nil:
		require.Equal(t, report.ReferenceModel, m.Kind)
		require.NotEmpty(t, *r.NoRange)
	default:
		low, central, high := decimal(t, r.Indicative.Low), decimal(t, r.Indicative.Central), decimal(t, r.Indicative.High)
		require.GreaterOrEqual(t, low.Sign(), 0)
		require.LessOrEqual(t, low.Cmp(central), 0)
		require.LessOrEqual(t, central.Cmp(high), 0)
		require.LessOrEqual(t, high.Cmp(decimal(t, r.StatutoryCap.PerDecision)), 0)
	}
}

// FuzzFormula puts anything into the place of a formula: it is refused, or what it gives
// is within the cap.
func FuzzFormula(f *testing.F) {
	for _, seed := range []string{"1 / 3", `gravity == "high" ? 1 : 0`, "let a = 1; a", "max(1, recurrence)", "((((1))))", "1..9", "#", "-1"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, formula string) {
		content := strings.Replace(minimal, "FORMULA", "'"+strings.ReplaceAll(formula, "'", "''")+"'", 1)
		m, err := fines.LoadModel("fuzz.yaml", []byte(content))
		if err != nil {
			require.ErrorAs(t, err, new(document.Problems))
			return
		}
		withinCap(t, m)
	})
}

// TestModelsHaveASize shows that what is larger than a model can be is not read.
func TestModelsHaveASize(t *testing.T) {
	t.Parallel()
	_, err := fines.LoadModel("m.yaml", bytes.Repeat([]byte("#\n"), 1<<17+1))
	require.ErrorContains(t, err, "262146 bytes; a model has at most 262144")
}
