package transparency_test

import (
	"archive/zip"
	"bytes"
	"math/big"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"github.com/dsaeval/dsaeval/records/tables"
	"github.com/dsaeval/dsaeval/records/transparency"
)

const (
	head7  = "Applicability,Service,Reporting period,Section,Indicator,Scope,Value,Contextual Information\n"
	head10 = "Applicability,Service,Reporting period,Section,Indicator,Scope,Value\n"
	begin7 = "All,S,2025-07-01/2025-12-31,Internal complaints mechanism,Number of complaints submitted to the internal-complaints mechanism,"
	begin  = "Only for VLOPs and VLOSEs,S,2025-07-01/2025-12-31,AMAR,Number of average monthly active recipients during the reporting period ,"
)

// folder writes files given as name, content, name, content.
func folder(t *testing.T, files ...string) string {
	t.Helper()
	dir := t.TempDir()
	for i := 0; i < len(files); i += 2 {
		require.NoError(t, os.WriteFile(filepath.Join(dir, files[i]), []byte(files[i+1]), 0o600))
	}
	return dir
}

func recipients(values ...string) string {
	var b strings.Builder
	b.WriteString(head10)
	for i, v := range values {
		b.WriteString(begin + []string{"TOTAL", "AT", "BE", "BG", "CY", "CZ"}[i] + "," + v + "\n")
	}
	return b.String()
}

func values(r *transparency.Report) []string {
	var all []string
	for _, e := range r.Entries {
		switch e.State {
		case transparency.Known:
			all = append(all, e.Value.RatString())
		case transparency.Blank:
			all = append(all, "")
		default:
			all = append(all, "?")
		}
	}
	return all
}

// Commas and points are decided once per column, by what can only mean one
// thing; where nothing decides, the value stays unknown.
func TestSeparators(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		note       string
		have, want []string
	}{
		{"plain", []string{"3", "2", "1"}, []string{"3", "2", "1"}},
		{"thousands by commas", []string{`"148,985,779"`, `"1,088"`}, []string{"148985779", "1088"}},
		{"thousands by commas, three digits after each", []string{`"1,088"`, "55"}, []string{"1088", "55"}},
		{"thousands by points", []string{"148.985.779", "1.088"}, []string{"148985779", "1088"}},
		{"one point and nothing that decides", []string{"1.088", "55"}, []string{"?", "55"}},
		{"a needless decimal", []string{"26577842.0", "1"}, []string{"26577842", "1"}},
		{"both marks", []string{`"1,234.0"`, `"1,088"`}, []string{"1234", "1088"}},
		{"a whole number with a decimal comma", []string{`"12,5"`, `"1.000"`}, []string{"25/2", "1000"}},
		{"two conventions in one column", []string{`"1,234,567"`, `"1.234.567"`, `"1,088"`}, []string{"1234567", "1234567", "?"}},
		{"thousands by spaces", []string{"1 234 567", "1\u00a0088", "1'000"}, []string{"1234567", "1088", "1000"}},
		{"blank is not zero", []string{"", "0"}, []string{"", "0"}},
		{"bounds and ranges", []string{"> 45", "2.1 - 2.6", "~5"}, []string{"?", "?", "?"}},
		{"words", []string{"n/a", "[...]", "many", "12 notices", "-"}, []string{"?", "?", "?", "?", "?"}},
		{"negative", []string{"-5", "1.234e3"}, []string{"-5", "1234"}},
		{"rounded by a spreadsheet", []string{"6.48E+07", "1e3"}, []string{"?", "?"}},
	} {
		report := open(t, folder(t, "10_AMAR.csv", recipients(c.have...)))
		assert.Equal(t, c.want, values(report), c.note)
		for _, e := range report.Entries {
			if e.State == transparency.Unreadable {
				assert.True(t, noted(report, ":"+e.Ref.Cell()+": warning"), "%s: %s has no warning", c.note, e.Ref)
			}
		}
	}
}

func TestHoursAndShares(t *testing.T) {
	t.Parallel()
	report := open(t, folder(t, "7_appeals.csv", head7+
		begin7+`Total number,"1,234",`+"\n"+
		begin7+`Median time,162 HRS,`+"\n"+
		strings.ReplaceAll(begin7, "Number of complaints submitted to the internal-complaints mechanism", "Complaint regarding a decision to suspend or terminate an account ")+`Median time,"289,42",`+"\n"+
		begin7+`Percentage of outcomes implemented,98 %,`+"\n"))
	assert.Equal(t, []string{"1234", "162", "14471/50", "49/50"}, values(report))
	assert.True(t, noted(report, "in this column (hours) commas are decimal marks"))
	assert.True(t, noted(report, "in this column (whole numbers) commas separate thousands"))
	assert.True(t, noted(report, "has a unit in the cell"))
}

