package transparency_test

import (
	"archive/zip"
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/records/transparency"
)

const odsHead = `<?xml version="1.0" encoding="UTF-8"?>
<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" office:version="1.3">
<office:automatic-styles>
<style:style style:name="ta1" style:family="table"><style:table-properties table:display="true"/></style:style>
<style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/></style:style>
</office:automatic-styles>
<office:body><office:spreadsheet>
`

// spreadsheet writes an OpenDocument file with tables of rows as XML.
func spreadsheet(t testing.TB, tables string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "report.ods")
	require.NoError(t, os.WriteFile(path, packed(t, odsMembers(tables)), 0o644))
	return path
}

func odsMembers(tables string) [][2]string {
	return [][2]string{
		{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"},
		{"META-INF/manifest.xml", "<manifest/>"},
		{"content.xml", odsHead + tables + "</office:spreadsheet></office:body></office:document-content>"},
	}
}

// packed makes an archive of names and contents.
func packed(t testing.TB, members [][2]string) []byte {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, member := range members {
		f, err := w.CreateHeader(&zip.FileHeader{Name: member[0], Method: zip.Store})
		require.NoError(t, err)
		_, err = f.Write([]byte(member[1]))
		require.NoError(t, err)
	}
	require.NoError(t, w.Close())
	return b.Bytes()
}

// odsRow writes cells as texts; one that begins with < is XML already.
func odsRow(cells ...string) string {
	var b strings.Builder
	b.WriteString("<table:table-row>")
	for _, c := range cells {
		if !strings.HasPrefix(c, "<") {
			c = `<table:table-cell office:value-type="string"><text:p>` + c + "</text:p></table:table-cell>"
		}
		b.WriteString(c)
	}
	return b.String() + "</table:table-row>"
}

// Values count by their types; rows and cells can be repeated, merged and
// remarked upon.
func TestOpenDocument(t *testing.T) {
	t.Parallel()
	columns := strings.Split(strings.TrimSpace(head7), ",")
	labels := strings.Split(strings.TrimSuffix(begin7, ","), ",")
	merged := make([]string, len(labels))
	for i, l := range labels {
		merged[i] = `<table:table-cell table:number-rows-spanned="4" office:value-type="string"><text:p>` + l + "</text:p></table:table-cell>"
	}
	blank := []string{`<table:covered-table-cell/>`, `<table:covered-table-cell table:number-columns-repeated="4"/>`}
	path := spreadsheet(t, `<table:table table:name="7_appeals_and_recidivism" table:style-name="ta1">`+
		odsRow(columns...)+
		odsRow(append(merged, "Total number", `<table:table-cell office:value-type="float" office:value="1234567.0000000001"><office:annotation><text:p>ask about this</text:p></office:annotation><text:p>1.234.567</text:p></table:table-cell>`)...)+
		odsRow(append(blank, "Decisions<text:s/>upheld", `<table:table-cell office:value-type="float" office:value="6"><text:p>6</text:p></table:table-cell>`)...)+
		odsRow(append(blank, "Median time", `<table:table-cell office:value-type="time" office:time-value="PT118H48M00S"><text:p>118:48</text:p></table:table-cell>`)...)+
		odsRow(append(blank, "Percentage of outcomes implemented", `<table:table-cell office:value-type="percentage" office:value="0.98"><text:p>98 %</text:p></table:table-cell>`)...)+
		`<table:table-row table:number-rows-repeated="1048000"><table:table-cell table:number-columns-repeated="16384"/></table:table-row></table:table>`+
		`<table:table table:name="1_report_identification"><table:table-header-rows>`+odsRow("Applicability", "Service", "Indicator", "Value")+`</table:table-header-rows>`+
		odsRow("All", "S", "Date of the publication of the report", `<table:table-cell office:value-type="date" office:date-value="2026-02-27"><text:p>27.02.26</text:p></table:table-cell>`)+
		`</table:table>`+
		`<table:table table:name="10_AMAR" table:style-name="ta2">`+odsRow("x")+`</table:table>`)
	r := open(t, path)
	assert.Equal(t, []string{"1234567", "6", "594/5", "49/50"}, values(r))
	assert.Equal(t, "G2", r.Entries[0].Ref.Cell())
	assert.Equal(t, "2026-02-27", r.Identification.Published.Text)
	assert.True(t, noted(r, "[10_AMAR]: warning: not read: the sheet is hidden"))
	// The implementing act offers its templates as CSV and XLSX; what this was made
	// from is not known.
	facts, notes := r.Facts(transparency.FactOptions{})
	for _, f := range facts {
		assert.NotContains(t, f.Pointer, "transparency_report_format")
	}
	assert.NotEmpty(t, notes)
}

// What no report has is refused before it costs anything.
func TestHostileOpenDocument(t *testing.T) {
	t.Parallel()
	for note, tables := range map[string]string{
		"repeated rows":    `<table:table table:name="10_AMAR">` + strings.Replace(odsRow("x", "y", "z"), "<table:table-row>", `<table:table-row table:number-rows-repeated="1000000">`, 1) + `</table:table>`,
		"repeated columns": `<table:table table:name="10_AMAR">` + odsRow(`<table:table-cell table:number-columns-repeated="16000" office:value-type="string"><text:p>x</text:p></table:table-cell>`) + `</table:table>`,
	} {
		_, err := transparency.Open(t.Context(), spreadsheet(t, tables))
		require.ErrorIs(t, err, transparency.ErrTooLarge, note)
	}
	_, err := transparency.Open(t.Context(), spreadsheet(t, `<table:table table:name="10_AMAR"><table:table-row>`))
	require.ErrorIs(t, err, transparency.ErrCorrupt)
}
