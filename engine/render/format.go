package render

import (
	"fmt"
	"io"
	"strings"

	"github.com/dsaeval/dsaeval/engine/report"
)

// Format is a way to write reports.
type Format struct {
	// Name is what --output takes.
	Name string
	// Summary says in a few words what the format is for.
	Summary string
	// Write writes one or several reports as one document.
	Write func(w io.Writer, reports ...*report.Report) error
}

// Formats lists all formats, the most used first.
func Formats() []Format {
	return []Format{
		{"text", "for people at a terminal", Text},
		{"json", "for programs; schemas/report.schema.json describes it", JSON},
		{"html", "to hand on: one page that needs no network and prints well", HTML},
		{"sarif", "SARIF 2.1.0 for code scanning: what is breached or undetermined", SARIF},
		{"sarif-all", "SARIF 2.1.0 with a result for every obligation", SARIFAll},
		{"junit", "JUnit XML for test reports of CI", JUnit},
		{"tap", "Test Anything Protocol, version 14", TAP},
		{"github", "annotations of GitHub Actions at the lines of the facts", GitHub},
		{"github-summary", "Markdown for the job summary of GitHub Actions", GitHubSummary},
		{"markdown", "Markdown that fits a comment on a pull request", Markdown},
		{"csv", "a table of the obligations for spreadsheets", CSV},
		{"oscal", "OSCAL 1.1.3 assessment results", OSCAL},
		{"audit", "a working paper in the vocabulary of the audit regulation, as Markdown", Audit},
		{"audit-html", "the same as one page", AuditHTML},
	}
}

// FormatOf returns the format with a name.
func FormatOf(name string) (Format, error) {
	var names []string
	for _, format := range Formats() {
		if format.Name == name {
			return format, nil
		}
		names = append(names, format.Name)
	}
	return Format{}, fmt.Errorf("there is no format %q; expected one of %s", name, strings.Join(names, ", "))
}
