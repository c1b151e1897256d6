package transparency_test

import (
	"encoding/csv"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/engine/ingest/transparency"
)

// shared finds the sample reports. They state no licence, so that they are no
// part of the repository: beside it, or wherever DSAEVAL_SAMPLES says.
func shared(t *testing.T, name string) string {
	t.Helper()
	dir := os.Getenv("DSAEVAL_SAMPLES")
	if dir == "" {
		dir = filepath.Join("..", "..", "..", "..", "shared", "data")
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

// German is not among the languages whose labels are known: the template is then
// told by its order. The crosswalk of labels stays beside the repository.
func TestUnknownLanguage(t *testing.T) {
	t.Parallel()
	content, err := os.ReadFile(shared(t, "annex1-template-xlsx/template-label-crosswalk.json"))
	require.NoError(t, err)
	var crosswalk map[string]map[string]string
	require.NoError(t, json.Unmarshal(content, &crosswalk))
	// The crosswalk has French labels too; those are known.
	known, err := os.ReadFile("labels.json")
	require.NoError(t, err)
	german := map[string]string{}
	for _, labels := range crosswalk {
		for local, english := range labels {
			if !strings.Contains(string(known), strings.Join(strings.Fields(local), " ")) {
				german[english] = local
			}
		}
	}
	text, err := os.ReadFile(filepath.Join(shared(t, "annex1-template-csv"), "7_appeals_and_recidivism.csv"))
	require.NoError(t, err)
	rows, err := csv.NewReader(strings.NewReader(string(text))).ReadAll()
	require.NoError(t, err)
	for i, row := range rows {
		if i == 0 {
			copy(row, []string{"Anwendungsbereich", "Dienst", "Berichtszeitraum", "Abschnitt", "Indikator", "Umfang", "Wert", "Kontext"})
			continue
		}
		for j := 3; j <= 5; j++ {
			if local, ok := german[strings.TrimSpace(row[j])]; ok {
				row[j] = local
			}
		}
		row[6] = strconv.Itoa(i)
	}
	var b strings.Builder
	require.NoError(t, csv.NewWriter(&b).WriteAll(rows))
	report := open(t, folder(t, "7_Beschwerden.csv", b.String()))
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
