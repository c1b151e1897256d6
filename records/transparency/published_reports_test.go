//go:build shared

// Published reports state no licence, so they are no part of the repository. These
// tests read them where they lie beside it, in ../shared/data; the other tests
// show the same with invented figures.

package transparency_test

import (
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/records/transparency"
)

// shared returns the path of a published report.
func shared(t *testing.T, name string) string {
	t.Helper()
	path := filepath.Join("..", "..", "..", "shared", "data", name)
	found, err := filepath.Glob(path)
	require.NoError(t, err)
	require.NotEmpty(t, found, "%s is not beside the repository", path)
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

// Every sample becomes a valid document whose facts all have a source.
func TestSamplesBecomeFacts(t *testing.T) {
	t.Parallel()
	for name, path := range samples(t) {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			report := open(t, path)
			document(t, report, transparency.FactOptions{Complete: true})
			f := document(t, report, transparency.FactOptions{})
			list, _ := report.Facts(transparency.FactOptions{})
			for _, fact := range list {
				assert.NotEmpty(t, f.Sources(fact.Pointer), fact.Pointer)
				assert.NotEmpty(t, fact.Refs, fact.Pointer)
				assert.NotEqual(t, false, fact.Value, "%s accuses without --complete", fact.Pointer)
			}
		})
	}
}

func TestFactsOfX(t *testing.T) {
	t.Parallel()
	f := document(t, open(t, shared(t, "harmonised-raw/x-h2-2025")), transparency.FactOptions{})
	for pointer, want := range map[string]string{
		"/assessment/date":                 "2026-03-02",
		"/service/name":                    "X",
		"/service/provider":                "X Internet Unlimited Company",
		"/service/amar_value":              "64767887",
		"/service/amar_by_member_state/GR": "1220619",
		"/transparency_reports/transparency_report_last_period_start":     "2025-07-01",
		"/transparency_reports/transparency_report_previous_published_on": "2025-10-28",
		"/transparency_reports/report_moderators_by_language/en":          "1088",
		"/transparency_reports/report_moderators_by_language/es":          "36",
	} {
		n, ok := f.At(pointer)
		if assert.True(t, ok, pointer) {
			assert.Equal(t, want, n.Text, pointer)
		}
	}
	_, ok := f.At("/reporting_pipeline")
	assert.False(t, ok, "part 4 was not given")
}

func TestFactsOfAliExpress(t *testing.T) {
	t.Parallel()
	f := document(t, open(t, shared(t, "harmonised-raw/aliexpress-h1-2026")), transparency.FactOptions{})
	for pointer, want := range map[string]string{
		"/complaints/complaints_received_count":                  "178230",
		"/complaints/complaints_decided_count":                   "178230",
		"/complaints/complaints_upheld_count":                    "63251",
		"/complaints/median_hours_complaint_to_decision":         "25",
		"/transparency_reports/report_ods_disputes_count":        "6",
		"/transparency_reports/transparency_report_published_on": "2026-08-31",
	} {
		n, ok := f.At(pointer)
		if assert.True(t, ok, pointer) {
			assert.Equal(t, want, n.Text, pointer)
		}
	}
	assert.Equal(t, []string{"report-part-7.g2"}, f.Sources("/complaints/complaints_received_count"))
}

// Surfaces add up; the middle of two medians is not known.
func TestFactsOfSplitParts(t *testing.T) {
	t.Parallel()
	f := document(t, open(t, shared(t, "harmonised-h2-2025-derived/youtube")), transparency.FactOptions{})
	n, ok := f.At("/complaints/complaints_received_count")
	require.True(t, ok)
	assert.Equal(t, "7012932", n.Text)
	assert.Nil(t, at(f, "/complaints/median_hours_complaint_to_decision"))
}

// The oddities of the published samples.
func TestOdditiesOfSamples(t *testing.T) {
	t.Parallel()
	all := samples(t)
	for name, want := range map[string][]string{
		"x-h2-2025":          {"language-above-total@G6", "header@A1", "thousands@G", "part-missing@"},
		"aliexpress-h1-2026": {"date-form@D3", "outcomes-sum@G39"},
		"ceneo-cy2025":       {"fill-down@C", "impossible-day@C3", "placeholder-unused@F23"},
		"aliexpress":         {"items-below-notices@H2", "median-of-nothing@J17", "amar-sum@G2"},
		"amazon":             {"states-for-languages@F19"},
		"bing":               {"percentages@G", "repeated-row@10"},
		"facebook":           {"trusted-flaggers-exceed@G4", "category@D27"},
		"wikipedia":          {"scope@F28"},
		"x":                  {"language-above-total@G6"},
		"youtube":            {"states-for-languages@F22", "scope-other@F28"},
	} {
		have := found(t, open(t, all[name]))
		for _, w := range want {
			assert.Contains(t, have, w, name)
		}
	}
	for name, path := range all {
		for _, f := range found(t, open(t, path)) {
			assert.False(t, strings.HasPrefix(f, "published-late"), "%s is not late", name)
		}
	}
}

// The English workbook of the Commission is six times as large as the others,
// for the same labels as the CSV files in testdata.
func TestEnglishWorkbook(t *testing.T) {
	t.Parallel()
	requireEmptyTemplate(t, shared(t, "annex1-template-xlsx/EN_Annex_I__Transparency_reports_templates.xlsx"))
}
