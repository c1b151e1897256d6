package render

import (
	"io"
	"strconv"
	"strings"

	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/internal/words"
	"github.com/dsaeval/dsaeval/internal/writing"
)

// writeCSV writes one row per obligation and report, as RFC 4180 says, below a row
// of names. A cell that a spreadsheet would take for a formula begins with an
// apostrophe, and every cell is one line; programs that need the exact text read
// JSON.
func writeCSV(w io.Writer, reports []*report.Report) error {
	rows := [][]string{csvNames()}
	for _, r := range reports {
		for _, o := range r.Obligations {
			rows = append(rows, csvRow(r, o))
		}
	}
	return writing.CSV(w, rows)
}

func csvNames() []string {
	return []string{
		"service", "provider", "assessment_date", "id", "article", "title", "addressee", "kind", "verdict", "basis",
		"applies_from", "if_applicable", "reasons", "findings", "evidence", "parameters", "missing", "possible",
		"waived", "remediation", "penalty", "link", "facts",
		"ended", "status", "words", "readings", "judged_facts", "speaks_against",
	}
}

// several joins what stands in one cell. A semicolon would not do: where it
// separates columns, a formula could follow it.
const several = " | "

func csvRow(r *report.Report, o report.Obligation) []string {
	var evidence, parameters []string
	for _, f := range o.Findings {
		for _, e := range f.Evidence {
			evidence = append(evidence, words.Evidence(r.File(), e))
		}
	}
	for _, p := range o.Parameters {
		parameters = append(parameters, words.Parameter(p))
	}
	var from, ifApplicable, waived, link string
	if o.AppliesFrom != nil {
		from = *o.AppliesFrom
	}
	if o.IfApplicable != nil {
		ifApplicable = string(*o.IfApplicable)
	}
	if o.Waived() {
		waived = waiversText(o)
	} else if len(o.Waivers()) > 0 {
		waived = "in part: " + waiversText(o)
	}
	if len(o.Links) > 0 {
		link = o.Links[0]
	}
	return []string{
		r.Service.Name, r.Service.Provider, r.AssessmentDate, o.ID, o.Article, o.Title, string(o.Addressee), string(o.Kind),
		string(o.Verdict), string(o.Basis), from, ifApplicable,
		joined(o.Reasons, several, func(reason report.Reason) string { return string(reason) }),
		joined(o.Findings, several, words.Finding), strings.Join(evidence, several), strings.Join(parameters, several),
		joined(o.Missing, several, words.Missing),
		joined(o.Possible, several, func(v report.Verdict) string { return string(v) }),
		waived, o.Remediation, joined(o.Penalty, several, func(p report.Penalty) string { return string(p) }), link, r.File(),
		endings(o), joined(o.Findings, several, func(f report.Finding) string { return string(f.Status) }),
		joined(o.Findings, several, func(f report.Finding) string { return strings.Join(f.Words, ", ") }),
		joined(o.Readings, several, words.Reading), strconv.Itoa(o.JudgedFacts), joined(o.SpeaksAgainst, several, words.Doubt),
	}
}

// endings gives the day on which each finding ended, in their order; nothing
// for one that still runs.
func endings(o report.Obligation) string {
	days := make([]string, len(o.Findings))
	ended := false
	for i, f := range o.Findings {
		if f.EndedOn != nil {
			days[i], ended = *f.EndedOn, true
		}
	}
	if !ended {
		return ""
	}
	return strings.Join(days, several)
}
