package render_test

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"fmt"
	"maps"
	"math"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v5"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/dsaeval/dsaeval/engine/render"
	"github.com/dsaeval/dsaeval/records/lint"
	"github.com/dsaeval/dsaeval/schemas"
)

// lintFormats are the formats by the extensions of their golden files.
var lintFormats = map[string]string{
	"text": "txt", "json": "json", "html": "html", "sarif": "json", "sarif-all": "json", "junit": "xml", "tap": "tap", "github": "txt",
	"github-summary": "md", "markdown": "md", "csv": "csv", "oscal": "json",
}

// lintSample returns a report that has one of everything: errors and warnings in
// a workbook and in CSV, in a cell, a row, a column and a file as a whole, rules
// that passed and that had nothing to check, assumptions and statements.
func lintSample(words string) *lint.Report {
	finding := func(rule lint.Rule, at lint.Ref, line int, message string) lint.Finding {
		return lint.Finding{Rule: rule.ID, Severity: rule.Severity, Ref: at, Cell: at.Cell(), Line: line, Message: message, Basis: rule.Basis}
	}
	book := lint.Ref{File: "report/" + words + ".xlsx", Sheet: "4_notices " + words}
	table := lint.Ref{File: "report/10_AMAR.csv"}
	at := func(ref lint.Ref, row, column int) lint.Ref {
		ref.Row, ref.Column = row, column
		return ref
	}
	late := lint.Rule{ID: "published-late", Severity: lint.Error, Title: "published more than two months after the period", Basis: "Implementing Regulation (EU) 2024/2835, Art. 2(3)"}
	form := lint.Rule{ID: "unit", Severity: lint.Error, Title: "a unit in a cell for a number", Basis: "Implementing Regulation (EU) 2024/2835, Annex II"}
	sum := lint.Rule{ID: "categories-sum", Severity: lint.Warning, Title: "the categories do not add up to the total"}
	part := lint.Rule{ID: "part-missing", Severity: lint.Warning, Title: "parts of the template that were not found", Basis: "Art. 15(1)"}
	return &lint.Report{
		Version: lint.Version, Service: lint.Service{Name: words, Provider: "Example Ltd"},
		Period: lint.Period{From: "2025-07-01", To: "2025-12-31", Published: "2026-03-03"},
		Files:  []lint.File{{Name: book.File, SHA256: hash("a")}, {Name: table.File, SHA256: hash("b")}},
		Tables: 2, Cells: 120,
		Summary: lint.Summary{Errors: 3, Warnings: 3, Checked: 5, NotChecked: 1},
		Rules: []lint.RuleResult{
			{Rule: sum, Checked: 12, Findings: 2},
			{Rule: late, Checked: 1, Findings: 1},
			{Rule: part, Checked: 1, Findings: 1},
			{Rule: form, Checked: 120, Findings: 2},
			{Rule: lint.Rule{ID: "count-negative", Severity: lint.Error, Title: "a number below zero"}, Checked: 120},
			{Rule: lint.Rule{ID: "delimiter", Severity: lint.Error, Title: "cells that are not separated by commas", Basis: form.Basis}},
		},
		Findings: []lint.Finding{
			finding(late, book, 0, "published on 2026-03-03; due on 2026-03-02"),
			finding(sum, at(book, 2, 7), 0, "notices is 12; the categories add up to 11"),
			finding(sum, at(book, 0, 8), 0, words+" is 9; the categories add up to 8"),
			finding(part, table, 0, "there is no part 1 of the template"),
			finding(form, at(table, 3, 7), 5, "a unit in 12 "+words),
			finding(form, at(table, 4, 0), 6, "a unit in 13 "+words),
		},
		Assumed:    []lint.Assumption{{Ref: at(table, 1, 3), Text: "the rows of " + words + " add up"}},
		Statements: &lint.Statements{Platform: words, From: "2025-07-01", To: "2025-12-30", Days: 181, OwnInitiativeIllegal: 3, OwnInitiativeTerms: math.MaxInt64, Notices: 1},
	}
}

func lintWritten(t testing.TB, name string, r *lint.Report) string {
	t.Helper()
	format, err := render.LintFormatOf(name)
	require.NoError(t, err)
	var b bytes.Buffer
	require.NoError(t, format.Write(&b, r))
	return b.String()
}

// TestLintFormats shows that findings can be written wherever reports can, but
// for the audit format.
func TestLintFormats(t *testing.T) {
	t.Parallel()
	var want, have []string
	for _, format := range render.Formats() {
		if !strings.HasPrefix(format.Name, "audit") {
			want = append(want, format.Name)
		}
	}
	for _, format := range render.LintFormats() {
		require.NotEmpty(t, format.Summary)
		have = append(have, format.Name)
	}
	require.Equal(t, want, have)
	require.ElementsMatch(t, want, slices.Collect(maps.Keys(lintFormats)))
}

