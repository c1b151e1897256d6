package render_test

import (
	"log"
	"os"

	"github.com/dsaeval/dsaeval/records/lint"
	"github.com/dsaeval/dsaeval/records/lint/render"
)

// The linter of transparency reports makes such a report; each format writes it.
func ExampleFormatOf() {
	report := &lint.Report{
		Summary: lint.Summary{Warnings: 1, Checked: 1}, Tables: 1, Cells: 2,
		Rules: []lint.RuleResult{{Rule: lint.Rule{ID: "categories-sum", Severity: lint.Warning, Title: "the categories do not add up to the total"}, Checked: 1, Findings: 1}},
		Findings: []lint.Finding{{
			Rule: "categories-sum", Severity: lint.Warning, Ref: lint.Ref{File: "4_notices.csv", Row: 2, Column: 7}, Line: 2,
			Message: "notices is 12; the categories add up to 11",
		}},
	}
	format, err := render.FormatOf("github")
	if err != nil {
		log.Fatal(err)
	}
	if err := format.Write(os.Stdout, report); err != nil {
		log.Fatal(err)
	}
	// Output:
	// ::warning file=4_notices.csv,line=2,title=categories-sum%3A the categories do not add up to the total::G2: notices is 12; the categories add up to 11
	// 0 errors, 1 warning; 1 of 1 rules checked, in 1 table with 2 cells for numbers
}
