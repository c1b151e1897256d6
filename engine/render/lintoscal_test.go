package render_test

import (
	"bytes"
	"encoding/json"
	"regexp"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/engine/render"
)

// TestLintOSCAL shows that there are findings for what OSCAL has a state for,
// that a warning is an observation alone, and that references have their targets.
func TestLintOSCAL(t *testing.T) {
	t.Parallel()
	have := lintWritten(t, "oscal", lintSample("Example"))
	var document struct {
		Results struct {
			Results []struct {
				Start    string
				Findings []struct {
					Target struct {
						ID     string `json:"target-id"`
						Status struct{ State string }
					}
				}
				Observations []struct{}
			}
		} `json:"assessment-results"`
	}
	require.NoError(t, json.Unmarshal([]byte(have), &document))
	result := document.Results.Results[0]
	states := map[string]string{}
	for _, finding := range result.Findings {
		states[finding.Target.ID] = finding.Target.Status.State
	}
	require.Equal(t, map[string]string{"published-late": "not-satisfied", "unit": "not-satisfied", "count-negative": "satisfied"}, states)
	require.Len(t, result.Observations, 6)
	require.Equal(t, "2026-03-03T00:00:00Z", result.Start)
	seen := map[string]bool{}
	for _, match := range regexp.MustCompile(`"uuid": "([^"]+)"`).FindAllStringSubmatch(have, -1) {
		require.False(t, seen[match[1]], match[1])
		seen[match[1]] = true
	}
	for _, match := range regexp.MustCompile(`"(?:href": "#|observation-uuid": ")([^"]+)"`).FindAllStringSubmatch(have, -1) {
		require.True(t, seen[match[1]], match[0])
	}
}

// TestLintOSCALTime shows which day stands for the times that OSCAL demands, and
// that none is made up.
func TestLintOSCALTime(t *testing.T) {
	t.Parallel()
	r := lintSample("Example")
	r.Period.Published = ""
	require.Contains(t, lintWritten(t, "oscal", r), `"start": "2025-12-31T00:00:00Z"`)
	r.Period.To = "soon"
	var b bytes.Buffer
	require.ErrorContains(t, render.LintOSCAL(&b, r), "neither the day of its publication nor the end of its period")
	require.Zero(t, b.Len())
}
