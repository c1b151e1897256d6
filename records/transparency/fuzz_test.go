package transparency_test

import (
	"encoding/csv"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"github.com/dsaeval/dsaeval/engine/facts"
	"github.com/dsaeval/dsaeval/records/transparency"
	"github.com/dsaeval/dsaeval/schemas"
)

// Whatever a file holds, it is read or refused; every cell that is not blank
// becomes a number or a note, and nothing panics.
func FuzzCSV(f *testing.F) {
	f.Add([]byte(recipients("1,5", "1.000", "> 45")))
	f.Add([]byte(head7 + begin7 + "Median time,162.4 HRS,\n"))
	f.Add([]byte("\xEF\xBB\xBFa;b\n\"x"))
	f.Add([]byte(recipients("1e99", "-0", "0,5 %", "1 234,5")))
	f.Add([]byte(identification("2026-02-27", "", "01/07/2025", "2025-12-31") + head4 + row4 + "\n" + head3 + all + "TOTAL,,,3\n"))
	f.Add([]byte(head7 + auto + "Accuracy of the automated means - Accuracy,SE,98,\n" + hr + "Number of internal moderators employed by the provider,Total number,0.98,\n"))
	dir := f.TempDir()
	f.Fuzz(func(t *testing.T, content []byte) {
		path := filepath.Join(dir, "10_AMAR.csv")
		if err := os.WriteFile(path, content, 0o600); err != nil {
			t.Fatal(err)
		}
		report, err := transparency.Open(t.Context(), path)
		if err != nil {
			return
		}
		for _, e := range report.Entries {
			if e.State == transparency.Known && e.Value == nil {
				t.Fatalf("%s: state and value disagree", e.Ref)
			}
			if e.State == transparency.Blank && e.Text != "" {
				t.Fatalf("%s: %q was taken for a blank", e.Ref, e.Text)
			}
		}
		if _, err := report.Lint(transparency.LintOptions{}); err != nil {
			t.Fatal(err)
		}
		report.Facts(transparency.FactOptions{Complete: true})
	})
}

// A number is read in one way or not at all: whatever else stands in the column,
// a cell of digits alone keeps its value.
func FuzzNumbers(f *testing.F) {
	f.Add("1,088", "1.088", "12,5")
	f.Add("148,985,779", "> 45", "1 234,5")
	f.Add("-0", "1e-9", "5 %")
	dir := f.TempDir()
	f.Fuzz(func(t *testing.T, a, b, c string) {
		var table strings.Builder
		w := csv.NewWriter(&table)
		rows := [][]string{strings.Split(strings.TrimSpace(head10), ",")}
		for i, value := range []string{a, b, c, "1088"} {
			rows = append(rows, append(strings.Split(strings.TrimSuffix(begin, ","), ","), []string{"TOTAL", "AT", "BE", "BG"}[i], value))
		}
		if err := w.WriteAll(rows); err != nil {
			return
		}
		path := filepath.Join(dir, "10_AMAR.csv")
		if err := os.WriteFile(path, []byte(table.String()), 0o600); err != nil {
			t.Fatal(err)
		}
		report, err := transparency.Open(t.Context(), path)
		if err != nil || len(report.Entries) != 4 {
			return
		}
		for _, e := range report.Entries {
			if e.Text == "1088" && (e.State != transparency.Known || e.Value.RatString() != "1088") {
				t.Fatalf("1088 became %v beside %q, %q, %q", e.Value, a, b, c)
			}
			if e.State == transparency.Known && !strings.ContainsAny(e.Text, "0123456789") {
				t.Fatalf("%q became %s", e.Text, e.Value.RatString())
			}
		}
	})
}

// Whatever an archive or a workbook holds, it is refused or becomes a document
// that the schema takes, and findings.
func FuzzPackages(f *testing.F) {
	for _, path := range []string{
		workbook(f, "10_AMAR", recipients("45000000", "1.5"), func(*excelize.File, string) {}),
		spreadsheet(f, `<table:table table:name="10_AMAR">`+odsRow(strings.Split(strings.TrimSpace(head10), ",")...)+odsRow(append(strings.Split(begin, ",")[:5], "TOTAL", "45000000")...)+`</table:table>`),
	} {
		content, err := os.ReadFile(path)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(content)
	}
	bundle, err := schemas.Facts()
	if err != nil {
		f.Fatal(err)
	}
	known, err := facts.NewSchema(bundle)
	if err != nil {
		f.Fatal(err)
	}
	dir := f.TempDir()
	f.Fuzz(func(t *testing.T, content []byte) {
		path := filepath.Join(dir, "report.zip")
		if err := os.WriteFile(path, content, 0o600); err != nil {
			t.Fatal(err)
		}
		report, err := transparency.Open(t.Context(), path)
		if err != nil {
			return
		}
		if _, err := report.Lint(transparency.LintOptions{}); err != nil {
			t.Fatal(err)
		}
		if _, _, err := report.Document(known, transparency.FactOptions{Complete: true}); err != nil {
			t.Fatal(err)
		}
	})
}
