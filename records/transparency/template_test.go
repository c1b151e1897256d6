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

	_ "github.com/dsaeval/dsaeval/internal/testheap"
	"github.com/dsaeval/dsaeval/records/transparency"
)

func open(t *testing.T, paths ...string) *transparency.Report {
	t.Helper()
	report, err := transparency.Open(t.Context(), paths...)
	require.NoError(t, err)
	return report
}

func noted(r *transparency.Report, text string) bool {
	return slices.ContainsFunc(r.Notes, func(n transparency.Note) bool { return strings.Contains(n.String(), text) })
}

// Every label of the official templates is known in four languages, and as they
// are empty they hold no figure.
func TestTemplatesAreKnown(t *testing.T) {
	t.Parallel()
	workbooks, err := filepath.Glob(filepath.Join("testdata", "workbooks", "*.xlsx"))
	require.NoError(t, err)
	require.Len(t, workbooks, 3)
	for _, path := range append(workbooks, filepath.Join("testdata", "templates")) {
		requireEmptyTemplate(t, path)
	}
}

func requireEmptyTemplate(t *testing.T, path string) {
	t.Helper()
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

// Labels of a language that is not known are told by the order of the template.
// Nobody knows the language in which English is written backwards.
func TestUnknownLanguage(t *testing.T) {
	t.Parallel()
	backwards := func(s string) string {
		letters := []rune(strings.TrimSpace(s))
		slices.Reverse(letters)
		return string(letters)
	}
	text, err := os.ReadFile(filepath.Join("testdata", "templates", "7_appeals_and_recidivism.csv"))
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
	english := open(t, filepath.Join("testdata", "templates"))
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
