package transparency_test

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"github.com/dsaeval/dsaeval/records/transparency"
)

// workbook writes one sheet from CSV, which change then edits, and returns its
// path.
func workbook(t testing.TB, title, csv string, change func(book *excelize.File, sheet string)) string {
	t.Helper()
	book := excelize.NewFile()
	defer book.Close()
	require.NoError(t, book.SetSheetName("Sheet1", title))
	for i, line := range strings.Split(strings.TrimSpace(csv), "\n") {
		for j, cell := range strings.Split(line, ",") {
			if cell == "" {
				continue
			}
			at, err := excelize.CoordinatesToCellName(j+1, i+1)
			require.NoError(t, err)
			require.NoError(t, book.SetCellValue(title, at, cell))
		}
	}
	change(book, title)
	path := filepath.Join(t.TempDir(), "report.xlsx")
	require.NoError(t, book.SaveAs(path))
	return path
}

func styled(t testing.TB, book *excelize.File, sheet, cell string, value any, format string) {
	t.Helper()
	style, err := book.NewStyle(&excelize.Style{CustomNumFmt: &format})
	require.NoError(t, err)
	require.NoError(t, book.SetCellValue(sheet, cell, value))
	require.NoError(t, book.SetCellStyle(sheet, cell, cell, style))
}

// What a cell shows is what it says: a share of a day that is shown as hours is
// a number of hours.
func TestFormatsOfCells(t *testing.T) {
	t.Parallel()
	csv := head7 + begin7 + "Total number,10,\n" + begin7 + "Median time,x,\n"
	for _, c := range []struct {
		note, format string
		stored       any
		want         string
	}{
		{"a number", "General", 118.8, "594/5"},
		{"hours beyond a day", "[h]:mm:ss", 4.95, "594/5"},
		{"hours", "h:mm", 0.5, "12"},
		{"a format with words", `[h]:mm:ss" hours"`, 4.95, "594/5"},
		{"a colour is no hour", "[Red]0.00", 4.95, "99/20"},
		{"seconds in words", `0.0 "sec"`, 4.5, "1/800"},
		{"days in words", `0" days"`, 2, "48"},
		{"days by a letter", `0\ \d`, 2, "48"},
		{"hours in words", `#,##0.0" h"`, 1234.5, "2469/2"},
		{"more than", `">"0`, 48, "?"},
		{"in thousands, of which the whole is stored", `#,##0,"K"`, 48000, "48000"},
		{"words without a meaning", `0"*"_)`, 48, "48"},
		{"minutes", "[m]", 4.95, "594/5"},
		{"minutes beyond an hour", "[mm]:ss", 4.95, "594/5"},
		{"seconds and their fractions", "[ss].000", 4.95, "594/5"},
		{"hours with fractions of seconds", "hh:mm:ss.00", 0.5, "12"},
		{"a day", "yyyy-mm-dd hh:mm", 3.95, "?"},
		{"what binary arithmetic leaves behind", "General", 5.000000000000001, "5"},
		{"a truth value", "General", true, "?"},
	} {
		path := workbook(t, "7_appeals_and_recidivism", csv, func(book *excelize.File, sheet string) {
			styled(t, book, sheet, "G3", c.stored, c.format)
		})
		assert.Equal(t, []string{"10", c.want}, values(open(t, path)), c.note)
	}
}

func TestDatesOfWorkbooks(t *testing.T) {
	t.Parallel()
	csv := identification("x", "2025-08-28", "2025-07-01", "2025-12-31")
	for _, c := range []struct {
		note, format string
		stored       any
		from1904     bool
		want         string
	}{
		{"a day", "dd/mm/yyyy", 46080, false, "2026-02-27"},
		{"a day with its time", "General", 46080.6, false, "2026-02-27"},
		{"a workbook that counts from 1904", "yyyy-mm-dd", 44618, true, "2026-02-27"},
		{"and one without a format", "General", 44618, true, "2026-02-27"},
	} {
		path := workbook(t, "1_report_identification", csv, func(book *excelize.File, sheet string) {
			if c.from1904 {
				require.NoError(t, book.SetWorkbookProps(&excelize.WorkbookPropsOptions{Date1904: &c.from1904}))
			}
			styled(t, book, sheet, "D3", c.stored, c.format)
		})
		assert.Equal(t, c.want, open(t, path).Identification.Published.Text, c.note)
	}
}

