package gate_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/engine/gate"
	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/internal/document"
	_ "github.com/dsaeval/dsaeval/internal/testheap"
)

func TestExpressions(t *testing.T) {
	t.Parallel()
	past := aReport()
	past.Obligations[1].Verdict, past.Obligations[2].Verdict = report.Compliant, report.Compliant
	past.Summary = report.Summary{Breach: 1, Compliant: 3, NotApplicable: 1}
	past.Obligations[0].Findings = past.Obligations[0].Findings[:1]
	baseline, err := gate.LoadBaseline("past.json", saved(t, past))
	require.NoError(t, err)
	r := withFine(t, aReport(), stake)
	for expression, want := range map[string]bool{
		"breach > 0":                              true,
		"breach > 1":                              false,
		"undetermined > 1 and compliant == 1":     true,
		`any(findings, .article startsWith "16")`: true,
		`any(findings, .article startsWith "28")`: false,
		`count(findings, .basis == "law") == 2`:   true,
		`any(findings, .item == 2)`:               true,
		`any(obligations, .verdict == "not_applicable" and .kind == "duty")`:  true,
		`len(filter(findings, .code in ["lost", "late"])) == 2`:               true,
		`findings[0].code == "lost"`:                                          true,
		"fine.statutory_cap.per_decision > 1e9":                               true,
		"fine.statutory_cap.per_decision > 6624000000.01":                     false,
		"fine.statutory_cap.per_decision >= 6624000000.01":                    true,
		"fine.statutory_cap.per_decision == 6624000000.010000000000000000001": false,
		"fine.statutory_cap.per_decision > 6_624_000_000":                     true,
		"6624000000.02 > fine.statutory_cap.per_decision":                     true,
		// Floats would say otherwise of all of these.
		"fine.indicative.low == 0.1":                                     true,
		"fine.indicative.low + 0.2 == 0.3":                               true,
		"0.1 + 0.2 == 0.3":                                               true,
		"1e16 + 1.0 > 1e16":                                              true,
		"fine.indicative.low * 3 == .3":                                  true,
		"-fine.indicative.low < -0.05":                                   true,
		"fine.indicative.high - fine.indicative.central == 1e9":          true,
		"fine.indicative.high / fine.turnover < 0.02":                    true,
		"undetermined / total.undetermined == 1":                         true,
		"breach / 3 > 0.3":                                               true,
		"any(fine.statutory_cap.per_infringement, .cap > 1e9)":           true,
		"count(fine.statutory_cap.per_infringement, .cap * 2 > 1e9) > 0": true,
		`not (fine.turnover < 1e9) && fine.currency == "EUR"`:            true,
		`service.name == "Example" and assessment_date >= "2025-06-01"`:  true,
		"undetermined > baseline":                                        true,
		"baseline >= undetermined":                                       false,
		"breach > baseline":                                              false,
		"total.findings > baseline.findings":                             true,
		"len(known) == 1 and len(waived) == 0":                           true,
		`none(findings, .message matches "(?i)LOST")`:                    true, // known
	} {
		b := baseline
		if !strings.Contains(expression, "baseline") && !strings.Contains(expression, "known") && !strings.Contains(expression, "none(") {
			b = nil
		}
		g, err := gate.New(expression, b)
		require.NoError(t, err, expression)
		have, err := g.Judge(r)
		require.NoError(t, err, expression)
		require.Equal(t, want, have == report.Failed, expression)
	}
}

func TestExpressionErrors(t *testing.T) {
	t.Parallel()
	for expression, want := range map[string]string{
		"breaches > 0": "1:1: unknown name breaches\n  breaches > 0\n  ^\n    hint: did you mean breach?",
		"breach > 0 and\n  any(findings, .artcle)": "2:18: a finding has no field artcle\n    any(findings, .artcle)\n                   ^\n    hint: did you mean article?",
		"compliant":                          "true or false",
		"breach >":                           "1:8: the expression ends too early",
		"":                                   "the expression is empty",
		"any(findings, .basis)":              "1:15: what is asked about each has to be true or false, and is a string",
		"fine.statutory_cap.per_decison > 1": "1:20: fine.statutory_cap has no field per_decison",
		"fine.statutory_cap.per_decision > \"1\"":    "invalid operation",
		"fine.turnover > fine.nothing":               "1:22: ",
		"fine.turnover > 1e999":                      "the number 1e999 is too large",
		"breach > 9223372036854775808":               "1:28: the number 9223372036854775808 is too large",
		"breach > 0xFFFFFFFFFFFFFFFFFF":              "the number 0xFFFFFFFFFFFFFFFFFF is too large",
		"breach > 0x":                                "0x is not a number",
		"fine.turnover > 1e-999":                     "1:17: ",
		"breach > baseline":                          "the expression reads baseline, but there is none",
		"let x = 1; x > 0":                           "let is not part",
		"_step()":                                    "unknown name _step",
		"$env.breach > 0":                            "unknown name $env",
		"now().Year() > 2000":                        "now is not part",
		"breach ** 2 > 1":                            "the operator ** is not part",
		"any(1..9, # > 1)":                           "the operator .. is not part",
		"reduce(findings, #acc + 1, 0) > 1":          "reduce is not part",
		`any(findings, .code + .code == "x")`:        "texts cannot be joined",
		"findings == known":                          "lists and sections cannot be compared",
		`any(obligations, "x" in .penalty)`:          "in needs a list that is written out",
		"any(findings, .code matches .title)":        "matches needs a pattern",
		"any(findings, .code matches '(')":           "the pattern cannot be read: missing closing )",
		"breach > 0; true":                           "a semicolon is not part",
		strings.Repeat("(", 1500) + "true":           "",
		strings.Repeat("a", 3000):                    "3000 characters; at most 2000",
		strings.Repeat("breach>0 or ", 160) + "true": "exceeds maximum allowed nodes",
	} {
		_, err := gate.New(expression, nil)
		require.Error(t, err, expression)
		if !errors.Is(err, gate.ErrNoBaseline) {
			require.ErrorAs(t, err, new(document.Problem), expression)
		}
		require.ErrorContains(t, err, want, expression)
	}
}

