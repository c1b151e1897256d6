package render_test

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/engine/render"
	"github.com/dsaeval/dsaeval/engine/render/internal/samples"
	"github.com/dsaeval/dsaeval/engine/report"
)

// TestLines: reports on lines are what a JSON encoder makes of each, however much of them
// was written before, and whatever their texts hold.
func TestLines(t *testing.T) {
	t.Parallel()
	questions := func(articles []string, line int) []report.Question {
		asks := "Is <it> so?"
		return []report.Question{
			{Pointer: "/a/b", Question: &asks, Description: `"questions":[]`, Values: []string{"x"}, Articles: articles, Line: line, Column: 2},
			{Pointer: "/a/c", Description: "A day.", Values: []string{}, Articles: []string{"16(6)", `"obligations":[]`}, Line: line},
		}
	}
	changed := func(r report.Report, change func(r *report.Report)) *report.Report {
		change(&r)
		return &r
	}
	named := *sample(`"obligations":[],"questions":[]`)
	list := []*report.Report{
		samples.Full(), sample("A"), sample("<B> & \u2028"), samples.Full(), samples.Hostile(), &named,
		changed(named, func(r *report.Report) { r.Questions = questions([]string{"17(3)"}, 3) }),
		changed(named, func(r *report.Report) { r.Questions = questions([]string{}, 0) }),
		changed(named, func(r *report.Report) { r.Questions = questions(nil, 9)[:1] }),
		changed(named, func(r *report.Report) { r.Questions, r.Obligations = []report.Question{}, []report.Obligation{} }),
		changed(named, func(r *report.Report) { r.Questions, r.Obligations = questions([]string{"17(3)", "5"}, 4), nil }),
		changed(named, func(r *report.Report) {
			q := questions([]string{"17(3)"}, 3)
			q[0].Kind = report.Count
			r.Questions = q
		}),
	}
	var want, have bytes.Buffer
	encoder := json.NewEncoder(&want)
	encoder.SetEscapeHTML(false)
	for _, r := range list {
		require.NoError(t, encoder.Encode(r))
	}
	require.NoError(t, render.Write(&have, render.JSON, list))
	wanted, had := strings.Split(want.String(), "\n"), strings.Split(have.String(), "\n")
	require.Len(t, had, len(wanted))
	for i := range wanted {
		require.Equal(t, wanted[i], had[i], "report %d", i)
	}
}
