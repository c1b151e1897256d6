package tables_test

import (
	"archive/zip"
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"github.com/dsaeval/dsaeval/records/tables"
)

func file(t *testing.T, name, content string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	require.NoError(t, os.WriteFile(path, []byte(content), 0o644))
	return path
}

func read(t *testing.T, path string) *tables.Record {
	t.Helper()
	record, err := tables.Read(t.Context(), path)
	require.NoError(t, err)
	return record
}

// rows shows a table as number: cells.
func rows(table *tables.Table) []string {
	var all []string
	for _, row := range table.Rows {
		var cells []string
		for i := range row.Cells {
			cells = append(cells, row.Text(i))
		}
		all = append(all, string(rune('0'+row.Number))+": "+strings.Join(cells, "|"))
	}
	return all
}

func rules(table *tables.Table) []string {
	var all []string
	for _, n := range table.Notes {
		all = append(all, n.Rule)
	}
	return all
}

// CSV is read in the dialects that occur; what differs from RFC 4180 is noted.
// Rows are those of a spreadsheet, also where cells hold line breaks.
func TestCSV(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		note, content string
		rows, rules   []string
	}{
		{"as prescribed", "a,b\r\n1,2\r\n", []string{"1: a|b", "2: 1|2"}, nil},
		{"a mark of its encoding", "\xEF\xBB\xBFa,b\n", []string{"1: a|b"}, nil},
		{"semicolons", "a;b;c\n1;2,5;3\n", []string{"1: a|b|c", "2: 1|2,5|3"}, []string{"delimiter"}},
		{"Windows-1252", "Caf\xe9,b\n", []string{"1: Café|b"}, []string{"encoding"}},
		{"lines that end in CR", "a,b\r1,2", []string{"1: a|b", "2: 1|2"}, []string{"line-ends"}},
		{"lines that end in CR with an LF in a cell", "a,\"b\nb\"\r1,2\r", []string{"1: a|b b", "2: 1|2"}, []string{"line-ends"}},
		{"a CR in a cell and one at the end", "a,\"b\rb\"\n1,2\r", []string{"1: a|b b", "2: 1|2"}, nil},
		{"UTF-16 with tabs", "\xFF\xFEa\x00\t\x00b\x00\n\x001\x00\t\x00\xe9\x00", []string{"1: a|b", "2: 1|é"}, []string{"encoding", "delimiter"}},
		{"UTF-16 of the other order", "\xFE\xFF\x00a\x00,\x00b", []string{"1: a|b"}, []string{"encoding"}},
		{"bars", "a|b|c\n1|2,5|3\n", []string{"1: a|b|c", "2: 1|2,5|3"}, []string{"delimiter"}},
		{"a title with commas above semicolons", "Report, of S, for 2025\na;b\n1;2\n", []string{"1: Report, of S, for 2025", "2: a|b", "3: 1|2"}, []string{"delimiter"}},
		{"what Excel says of the separator", "sep=;\na;b\n", []string{"1: sep=", "2: a|b"}, []string{"delimiter"}},
		{"a title with semicolons above commas", "Report; of S; final\na,b\n1,2\n", []string{"1: Report; of S; final", "2: a|b", "3: 1|2"}, nil},
		{"marks without width", "\u200ba,1\u00a0000\u2060\n", []string{"1: a|1 000"}, nil},
		{"bare quotes", "a \"b\" c,d\n", []string{`1: a "b" c|d`}, []string{"quotes"}},
		{"blank rows and line breaks", "a,\"b\nb\"\n\n,\nc,d,,\n", []string{"1: a|b b", "4: c|d"}, nil},
	} {
		record := read(t, file(t, "x.csv", c.content))
		require.Len(t, record.Tables, 1, c.note)
		assert.Equal(t, c.rows, rows(record.Tables[0]), c.note)
		assert.Equal(t, c.rules, rules(record.Tables[0]), c.note)
	}
	for content, want := range map[string]error{
		"a,\x00b\n": tables.ErrCorrupt, "\xFF\xFEa": tables.ErrCorrupt, "<!doctype html><p>404": tables.ErrCorrupt,
		strings.Repeat("a,", tables.MaxColumns) + "z\n": tables.ErrTooLarge,
	} {
		_, err := tables.Read(t.Context(), file(t, "x.csv", content))
		require.ErrorIs(t, err, want)
	}
}