func TestPercentages(t *testing.T) {
	t.Parallel()
	row := func(what, value string) string {
		return "All,S,2025-01-01/2025-12-31,Use of automated means for content moderation,Accuracy of the automated means - " + what + ",Total number," + value + ",\n"
	}
	report := open(t, folder(t, "8_automated_means.csv", head7+row("Accuracy", "0")+row("Precision", "98.5")+row("Recall", "1")))
	assert.Equal(t, []string{"0", "197/200", "?"}, values(report))
	assert.True(t, noted(report, "shares are given in percent"))
}

func TestNames(t *testing.T) {
	t.Parallel()
	for name, part := range map[string]int{
		"10_AMAR.csv": 10,
		"[Service] DSA VLOP Transparency Report - 28 August 2026 - 10_AMAR.csv": 10,
		"H1 2026 Report.xlsx - 10_AMAR.csv":                                     10,
		"10_AMAR_version2.csv":                                                  10,
		"10_AMAR_FINAL_Corrected.csv":                                           10,
		"AMAR.csv":                                                              10,
		"10_PMDA.csv":                                                           10,
		"recipients.csv":                                                        10,
	} {
		report := open(t, folder(t, name, recipients("1")))
		assert.Equal(t, part, report.Sheets[0].Part, name)
		assert.Empty(t, report.Sheets[0].Surface, name)
	}
	for name, part := range map[string]int{"09_human resources.csv": 9, "9_human resources.csv": 9, "8_automated means_Ads.csv": 8} {
		report := open(t, folder(t, name, head7))
		assert.Equal(t, part, report.Sheets[0].Part, name)
	}
}

// Parts that were split by surface add up; two versions of one part do not.
func TestSplitParts(t *testing.T) {
	t.Parallel()
	report := open(t, folder(t, "7_appeals_and_recidivism_Ads.csv", head7+begin7+"Total number,5,\n", "7_appeals_and_recidivism_Core.csv", head7+begin7+"Total number,7,\n"))
	assert.Equal(t, "ads", report.Sheets[0].Surface)
	assert.Equal(t, "core", report.Sheets[1].Surface)
	_, err := transparency.Open(t.Context(), folder(t, "10_AMAR.csv", recipients("1"), "10_AMAR_version2.csv", recipients("2")))
	require.ErrorIs(t, err, transparency.ErrAmbiguous)
	assert.ErrorContains(t, err, "part 10 of the report is given twice")
}

func TestDialects(t *testing.T) {
	t.Parallel()
	want := []string{"3", "2"}
	text := recipients("3", "2")
	for note, content := range map[string]string{
		"byte order mark":  "\xEF\xBB\xBF" + text,
		"CRLF":             strings.ReplaceAll(text, "\n", "\r\n"),
		"semicolons":       strings.ReplaceAll(text, ",", ";"),
		"tabs":             strings.ReplaceAll(text, ",", "\t"),
		"trailing columns": strings.ReplaceAll(text, "\n", ",,,,,,\n"),
		"stray header":     "`" + strings.TrimPrefix(text, "Applicability"),
		"empty header":     strings.TrimPrefix(text, "Applicability"),
		"notes below":      text + "\nNote: figures are estimates.\n",
		"title above":      "Report of the service\n\n" + text,
		"Windows-1252":     strings.ReplaceAll(text, "S,2025", "Caf\xe9,2025"),
	} {
		assert.Equal(t, want, values(open(t, folder(t, "10_AMAR.csv", content))), note)
	}
	report := open(t, folder(t, "10_AMAR.csv", text+"\n\"Note, that\nfigures\",are estimates\n"))
	assert.True(t, noted(report, "10_AMAR.csv:A5: warning: \"Note, that figures\" is no row of the template"))
}

func TestRepeatedRowsAreNotAddedUp(t *testing.T) {
	t.Parallel()
	report := open(t, folder(t, "10_AMAR.csv", recipients("5")+begin+"TOTAL,6\n"))
	assert.Equal(t, []string{"?", "?"}, values(report))
	assert.True(t, noted(report, "it is unclear whether they add up"))
}

