package gate_test

import (
	"bytes"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/engine/gate"
	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/internal/document"
)

func baselineOf(t *testing.T, reports ...*report.Report) *gate.Baseline {
	t.Helper()
	var content []byte
	for _, r := range reports {
		content = append(append(content, saved(t, r)...), '\n')
	}
	b, err := gate.LoadBaseline("past.json", content)
	require.NoError(t, err)
	return b
}

func against(t *testing.T, failOn string, b *gate.Baseline, r *report.Report) report.Outcome {
	t.Helper()
	g, err := gate.New(failOn, b)
	require.NoError(t, err)
	outcome, err := g.Judge(r)
	require.NoError(t, err)
	return outcome
}

func TestBaseline(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		note    string
		change  func(past, now *report.Report)
		want    report.Outcome
		changes string
	}{
		{"the same", func(_, _ *report.Report) {}, report.Passed, "baseline: 0 new, 5 known, 0 resolved\n"},
		{"other lines and values", func(_, now *report.Report) {
			now.Obligations[0].Findings[0].Evidence[0].Line = 99
			now.Obligations[0].Findings[0].Evidence[0].Value = 99
			now.Obligations[0].Findings[0].Message = "in other words"
			now.AssessmentDate = "2026-01-01"
		}, report.Passed, "baseline: 0 new, 5 known, 0 resolved\n"},
		{"another code", func(_, now *report.Report) { now.Obligations[0].Findings[0].Code = "ignored" }, report.Failed, "" +
			"+ new: Example  Art. 16(6)  Notices are lost  [dsa.art16.6]\n" +
			"- resolved: Example  Art. 16(6)  Notices are lost  [dsa.art16.6]\n" +
			"baseline: 1 new, 4 known, 1 resolved\n"},
		{"another element", func(_, now *report.Report) { now.Obligations[0].Findings[1].Item = new(3) }, report.Failed, "" +
			"+ new: Example  Art. 16(6)  Notices are late (element 3)  [dsa.art16.6]\n" +
			"- resolved: Example  Art. 16(6)  Notices are late (element 2)  [dsa.art16.6]\n" +
			"baseline: 1 new, 4 known, 1 resolved\n"},
		{"another service", func(_, now *report.Report) {
			now.Service.Name = "Other\n::error::"
			now.Obligations = now.Obligations[1:2]
		}, report.Undecided, "+ new: Other\uFFFD::error::  Art. 17(1)  undetermined  [dsa.art17.1]\nbaseline: 1 new, 0 known, 0 resolved\n"},
		{"less known", func(_, now *report.Report) {
			now.Obligations[0].Verdict, now.Obligations[0].Findings = report.Undetermined, nil
			now.Obligations = now.Obligations[:1]
		}, report.Undecided, "" +
			"+ new: Example  Art. 16(6)  undetermined  [dsa.art16.6]\n" +
			"? undetermined now: Example  Art. 16(6)  Notices are lost  [dsa.art16.6]\n" +
			"? undetermined now: Example  Art. 16(6)  Notices are late (element 2)  [dsa.art16.6]\n" +
			"? undetermined now: Example  Art. 16(6)  Notices are slow  [dsa.art16.6]\n" +
			"baseline: 1 new, 0 known, 0 resolved\n"},
		{"not judged now", func(_, now *report.Report) { now.Obligations = now.Obligations[3:] }, report.Passed, "baseline: 0 new, 0 known, 0 resolved\n"},
		{"waived in the past", func(past, _ *report.Report) { past.Obligations[0].Waiver = &report.Waiver{} }, report.Failed, "" +
			"+ new: Example  Art. 16(6)  Notices are lost  [dsa.art16.6]\n" +
			"+ new: Example  Art. 16(6)  Notices are late (element 2)  [dsa.art16.6]\n" +
			"+ new: Example  Art. 16(6)  Notices are slow  [dsa.art16.6]\n" +
			"baseline: 3 new, 2 known, 0 resolved\n"},
	} {
		past, now := aReport(), aReport()
		c.change(past, now)
		b := baselineOf(t, past)
		require.Equal(t, c.want, against(t, "undetermined", b, now), c.note)
		var changes bytes.Buffer
		require.NoError(t, b.WriteChanges(&changes, now))
		require.Equal(t, c.changes, changes.String(), c.note)
	}
}

func TestSeveralBaselines(t *testing.T) {
	t.Parallel()
	other := aReport()
	other.Service.Name = "Other"
	b := baselineOf(t, aReport(), other)
	require.Equal(t, report.Passed, against(t, "undetermined", b, aReport()))
	require.Equal(t, report.Passed, against(t, "undetermined", b, other))
	third := aReport()
	third.Service.Name = "Third"
	require.Equal(t, report.Failed, against(t, "undetermined > baseline", b, third))
	require.Equal(t, report.Passed, against(t, "undetermined > baseline", b, other))
}

func TestMalformedBaseline(t *testing.T) {
	t.Parallel()
	for content, want := range map[string]string{
		"":                        "past.json: the file is empty",
		"{}":                      "past.json:1:1: this is no report",
		"\n\n  {\"a\": 1}":        "past.json:1:1: this is no report",
		`{"schema_version": 3}`:   "this is no report",
		"{\n  \"service\": x}":    "past.json:2:14: this is no JSON",
		"{\n  \"service\": 3\n}":  "this is no report: service is number",
		"{\n  \"obligations\": [": "the report ends too early",
		`{"schema_version": 2, "detail": "verdicts", "provenance": {"engine": "dsaeval v9"}}`:                                              "the report holds verdicts only; a baseline needs findings",
		`{"schema_version": 3, "provenance": {"engine": "dsaeval v9"}}`:                                                                    "the report has schema_version 3; this program reads 2",
		`{"schema_version": 1, "obligations": [{"id": "dsa.art1", "verdict": "guilty"}], "provenance": {"engine": "x"}}`:                   `dsa.art1 has the verdict "guilty"`,
		`{"schema_version": 1, "obligations": [], "provenance": {"engine": "x"}}` + "\n" + `{"schema_version": 1, "service": {"name": 1}}`: "this is no report",
	} {
		_, err := gate.LoadBaseline("past.json", []byte(content))
		require.ErrorAs(t, err, new(document.Problems), content)
		require.ErrorContains(t, err, want, content)
	}
}
