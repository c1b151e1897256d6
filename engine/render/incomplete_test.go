package render_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/engine/render"
	"github.com/dsaeval/dsaeval/engine/render/internal/samples"
	"github.com/dsaeval/dsaeval/engine/report"
)

// TestNothingToWrite: a paper about nothing would look like one that says that
// nothing is wrong, so that it is an error in every format.
func TestNothingToWrite(t *testing.T) {
	t.Parallel()
	for _, format := range render.Formats() {
		var b bytes.Buffer
		require.ErrorIs(t, render.Write(&b, format, nil), render.ErrNoReport, format)
		require.EqualError(t, render.Write(&b, format, []*report.Report{samples.Full(), nil}), "report 2 of 2 is nil", format)
		require.Empty(t, b.String(), format)
		require.NotEmpty(t, format.Summary())
	}
	require.Error(t, render.Fine(io.Discard, nil))
	require.Error(t, render.FineSteps(io.Discard, nil, nil))
	require.NoError(t, render.FineSteps(io.Discard, &report.Fine{Stake: report.Stake{Indicative: &report.Indicative{}}}, nil), "a model without published decisions has no fit")
}

func TestUnknownFormat(t *testing.T) {
	t.Parallel()
	_, err := render.FormatOf("pdf")
	for _, err := range []error{err, render.Write(io.Discard, "pdf", []*report.Report{{}})} {
		var unknown *render.UnknownFormat
		require.ErrorAs(t, err, &unknown)
		require.Equal(t, "pdf", unknown.Name)
		require.Equal(t, render.Formats(), unknown.Known)
		require.NotContains(t, err.Error(), "--", "flags are the words of the command")
	}
}

var pages = map[render.Format]bool{render.HTML: true, render.HTMLBrief: true, render.AuditHTML: true}

// TestIncomplete leaves out each part of a report in turn, and all of them: what
// another program made, or an older version saved, is written as far as it goes.
func TestIncomplete(t *testing.T) {
	t.Parallel()
	reports := map[string]*report.Report{"zero": {}, "an empty obligation": {Obligations: []report.Obligation{{}}}}
	for _, verdict := range append(report.Verdicts(), "unheard of") {
		reports["only a verdict "+string(verdict)] = &report.Report{Obligations: []report.Obligation{{
			Verdict: verdict, Findings: []report.Finding{{}}, Missing: []report.Missing{{}}, Reasons: []report.Reason{report.NotYet},
		}}}
	}
	for i, full := range []*report.Report{samples.Full(), sample("Example")} {
		content, err := json.Marshal(full)
		require.NoError(t, err)
		for path, changed := range without(t, content) {
			reports[fmt.Sprintf("sample %d without %s", i, path)] = changed
		}
	}
	require.Greater(t, len(reports), 150)
	for i, format := range render.Formats() {
		t.Run(string(format), func(t *testing.T) {
			t.Parallel()
			for n, name := range slices.Sorted(maps.Keys(reports)) {
				// Pages take the longest and have their parts in common: each report is one
				// of them.
				if pages[format] && (n+i)%2 != 0 {
					continue
				}
				var b bytes.Buffer
				require.NotPanics(t, func() {
					require.NoError(t, render.Write(&b, format, []*report.Report{reports[name]}), name)
				}, name)
				require.NotContains(t, b.String(), "%!", "%s: a verb of fmt without its argument", name)
				require.NotContains(t, b.String(), "<nil>", name)
			}
		})
	}
	for name, r := range reports {
		if r.Fine != nil {
			require.NotPanics(t, func() { require.NoError(t, render.Fine(io.Discard, r), name) }, name)
		}
	}
}

// without returns reports in each of which one name of the JSON is left out
// wherever it stands at that depth.
func without(t *testing.T, content []byte) map[string]*report.Report {
	t.Helper()
	var value any
	require.NoError(t, json.Unmarshal(content, &value))
	paths := map[string]bool{}
	collect(value, "", paths)
	reports := map[string]*report.Report{}
	for path := range paths {
		var value any
		require.NoError(t, json.Unmarshal(content, &value))
		drop(value, "", path)
		changed, err := json.Marshal(value)
		require.NoError(t, err)
		reports[path] = &report.Report{}
		require.NoError(t, json.Unmarshal(changed, reports[path]))
	}
	return reports
}

func collect(value any, at string, paths map[string]bool) {
	switch value := value.(type) {
	case []any:
		for _, each := range value {
			collect(each, at+"/-", paths)
		}
	case map[string]any:
		for name, each := range value {
			paths[at+"/"+name] = true
			collect(each, at+"/"+name, paths)
		}
	}
}

func drop(value any, at, path string) {
	switch value := value.(type) {
	case []any:
		for _, each := range value {
			drop(each, at+"/-", path)
		}
	case map[string]any:
		for name, each := range value {
			if at+"/"+name == path {
				delete(value, name)
				continue
			}
			drop(each, at+"/"+name, path)
		}
	}
}
