package transparency_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"github.com/dsaeval/dsaeval/records/transparency"
)

// A number that can be read in one way is read, whatever stands around it; one that
// can be read in two is not known, and both are said.
func TestCellsOfRecipients(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ have, want, said string }{
		{"64767887*", "64767887", "points to a note"},
		{"64767887 †", "64767887", "points to a note"},
		{"64767887 [1]", "?", "is no number"},
		{"64767887¹", "?", "is no number"},
		{"64767887 (estimate)", "?", "is no number"},
		{"'64767887", "64767887", ""},
		{"+64767887", "64767887", ""},
		{"\u200b64767887\u00a0\ufeff", "64767887", ""},
		{"٦٤٧٦٧٨٨٧", "64767887", "digits of another script"},
		{"６４７６７８８７", "64767887", "digits of another script"},
		{"6.48E+07", "?", "rounded"},
		{"6.4767887E+07", "64767887", ""},
		{"64.8 million", "?", "is no number"},
		{"64.8M", "?", "is no number"},
		{"<5", "?", "range or a bound"},
		{"\"95,11,180\"", "?", "is no number"},
	} {
		r := open(t, folder(t, "10_AMAR.csv", recipients(c.have)))
		assert.Equal(t, []string{c.want}, values(r), c.have)
		assert.True(t, c.said == "" || noted(r, c.said), "%s: %v", c.have, r.Notes)
	}
}

// Times are read in the unit that stands with them, in the languages of the template.
func TestCellsOfTimes(t *testing.T) {
	t.Parallel()
	for have, want := range map[string]string{
		"2d 3h": "51", "2 days and 3 hours": "51", "2 Tage und 3 Stunden": "51", "1 jour 2 heures": "26", "25h30": "51/2", "PT25H30M": "51/2", "P1DT1H": "25",
		"1800 seconds": "1/2", "90 Minuten": "3/2", "1 week": "168", "2 dni": "48", "2 ημέρες": "48", "25\u00a0h": "25", "25*": "25", "26:30:00": "53/2",
		"26:30": "?", "3 business days": "?", "< 24": "?", "24-48": "?", "P1M": "?", "PT": "?", "1h75": "?", "2 months": "?", "25 %": "?",
	} {
		assert.Equal(t, []string{want}, values(open(t, folder(t, "7_appeals.csv", head7+begin7+"Median time,"+have+",\n"))), have)
	}
}

// Words that give figures another unit than the template make them unknown: beside
// them, below the table and above it. Zero is the same in every unit.
func TestUnitsInWords(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ beside, below, above, want string }{
		{want: "10 25"},
		{beside: "The median is given in days.", want: "10 ?"},
		{beside: "Unit: minutes", want: "10 ?"},
		{beside: "(days)", want: "10 ?"},
		{beside: "in Tagen", want: "10 ?"},
		{beside: "en jours ouvrables", want: "10 ?"},
		{beside: "in business days", want: "10 ?"},
		{beside: "In hours. Most are closed within 3 days", want: "10 25"},
		{beside: "Counted in thousands", want: "10 25"},
		{below: "All median times are in minutes", want: "10 ?"},
		{below: "Numbers are in thousands", want: "? 25"},
		{below: "Figures ('000)", want: "? 25"},
		{below: "48'000", want: "10 25"},
		{below: "\"48,000\"", want: "10 25"},
		{below: "Figures (in 000s)", want: "? 25"},
		{below: "We act in thousands of cases each day", want: "10 25"},
		{above: "Appeals (times in weeks)", want: "10 ?"},
	} {
		have := head7 + begin7 + "Total number,10,\n" + begin7 + "Median time,25," + c.beside + "\n"
		if c.below != "" {
			have += c.below + "\n"
		}
		if c.above != "" {
			have = c.above + "\n" + have
		}
		r := open(t, folder(t, "7_appeals.csv", have))
		assert.Equal(t, c.want, strings.Join(values(r), " "), "%+v", c)
		assert.Equal(t, strings.Contains(c.want, "?"), noted(r, "is in another unit by the words"), "%+v: %v", c, r.Notes)
	}
	r := open(t, folder(t, "7_appeals.csv", head7+begin7+"Median time,0,in days\n"))
	assert.Equal(t, []string{"0"}, values(r))
}

// A thousands comma without quotes cuts a number in two, and all that follows stands
// in the wrong columns; blank cells at the end of lines cut nothing.
func TestShiftedRows(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ note, have, want string }{
		{"as it should be", recipients("45000000", "200"), "45000000 200"},
		{"a total that is cut", recipients("45,000,000", "200"), "? 200"},
		{"all rows are cut alike", recipients("450,123", "942,504"), "? ?"},
		{"blank cells at the end of all rows", strings.ReplaceAll(recipients("450", "942"), "\n", ",,\n"), "450 942"},
		{"blank cells at the end of one row", recipients("450,,", "942"), "450 942"},
		{"a decimal comma", recipients("45000000", "25,5"), "45000000 ?"},
		{"a note beside the table", recipients("450,,see note 3", "942"), "450 942"},
	} {
		assert.Equal(t, c.want, strings.Join(values(open(t, folder(t, "10_AMAR.csv", c.have))), " "), c.note)
	}
	// Where the header has a column for words, digits alone stand in it.
	for have, want := range map[string]string{
		"25,5": "?", "1025,5,": "?", "25,": "25", "25,see 5": "25", `"25,5"`: "51/2", "178,230,,": "?",
	} {
		assert.Equal(t, []string{want}, values(open(t, folder(t, "7_appeals.csv", head7+begin7+"Median time,"+have+"\n"))), have)
	}
	assert.Equal(t, []string{"25"}, values(open(t, folder(t, "7_appeals.csv", strings.ReplaceAll(head7+begin7+"Median time,25,5\n", ",", ";")))), "commas cut nothing there")
	// In a table of categories what follows is another figure.
	r := open(t, folder(t, "4_notices.csv", strings.Replace(head4+row4, "100,10,120", "402,010,120", 1)))
	assert.NotContains(t, values(r), "402")
	f, _ := r.Facts(transparency.FactOptions{})
	for _, fact := range f {
		assert.NotEqual(t, "/reporting_pipeline/notices_submitted_count", fact.Pointer)
	}
	assert.True(t, noted(r, "cut at commas in numbers"))
}

