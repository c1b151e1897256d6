package render_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/engine/render"
	"github.com/dsaeval/dsaeval/engine/render/internal/samples"
	"github.com/dsaeval/dsaeval/engine/report"
)

// TestEveryFormatWithAmountsSaysTheDoubts: a cap is handed on in any format, and
// with it what may be wrong with the turnover that it rests on: its year, that it
// is of the entity alone, its exchange rate. A table of obligations and an audit
// paper hold no amount, so that there is nothing to doubt.
func TestEveryFormatWithAmountsSaysTheDoubts(t *testing.T) {
	t.Parallel()
	doubts := []string{
		"the turnover is of the financial year 2022 and not of the year before",
		"the turnover is that of the entity alone and the undertaking is larger",
		"the exchange rate has no day",
	}
	for _, format := range render.Formats() {
		t.Run(string(format), func(t *testing.T) {
			t.Parallel()
			judged := samples.Full()
			judged.Fine.Doubts = doubts
			var b bytes.Buffer
			require.NoError(t, render.Write(&b, format, []*report.Report{judged}))
			if format == render.CSV || strings.HasPrefix(string(format), "audit") {
				for _, amount := range []string{"6624000000", "6 624 000 000", "643000000", "643 m"} {
					assert.NotContains(t, b.String(), amount)
				}
				return
			}
			for _, doubt := range doubts {
				assert.Contains(t, strings.ToLower(b.String()), doubt)
			}
			// Markdown and SARIF escape or quote what they like; the figures stay.
			assert.Contains(t, b.String(), map[bool]string{true: `"high": "643000000.00"`, false: "643 m"}[format == render.JSON])
		})
	}
}

// TestOneLineOfMoney: the interval, the central figure, its probability and the
// cap, below the counts and before the breaches.
func TestOneLineOfMoney(t *testing.T) {
	t.Parallel()
	var b bytes.Buffer
	require.NoError(t, render.Write(&b, render.Text, []*report.Report{samples.Full()}))
	text := b.String()
	const line = "\nFour of five comparable fines would lie between EUR 165 m and EUR 643 m, central EUR 327 m (4 decisions; a model, not law); the law caps a decision at EUR 6 624 000 000.00\n"
	assert.Contains(t, text, line)
	assert.Less(t, strings.Index(text, " breach, "), strings.Index(text, line))
	assert.Less(t, strings.Index(text, line), strings.Index(text, "\nBREACH\n"))
}
