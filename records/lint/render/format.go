package render

import (
	"fmt"
	"io"
	"strings"

	"github.com/dsaeval/dsaeval/records/lint"
)

// Format is a way to write findings about a public record.
type Format struct {
	// Name is what --output takes. A format that reports of the engine have too
	// has the same name there.
	Name string
	// Summary says in a few words what the format is for.
	Summary string
	Write   func(w io.Writer, r *lint.Report) error
}

// Formats lists all formats, the most used first.
func Formats() []Format {
	return []Format{
		{"text", "for people at a terminal", Text},
		{"json", "for programs; schemas/lint.schema.json describes it", JSON},
		{"sarif", "SARIF 2.1.0 for code scanning: the findings", SARIF},
		{"sarif-all", "SARIF 2.1.0 with a result for every rule", SARIFAll},
		{"github", "annotations of GitHub Actions at the files", GitHub},
		{"github-summary", "Markdown for the job summary of GitHub Actions", GitHubSummary},
		{"markdown", "Markdown that fits a comment on a pull request", Markdown},
		{"csv", "a table of the findings for spreadsheets", CSV},
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
	return Format{}, fmt.Errorf("there is no format %q for findings about a public record; expected one of %s", name, strings.Join(names, ", "))
}
