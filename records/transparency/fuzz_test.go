package transparency_test

import (
	"cmp"
	"encoding/csv"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"github.com/dsaeval/dsaeval/engine/facts"
	"github.com/dsaeval/dsaeval/records/transparency"
	"github.com/dsaeval/dsaeval/schemas"
)

// Whatever the rows of a part hold, they are read or refused; every cell that is not
// blank becomes a number or a note, reading them again gives the same, and what becomes
// of them is a document that the schema takes.
func FuzzCSV(f *testing.F) {
	heads := map[string]string{"1_report_identification.csv": head1, "3_orders.csv": head3, "4_notices.csv": head4, "7_appeals.csv": head7, "10_AMAR.csv": head10, "": ""}
	names := slices.Sorted(maps.Keys(heads))
	add := func(name, rows string) { f.Add(uint8(slices.Index(names, name)), rows) }
	add("10_AMAR.csv", begin+"TOTAL,\"1,5\"\n"+begin+"AT,1.000\n")
	add("10_AMAR.csv", begin+"TOTAL,1e99\n"+begin+"SEE,\"0,5 %\"\n")
	add("7_appeals.csv", begin7+"Median time,162.4 HRS,\n")
	add("7_appeals.csv", auto+"Accuracy of the automated means - Accuracy,SE,98,\n")
	add("7_appeals.csv", hr+"Number of internal moderators employed by the provider,Total number,0.98,\n")
	add("1_report_identification.csv", "All,S,Date of the publication of the report,2026-02-27\n")
	add("1_report_identification.csv", "All,S,Date of the publication of the report,7026-02-22\n")
	add("4_notices.csv", row4+"\n")
	add("3_orders.csv", all+"TOTAL,,,3\n")
	add("", "\xEF\xBB\xBFa;b\n\"x")
	known := schemaOf(f)
	dir := f.TempDir()
	f.Fuzz(func(t *testing.T, which uint8, rows string) {
		name := names[int(which)%len(names)]
		path := filepath.Join(dir, cmp.Or(name, "10_AMAR.csv"))
		require.NoError(t, os.WriteFile(path, []byte(heads[name]+rows), 0o600))
		report, err := transparency.Open(t.Context(), path)
		require.NoError(t, os.Remove(path))
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
		checkDocument(t, report, known)
	})
}

func schemaOf(f *testing.F) *facts.Schema {
	f.Helper()
	bundle, err := schemas.Facts()
	require.NoError(f, err)
	known, err := facts.NewSchema(bundle)
	require.NoError(f, err)
	return known
}

// checkDocument looks over a report and makes facts of it, twice alike.
func checkDocument(t *testing.T, report *transparency.Report, known *facts.Schema) {
	t.Helper()
	findings, err := report.Lint(transparency.LintOptions{})
	require.NoError(t, err)
	again, err := report.Lint(transparency.LintOptions{})
	require.NoError(t, err)
	require.Equal(t, findings, again)
	_, _, err = report.Document(known, transparency.FactOptions{Complete: true})
	require.NoError(t, err)
}

// A number is read in one way or not at all: whatever else stands in the column,
// a cell of digits alone keeps its value.
func FuzzNumbers(f *testing.F) {
	f.Add("1,088", "1.088", "12,5")
	f.Add("148,985,779", "> 45", "1 234,5")
	f.Add("-0", "1e-9", "5 %")
	f.Add("߅", "٥*", "６.48E+07")
	f.Add("2d 3h", "25h30", "\u200b+1\u00a0000†")
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
			if e.State == transparency.Known && !strings.ContainsFunc(e.Text, unicode.IsDigit) {
				t.Fatalf("%q became %s", e.Text, e.Value.RatString())
			}
		}
	})
}

// Whatever an archive or a workbook holds, it is refused or becomes a document
// that the schema takes, and findings.
func FuzzPackages(f *testing.F) {
	for _, path := range []string{
		workbook(f, "10_AMAR", recipients("45000000"), func(*excelize.File, string) {}),
		spreadsheet(f, `<table:table table:name="10_AMAR">`+odsRow("a")+`</table:table>`),
	} {
		content, err := os.ReadFile(path)
		require.NoError(f, err)
		f.Add(content)
	}
	known := schemaOf(f)
	dir := f.TempDir()
	f.Fuzz(func(t *testing.T, content []byte) {
		checkFile(t, filepath.Join(dir, "report.zip"), content, known)
	})
}

func checkFile(t *testing.T, path string, content []byte, known *facts.Schema) {
	t.Helper()
	require.NoError(t, os.WriteFile(path, content, 0o600))
	report, err := transparency.Open(t.Context(), path)
	if err == nil {
		checkDocument(t, report, known)
	}
}

// FuzzSheets puts anything into the sheet of a workbook whose packing is sound, which few
// changes of its bytes leave it: of Excel and of OpenDocument.
func FuzzSheets(f *testing.F) {
	head := odsRow(strings.Split(strings.TrimSpace(head10), ",")...)
	f.Add(true, odsRow("a", `<table:table-cell office:value-type="float" office:value="4.5" table:number-columns-repeated="3"/>`))
	f.Add(true, odsRow(append(strings.Split(begin, ",")[:5], "TOTAL", "45000000")...))
	f.Add(true, `<table:table-row table:number-rows-repeated="99999999"/>`)
	f.Add(false, `<row r="1"><c r="A1" t="inlineStr"><is><t>Service</t></is></c><c r="B1"><v>4.5</v></c></row>`)
	f.Add(false, `<row r="2"><c r="XFD2" s="7"><v>1e5</v></c><c t="b"><v>1</v></c></row></sheetData><mergeCells><mergeCell ref="A1:B9"/></mergeCells><sheetData>`)
	known := schemaOf(f)
	dir := f.TempDir()
	f.Fuzz(func(t *testing.T, open bool, sheet string) {
		members := [][2]string{
			{"[Content_Types].xml", `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>`},
			{"_rels/.rels", relations("officeDocument", "xl/workbook.xml")},
			{"xl/workbook.xml", `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="10_AMAR" sheetId="1" r:id="rId1"/></sheets></workbook>`},
			{"xl/_rels/workbook.xml.rels", relations("worksheet", "worksheets/sheet1.xml")},
			{"xl/worksheets/sheet1.xml", `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>` + sheet + `</sheetData></worksheet>`},
		}
		if open {
			members = odsMembers(`<table:table table:name="10_AMAR">` + head + sheet + `</table:table>`)
		}
		checkFile(t, filepath.Join(dir, "report.zip"), packed(t, members), known)
	})
}

func relations(kind, target string) string {
	return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/` + kind + `" Target="` + target + `"/></Relationships>`
}