// Two columns of a name leave open which is meant, where they differ.
func TestColumnsThatAreGivenTwice(t *testing.T) {
	t.Parallel()
	have := strings.Replace(recipients("45000000,45000000", "200,300", "7,"), "Value\n", "Value,Value\n", 1)
	r := open(t, folder(t, "10_AMAR.csv", have))
	assert.Equal(t, []string{"45000000", "?", "?"}, values(r))
	assert.True(t, noted(r, "10_AMAR.csv:G3: warning: \"200\" differs from what another column"))
}

// Figures of another service are none of the report, however the rows are mixed.
func TestRowsOfAnotherService(t *testing.T) {
	t.Parallel()
	have := recipients("45000000", "200", "300")
	for other, want := range map[string]string{
		"T": "? 200 300", "S EU": "45000000 200 300", "s": "45000000 200 300", "": "45000000 200 300",
	} {
		r := open(t, folder(t, "10_AMAR.csv", strings.Replace(have, ",S,", ","+other+",", 1)))
		assert.Equal(t, want, strings.Join(values(r), " "), other)
	}
	for _, c := range []struct {
		one, other string
		want       bool
	}{
		{"LinkedIn", "Linked In", true},
		{"Ceneo", "Ceneo.pl", true},
		{"Aliexpress", "AliExpres", true},
		{"Google Maps", "Google Play", false},
		{"XNXX", "X", false},
		{"Facebook", "Instagram", false},
	} {
		changed := strings.Replace(strings.ReplaceAll(have, ",S,", ","+c.one+","), ","+c.one+",", ","+c.other+",", 1)
		r := open(t, folder(t, "10_AMAR.csv", changed))
		assert.Equal(t, c.want, values(r)[0] == "45000000", "%s and %s", c.one, c.other)
	}
	_, err := transparency.Open(t.Context(), folder(t, "10_AMAR.csv", strings.ReplaceAll(have, ",S,", ",XNXX,"), "10_AMAR_b.csv", strings.ReplaceAll(have, ",S,", ",X,")))
	require.ErrorIs(t, err, transparency.ErrAmbiguous)
}

// Hidden rows and columns are read and said.
func TestHiddenRowsAndColumns(t *testing.T) {
	t.Parallel()
	path := workbook(t, "10_AMAR", recipients("45000000", "200"), func(book *excelize.File, sheet string) {
		require.NoError(t, book.SetRowVisible(sheet, 3, false))
		require.NoError(t, book.SetColVisible(sheet, "G", false))
		require.NoError(t, book.SetColVisible(sheet, "J", false))
	})
	r := open(t, path)
	assert.Equal(t, []string{"45000000", "200"}, values(r))
	assert.True(t, noted(r, ":3: warning: the row is hidden"))
	assert.True(t, noted(r, ":G: warning: the column is hidden"))
	assert.False(t, noted(r, ":J: warning"), "nothing stands in it")
}

// A part of an earlier report among the others says nothing about this period.
func TestRowsOfAnotherPeriod(t *testing.T) {
	t.Parallel()
	for period, want := range map[string]string{
		"2025-07-01/2025-12-31": "45000000", "2025-01-01/2025-06-30": "?", "2026-01-01/2026-06-30": "?",
		// The average of six months may be of others than the report.
		"2025-04-01/2025-09-30": "45000000", "2025-07-01/2025-12-32": "45000000",
	} {
		r := open(t, folder(t, "1_report_identification.csv", identification("2026-02-27", "2025-08-28", "2025-07-01", "2025-12-31"),
			"10_AMAR.csv", strings.ReplaceAll(recipients("45000000"), "2025-07-01/2025-12-31", period)))
		assert.Equal(t, want, strings.Join(values(r), " "), period)
		assert.Equal(t, want == "?", noted(r, "C2: warning: rows of the period "+period+" are left unknown"), period)
	}
}

// The same figures in two files are those of a copy, or of a translation.
func TestTheSameFiguresInTwoFiles(t *testing.T) {
	t.Parallel()
	have := head4 + row4
	for other, want := range map[string]string{
		strings.Replace(have, "Number of notices received", "Number of notices recieved", 1): "",
		strings.Replace(have, "TOTAL,,100,", "TOTAL,,101,", 1):                               "201",
	} {
		r := open(t, folder(t, "4_notices_de.csv", have, "4_notices_en.csv", other))
		facts, _ := r.Facts(transparency.FactOptions{})
		got := ""
		for _, f := range facts {
			if d, ok := f.Value.(transparency.Decimal); ok && f.Pointer == "/reporting_pipeline/notices_submitted_count" {
				got = string(d)
			}
		}
		assert.Equal(t, want, got)
		assert.Equal(t, want == "", noted(r, "has the figures of"))
	}
}
