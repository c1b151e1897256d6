package render_test

import (
	"bytes"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/engine/render"
	"github.com/dsaeval/dsaeval/engine/report"
)

// TestLessDetail shows that only JSON, which says how much it holds, and a table,
// which has no columns for the rest, are written of a report in which nobody has
// looked for everything.
func TestLessDetail(t *testing.T) {
	t.Parallel()
	r := &report.Report{Detail: report.DetailFindings}
	for _, format := range render.Formats() {
		var b bytes.Buffer
		err := render.Write(&b, format, []*report.Report{r})
		if format == render.JSON {
			require.NoError(t, err)
			require.Contains(t, b.String(), `"detail": "findings"`)
			continue
		}
		if format == render.CSV {
			require.NoError(t, err)
			require.Contains(t, b.String(), "findings,evidence,parameters,possible")
			continue
		}
		var little *report.TooLittleDetail
		require.ErrorAs(t, err, &little, format)
		require.Equal(t, string(format), little.For)
		require.ErrorContains(t, err, "the report holds findings only")
		require.Zero(t, b.Len(), format)
	}
}
