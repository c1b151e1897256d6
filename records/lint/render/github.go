package render

import (
	"bufio"
	"fmt"
	"io"

	"github.com/dsaeval/dsaeval/internal/writing"
	"github.com/dsaeval/dsaeval/records/lint"
)

// GitHub writes workflow commands, which GitHub Actions shows at the files
// and, of CSV files, at the lines. Errors come first, as GitHub shows ten of a
// kind per step and no more.
func GitHub(w io.Writer, r *lint.Report) error {
	buffered := bufio.NewWriter(w)
	titles := map[string]string{}
	for _, rule := range r.Rules {
		titles[rule.ID] = rule.ID + ": " + rule.Title
	}
	for _, severity := range []lint.Severity{lint.Error, lint.Warning} {
		for _, f := range withSeverity(r.Findings, severity) {
			message := messageOf(f)
			if f.Basis != "" {
				message += "\n" + f.Basis
			}
			writing.Annotate(buffered, writing.Annotation{
				Level: string(severity), File: f.Ref.File, Line: f.Line, Title: titles[f.Rule], Message: message,
			})
		}
	}
	fmt.Fprintln(buffered, totals(r))
	return buffered.Flush()
}