// Merged cells stand in every row of theirs, but for numbers.
func TestMergedCells(t *testing.T) {
	t.Parallel()
	csv := head7 + begin7 + "Total number,10,\n,,,,,Decisions upheld,6,\n,,,,,Decisions reversed,4,\n,,,,,Median time,5,\n"
	path := workbook(t, "7_appeals_and_recidivism", csv, func(book *excelize.File, sheet string) {
		for column := 'A'; column <= 'E'; column++ {
			require.NoError(t, book.MergeCell(sheet, string(column)+"2", string(column)+"5"))
		}
	})
	assert.Equal(t, []string{"10", "6", "4", "5"}, values(open(t, path)))
	path = workbook(t, "7_appeals_and_recidivism", strings.ReplaceAll(csv, ",,,,,", begin7), func(book *excelize.File, sheet string) {
		require.NoError(t, book.MergeCell(sheet, "G3", "G4"))
	})
	r := open(t, path)
	assert.Equal(t, []string{"10", "?", "?", "5"}, values(r))
	assert.Contains(t, found(t, r), "merged@G3")
}

// A formula without its value is no blank; a hidden sheet is no part.
func TestFormulasAndHiddenSheets(t *testing.T) {
	t.Parallel()
	path := workbook(t, "10_AMAR", recipients("45000000", ""), func(book *excelize.File, sheet string) {
		require.NoError(t, book.SetCellFormula(sheet, "G3", "SUM(A1:A2)"))
		_, err := book.NewSheet("10_AMAR (old)")
		require.NoError(t, err)
		for i, line := range strings.Split(strings.TrimSpace(recipients("1")), "\n") {
			for j, cell := range strings.Split(line, ",") {
				at, err := excelize.CoordinatesToCellName(j+1, i+1)
				require.NoError(t, err)
				require.NoError(t, book.SetCellValue("10_AMAR (old)", at, cell))
			}
		}
		require.NoError(t, book.SetSheetVisible("10_AMAR (old)", false))
	})
	r := open(t, path)
	assert.Equal(t, []string{"45000000", "?"}, values(r))
	assert.Contains(t, found(t, r), "formula@G3")
	assert.True(t, noted(r, "not read: the sheet is hidden"))
}

// repack copies a workbook with one change to its members.
func repack(t *testing.T, path string, change func(*zip.FileHeader, []byte) []byte) string {
	t.Helper()
	in, err := zip.OpenReader(path)
	require.NoError(t, err)
	defer in.Close()
	var b bytes.Buffer
	out := zip.NewWriter(&b)
	for _, f := range in.File {
		r, err := f.Open()
		require.NoError(t, err)
		content, err := io.ReadAll(r)
		require.NoError(t, err)
		w, err := out.CreateHeader(&zip.FileHeader{Name: f.Name, Method: zip.Store})
		require.NoError(t, err)
		_, err = w.Write(change(&f.FileHeader, content))
		require.NoError(t, err)
	}
	require.NoError(t, out.Close())
	changed := filepath.Join(t.TempDir(), "changed.xlsx")
	require.NoError(t, os.WriteFile(changed, b.Bytes(), 0o644))
	return changed
}

// A number that was changed on the way is not believed: its checksum is wrong.
func TestDamagedWorkbook(t *testing.T) {
	t.Parallel()
	path := repack(t, workbook(t, "10_AMAR", recipients("54000000"), func(book *excelize.File, sheet string) {
		require.NoError(t, book.SetCellValue(sheet, "G2", 54000000))
	}), func(_ *zip.FileHeader, content []byte) []byte { return content })
	content, err := os.ReadFile(path)
	require.NoError(t, err)
	require.NoError(t, os.WriteFile(path, bytes.ReplaceAll(content, []byte("54000000"), []byte("94000000")), 0o644))
	_, err = transparency.Open(t.Context(), path)
	require.ErrorIs(t, err, transparency.ErrCorrupt)
}

// A few bytes can name cells at the end of the world.
func TestWideSheets(t *testing.T) {
	t.Parallel()
	wide := func(cell string) string {
		return repack(t, workbook(t, "10_AMAR", recipients("54000000"), func(*excelize.File, string) {}), func(h *zip.FileHeader, content []byte) []byte {
			if h.Name != "xl/worksheets/sheet1.xml" {
				return content
			}
			var rows strings.Builder
			for i := 10; i < 3000; i++ {
				fmt.Fprintf(&rows, `<row r="%d"><c r="XFD%d"%s</row>`, i, i, cell)
			}
			return bytes.Replace(content, []byte("</sheetData>"), []byte(rows.String()+"</sheetData>"), 1)
		})
	}
	_, err := transparency.Open(t.Context(), wide(`><v>1</v></c>`))
	require.ErrorIs(t, err, transparency.ErrTooLarge)
	// Empty ones are only formatted.
	r := open(t, wide(`/>`))
	assert.Equal(t, []string{"54000000"}, values(r))
	assert.True(t, noted(r, "too wide"))
}
