package render_test

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/engine/report"
)

// TestMarkdownSize shows that a report of any size fits, that the totals come
// first, and that a note says how much was left out: nothing goes missing
// silently.
func TestMarkdownSize(t *testing.T) {
	t.Parallel()
	r := sample(strings.Repeat("👩‍👧<", 5000))
	finding := r.Obligations[0].Findings[0]
	r.Obligations[0].Findings = nil
	const findings = 20_000
	for i := range findings {
		f := finding
		f.Item = &i
		r.Obligations[0].Findings = append(r.Obligations[0].Findings, f)
	}
	for format, limit := range map[string]int{"markdown": 65_536, "github-summary": 1 << 20} {
		have := written(t, format, r, r, r)
		require.LessOrEqual(t, len(have), limit, format)
		require.Greater(t, len(have), limit*9/10, format)
		require.Equal(t, 3, strings.Count(have, "| 2023-09-01 | 4 (1 ended) | 2 | 1 | 2 |"), format)
		note := regexp.MustCompile(`findings: (\d+)`).FindStringSubmatch(have)
		require.NotNil(t, note, format)
		left, err := strconv.Atoi(note[1])
		require.NoError(t, err)
		require.Equal(t, 3*findings+9, left+strings.Count(have, "- Notices are"), format) // +3 per report of other obligations
	}
}

// TestMarkdownWhole shows that what fits has no note.
func TestMarkdownWhole(t *testing.T) {
	t.Parallel()
	require.NotContains(t, written(t, "markdown", sample("Example")), "Shortened")
}

// TestMarkdownManyServices shows that even the totals may be too many, and that
// this is said as well.
func TestMarkdownManyServices(t *testing.T) {
	t.Parallel()
	var reports []*report.Report
	for i := range 2000 {
		reports = append(reports, sample(fmt.Sprintf("Service %d", i)))
	}
	have := written(t, "markdown", reports...)
	require.LessOrEqual(t, len(have), 65_536)
	require.Regexp(t, `services: \d+`, have)
}

// TestMarkdownLinks shows that an address is a link only if it is one to follow.
func TestMarkdownLinks(t *testing.T) {
	t.Parallel()
	r := sample("Example")
	r.Obligations[0].Links = []string{"javascript:alert(1)", "https://example.org/a b>c"}
	have := written(t, "audit", r)
	require.Contains(t, have, "<https://example.org/a%20b%3Ec>")
	require.NotContains(t, have, "<javascript:")
}
