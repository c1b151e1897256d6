package transparency_test

import (
	"encoding/csv"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/records/transparency"
)

const (
	period     = "2025-07-01/2025-12-31"
	identified = "Applicability,Service,Indicator,Value\n" +
		"All,S,Name of the service provider,P\n" +
		"All,S,Date of the publication of the report,2026-02-27\n" +
		"All,S,Date of the publication of the latest previous report,2025-08-28\n" +
		"All,S,Starting date of reporting period,2025-07-01\n" +
		"All,S,Ending date of reporting period,2025-12-31\n"
)

// filled returns a folder with the template of the Commission in which every
// cell for a number has one: 7, a median of 2.5 hours, a share of a half.
func filled(t *testing.T) string {
	t.Helper()
	dir := folder(t, "1_report_identification.csv", identified)
	parts, err := filepath.Glob(filepath.Join("testdata", "templates", "*.csv"))
	require.NoError(t, err)
	require.Len(t, parts, 11)
	for _, path := range parts {
		name := filepath.Base(path)
		if strings.HasPrefix(name, "1_") || strings.HasPrefix(name, "2_") {
			continue // identification, and an explanation of the categories
		}
		content, err := os.ReadFile(path)
		require.NoError(t, err)
		rows, err := csv.NewReader(strings.NewReader(string(content))).ReadAll()
		require.NoError(t, err)
		kept, seen := rows[:1:1], map[string]bool{}
		for _, row := range rows[1:] {
			// Some rows stand for one of each State or language, and repeat.
			key := strings.Join(row[3:], ",")
			if strings.Contains(key, "[") || seen[key] {
				continue
			}
			seen[key] = true
			row[1], row[2] = "S", period
			fill(name, rows[0], row)
			kept = append(kept, row)
		}
		var b strings.Builder
		require.NoError(t, csv.NewWriter(&b).WriteAll(kept))
		require.NoError(t, os.WriteFile(filepath.Join(dir, name), []byte(b.String()), 0o600))
	}
	return dir
}

func fill(name string, header, row []string) {
	number := func(label string) string {
		switch {
		case strings.Contains(label, "Median"):
			return "2.5"
		case strings.Contains(label, "Accuracy of") || strings.Contains(label, "Percentage"):
			return "0.5"
		}
		return "7"
	}
	for i := range row {
		wide := strings.ContainsRune("3456", rune(name[0]))
		switch {
		case i < 4 || i == 4 && header[i] != "Value" || strings.EqualFold(header[i], "contextual information") || header[i] == "Scope":
		case wide && row[i] == "":
			row[i] = number(header[i])
		case header[i] == "Value" && row[i] == "":
			row[i] = number(row[4] + row[5]) // indicator and scope
		case header[i] == "Value":
			row[i] = "What we do."
		}
	}
}

func TestFilledTemplateIsRead(t *testing.T) {
	t.Parallel()
	report := open(t, filled(t))
	require.Greater(t, len(report.Entries), 3000)
	for _, e := range report.Entries {
		require.Equal(t, transparency.Known, e.State, "%s %q", e.Ref, e.Text)
	}
	assert.Equal(t, "S", report.Identification.Service.Text)
	assert.Equal(t, "2025-07-01", report.Identification.From.Text)
	assert.Equal(t, "2025-12-31", report.Identification.To.Text)
	for _, n := range report.Notes {
		assert.NotContains(t, n.Text, "cannot be read")
	}
}

// A report becomes a valid document whose facts all have a source, and what it
// lacks accuses nobody.
func TestFilledTemplateBecomesFacts(t *testing.T) {
	t.Parallel()
	report := open(t, filled(t))
	document(t, report, transparency.FactOptions{Complete: true})
	f := document(t, report, transparency.FactOptions{})
	list, _ := report.Facts(transparency.FactOptions{})
	require.Greater(t, len(list), 50)
	for _, fact := range list {
		assert.NotEmpty(t, f.Sources(fact.Pointer), fact.Pointer)
		assert.NotEmpty(t, fact.Refs, fact.Pointer)
		assert.NotEqual(t, false, fact.Value, "%s accuses without --complete", fact.Pointer)
	}
}
