package render

import (
	"io"
	"strconv"

	"github.com/dsaeval/dsaeval/internal/writing"
	"github.com/dsaeval/dsaeval/records/lint"
)

// CSV writes one row per finding below a row of names, with cells as
// [writing.CSV] makes them. A report without findings has the names only.
func CSV(w io.Writer, r *lint.Report) error {
	rows := [][]string{{
		"rule", "severity", "title", "basis", "file", "sheet", "cell", "row", "column", "line", "message",
		"service", "provider", "period_from", "period_to",
	}}
	titles := map[string]string{}
	for _, rule := range r.Rules {
		titles[rule.ID] = rule.Title
	}
	for _, f := range r.Findings {
		rows = append(rows, []string{
			f.Rule, string(f.Severity), titles[f.Rule], f.Basis, f.Ref.File, f.Ref.Sheet, f.Ref.Cell(),
			known(f.Ref.Row), known(f.Ref.Column), known(f.Line), f.Text(),
			r.Service.Name, r.Service.Provider, r.Period.From, r.Period.To,
		})
	}
	return writing.CSV(w, rows)
}

// known writes a number, of which 0 means that there is none.
func known(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}