// Cells of a workbook are what a reader sees.
func TestWorkbook(t *testing.T) {
	t.Parallel()
	book := excelize.NewFile()
	defer book.Close()
	styled := func(cell string, value any, format string) {
		style, err := book.NewStyle(&excelize.Style{CustomNumFmt: &format})
		require.NoError(t, err)
		require.NoError(t, book.SetCellValue("Sheet1", cell, value))
		require.NoError(t, book.SetCellStyle("Sheet1", cell, cell, style))
	}
	styled("A1", 4.95, "[h]:mm:ss")
	styled("B1", 46080, "yyyy-mm-dd")
	styled("C1", 0.98, "0 %")
	require.NoError(t, book.SetCellValue("Sheet1", "D1", "down"))
	require.NoError(t, book.MergeCell("Sheet1", "D1", "D2"))
	require.NoError(t, book.SetCellValue("Sheet1", "A2", true))
	require.NoError(t, book.SetCellFormula("Sheet1", "B2", "1+1"))
	_, err := book.NewSheet("Hidden")
	require.NoError(t, err)
	require.NoError(t, book.SetCellValue("Hidden", "A1", "x"))
	require.NoError(t, book.SetSheetVisible("Hidden", false))
	path := filepath.Join(t.TempDir(), "x.xlsx")
	require.NoError(t, book.SaveAs(path))
	record := read(t, path)
	require.Len(t, record.Tables, 1)
	assert.Equal(t, []string{"1: 118:48:00|2026-02-27|0.98|down", "2: TRUE|=1+1||down"}, rows(record.Tables[0]))
	assert.True(t, record.Tables[0].Rows[0].Cells[2].Stored)
	assert.True(t, record.Tables[0].Rows[1].Cells[3].Merged)
	assert.Equal(t, []string{"formula"}, rules(record.Tables[0]))
	require.Len(t, record.Notes, 1)
	assert.Contains(t, record.Notes[0].String(), "[Hidden]: warning: not read: the sheet is hidden")
}

// Archives are looked through; what lies in them by accident is not.
func TestArchives(t *testing.T) {
	t.Parallel()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for name, content := range map[string]string{
		"report/a.csv": "a,b\n", "__MACOSX/report/._a.csv": "x", "report/.hidden.csv": "x", "report/~$a.csv": "x",
		"report/copy of a.csv": "a,b\n", "report/read me.pdf": "%PDF",
	} {
		f, err := w.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Deflate})
		require.NoError(t, err)
		_, err = f.Write([]byte(content))
		require.NoError(t, err)
	}
	require.NoError(t, w.Close())
	record := read(t, file(t, "x.zip", b.String()))
	require.Len(t, record.Tables, 1)
	assert.True(t, strings.HasSuffix(record.Tables[0].File, "x.zip/report/a.csv"))
	require.Len(t, record.Notes, 2)
	for name, want := range map[string]error{"../a.csv": tables.ErrUnsafe, "/a.csv": tables.ErrUnsafe, `C:\a.csv`: tables.ErrUnsafe} {
		var b bytes.Buffer
		w := zip.NewWriter(&b)
		_, err := w.Create(name)
		require.NoError(t, err)
		require.NoError(t, w.Close())
		_, err = tables.Read(t.Context(), file(t, "x.zip", b.String()))
		require.ErrorIs(t, err, want, name)
	}
}

// An archive that is cut off is refused, also where the list of contents of one within
// it is whole.
func TestArchiveThatIsCutOff(t *testing.T) {
	t.Parallel()
	pack := func(method uint16, names ...string) []byte {
		var b bytes.Buffer
		w := zip.NewWriter(&b)
		for i := 0; i < len(names); i += 2 {
			f, err := w.CreateHeader(&zip.FileHeader{Name: names[i], Method: method})
			require.NoError(t, err)
			_, err = f.Write([]byte(names[i+1]))
			require.NoError(t, err)
		}
		require.NoError(t, w.Close())
		return b.Bytes()
	}
	inner := pack(zip.Deflate, "b.csv", "1,2\n")
	whole := pack(zip.Store, "a.csv", "a,b\n", "inner.zip", string(inner))
	_, err := tables.Read(t.Context(), file(t, "r.zip", string(whole)))
	require.NoError(t, err)
	_, err = tables.Read(t.Context(), file(t, "r.zip", string(whole[:bytes.LastIndex(whole, inner)+len(inner)])))
	require.ErrorIs(t, err, tables.ErrCorrupt)
	require.ErrorContains(t, err, "is cut off")
}