// TestLintGolden compares what each format writes of the sample with the files
// in testdata/golden, and shows that writing neither changes the report nor
// depends on anything else.
func TestLintGolden(t *testing.T) {
	t.Parallel()
	for format, extension := range lintFormats {
		for kind, words := range map[string]string{"plain": "Example", "hostile": hostile} {
			t.Run(format+"/"+kind, func(t *testing.T) {
				t.Parallel()
				r := lintSample(words)
				have := lintWritten(t, format, r)
				htmlGolden(t, "lint-"+format+"."+kind+"."+extension, have)
				require.Equal(t, have, lintWritten(t, format, r))
				require.Equal(t, lintSample(words), r)
			})
		}
	}
}

// TestLintNoRawControl is TestNoRawControl for findings.
func TestLintNoRawControl(t *testing.T) {
	t.Parallel()
	for _, format := range []string{"text", "tap", "github", "github-summary", "markdown", "html"} {
		have := lintWritten(t, format, lintSample(hostile))
		for _, forbidden := range []string{"\x00", "\x1b", "\u202e", "\r"} {
			require.NotContains(t, have, forbidden, format)
		}
		require.Contains(t, have, `\u202e`, format)
		require.Contains(t, have, "👩‍👧", format)
	}
}

// TestLintSchemas validates against the schemas of OASIS and NIST, and against
// our own.
func TestLintSchemas(t *testing.T) {
	t.Parallel()
	content, err := schemas.Other("lint")
	require.NoError(t, err)
	own, err := json.Marshal(content)
	require.NoError(t, err)
	sarif := schemaOf(t, "sarif-schema-2.1.0.json")
	bare := &lint.Report{
		Version: lint.Version, Period: lint.Period{To: "2025-12-31"}, Files: []lint.File{{Name: "a.csv", SHA256: hash("a")}},
		Rules: []lint.RuleResult{}, Findings: []lint.Finding{}, Assumed: []lint.Assumption{},
	}
	for format, schema := range map[string]*jsonschema.Schema{
		"json": jsonschema.MustCompileString("lint.schema.json", string(own)), "sarif": sarif, "sarif-all": sarif,
		"oscal": schemaOf(t, "oscal_complete_schema-1-1-3.json"),
	} {
		require.Error(t, schema.Validate(map[string]any{}), "the schema demands something")
		for _, r := range []*lint.Report{lintSample("Example"), lintSample(hostile), lintSample(" "), bare} {
			var document any
			require.NoError(t, json.Unmarshal([]byte(lintWritten(t, format, r)), &document))
			require.NoError(t, schema.Validate(document), format)
		}
	}
}

// TestLintAnyWords shows on random reports that no words add or hide a result:
// every format has as many as there are findings or rules.
func TestLintAnyWords(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(rt *rapid.T) {
		words := rapid.OneOf(rapid.String(), rapid.SampledFrom([]string{hostile, hostileMarkup, "::error::", "\n", "a](b", "{0}", "# SKIP", "..."}))
		r := lintSample(words.Draw(rt, "name"))
		sheet := lint.Ref{File: words.Draw(rt, "file"), Sheet: words.Draw(rt, "sheet")}
		for range rapid.IntRange(0, 4).Draw(rt, "more") {
			rule := rapid.SampledFrom(r.Rules).Draw(rt, "rule")
			r.Findings = append(r.Findings, lint.Finding{Rule: rule.ID, Severity: rule.Severity, Ref: sheet, Message: words.Draw(rt, "message")})
		}
		lines := func(format, pattern string) int {
			return len(regexp.MustCompile(`(?m)`+pattern).FindAllString(lintWritten(t, format, r), -1))
		}
		require.Equal(rt, len(r.Rules), lines("tap", `^(not )?ok `))
		require.Equal(rt, len(r.Findings), lines("github", `^::(error|warning) `))
		require.Equal(rt, len(r.Findings)+1, lines("github", `^.+$`))
		require.Equal(rt, len(r.Findings)+1, lines("csv", `\r\n`))
		require.Equal(rt, len(r.Findings), len(sarifOf(t, lintWritten(t, "sarif", r)).Runs[0].Results))
		require.Equal(rt, len(r.Findings)+len(r.Assumed)+2, strings.Count(lintWritten(t, "text", r), "\n"))
		require.NoError(rt, xml.Unmarshal([]byte(lintWritten(t, "junit", r)), new(struct{})))
		document := parse(t, lintWritten(t, "html", r))
		found := 0
		for _, table := range all(document, "table") {
			if strings.HasPrefix(attr(table, "class"), "found") {
				found += count(all(first(table, "tbody"), "tr"))
			}
		}
		require.Equal(rt, len(r.Findings), found, fmt.Sprint(r.Findings))
	})
}
