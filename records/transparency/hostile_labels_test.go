package transparency_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

// States are told by code or name, in all official languages, or by both where the two
// agree; places that are no Member State are left out by either.
func TestPlacesByName(t *testing.T) {
	t.Parallel()
	for have, want := range map[string]string{
		"DE": "DE", "de": "DE", "Germany": "DE", "Deutschland": "DE", "Allemagne": "DE", "Niemcy": "DE", "Γερμανία": "DE", "DEU": "DE", "GERMANY": "DE",
		"Germany (DE)": "DE", "DE - Germany": "DE", "DE: Deutschland": "DE", "Allemagne/DE": "DE", "Holland": "NL",
		"EL": "GR", "GR": "GR", "Grèce": "GR", "Ελλάδα": "GR", "Greece (EL)": "GR",
		"GB": "outside", "UK": "outside", "United Kingdom": "outside", "Royaume-Uni": "outside", "Norway": "outside", "Norwegen (NO)": "outside",
		"Germany (FR)": "", "GER": "", "Georgia": "", "SEE": "", "Germany and Austria": "", "DE/AT": "",
	} {
		r := open(t, folder(t, "10_AMAR.csv", head10+begin+"TOTAL,54000000\n"+begin+have+",7\n"))
		got := ""
		for _, e := range r.Entries[1:] {
			got = e.Scope
		}
		assert.Equal(t, want, got, have)
		assert.Equal(t, want == "", noted(r, "is not one of the template"), have)
	}
	const people = "Only for VLOPs,S,2025-07-01/2025-12-31,Human resources dedicated to content moderation,Number of total moderators with sufficient linguistic expertise,"
	for have, want := range map[string]string{
		"de": "de", "German": "de", "Deutsch": "de", "allemand": "de", "German (de)": "de", "el - Greek": "el", "Ελληνικά": "el", "Irish": "ga",
		"German (fr)": "", "Klingon": "",
	} {
		r := open(t, folder(t, "9_human_resources.csv", head7+people+"Total number,9,\n"+people+have+",7,\n"))
		got := ""
		for _, e := range r.Entries[1:] {
			got = e.Scope
		}
		assert.Equal(t, want, got, have)
	}
}

// A label with one slip, or a mark of a note, is still the label, which is said; where
// two labels are as near, or it is too short, nothing is read.
func TestLabelsWithSlips(t *testing.T) {
	t.Parallel()
	const label = "Number of complaints submitted to the internal-complaints mechanism"
	for have, want := range map[string]string{
		"Number of complaints submited to the internal-complaints mechanism": "10",
		"Number of complaints submitted to the internal complaint mechanism": "10",
		label + " (1)": "10", label + "*": "10", label + ":": "10", label + " [2]": "10", label + "¹": "10",
		"Number of complaint submited to the internal-complaints mechanism": "",
		"Complaints": "",
	} {
		r := open(t, folder(t, "7_appeals_and_recidivism.csv", head7+strings.Replace(begin7, label, have, 1)+"Total number,10,\n"))
		assert.Equal(t, want, strings.Join(values(r), " "), have)
		assert.Equal(t, want != "", noted(r, "is read as the label"), have)
	}
	// Internal and external moderators are two slips apart, and one between is neither.
	const begin9 = "Only for VLOPs,S,2025-07-01/2025-12-31,Human resources dedicated to content moderation,"
	r := open(t, folder(t, "9_human_resources.csv", head7+begin9+"Number of external moderators contracted by the provider,Total number,5,\n"+
		begin9+"Number of moderators,Total number,7,\n"))
	assert.Equal(t, []string{"5"}, values(r))
	// Columns of numbers.
	r = open(t, folder(t, "4_notices.csv", strings.Replace(head4, "Number of notices received", "Number of notices recieved", 1)+row4))
	assert.Equal(t, "100", values(r)[0])
	r = open(t, folder(t, "10_AMAR.csv", strings.Replace(recipients("45000000"), ",Value\n", ",Vaule\n", 1)))
	assert.Equal(t, []string{"45000000"}, values(r))
	r = open(t, folder(t, "10_AMAR.csv", strings.Replace(recipients("45000000"), ",Value\n", ",Value in thousands\n", 1)))
	assert.Empty(t, values(r))
}