// TestHostileExpression shows that loops within loops end soon, and that an
// expression that breaks does not open the gate.
func TestHostileExpression(t *testing.T) {
	t.Parallel()
	r := aReport()
	for range 2000 {
		r.Obligations[0].Findings = append(r.Obligations[0].Findings, r.Obligations[0].Findings[0])
	}
	for expression, want := range map[string]string{
		"none(findings, none(findings, none(findings, .code == 'x')))":    "more than half a million steps",
		"count(findings, len(map(findings, map(findings, .code))) > 0)>0": "more than half a million steps",
		"breach / 0 > 1":         "division by zero",
		"findings[9999999].item": "",
		"findings[9999].item>0":  "index out of range",
		"len(filter(findings, len(filter(findings, .code == 'x')) > 0)) > 0": "more than half a million steps",
	} {
		g, err := gate.New(expression, nil)
		if err == nil {
			var outcome report.Outcome
			outcome, err = g.Judge(r)
			require.Equal(t, report.Failed, outcome, expression)
		}
		require.ErrorContains(t, err, want, expression)
	}
}

// TestUnknownAmount shows that an amount that nobody knows is neither above nor
// below anything, unless the rest of the expression decides.
func TestUnknownAmount(t *testing.T) {
	t.Parallel()
	r := withFine(t, aReport(), `{"obligations": ["dsa.art16.6"], "statutory_cap": null}`)
	for expression, want := range map[string]report.Outcome{
		"fine.statutory_cap.per_decision > 1e9":               report.Undecided,
		"not (fine.statutory_cap.per_decision > 1e9)":         report.Undecided,
		"breach > 0 or fine.statutory_cap.per_decision > 1e9": report.Failed,
		"breach > 9 and fine.turnover > 1e9":                  report.Passed,
	} {
		g, err := gate.New(expression, nil)
		require.NoError(t, err)
		have, err := g.Judge(r)
		require.Equal(t, want, have, expression)
		if want == report.Undecided {
			require.ErrorContains(t, err, "is not known")
		}
	}
	g, err := gate.New("fine.statutory_cap.per_decision > 0", nil)
	require.NoError(t, err)
	nothing := aReport()
	have, err := g.Judge(nothing)
	require.NoError(t, err)
	require.Equal(t, report.Passed, have)
}

func TestPresets(t *testing.T) {
	t.Parallel()
	open := aReport()
	open.Obligations = open.Obligations[1:]
	for _, c := range []struct {
		preset             string
		breached, open, ok report.Outcome
	}{
		{"breach", report.Failed, report.Passed, report.Passed},
		{"undetermined", report.Failed, report.Undecided, report.Passed},
		{"never", report.Passed, report.Passed, report.Passed},
	} {
		g, err := gate.New(c.preset, nil)
		require.NoError(t, err)
		for r, want := range map[*report.Report]report.Outcome{aReport(): c.breached, open: c.open, {}: c.ok} {
			have, err := g.Judge(r)
			require.NoError(t, err)
			require.Equal(t, want, have, c.preset)
		}
		have, err := g.Judge(open, aReport())
		require.NoError(t, err)
		require.Equal(t, c.breached, have)
	}
}

// TestTooLittleDetail shows that a gate is not opened by a report in which nobody
// has looked for findings.
func TestTooLittleDetail(t *testing.T) {
	t.Parallel()
	g, err := gate.New("len(findings) > 0", nil)
	require.NoError(t, err)
	r := aReport()
	r.Detail = report.DetailVerdicts
	outcome, err := g.Judge(r)
	require.ErrorAs(t, err, new(*report.TooLittleDetail))
	require.Equal(t, report.Failed, outcome)
}

// TestBrokenIsNotFailed shows that a report of which the gate could not be asked keeps the gate
// closed, and does not say that it failed.
func TestBrokenIsNotFailed(t *testing.T) {
	t.Parallel()
	const noRange = `{"obligations": ["dsa.art16.6"], "currency": "EUR", "turnover": "1.00", "statutory_cap": null, "indicative": null,
		"no_range": "the model gives none"}`
	for expression, want := range map[string]string{
		"breach / 0 > 1":           "division by zero",
		"findings[9999].item > 0":  "out of range",
		"fine.indicative.high > 1": "range",
		"breach > 0":               "",
	} {
		g, err := gate.New(expression, nil)
		require.NoError(t, err, expression)
		r := withFine(t, aReport(), noRange)
		outcome, err := g.Judge(r)
		require.Equal(t, report.Failed, outcome, expression)
		mark := g.Mark(r)[0].Gate
		if want == "" {
			require.NoError(t, err)
			require.Nil(t, mark.Why)
			require.Equal(t, report.Failed, mark.Outcome)
			continue
		}
		require.ErrorContains(t, err, want, expression)
		require.Equal(t, report.Undecided, mark.Outcome, expression)
		require.NotNil(t, mark.Why, expression)
		require.Contains(t, *mark.Why, want, expression)
	}
}
