package html_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/engine/render/html"
	"github.com/dsaeval/dsaeval/engine/render/internal/samples"
	"github.com/dsaeval/dsaeval/engine/report"
)

// TestThePictureOfFines: one drawing with a description, a dot for each decision
// with a title, and a table that says the same; models, caveats and readings fold
// away.
func TestThePictureOfFines(t *testing.T) {
	t.Parallel()
	var b bytes.Buffer
	require.NoError(t, html.Write(&b, []*report.Report{samples.Full()}))
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
