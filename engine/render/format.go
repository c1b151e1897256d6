package render

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/dsaeval/dsaeval/engine/render/html"
	"github.com/dsaeval/dsaeval/engine/report"
)

// Format is a way to write reports, by the name that people give it.
type Format string

// The formats.
const (
	Text          Format = "text"
	JSON          Format = "json"
	HTML          Format = "html"
	HTMLBrief     Format = "html-brief"
	SARIF         Format = "sarif"
	SARIFAll      Format = "sarif-all"
	JUnit         Format = "junit"
	TAP           Format = "tap"
	GitHub        Format = "github"
	GitHubSummary Format = "github-summary"
	Markdown      Format = "markdown"
	CSV           Format = "csv"
	OSCAL         Format = "oscal"
	Audit         Format = "audit"
	AuditHTML     Format = "audit-html"
)

// streamOf begins to write a format.
type streamOf func(w io.Writer, o writeOptions) stream

// paper makes a format of what writes all reports at once.
func paper(write func(w io.Writer, reports []*report.Report, refused ...report.Unusable) error) streamOf {
	return func(w io.Writer, _ writeOptions) stream { return &whole{w: w, write: write} }
}

// formats are all formats, the most used first, with a few words about what each
// is for.
var formats = []struct {
	format  Format
	summary string
	stream  streamOf
}{
	{Text, "for people at a terminal", newText},
	{JSON, "for programs; schemas/report.schema.json describes it", newJSON},
	{HTML, "to hand on: one page that needs no network and prints well", paper(html.Write)},
	{HTMLBrief, "two printed pages for a board: counts, breaches, money, the next questions", paper(html.WriteBrief)},
	{SARIF, "SARIF 2.1.0 for code scanning: what is breached or undetermined", paper(writeSARIF)},
	{SARIFAll, "SARIF 2.1.0 with a result for every obligation", paper(writeSARIFAll)},
	{JUnit, "JUnit XML for test reports of CI", newJUnit},
	{TAP, "Test Anything Protocol, version 14", newTAP},
	{GitHub, "annotations of GitHub Actions at the lines of the facts", newGitHub},
	{GitHubSummary, "Markdown for the job summary of GitHub Actions", newGitHubSummary},
	{Markdown, "Markdown that fits a comment on a pull request", newMarkdown},
	{CSV, "a table of the obligations for spreadsheets", newCSV},
	{OSCAL, "OSCAL 1.1.3 assessment results", paper(writeOSCAL)},
	{Audit, "a working paper in the vocabulary of the audit regulation, as Markdown", paper(writeAudit)},
	{AuditHTML, "the same as one page", paper(html.WriteAudit)},
}

// tellsUnusable reports whether a format says something where no document could be
// judged. The others would be empty, or a paper that seems to say that nothing is wrong.
func (f Format) tellsUnusable() bool {
	return slices.Contains([]Format{Text, SARIF, SARIFAll, JUnit, TAP, GitHub, GitHubSummary, Markdown}, f)
}

// Asks reports whether a format shows which questions to ask next, so that they are worth
// ranking for it (package ask): without that, the facts come first for which most
// obligations wait.
func (f Format) Asks() bool {
	return slices.Contains([]Format{Text, HTML, HTMLBrief, GitHubSummary, Markdown}, f)
}

// Formats lists all formats, the most used first.
func Formats() []Format {
	list := make([]Format, len(formats))
	for i, each := range formats {
		list[i] = each.format
	}
	return list
}

// FormatOf returns the format with a name, or an *UnknownFormat.
func FormatOf(name string) (Format, error) {
	if known := Formats(); !slices.Contains(known, Format(name)) {
		return "", &UnknownFormat{Name: name, Known: known}
	}
	return Format(name), nil
}

// Summary says in a few words what the format is for; empty of an unknown one.
func (f Format) Summary() string {
	for _, each := range formats {
		if each.format == f {
			return each.summary
		}
	}
	return ""
}

// UnknownFormat is the error about a name that is no format.
type UnknownFormat struct {
	Name  string
	Known []Format
}

func (e *UnknownFormat) Error() string {
	names := make([]string, len(e.Known))
	for i, format := range e.Known {
		names[i] = string(format)
	}
	return fmt.Sprintf("there is no format %q; expected one of %s", e.Name, strings.Join(names, ", "))
}
