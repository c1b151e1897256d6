package render

import (
	"strconv"
	"strings"

	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/internal/words"
)

// several joins what stands in one cell. A semicolon would not do: where it
// separates columns, a formula could follow it.
const several = " | "

// csvColumn is a column with the least detail of a report that has something for it.
// A cell is made from one obligation, or once from the whole report, whose rows all
// hold it.
type csvColumn struct {
	name   string
	detail report.Detail
	cell   func(r *report.Report, o *report.Obligation) string
	whole  func(r *report.Report) string
}

const (
	csvVerdicts = report.DetailVerdicts
	csvFindings = report.DetailFindings
	csvFull     = report.DetailFull
)

var csvColumns = []csvColumn{
	{name: "service", detail: csvVerdicts, whole: func(r *report.Report) string { return r.Service.Name }},
	{name: "provider", detail: csvVerdicts, whole: func(r *report.Report) string { return r.Service.Provider }},
	{name: "assessment_date", detail: csvVerdicts, whole: func(r *report.Report) string { return string(r.AssessmentDate) }},
	{name: "id", detail: csvVerdicts, cell: func(_ *report.Report, o *report.Obligation) string { return o.ID }},
	{name: "article", detail: csvVerdicts, cell: func(_ *report.Report, o *report.Obligation) string { return o.Article }},
	{name: "title", detail: csvVerdicts, cell: func(_ *report.Report, o *report.Obligation) string { return o.Title }},
	{name: "addressee", detail: csvVerdicts, cell: func(_ *report.Report, o *report.Obligation) string { return string(o.Addressee) }},
	{name: "kind", detail: csvVerdicts, cell: func(_ *report.Report, o *report.Obligation) string { return string(o.Kind) }},
	{name: "verdict", detail: csvVerdicts, cell: func(_ *report.Report, o *report.Obligation) string { return string(o.Verdict) }},
	{name: "basis", detail: csvFindings, cell: func(_ *report.Report, o *report.Obligation) string { return string(o.Basis) }},
	{name: "applies_from", detail: csvVerdicts, cell: func(_ *report.Report, o *report.Obligation) string { return orEmpty(o.AppliesFrom) }},
	{name: "if_applicable", detail: csvVerdicts, cell: func(_ *report.Report, o *report.Obligation) string { return orEmpty(o.IfApplicable) }},
	{name: "reasons", detail: csvVerdicts, cell: func(_ *report.Report, o *report.Obligation) string {
		return joined(o.Reasons, several, func(reason report.Reason) string { return string(reason) })
	}},
	{name: "findings", detail: csvFindings, cell: func(_ *report.Report, o *report.Obligation) string { return joined(o.Findings, several, words.Finding) }},
	{name: "evidence", detail: csvFindings, cell: csvEvidence},
	{name: "parameters", detail: csvFindings, cell: func(_ *report.Report, o *report.Obligation) string {
		return joined(o.Parameters, several, words.Parameter)
	}},
	{name: "missing", detail: csvFull, cell: func(_ *report.Report, o *report.Obligation) string { return joined(o.Missing, several, words.Missing) }},
	{name: "possible", detail: csvVerdicts, cell: func(_ *report.Report, o *report.Obligation) string {
		return joined(o.Possible, several, func(v report.Verdict) string { return string(v) })
	}},
	{name: "waived", detail: csvFindings, cell: csvWaived},
	{name: "remediation", detail: csvVerdicts, cell: func(_ *report.Report, o *report.Obligation) string { return o.Remediation }},
	{name: "penalty", detail: csvVerdicts, cell: func(_ *report.Report, o *report.Obligation) string {
		return joined(o.Penalty, several, func(p report.Penalty) string { return string(p) })
	}},
	{name: "link", detail: csvVerdicts, cell: func(_ *report.Report, o *report.Obligation) string {
		if len(o.Links) == 0 {
			return ""
		}
		return o.Links[0]
	}},
	{name: "facts", detail: csvVerdicts, whole: func(r *report.Report) string { return r.File() }},
	{name: "ended", detail: csvFindings, cell: func(_ *report.Report, o *report.Obligation) string { return endings(o) }},
	{name: "status", detail: csvFindings, cell: func(_ *report.Report, o *report.Obligation) string {
		return joined(o.Findings, several, func(f report.Finding) string { return string(f.Status) })
	}},
	{name: "words", detail: csvFindings, cell: func(_ *report.Report, o *report.Obligation) string {
		return joined(o.Findings, several, func(f report.Finding) string { return strings.Join(f.Words, ", ") })
	}},
	{name: "readings", detail: csvFindings, cell: func(_ *report.Report, o *report.Obligation) string { return joined(o.Readings, several, words.Reading) }},
	{name: "judged_facts", detail: csvFindings, cell: func(_ *report.Report, o *report.Obligation) string { return strconv.Itoa(o.JudgedFacts) }},
	{name: "speaks_against", detail: csvFindings, cell: func(_ *report.Report, o *report.Obligation) string {
		return joined(o.SpeaksAgainst, several, words.Doubt)
	}},
	{name: "origin", detail: csvVerdicts, cell: func(_ *report.Report, o *report.Obligation) string { return words.Whose(o.Origin) }},
	{name: "made_from", detail: csvVerdicts, whole: func(r *report.Report) string { return words.MadeFrom(r) }},
}

func orEmpty[T ~string](s *T) string {
	if s == nil {
		return ""
	}
	return string(*s)
}

func csvEvidence(r *report.Report, o *report.Obligation) string {
	var evidence []string
	for _, f := range o.Findings {
		for _, e := range f.Evidence {
			evidence = append(evidence, words.Evidence(r.File(), e))
		}
	}
	return strings.Join(evidence, several)
}

func csvWaived(_ *report.Report, o *report.Obligation) string {
	switch {
	case o.Waived():
		return waiversText(*o)
	case len(o.Waivers()) > 0:
		return "in part: " + waiversText(*o)
	}
	return ""
}

// endings gives the day on which each finding ended, in their order; nothing
// for one that still runs.
func endings(o *report.Obligation) string {
	days := make([]string, len(o.Findings))
	ended := false
	for i, f := range o.Findings {
		if f.EndedOn != nil {
			days[i], ended = string(*f.EndedOn), true
		}
	}
	if !ended {
		return ""
	}
	return strings.Join(days, several)
}
