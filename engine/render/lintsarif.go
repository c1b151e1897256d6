package render

import (
	"cmp"
	"io"

	"github.com/dsaeval/dsaeval/records/lint"
)

// LintSARIF writes findings as SARIF 2.1.0. Every rule is a rule of the run,
// also those without a result.
func LintSARIF(w io.Writer, r *lint.Report) error { return writeLintSARIF(w, r, false) }

// LintSARIFAll is LintSARIF with a result for every rule, also for those that
// found nothing or had nothing to check.
func LintSARIFAll(w io.Writer, r *lint.Report) error { return writeLintSARIF(w, r, true) }

type sarifLintRun struct {
	Service    string           `json:"service"`
	Provider   string           `json:"provider"`
	Period     lint.Period      `json:"period"`
	Summary    lint.Summary     `json:"summary"`
	Assumed    []string         `json:"assumed"`
	Statements *lint.Statements `json:"statements,omitempty"`
}

type sarifLintRule struct {
	Basis string   `json:"basis,omitempty"`
	Tags  []string `json:"tags"`
}

type sarifLintResult struct {
	Service  string `json:"service"`
	Provider string `json:"provider"`
	Sheet    string `json:"sheet,omitempty"`
	Cell     string `json:"cell,omitempty"`
}

func writeLintSARIF(w io.Writer, r *lint.Report, all bool) error {
	s := newSARIF()
	for _, f := range r.Files {
		s.artifact(f.Name, f.SHA256)
	}
	rules := lintRules(r)
	for i, rule := range rules {
		s.rules[rule.ID] = i
		s.run.Tool.Driver.Rules = append(s.run.Tool.Driver.Rules, sarifOfLintRule(rule.Rule))
	}
	prints := lintPrints(r)
	for i, f := range r.Findings {
		s.lintFinding(r, f, prints[i])
	}
	for _, rule := range rules {
		switch {
		case !all:
		case rule.Outcome == lintPassed:
			s.lintRule(r, rule, "pass", "Checked "+count(rule.Checked, "time", "times")+" without a finding.")
		case rule.Outcome == lintNothing:
			s.lintRule(r, rule, "notApplicable", "There was nothing to check.")
		}
	}
	properties := sarifLintRun{
		Service: r.Service.Name, Provider: r.Service.Provider, Period: r.Period, Summary: r.Summary, Assumed: []string{}, Statements: r.Statements,
	}
	for _, a := range r.Assumed {
		properties.Assumed = append(properties.Assumed, lintAssumption(a))
	}
	return s.write(w, properties)
}

func sarifOfLintRule(rule lint.Rule) sarifRule {
	help := "A warning is an inconsistency, which may have a good reason."
	if rule.Severity == lint.Error {
		help = "An error breaks a provision or cannot be true."
	}
	return sarifRule{
		ID: rule.ID, ShortDescription: sarifText{Text: htmlCapital(rule.Title)},
		FullDescription:      sarifText{Text: htmlCapital(rule.Title) + " (" + cmp.Or(rule.Basis, noProvision) + ")."},
		Help:                 sarifHelp{Text: help, Markdown: help},
		DefaultConfiguration: sarifConfiguration{Level: string(rule.Severity)},
		Properties:           sarifLintRule{Basis: rule.Basis, Tags: []string{"dsa", "lint"}},
	}
}

// lintFinding adds a finding. Its cell is a logical location; columns of a table
// are no columns of a line.
func (s *sarif) lintFinding(r *lint.Report, f lint.Finding, hash string) {
	location := s.within(f.Ref.File)
	if f.Line > 0 {
		location.PhysicalLocation.Region = &sarifRegion{StartLine: f.Line}
	}
	if place := lintPlace(f.Ref); place != "" {
		location.LogicalLocations = []sarifLogicalLocation{{
			Name: cmp.Or(f.Ref.Cell(), f.Ref.Sheet), FullyQualifiedName: place, Kind: lintKind(f.Ref),
		}}
	}
	s.result(sarifResult{
		RuleID: f.Rule, RuleIndex: s.rules[f.Rule], Kind: "fail", Level: string(f.Severity), Message: sarifText{Text: lintMessage(f)},
		Locations:  []sarifLocation{location},
		Properties: sarifLintResult{Service: r.Service.Name, Provider: r.Service.Provider, Sheet: f.Ref.Sheet, Cell: f.Ref.Cell()},
	}, hash)
}

func lintKind(at lint.Ref) string {
	switch {
	case at.Row > 0 && at.Column > 0:
		return "cell"
	case at.Row > 0:
		return "row"
	case at.Column > 0:
		return "column"
	}
	return "sheet"
}

// lintRule adds what became of a rule without findings. It is about the whole
// record; GitHub refuses results without a location, so it names the first file.
func (s *sarif) lintRule(r *lint.Report, rule lintRule, kind, text string) {
	s.result(sarifResult{
		RuleID: rule.ID, RuleIndex: s.rules[rule.ID], Kind: kind, Message: sarifText{Text: text},
		Locations:  []sarifLocation{s.within(lintFile(r))},
		Properties: sarifLintResult{Service: r.Service.Name, Provider: r.Service.Provider},
	}, lintPrint(r, rule.ID, kind))
}