// A header may stand below a page of text.
func TestHeaderBelowText(t *testing.T) {
	t.Parallel()
	r := open(t, folder(t, "10_AMAR.csv", strings.Repeat("Some words about the report\n", 20)+recipients("45000000")))
	assert.Equal(t, []string{"45000000"}, values(r))
}

// Days are read in the languages of the template; what can be several days is none.
func TestDaysInWords(t *testing.T) {
	t.Parallel()
	for have, want := range map[string]string{
		"31 août 2026": "2026-08-31", "1er juin 2026": "2026-06-01", "31. August 2026": "2026-08-31", "3. März 2026": "2026-03-03", "31 de agosto de 2026": "2026-08-31",
		"31 sierpnia 2026": "2026-08-31", "31 Αυγούστου 2026": "2026-08-31", "31 agosto 2026": "2026-08-31",
		"31 Aug 2026": "2026-08-31", "20260831": "2026-08-31", "2026-08-31*": "2026-08-31",
		"3 listopada 2026": "", "31-Aug-26": "", "46265": "", "20261331": "", "31 Brumaire 2026": "", "August 2026": "",
	} {
		r := open(t, folder(t, "1_report_identification.csv", identification(have, "2026-02-28", "2026-01-01", "2026-06-30")))
		assert.Equal(t, want, r.Identification.Published.Text, have)
		assert.True(t, noted(r, "D3: assumed") || noted(r, "D3: warning"), have)
	}
}

// Periods are two days in any form that can be read in one way; one that ends before
// it begins is none.
func TestPeriodsInWords(t *testing.T) {
	t.Parallel()
	for have, want := range map[string]string{
		"1 January 2026 - 30 June 2026": "2026-01-01/2026-06-30", "1 January 2026 – 30 June 2026": "2026-01-01/2026-06-30",
		"from 1 January 2026 to 30 June 2026": "2026-01-01/2026-06-30", "1. Januar 2026 bis 30. Juni 2026": "2026-01-01/2026-06-30",
		"2026-01-01 to 2026-06-30": "2026-01-01/2026-06-30",
		"H1 2026":                  "/", "2026": "/", "January - June 2026": "/", "2026-06-30/2026-01-01": "/",
	} {
		r := open(t, folder(t, "10_AMAR.csv", strings.ReplaceAll(recipients("45000000"), "2025-07-01/2025-12-31", have)))
		id := r.Identification
		assert.Equal(t, want, id.From.Text+"/"+id.To.Text, have)
		assert.True(t, noted(r, "C2: "), have)
	}
}

// In OpenDocument a number counts with the words that are shown around it, and hidden
// rows are said.
func TestWordsShownInSpreadsheets(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ value, shown, want string }{
		{"2", "2 days", "48"},
		{"90", "90 min", "3/2"},
		{"2", "2", "2"},
		{"48", "&gt;48", "?"},
		{"1234.5", "1,234.5 h", "2469/2"},
		{"64767887", "64.8M", "64767887"},
		{"64.767887", "64.8M", "?"},
	} {
		cell := `<table:table-cell office:value-type="float" office:value="` + c.value + `"><text:p>` + c.shown + `</text:p></table:table-cell>`
		row := strings.Replace(odsRow(append(strings.Split(begin7, ",")[:5], "Median time", cell)...), "<table:table-row", `<table:table-row table:visibility="collapse"`, 1)
		r := open(t, spreadsheet(t, `<table:table table:name="7_appeals_and_recidivism">`+odsRow(strings.Split(strings.TrimSpace(head7), ",")...)+row+`</table:table>`))
		assert.Equal(t, []string{c.want}, values(r), c.shown)
		assert.True(t, noted(r, "the row is hidden"))
	}
}
