package render

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"github.com/dsaeval/dsaeval/records/lint"
)

// LintFormat is a way to write what a linter of public records says.
type LintFormat struct {
	// Name is what --output takes, the same as that of [Format].
	Name string
	// Summary says in a few words what the format is for.
	Summary string
	Write   func(w io.Writer, r *lint.Report) error
}

// LintFormats lists the formats of [Formats] in which findings about a public
// record can be written. The audit format is not among them: its conclusions are
// about obligations.
func LintFormats() []LintFormat {
	return []LintFormat{
		{"text", "for people at a terminal", LintText},
		{"json", "for programs; schemas/lint.schema.json describes it", LintJSON},
		{"html", "to hand on: one page that needs no network and prints well", LintHTML},
		{"sarif", "SARIF 2.1.0 for code scanning: the findings", LintSARIF},
		{"sarif-all", "SARIF 2.1.0 with a result for every rule", LintSARIFAll},
		{"junit", "JUnit XML for test reports of CI", LintJUnit},
		{"tap", "Test Anything Protocol, version 14", LintTAP},
		{"github", "annotations of GitHub Actions at the files", LintGitHub},
		{"github-summary", "Markdown for the job summary of GitHub Actions", LintGitHubSummary},
		{"markdown", "Markdown that fits a comment on a pull request", LintMarkdown},
		{"csv", "a table of the findings for spreadsheets", LintCSV},
		{"oscal", "OSCAL 1.1.3 assessment results", LintOSCAL},
	}
}

// LintFormatOf returns the format with a name.
func LintFormatOf(name string) (LintFormat, error) {
	var names []string
	for _, format := range LintFormats() {
		if format.Name == name {
			return format, nil
		}
		names = append(names, format.Name)
	}
	return LintFormat{}, fmt.Errorf("there is no format %q for findings about a public record; expected one of %s", name, strings.Join(names, ", "))
}

// LintText writes findings one a line, the assumptions, and the totals.
func LintText(w io.Writer, r *lint.Report) error {
	buffered := bufio.NewWriter(w)
	for _, f := range r.Findings {
		fmt.Fprintln(buffered, oneLine(f.String()))
	}
	for _, a := range r.Assumed {
		fmt.Fprintf(buffered, "%s: assumed: %s\n", oneLine(a.Ref.String()), oneLine(a.Text))
	}
	if r.Statements != nil {
		fmt.Fprintln(buffered, oneLine(lintCompared(r.Statements)))
	}
	fmt.Fprintln(buffered, lintTotals(r))
	return buffered.Flush()
}

// LintJSON writes a lint report as schemas/lint.schema.json describes it.
func LintJSON(w io.Writer, r *lint.Report) error {
	encoder := json.NewEncoder(w)
	encoder.SetIndent("", "  ")
	encoder.SetEscapeHTML(false)
	return encoder.Encode(r)
}
