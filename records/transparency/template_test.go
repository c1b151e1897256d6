package transparency_test

import (
	"encoding/csv"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/records/transparency"
)

// shared finds the sample reports. They state no licence, so that they are no
// part of the repository: beside it, or wherever DSAEVAL_SAMPLES says.
func shared(t *testing.T, name string) string {
	t.Helper()
	dir := os.Getenv("DSAEVAL_SAMPLES")
	if dir == "" {
		dir = filepath.Join("..", "..", "..", "shared", "data")
	}
	path := filepath.Join(dir, name)
	if found, err := filepath.Glob(path); err != nil || len(found) == 0 {
		t.Skipf("no sample reports at %s; set DSAEVAL_SAMPLES to their folder", path)
	}
	return path
}

// samples returns all bundles and raw reports by name.
func samples(t *testing.T) map[string]string {
	t.Helper()
	all := map[string]string{}
	for _, pattern := range []string{"harmonised-h2-2025-derived/*", "harmonised-raw/*"} {
		found, err := filepath.Glob(shared(t, pattern))
		require.NoError(t, err)
		for _, path := range found {
			all[filepath.Base(path)] = path
		}
	}
	require.Len(t, all, 15, "12 bundles and 3 raw reports")
	return all
}

func open(t *testing.T, paths ...string) *transparency.Report {
	t.Helper()
	report, err := transparency.Open(t.Context(), paths...)
	require.NoError(t, err)
	return report
}

func noted(r *transparency.Report, text string) bool {
	return slices.ContainsFunc(r.Notes, func(n transparency.Note) bool { return strings.Contains(n.String(), text) })
}

func TestSamplesAreRead(t *testing.T) {
	t.Parallel()
	for name, path := range samples(t) {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			report := open(t, path)
			known := 0
			for _, e := range report.Entries {
				if e.State == transparency.Known {
					known++
				}
			}
			assert.GreaterOrEqual(t, known, 20)
			assert.NotEmpty(t, report.Identification.Service.Text)
			assert.NotEmpty(t, report.Identification.From.Text)
			assert.NotEmpty(t, report.Identification.To.Text)
			for _, n := range report.Notes {
				assert.NotContains(t, n.Text, "cannot be read")
			}
		})
	}
}

// Every label of the official workbooks is known in four languages, and the
// empty templates hold no figure.
func TestTemplatesAreKnown(t *testing.T) {
	t.Parallel()
	found, err := filepath.Glob(shared(t, "annex1-template-xlsx/*.[xX][lL]*"))
	require.NoError(t, err)
	for _, path := range append(found, shared(t, "annex1-template-csv")) {
		report := open(t, path)
		assert.Len(t, report.Sheets, 11, path)
		assert.Len(t, report.Entries, 4640, path)
		for _, e := range report.Entries {
			require.Equal(t, transparency.Blank, e.State, "%s %q", e.Ref, e.Text)
		}
		for _, n := range report.Notes {
			assert.True(t, strings.Contains(n.Text, "placeholder") || strings.Contains(n.Text, "[...]"), n.String())
		}
	}
}

// Labels of a language that is not known are told by the order of the template.
// Nobody knows the language in which English is written backwards.
func TestUnknownLanguage(t *testing.T) {
	t.Parallel()
	backwards := func(s string) string {
		letters := []rune(strings.TrimSpace(s))
		slices.Reverse(letters)
		return string(letters)
	}
	text, err := os.ReadFile(filepath.Join(shared(t, "annex1-template-csv"), "7_appeals_and_recidivism.csv"))
	require.NoError(t, err)
	rows, err := csv.NewReader(strings.NewReader(string(text))).ReadAll()
	require.NoError(t, err)
	for i, row := range rows {
		for j := range row {
			if i == 0 || j >= 3 && j <= 5 {
				row[j] = backwards(row[j])
			}
		}
		if i == 0 {
			continue
		}
		row[6] = strconv.Itoa(i)
	}
	var b strings.Builder
	require.NoError(t, csv.NewWriter(&b).WriteAll(rows))
	report := open(t, folder(t, "7_slaeppa.csv", b.String()))
	require.Len(t, report.Entries, 47)
	english := open(t, shared(t, "annex1-template-csv"))
	var want []string
	for _, e := range english.Entries {
		if e.Part == 7 {
			want = append(want, e.Measure+" "+e.Scope)
		}
	}
	for i, e := range report.Entries {
		assert.Equal(t, want[i], e.Measure+" "+e.Scope)
		assert.Equal(t, strconv.Itoa(i+1), e.Text)
	}
}
