package render

import (
	"fmt"
	"io"

	"github.com/dsaeval/dsaeval/records/lint"
)

// LintMarkdown writes findings so that they fit a comment on a pull request:
// totals, errors, warnings, then what they rest on. What does not fit is left out
// from the end, and a note says how much.
func LintMarkdown(w io.Writer, r *lint.Report) error { return writeLintMarkdown(w, r, commentLimit) }

// LintGitHubSummary is LintMarkdown with the size that a job summary of GitHub
// Actions may have, 1 MiB.
func LintGitHubSummary(w io.Writer, r *lint.Report) error {
	return writeLintMarkdown(w, r, summaryLimit)
}

func writeLintMarkdown(w io.Writer, r *lint.Report, limit int) error {
	m := lintMarkdown{newBudget(limit)}
	m.head(fmt.Sprintf("# Check of a transparency report\n\n%s\n\n"+
		"| Errors | Warnings | Rules checked | Nothing to check |\n|--:|--:|--:|--:|\n| %d | %d | %d | %d |\n",
		mdText(clip(lintSubject(r), maxValue)), r.Summary.Errors, r.Summary.Warnings, r.Summary.Checked, r.Summary.NotChecked))
	m.statements(r.Statements)
	m.findings("Errors", "errors", lintWith(r.Findings, lint.Error))
	m.findings("Warnings", "warnings", lintWith(r.Findings, lint.Warning))
	mdList(m, "Nothing to check", "rules with nothing to check", lintRulesWith(r, lintNothing), func(rule lintRule) string {
		return mdCode(rule.ID) + ": " + mdText(rule.Title)
	})
	mdList(m, "Assumed while reading", "assumptions", r.Assumed, func(a lint.Assumption) string {
		return mdPlace(a.Ref) + ": " + mdText(clip(a.Text, maxValue))
	})
	mdList(m, "Files", "files", r.Files, func(f lint.File) string {
		return mdCode(f.Name) + ", SHA-256 " + mdCode(f.SHA256)
	})
	return m.writeTo(w)
}

type lintMarkdown struct{ *budget }

func (m lintMarkdown) statements(s *lint.Statements) {
	if s == nil {
		return
	}
	m.head(fmt.Sprintf("\n%s: %d on own initiative against illegal content, %d on own initiative under the terms, %d after notices.\n",
		mdText(htmlCapital(clip(lintCompared(s), maxValue))), s.OwnInitiativeIllegal, s.OwnInitiativeTerms, s.Notices))
}

func (m lintMarkdown) findings(title, kind string, findings []lint.Finding) {
	if len(findings) == 0 {
		return
	}
	m.head("\n## " + title + "\n")
	for _, group := range lintGroups(findings) {
		m.head("\n" + mdPlace(lint.Ref{File: group.File, Sheet: group.Sheet}) + "\n\n")
		for _, f := range group.Findings {
			m.add(kind, func() string { return mdLintFinding(f) })
		}
	}
}

func mdLintFinding(f lint.Finding) string {
	text := "- "
	if cell := f.Ref.Cell(); cell != "" {
		text += "**" + cell + "** "
	}
	text += mdText(clip(f.Message, maxValue)) + " " + mdCode(f.Rule)
	if f.Basis != "" {
		text += ", " + mdText(f.Basis)
	}
	return text + "\n"
}

func mdList[T any](m lintMarkdown, title, kind string, list []T, text func(T) string) {
	if len(list) == 0 {
		return
	}
	m.head("\n## " + title + "\n\n")
	for _, element := range list {
		m.add(kind, func() string { return "- " + text(element) + "\n" })
	}
}

// mdPlace names a file, and a sheet and a cell in it if there are any.
func mdPlace(at lint.Ref) string {
	text := mdCode(at.File)
	if place := lintPlace(at); place != "" {
		text += " " + mdText(clip(place, maxValue))
	}
	return text
}
