package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/engine/report"
)

// factsOf is a line of facts; n makes each another one.
func factsOf(n int) string {
	return fmt.Sprintf(`{"assessment":{"date":"2025-0%d-01"},"service":{"name":"Service %d <&>","categories":["hosting","online_platform"],"offers_services_in_eu":true,`+
		`"designation_status":"vlop","designation_notified_on":"2023-04-25","designation_terminated":false},`+
		`"reporting_pipeline":{"fault_keeps_notices_from_review":%t,"fault_fixed":%t}}`, 1+n%9, n, n%2 == 0 || n%3 == 0, n%3 == 0)
}

// judge runs the job and returns what it left.
func judge(t *testing.T, failOn string, in ...string) (map[string]string, error) {
	t.Helper()
	j := &judgeJob{inputs: inputs(in...), output: filepath.Join(t.TempDir(), "out"), failOn: failOn, digits: 1}
	_, err := ran(t, j)
	return tree(t, j.output), err
}

// sorted returns lines of reports in the order of the digests of their facts.
func sorted(t *testing.T, lines []byte) string {
	t.Helper()
	digest := func(line []byte) string {
		var r report.Report
		require.NoError(t, json.Unmarshal(line, &r))
		return r.Provenance.Facts[0].SHA256
	}
	all := slices.Collect(bytes.Lines(lines))
	slices.SortFunc(all, func(a, b []byte) int { return strings.Compare(digest(a), digest(b)) })
	return string(slices.Concat(all...))
}

// together joins the files of reports in the order of their names.
func together(left map[string]string) string {
	var all strings.Builder
	for digit := range 16 {
		all.WriteString(left[fmt.Sprintf("reports-%x.ndjson", digit)])
	}
	return all.String()
}

// TestJudgeEqualsCommand: of NDJSON, with a blank line and documents that cannot be
// judged, and of a file of its own.
func TestJudgeEqualsCommand(t *testing.T) {
	folder := t.TempDir()
	var content strings.Builder
	for n := range 60 {
		fmt.Fprintln(&content, factsOf(n))
	}
	fmt.Fprintln(&content, "\n"+`{"service":{"nam":"Typo"}}`)
	fmt.Fprintln(&content, `{"service":`)
	fmt.Fprintln(&content, `{"service":{"name":"No date"}}`)
	content.WriteString(factsOf(60))
	lines := filepath.Join(folder, "all.facts.ndjson")
	require.NoError(t, os.WriteFile(lines, []byte(content.String()), 0o644))
	own := filepath.Join(folder, "one.facts.yaml")
	require.NoError(t, os.WriteFile(own, []byte("# YAML\n"+factsOf(300)+"\n"), 0o644))
	require.NoError(t, os.WriteFile(filepath.Join(folder, "notes.json"), []byte("{}"), 0o644))

	// That OPA is linked is told of the command alone.
	linked := regexp.MustCompile(`"opa":"[^"]+"`)
	want := sorted(t, evaluate(t, 2, folder, "--output", "json", "--fail-on", "never", "--keep-going"))
	want = linked.ReplaceAllString(want, `"opa":""`)
	have, err := judge(t, failOnNever, folder)
	require.NoError(t, err)
	require.Equal(t, 62, strings.Count(want, "\n"))
	require.True(t, want == together(have), "the reports differ") // too long to be shown

	var refused []string
	for line := range strings.Lines(have["refused.ndjson"]) {
		var r struct {
			File, Message string
			Line          int
		}
		require.NoError(t, json.Unmarshal([]byte(line), &r))
		require.Equal(t, lines, r.File)
		refused = append(refused, fmt.Sprintf("%d %s", r.Line, r.Message))
	}
	require.Len(t, refused, 3)
	require.Contains(t, refused[0], "62 unknown key service.nam")
	require.Contains(t, refused[1], "63 ")
	require.Contains(t, refused[2], "64 ")

	have, err = judge(t, failOnDamage, folder)
	require.ErrorContains(t, err, "documents could not be judged")
	require.NotEmpty(t, have["refused.ndjson"])
}

// TestJudgeRefuses: nothing judged is no success.
func TestJudgeRefuses(t *testing.T) {
	folder := t.TempDir()
	_, err := judge(t, failOnDamage, folder)
	require.ErrorContains(t, err, "no fact files")
	_, err = judge(t, failOnDamage)
	require.ErrorContains(t, err, "nothing to judge")
	_, err = judge(t, failOnRejects, folder)
	require.ErrorContains(t, err, `--fail-on is "rejects"`)
	path := filepath.Join(folder, "facts.ndjson")
	require.NoError(t, os.WriteFile(path, []byte("{\n"), 0o644))
	_, err = judge(t, failOnNever, path)
	require.ErrorContains(t, err, "no document was judged")
	_, err = judge(t, failOnNever, path, path)
	require.ErrorContains(t, err, "named twice")
	_, err = ran(t, &judgeJob{inputs: inputs(path), output: folder, failOn: failOnNever, digits: 1})
	require.ErrorContains(t, err, "is not empty")
}
