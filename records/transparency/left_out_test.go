package transparency_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/records/transparency"
)

// Rows for "other" are compared with themselves: providers have several.
func TestRowsForOther(t *testing.T) {
	t.Parallel()
	have := head4 + all + "STATEMENT_CATEGORY_VIOLENCE,,110,10\n" + all + "KEYWORD_OTHER,big,100,10\n" + all + "KEYWORD_OTHER,small,5,0\n"
	for _, f := range found(t, open(t, folder(t, "4_notices.csv", have))) {
		assert.NotContains(t, f, "trusted-flaggers-exceed")
	}
	have = strings.Replace(have, "small,5,0", "small,5,6", 1)
	assert.Contains(t, found(t, open(t, folder(t, "4_notices.csv", have))), "trusted-flaggers-exceed@G4")
}

// A first report begins when the service does.
func TestFirstReport(t *testing.T) {
	t.Parallel()
	first := identification("2027-02-26", "", "2026-03-15", "2026-12-31")
	assert.NotContains(t, found(t, open(t, folder(t, "1_summary.csv", first))), "period-prescribed@D6")
	second := identification("2027-02-26", "2026-02-27", "2026-03-15", "2026-12-31")
	assert.Contains(t, found(t, open(t, folder(t, "1_summary.csv", second))), "period-prescribed@D6")
}

// Pieces of a part add up, which is said. Copies, versions and other services
// do not.
func TestPiecesAndCopies(t *testing.T) {
	t.Parallel()
	totals := head6 + all + "TOTAL,,10\n"
	r := open(t, folder(t, "6_own_initiative_TC.csv", totals, "6_own_initiative_TC_Ads.csv", head6+all+"TOTAL,,5\n"))
	assert.True(t, noted(r, `part 6 is split into 2 tables, which add up: "", "ads"`))
	for _, name := range []string{
		"6_own_initiative_TC (1).csv", "6_own_initiative_TC - Kopie.csv", "6_own_initiative_TC_old.csv", "6_own_initiative_TC_2026-09-15.csv",
		"6_own_initiative_TC_v1.1.csv", "6_own_initiative_TC.bak.csv", "6_own_initiative_TC_version2.csv", "6_own_initiative_TC_FINAL_Corrected.csv",
	} {
		_, err := transparency.Open(t.Context(), folder(t, "6_own_initiative_TC.csv", totals, name, head6+all+"TOTAL,,11\n"))
		require.ErrorIs(t, err, transparency.ErrAmbiguous, name)
		// The same once more adds nothing.
		twice := open(t, folder(t, "6_own_initiative_TC.csv", totals, name, totals))
		assert.Len(t, twice.Sheets, 1, name)
		assert.True(t, noted(twice, "it is the same as"), name)
		assert.Equal(t, found(t, open(t, folder(t, "6_own_initiative_TC.csv", totals))), found(t, twice), name)
	}
	_, err := transparency.Open(t.Context(), folder(t, "6_own_initiative_TC_Foo.csv", totals, "6_own_initiative_TC_Bar.csv", strings.ReplaceAll(totals, ",S,", ",Other,")))
	require.ErrorContains(t, err, `is about "S" here and about "Other"`)
	_, err = transparency.Open(t.Context(), folder(t, "10_AMAR_Core.csv", recipients("1"), "10_AMAR_Ads.csv", recipients("2")))
	require.ErrorIs(t, err, transparency.ErrAmbiguous, "recipients of surfaces are the same people")
}

// The median of a service is not that of one of its pieces.
func TestMedianOfPieces(t *testing.T) {
	t.Parallel()
	with, without := head7+begin7+"Total number,10,\n"+begin7+"Median time,5,\n", head7+begin7+"Total number,20,\n"+begin7+"Median time,,\n"
	const fact = "complaints/median_hours_complaint_to_decision"
	assert.Equal(t, "5", stated(t, transparency.FactOptions{}, "7_appeals.csv", with)[fact])
	assert.NotContains(t, stated(t, transparency.FactOptions{}, "7_appeals.csv", with, "7_appeals_Ads.csv", without), fact)
	idle := strings.Replace(without, ",20,", ",0,", 1)
	assert.Equal(t, "5", stated(t, transparency.FactOptions{}, "7_appeals.csv", with, "7_appeals_Ads.csv", idle)[fact])
}

// Words alone also stand in names of files that are no part.
func TestOtherFiles(t *testing.T) {
	t.Parallel()
	r := open(t, folder(t, "4_notices.csv", head4+row4+"\n", "notices - guidance.csv", "Read me,please\n", "privacy notices.txt", "We take privacy seriously.\n", "~$4_notices.csv", "x"))
	assert.Len(t, r.Sheets, 1)
	facts, _ := r.Facts(transparency.FactOptions{})
	for _, f := range facts {
		if strings.HasSuffix(f.Pointer, "uses_annex_i_template") {
			assert.Equal(t, true, f.Value)
		}
	}
	_, err := transparency.Open(t.Context(), folder(t, "10_AMAR.csv", "<!DOCTYPE html><html><body>404</body></html>"))
	require.ErrorContains(t, err, "the file is a web page")
	_, err = transparency.Open(t.Context(), folder(t, "7_appeals.csv", head7+begin7+"Total number,60,\"backlog\n"+begin7+"Median time,5,\n"))
	require.ErrorContains(t, err, "a quote is opened and not closed")
	r = open(t, folder(t, "10_AMAR.csv", strings.ReplaceAll(recipients("45000000"), "\n", "\r")))
	assert.True(t, noted(r, "lines end in CR alone"))
	assert.Equal(t, []string{"45000000"}, values(r))
	r = open(t, folder(t, "4_EN_Annex_I__Templates_for_Transparency_Reports_CSV_Part_10.csv", recipients("45000000")))
	assert.Equal(t, 10, r.Sheets[0].Part)
}

// A part that may be in what was left out is not missing.
func TestPartsLeftOut(t *testing.T) {
	t.Parallel()
	const fact = "report_orders_count_given"
	notices := []string{"4_notices.csv", head4 + row4 + "\n"}
	for file, missing := range map[string]bool{
		"3_member_states_order.pdf": false, "3_member_states_order.xls": false,
		"10_AMAR.pdf": true, "readme.txt": true,
	} {
		facts := stated(t, complete, append(notices, file, "%PDF")...)
		if missing {
			assert.Equal(t, "false", facts[fact], file)
		} else {
			assert.NotContains(t, facts, fact, file)
		}
	}
}
