package render_test

import (
	"math"
	"strings"

	"github.com/dsaeval/dsaeval/records/lint"
)

func hash(letter string) string { return strings.Repeat(letter, 64) }

// sample returns a report that has one of everything: errors and warnings in
// a workbook and in CSV, in a cell, a row, a column and a file as a whole, rules
// that passed and that had nothing to check, assumptions and statements.
func sample(words string) *lint.Report {
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

// hostile is a name that tries to break out of every format.
const hostile = "=1+1|`x`\n::error::owned\r\n<script>alert('1')</script> # %0A \\ \"q\", ]]> [a](javascript:b) @team {0}\x00\x1b[31m \u202eRTL 👩‍👧 ../…\n1..0\n---\n| a |"
