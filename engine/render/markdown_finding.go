package render

import (
	"fmt"
	"strings"

	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/internal/words"
	"github.com/dsaeval/dsaeval/internal/writing"
)

func markdownFinding(r *report.Report, f report.Finding) string {
	var b strings.Builder
	fmt.Fprintf(&b, "- %s\n", writing.MarkdownText(words.Finding(f)))
	for _, e := range f.Evidence {
		fmt.Fprintf(&b, "  - %s %s = %s", writing.MarkdownCode(words.Place(r.File(), e)), writing.MarkdownCode(words.Fact(e.Pointer)), writing.MarkdownCode(words.Found(e)))
		if origin := words.Origin(e); origin != "" {
			fmt.Fprintf(&b, " (%s)", writing.MarkdownText(writing.Clip(origin, writing.MaxValue)))
		}
		b.WriteByte('\n')
	}
	for _, line := range words.Grounds(f) {
		fmt.Fprintf(&b, "  - %s\n", writing.MarkdownText(line))
	}
	return b.String()
}

func markdownFindings(findings []report.Finding) string {
	return joined(findings, "; ", func(f report.Finding) string { return writing.MarkdownText(words.Finding(f)) })
}
