package render

import (
	"html/template"
	"io"

	"github.com/dsaeval/dsaeval/engine"
	"github.com/dsaeval/dsaeval/engine/policy"
	"github.com/dsaeval/dsaeval/records/lint"
)

// LintHTML writes findings as one self-contained page in the look of HTML. It
// needs no script at all.
func LintHTML(w io.Writer, r *lint.Report) error {
	page := &htmlPage{
		Heading: "Check of a transparency report", Title: lintSubject(r),
		Law:   "In the templates of Implementing Regulation (EU) 2024/2835",
		Style: template.CSS(htmlLintStyle), Lint: newHTMLLint(r),
	}
	return page.execute(w, "lint-page")
}

var htmlLintStyle = mustRead("html/lint.css")

var htmlLintTitles = []htmlTitle{
	{"result", "Result"},
	{"errors", "Errors"},
	{"warnings", "Warnings"},
	{"rules", "All rules"},
	{"assumed", "Assumed while reading"},
	{"statements", "Statements of reasons"},
	{"files", "Files"},
	{"reading", "How to read this report"},
}

// htmlLint is a lint report as its templates take it.
type htmlLint struct {
	*lint.Report
	View     *htmlReport // for its name and its sections
	Errors   []htmlLintGroup
	Warnings []htmlLintGroup
	Rules    []htmlLintRule
}

// htmlLintGroup is the findings of one severity in one table.
type htmlLintGroup struct {
	*lintGroup
	Outcome  lintOutcome
	Findings []htmlLintFinding
}

// htmlLintFinding is a finding with the anchor of its rule.
type htmlLintFinding struct {
	lint.Finding
	Anchor string
}

// htmlLintRule is a rule with its place in the page.
type htmlLintRule struct {
	lintRule
	Anchor string
}

func newHTMLLint(r *lint.Report) *htmlLint {
	anchors := htmlAnchors{}
	view := newHTMLView(&engine.Report{Service: engine.Service(r.Service)}, htmlLintTitles, "r1", anchors)
	v := &htmlLint{Report: r, View: view}
	ruleAnchors := map[string]string{}
	for _, rule := range lintRules(r) {
		ruleAnchors[rule.ID] = anchors.of("rule", rule.ID)
		v.Rules = append(v.Rules, htmlLintRule{rule, ruleAnchors[rule.ID]})
	}
	groups := func(severity lint.Severity) []htmlLintGroup {
		var list []htmlLintGroup
		for _, group := range lintGroups(lintWith(r.Findings, severity)) {
			shown := htmlLintGroup{lintGroup: group, Outcome: lintOutcome(severity)}
			for _, f := range group.Findings {
				shown.Findings = append(shown.Findings, htmlLintFinding{f, ruleAnchors[f.Rule]})
			}
			list = append(list, shown)
		}
		return list
	}
	v.Errors, v.Warnings = groups(lint.Error), groups(lint.Warning)
	view.Section("errors").Note = count(r.Summary.Errors, "finding", "findings")
	view.Section("warnings").Note = count(r.Summary.Warnings, "finding", "findings")
	view.Section("rules").Note = count(len(r.Rules), "rule", "rules")
	view.Section("files").Note = count(len(r.Files), "file", "files")
	return v
}

// Sign is the sign of an outcome. A warning has one of its own: what is
// undetermined waits for facts, and a warning does not.
func (o lintOutcome) Sign() string {
	if o == lintWarning {
		return string(lintWarning)
	}
	return string(o.Colour())
}

// Colour is the verdict whose colour an outcome has.
func (o lintOutcome) Colour() policy.Verdict {
	switch o {
	case lintError:
		return policy.Breach
	case lintWarning:
		return policy.Undetermined
	case lintNothing:
		return policy.NotApplicable
	}
	return policy.Compliant
}

// Place is the cell, row or column of a finding, "" for a table as a whole.
func (f htmlLintFinding) Place() string { return f.Ref.Cell() }

// OtherLine is the line in the file where it is not the row of the table.
func (f htmlLintFinding) OtherLine() int {
	if f.Line == f.Ref.Row {
		return 0
	}
	return f.Line
}

// One and Many are the words for findings with an outcome.
func (o lintOutcome) One() string  { return string(o) }
func (o lintOutcome) Many() string { return string(o) + "s" }
