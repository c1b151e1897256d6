package render_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/engine/render"
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
		t.Run(format.Name, func(t *testing.T) {
			t.Parallel()
			report := htmlSample()
			report.Fine.Doubts = doubts
			var b bytes.Buffer
			require.NoError(t, format.Write(&b, report))
			if format.Name == "csv" || strings.HasPrefix(format.Name, "audit") {
				for _, amount := range []string{"6624000000", "6 624 000 000", "643000000", "643 m"} {
					assert.NotContains(t, b.String(), amount)
				}
				return
			}
			for _, doubt := range doubts {
				assert.Contains(t, strings.ToLower(b.String()), doubt)
			}
			// Markdown and SARIF escape or quote what they like; the figures stay.
			assert.Contains(t, b.String(), map[bool]string{true: `"high": "643000000.00"`, false: "643 m"}[format.Name == "json"])
		})
	}
}

// TestOneLineOfMoney: the interval, the central figure, its probability and the
// cap, after the breaches and before what is open.
func TestOneLineOfMoney(t *testing.T) {
	t.Parallel()
	var b bytes.Buffer
	require.NoError(t, render.Text(&b, htmlSample()))
	text := b.String()
	const line = "FINE  four of five comparable fines would lie between EUR 165 m and EUR 643 m, central EUR 327 m (4 decisions; a model, not law); the law caps a decision at EUR 6 624 000 000.00\n"
	assert.Contains(t, text, line)
	assert.Less(t, strings.Index(text, "\nBREACH\n"), strings.Index(text, line))
	assert.Less(t, strings.Index(text, line), strings.Index(text, "\nUNDETERMINED"))
}

// TestThePictureOfFines: one drawing with a description, a dot for each decision
// with a title, and a table that says the same; models, caveats and readings fold
// away.
func TestThePictureOfFines(t *testing.T) {
	t.Parallel()
	var b bytes.Buffer
	require.NoError(t, render.HTML(&b, htmlSample()))
	document := parse(t, b.String())
	figures := all(document, "figure")
	require.Len(t, figures, 1, "the stake of the undetermined has no range and no picture")
	svg := first(figures[0], "svg")
	assert.Equal(t, "img", attr(svg, "role"))
	for _, want := range []string{"EUR 165 m and 643 m", "central 327 m", "cap 6 624 m", "4 published decisions"} {
		assert.Contains(t, attr(svg, "aria-label"), want)
	}
	assert.Len(t, all(svg, "circle"), 4)
	assert.Len(t, all(svg, "title"), 4)
	assert.NotEmpty(t, text(first(figures[0], "figcaption")))
	for _, want := range []string{"1. X", "2. Temu", "5.4 % of this turnover", "2 402 m to 14 602 m"} {
		assert.Contains(t, text(document), want)
	}
	folded := ""
	for _, d := range all(document, "details") {
		_, open := attribute(d, "open")
		assert.False(t, open)
		assert.NotEmpty(t, text(first(d, "summary")))
		folded += text(d)
	}
	for _, want := range []string{"There is no tariff.", "Calibrated on few decisions.", "slope of the line", "Whose turnover counts?"} {
		assert.Contains(t, strings.ToLower(folded), strings.ToLower(want))
	}
}
