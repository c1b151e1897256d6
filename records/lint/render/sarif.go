package render

import (
	"cmp"
	"io"

	"github.com/dsaeval/dsaeval/internal/sarif"
	"github.com/dsaeval/dsaeval/internal/writing"
	"github.com/dsaeval/dsaeval/records/lint"
)

// SARIF writes findings as SARIF 2.1.0. Every rule is a rule of the run,
// also those without a result.
func SARIF(w io.Writer, r *lint.Report) error { return writeSARIF(w, r, false) }

// SARIFAll is SARIF with a result for every rule, also for those that
// found nothing or had nothing to check.
func SARIFAll(w io.Writer, r *lint.Report) error { return writeSARIF(w, r, true) }

// runProperties are what SARIF has no word for, about a whole report.
type runProperties struct {
	Service    string           `json:"service"`
	Provider   string           `json:"provider"`
	Period     lint.Period      `json:"period"`
	Summary    lint.Summary     `json:"summary"`
	Assumed    []string         `json:"assumed"`
	Statements *lint.Statements `json:"statements,omitempty"`
}

type ruleProperties struct {
	Basis string   `json:"basis,omitempty"`
	Tags  []string `json:"tags"`
}

type resultProperties struct {
	Service  string `json:"service"`
	Provider string `json:"provider"`
	Sheet    string `json:"sheet,omitempty"`
	Cell     string `json:"cell,omitempty"`
}

func writeSARIF(w io.Writer, r *lint.Report, all bool) error {
	b := sarif.NewBuilder()
	for _, f := range r.Files {
		b.Artifact(f.Name, f.SHA256)
	}
	index := map[string]int{}
	for _, rule := range r.Rules {
		index[rule.ID] = b.Rule(rule.ID, func() sarif.Rule { return ruleOf(rule.Rule) })
	}
	prints := fingerprints(r)
	for i, f := range r.Findings {
		addFinding(b, r, index[f.Rule], f, prints[i])
	}
	for _, rule := range r.Rules {
		switch {
		case !all || rule.Findings > 0:
		case rule.Checked > 0:
			addRule(b, r, rule.ID, index[rule.ID], "pass", "Checked "+writing.Count(rule.Checked, "time", "times")+" without a finding.")
		default:
			addRule(b, r, rule.ID, index[rule.ID], "notApplicable", "There was nothing to check.")
		}
	}
	properties := runProperties{
		Service: r.Service.Name, Provider: r.Service.Provider, Period: r.Period, Summary: r.Summary, Assumed: []string{}, Statements: r.Statements,
	}
	for _, a := range r.Assumed {
		properties.Assumed = append(properties.Assumed, assumptionText(a))
	}
	return b.Write(w, properties)
}

func ruleOf(rule lint.Rule) sarif.Rule {
	help := "A warning is an inconsistency, which may have a good reason."
	if rule.Severity == lint.Error {
		help = "An error breaks a provision or cannot be true."
	}
	return sarif.Rule{
		ID: rule.ID, ShortDescription: sarif.Text{Text: writing.Capital(rule.Title)},
		FullDescription:      sarif.Text{Text: writing.Capital(rule.Title) + " (" + cmp.Or(rule.Basis, noProvision) + ")."},
		Help:                 sarif.Help{Text: help, Markdown: help},
		DefaultConfiguration: sarif.Configuration{Level: string(rule.Severity)},
		Properties:           ruleProperties{Basis: rule.Basis, Tags: []string{"dsa", "lint"}},
	}
}

// addFinding adds a finding. Its cell is a logical location; columns of a table
// are no columns of a line.
func addFinding(b *sarif.Builder, r *lint.Report, index int, f lint.Finding, fingerprint string) {
	location := b.Within(f.Ref.File)
	if f.Line > 0 {
		location.PhysicalLocation.Region = &sarif.Region{StartLine: f.Line}
	}
	if place := placeOf(f.Ref); place != "" {
		location.LogicalLocations = []sarif.LogicalLocation{{
			Name: cmp.Or(f.Ref.Cell(), f.Ref.Sheet), FullyQualifiedName: place, Kind: kindOf(f.Ref),
		}}
	}
	b.Result(sarif.Result{
		RuleID: f.Rule, RuleIndex: index, Kind: "fail", Level: string(f.Severity), Message: sarif.Text{Text: messageOf(f)},
		Locations:  []sarif.Location{location},
		Properties: resultProperties{Service: r.Service.Name, Provider: r.Service.Provider, Sheet: f.Ref.Sheet, Cell: f.Ref.Cell()},
	}, fingerprint)
}

func kindOf(at lint.Ref) string {
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

// addRule adds what became of a rule without findings. It is about the whole
// record; GitHub refuses results without a location, so it names the first file.
func addRule(b *sarif.Builder, r *lint.Report, id string, index int, kind, text string) {
	b.Result(sarif.Result{
		RuleID: id, RuleIndex: index, Kind: kind, Message: sarif.Text{Text: text},
		Locations:  []sarif.Location{b.Within(firstFile(r))},
		Properties: resultProperties{Service: r.Service.Name, Provider: r.Service.Provider},
	}, fingerprintOf(r, id, kind))
}
