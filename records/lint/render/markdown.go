package render

import (
	"fmt"
	"io"

	"github.com/dsaeval/dsaeval/internal/writing"
	"github.com/dsaeval/dsaeval/records/lint"
)

// Markdown writes findings so that they fit a comment on a pull request:
// totals, errors, warnings, then what they rest on. What does not fit is left out
// from the end, and a note says how much.
func Markdown(w io.Writer, r *lint.Report) error { return writeMarkdown(w, r, writing.CommentLimit) }

// GitHubSummary is Markdown with the size that a job summary of GitHub
// Actions may have, 1 MiB.
func GitHubSummary(w io.Writer, r *lint.Report) error {
	return writeMarkdown(w, r, writing.SummaryLimit)
}

func writeMarkdown(w io.Writer, r *lint.Report, limit int) error {
	m := markdown{writing.NewBudget(limit)}
	m.Head(fmt.Sprintf("# Check of a transparency report\n\n%s\n\n"+
		"| Errors | Warnings | Rules checked | Nothing to check |\n|--:|--:|--:|--:|\n| %d | %d | %d | %d |\n",
		writing.MarkdownText(writing.Clip(subject(r), writing.MaxValue)), r.Summary.Errors, r.Summary.Warnings, r.Summary.Checked, r.Summary.NotChecked))
	m.statements(r.Statements)
	m.findings("Errors", "errors", withSeverity(r.Findings, lint.Error))
	m.findings("Warnings", "warnings", withSeverity(r.Findings, lint.Warning))
	list(m, "Nothing to check", "rules with nothing to check", nothingToCheck(r), func(rule lint.RuleResult) string {
		return writing.MarkdownCode(rule.ID) + ": " + writing.MarkdownText(rule.Title)
	})
	list(m, "Assumed while reading", "assumptions", r.Assumed, func(a lint.Assumption) string {
		return placeText(a.Ref) + ": " + writing.MarkdownText(writing.Clip(a.Text, writing.MaxValue))
	})
	list(m, "Files", "files", r.Files, func(f lint.File) string {
		return writing.MarkdownCode(f.Name) + ", SHA-256 " + writing.MarkdownCode(f.SHA256)
	})
	_, err := io.WriteString(w, m.String())
	return err
}

type markdown struct{ *writing.Budget }

func (m markdown) statements(s *lint.Statements) {
	if s == nil {
		return
	}
	m.Head(fmt.Sprintf("\n%s: %d on own initiative against illegal content, %d on own initiative under the terms, %d after notices.\n",
		writing.MarkdownText(writing.Capital(writing.Clip(comparedText(s), writing.MaxValue))), s.OwnInitiativeIllegal, s.OwnInitiativeTerms, s.Notices))
}

func (m markdown) findings(title, kind string, findings []lint.Finding) {
	if len(findings) == 0 {
		return
	}
	m.Head("\n## " + title + "\n")
	for _, group := range groupsOf(findings) {
		m.Head("\n" + placeText(lint.Ref{File: group.File, Sheet: group.Sheet}) + "\n\n")
		for _, f := range group.Findings {
			m.Add(kind, func() string { return findingItem(f) })
		}
	}
}

func findingItem(f lint.Finding) string {
	text := "- "
	if cell := f.Ref.Cell(); cell != "" {
		text += "**" + cell + "** "
	}
	text += writing.MarkdownText(writing.Clip(f.Text(), writing.MaxValue)) + " " + writing.MarkdownCode(f.Rule)
	if f.Basis != "" {
		text += ", " + writing.MarkdownText(f.Basis)
	}
	return text + "\n"
}

func list[T any](m markdown, title, kind string, list []T, text func(T) string) {
	if len(list) == 0 {
		return
	}
	m.Head("\n## " + title + "\n\n")
	for _, element := range list {
		m.Add(kind, func() string { return "- " + text(element) + "\n" })
	}
}

// placeText names a file, and a sheet and a cell in it if there are any.
func placeText(at lint.Ref) string {
	text := writing.MarkdownCode(at.File)
	if place := placeOf(at); place != "" {
		text += " " + writing.MarkdownText(writing.Clip(place, writing.MaxValue))
	}
	return text
}
