package render

import (
	"path"
	"strconv"
	"strings"
	"unicode"

	"github.com/dsaeval/dsaeval/internal/writing"
	"github.com/dsaeval/dsaeval/records/lint"
)

// fingerprints identifies the findings of a report, in their order: by rule, table
// and column, and by what the message says but for its numbers. So a finding
// stays the same one when rows are inserted above it or its folder moves. The
// period is part of it, since the next report is another record.
func fingerprints(r *lint.Report) []string {
	prints := make([]string, len(r.Findings))
	seen := map[string]int{}
	for i, f := range r.Findings {
		words := strings.Map(func(c rune) rune {
			if unicode.IsDigit(c) {
				return -1
			}
			return c
		}, f.Message)
		alike := fingerprintOf(r, f.Rule, path.Base(f.Ref.File), f.Ref.Sheet, strconv.Itoa(f.Ref.Column), words)
		seen[alike]++
		prints[i] = writing.Fingerprint(alike, strconv.Itoa(seen[alike]))
	}
	return prints
}

func fingerprintOf(r *lint.Report, parts ...string) string {
	return writing.Fingerprint(append([]string{r.Service.Provider, r.Service.Name, r.Period.From, r.Period.To}, parts...)...)
}
