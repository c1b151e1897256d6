package fines_test

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/internal/fines"
	"github.com/dsaeval/dsaeval/internal/golden"
	"github.com/dsaeval/dsaeval/policies/law"
)

// TestTheDocsSayHowTheModelsDo keeps the figures of docs/fines.md: how each model
// foretells decisions that it has not seen, and each decision beside what the rows
// above it in the table foretold. Rows are only ever added at the end, so that a
// new one is scored before it is in the fit.
func TestTheDocsSayHowTheModelsDo(t *testing.T) {
	t.Parallel()
	file := filepath.Join("..", "..", "docs", "fines.md")
	for name, text := range map[string]string{"back-test": backtestTable(t), "scores": scoreList(t)} {
		golden.Part(t, file, fmt.Sprintf("<!-- %s: written by go generate ./... -->\n", name), fmt.Sprintf("<!-- end of %s -->\n", name), text)
	}
}

// TestTheDocsShowTheLaw: each figure that a cap is computed from stands in the table
// with the key words of its provision.
func TestTheDocsShowTheLaw(t *testing.T) {
	t.Parallel()
	content, err := os.ReadFile(filepath.Join("..", "..", "docs", "fines.md"))
	require.NoError(t, err)
	for _, name := range []string{"fine_cap_percent", "information_fine_cap_percent", "daily_payment_cap_percent"} {
		figure := law.Named(name)
		i := slices.IndexFunc(strings.Split(string(content), "\n"), func(line string) bool {
			for provision := range strings.SplitSeq(figure.Article, "; ") {
				if !strings.Contains(line, provision+": ") {
					return false
				}
			}
			return strings.HasPrefix(line, "| ") && strings.Contains(line, figure.Term) && strings.Contains(line, fmt.Sprintf("| %d %% |", figure.Whole()))
		})
		assert.GreaterOrEqual(t, i, 0, name)
	}
}

func backtestTable(t *testing.T) string {
	t.Helper()
	m := published(t)
	decisions := m.Published()
	var tests []fines.Backtest
	for _, one := range []*fines.Model{m, models(t)[1]} {
		b, err := one.Backtest(decisions)
		require.NoError(t, err)
		tests = append(tests, b)
	}
	shares, err := fines.BacktestShares(decisions)
	require.NoError(t, err)
	tests = append(tests, shares)
	var b strings.Builder
	fmt.Fprintf(&b, "| Model, on %d decisions | Way of hiding them | In the range | High / low | Wider than the fines are apart (%.1f) | Central wrong by | Log score |\n|---|---|---|---|---|---|---|\n", decisions.Len(), shares.Spread)
	for _, test := range tests {
		for _, w := range test.Ways {
			width := fmt.Sprintf("%.1f", w.Width)
			if w.Width > 1e6 {
				width = "no end"
			}
			fmt.Fprintf(&b, "| %s | %s | %d of %d | %s | %d | a factor of %.1f | %.3f |\n", test.Model, w.Name, w.Covered, w.Scored, width, w.Silent, w.Factor, w.LogScore)
		}
	}
	return b.String()
}

func scoreList(t *testing.T) string {
	t.Helper()
	scores, err := published(t).Entered()
	require.NoError(t, err)
	var b strings.Builder
	b.WriteString("| Decision | Fine | Foretold by the rows above it | Central | In the range | Log score |\n|---|---|---|---|---|---|\n")
	for _, s := range scores {
		inside := "no"
		if s.Inside() {
			inside = "yes"
		}
		fmt.Fprintf(&b, "| %s, %s | %.0f | %.0f to %.0f (%d) | %.0f | %s | %.2f |\n", s.Case, s.Date, s.Fine/1e6, s.Low/1e6, s.High/1e6, s.Seen, s.Central/1e6, inside, s.LogScore)
	}
	return b.String()
}