// A stored number has a decimal point; the same characters as text are
// ambiguous. Dates may be stored as days.
func TestWorkbook(t *testing.T) {
	t.Parallel()
	book := excelize.NewFile()
	require.NoError(t, book.SetSheetName("Sheet1", "10_AMAR"))
	for i, line := range strings.Split(strings.TrimSpace(recipients("x", "1.234")), "\n") {
		for j, cell := range strings.Split(line, ",") {
			at, err := excelize.CoordinatesToCellName(j+1, i+1)
			require.NoError(t, err)
			require.NoError(t, book.SetCellValue("10_AMAR", at, cell))
		}
	}
	require.NoError(t, book.SetCellValue("10_AMAR", "G2", 1.5))
	_, err := book.NewSheet("1_report_identification")
	require.NoError(t, err)
	for at, v := range map[string]any{
		"A1": "Applicability", "B1": "Service", "C1": "Indicator", "D1": "Value",
		"A2": "All", "B2": "S", "C2": "Date of the publication of the report", "D2": 46082,
	} {
		require.NoError(t, book.SetCellValue("1_report_identification", at, v))
	}
	_, err = book.NewSheet("Read me")
	require.NoError(t, err)
	path := filepath.Join(t.TempDir(), "report.xlsx")
	require.NoError(t, book.SaveAs(path))
	report := open(t, path)
	assert.Equal(t, []string{"3/2", "?"}, values(report))
	assert.Equal(t, "2026-03-01", report.Identification.Published.Text)
	assert.False(t, noted(report, "[Read me]"), "it is empty")
}

func TestArchives(t *testing.T) {
	t.Parallel()
	pack := func(name, content string, method uint16) string {
		var b bytes.Buffer
		w := zip.NewWriter(&b)
		f, err := w.CreateHeader(&zip.FileHeader{Name: name, Method: method})
		require.NoError(t, err)
		_, err = f.Write([]byte(content))
		require.NoError(t, err)
		require.NoError(t, w.Close())
		return filepath.Join(folder(t, "report.zip", b.String()), "report.zip")
	}
	report := open(t, pack("inner/10_AMAR.csv", recipients("5"), zip.Deflate))
	assert.Equal(t, big.NewRat(5, 1), report.Entries[0].Value)
	assert.Contains(t, report.Entries[0].Ref.File, "report.zip/inner/10_AMAR.csv")

	for _, c := range []struct {
		path string
		want error
	}{
		{pack("../10_AMAR.csv", recipients("5"), zip.Store), transparency.ErrUnsafe},
		{pack(`..\10_AMAR.csv`, recipients("5"), zip.Store), transparency.ErrUnsafe},
		{pack("10_AMAR.csv", strings.Repeat("\n", 5<<20), zip.Deflate), transparency.ErrTooLarge},
		{pack("10_AMAR.csv", strings.Repeat("\n", tables.MaxFile+1), zip.Deflate), transparency.ErrTooLarge},
		{pack("readme.txt", "hello", zip.Store), transparency.ErrNoReport},
		{filepath.Join(folder(t, "r.zip", "PK\x03\x04 not really"), "r.zip"), transparency.ErrCorrupt},
		{filepath.Join(folder(t, "r.xlsx", "PK\x03\x04 not really"), "r.xlsx"), transparency.ErrCorrupt},
		{filepath.Join(folder(t, "r.xls", "\xD0\xCF\x11\xE0"), "r.xls"), transparency.ErrCorrupt},
		{folder(t, "10_AMAR.csv", "\xFF\xFEA"), transparency.ErrCorrupt},
		{folder(t), transparency.ErrNoReport},
	} {
		_, err := transparency.Open(t.Context(), c.path)
		require.ErrorIs(t, err, c.want)
	}
	content, err := os.ReadFile(pack("10_AMAR.csv", recipients("5"), zip.Deflate))
	require.NoError(t, err)
	damaged := bytes.Replace(content, []byte("10_AMAR.csv"), []byte("10_AMAR.csv"), 1)
	damaged[60] ^= 0xFF
	_, err = transparency.Open(t.Context(), filepath.Join(folder(t, "d.zip", string(damaged)), "d.zip"))
	require.ErrorIs(t, err, transparency.ErrCorrupt)
}
