package render

import (
	"cmp"
	"fmt"
	"path"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"github.com/dsaeval/dsaeval/engine"
	"github.com/dsaeval/dsaeval/records/lint"
)

// lintOutcome is what becomes of a rule. Formats that say one thing of each rule
// say this.
type lintOutcome string

const (
	lintError   lintOutcome = "error"
	lintWarning lintOutcome = "warning"
	lintNothing lintOutcome = "nothing to check"
	lintPassed  lintOutcome = "passed"
)

// lintRule is a rule with its findings.
type lintRule struct {
	lint.RuleResult
	Outcome lintOutcome
	found   []lint.Finding
}

// name says what a rule looks for: alone, its title would read as something
// found, also where the rule has passed.
func (r lintRule) name() string { return "looks for: " + r.Title }

func lintRules(r *lint.Report) []lintRule {
	found := map[string][]lint.Finding{}
	for _, f := range r.Findings {
		found[f.Rule] = append(found[f.Rule], f)
	}
	rules := make([]lintRule, len(r.Rules))
	for i, rule := range r.Rules {
		rules[i] = lintRule{rule, lintOutcomeOf(rule, found[rule.ID]), found[rule.ID]}
	}
	return rules
}

func lintOutcomeOf(rule lint.RuleResult, found []lint.Finding) lintOutcome {
	switch {
	case len(lintWith(found, lint.Error)) > 0:
		return lintError
	case len(found) > 0:
		return lintWarning
	case rule.Checked == 0:
		return lintNothing
	}
	return lintPassed
}

func lintWith(findings []lint.Finding, severity lint.Severity) []lint.Finding {
	var list []lint.Finding
	for _, f := range findings {
		if f.Severity == severity {
			list = append(list, f)
		}
	}
	return list
}

func lintRulesWith(r *lint.Report, outcome lintOutcome) []lintRule {
	return slices.DeleteFunc(lintRules(r), func(rule lintRule) bool { return rule.Outcome != outcome })
}

// noProvision stands where a rule rests on arithmetic or on common sense.
const noProvision = "no provision of its own"

// lintGroup is the findings of one table: a sheet, or a file without sheets.
type lintGroup struct {
	File, Sheet string
	Findings    []lint.Finding
}

func lintGroups(findings []lint.Finding) []*lintGroup {
	var groups []*lintGroup
	byTable := map[lint.Ref]*lintGroup{}
	for _, f := range findings {
		table := lint.Ref{File: f.Ref.File, Sheet: f.Ref.Sheet}
		if byTable[table] == nil {
			byTable[table] = &lintGroup{File: table.File, Sheet: table.Sheet}
			groups = append(groups, byTable[table])
		}
		byTable[table].Findings = append(byTable[table].Findings, f)
	}
	return groups
}

// lintPlace is a place within its file, such as [3_orders] G12, and "" for a
// file as a whole.
func lintPlace(at lint.Ref) string {
	if at.Sheet == "" {
		return at.Cell()
	}
	return strings.TrimSuffix("["+at.Sheet+"] "+at.Cell(), " ")
}

// lintMessage is a message that names its place, for formats whose places are
// lines, which workbooks do not have.
func lintMessage(f lint.Finding) string {
	if place := lintPlace(f.Ref); place != "" {
		return place + ": " + f.Message
	}
	return f.Message
}

// lintFile names the first file, for formats that want a file for what is about
// all of them.
func lintFile(r *lint.Report) string {
	if len(r.Files) == 0 {
		return ""
	}
	return r.Files[0].Name
}

func lintSubject(r *lint.Report) string {
	return subject(&engine.Report{Service: engine.Service(r.Service)}) + lintPeriod(r.Period)
}

func lintPeriod(p lint.Period) string {
	var text string
	if p.From != "" || p.To != "" {
		text += ", " + cmp.Or(p.From, "unknown") + " to " + cmp.Or(p.To, "unknown")
	}
	if p.Published != "" {
		text += ", published on " + p.Published
	}
	return text
}

func lintCompared(s *lint.Statements) string {
	return fmt.Sprintf("compared with the statements of reasons of %s on %s, from %s to %s", s.Platform, count(s.Days, "day", "days"), s.From, s.To)
}

// lintTotals is the last line, so that silence is never read as approval.
func lintTotals(r *lint.Report) string {
	return fmt.Sprintf("%s, %s; %d of %d rules checked, in %s with %s for numbers",
		count(r.Summary.Errors, "error", "errors"), count(r.Summary.Warnings, "warning", "warnings"),
		r.Summary.Checked, r.Summary.Checked+r.Summary.NotChecked, count(r.Tables, "table", "tables"), count(r.Cells, "cell", "cells"))
}

func lintAssumption(a lint.Assumption) string { return a.Ref.String() + ": " + a.Text }

// lintPrints identifies the findings of a report, in their order: by rule, table
// and column, and by what the message says but for its numbers. So a finding
// stays the same one when rows are inserted above it or its folder moves. The
// period is part of it, since the next report is another record.
func lintPrints(r *lint.Report) []string {
	prints := make([]string, len(r.Findings))
	seen := map[string]int{}
	for i, f := range r.Findings {
		words := strings.Map(func(c rune) rune {
			if unicode.IsDigit(c) {
				return -1
			}
			return c
		}, f.Message)
		alike := lintPrint(r, f.Rule, path.Base(f.Ref.File), f.Ref.Sheet, strconv.Itoa(f.Ref.Column), words)
		seen[alike]++
		prints[i] = fingerprint(alike, strconv.Itoa(seen[alike]))
	}
	return prints
}

func lintPrint(r *lint.Report, parts ...string) string {
	return fingerprint(append([]string{r.Service.Provider, r.Service.Name, r.Period.From, r.Period.To}, parts...)...)
}
