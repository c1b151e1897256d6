package render

import (
	"bufio"
	"fmt"
	"io"

	"github.com/dsaeval/dsaeval/engine"
	"github.com/dsaeval/dsaeval/records/lint"
)

// LintGitHub writes workflow commands, which GitHub Actions shows at the files
// and, of CSV files, at the lines. Errors come first, as GitHub shows ten of a
// kind per step and no more.
func LintGitHub(w io.Writer, r *lint.Report) error {
	buffered := bufio.NewWriter(w)
	titles := map[string]string{}
	for _, rule := range r.Rules {
		titles[rule.ID] = rule.ID + ": " + rule.Title
	}
	for _, severity := range []lint.Severity{lint.Error, lint.Warning} {
		for _, f := range lintWith(r.Findings, severity) {
			message := lintMessage(f)
			if f.Basis != "" {
				message += "\n" + f.Basis
			}
			command(buffered, string(severity), f.Ref.File, engine.Evidence{Line: f.Line}, titles[f.Rule], message)
		}
	}
	fmt.Fprintln(buffered, lintTotals(r))
	return buffered.Flush()
}
