package transparency_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

// Each oddity that was seen in published reports is found, and what is right
// gives no finding of that rule.
func TestOddities(t *testing.T) {
	t.Parallel()
	fine1 := identification("2026-02-27", "2025-08-28", "2025-07-01", "2025-12-31")
	complaints := begin7 + "Total number,10,\n" + begin7 + "Decisions upheld,6,\n" + begin7 + "Decisions partially reversed,1,\n" + begin7 + "Decisions reversed,2,\n" + begin7 + "Decision omitted,"
	people := func(internal, external, all, english string) string {
		return head7 + hr + "Number of internal moderators employed by the provider,Total number," + internal + ",\n" +
			hr + "Number of external moderators contracted by the provider,Total number," + external + ",\n" +
			hr + "Number of total moderators with sufficient linguistic expertise ,Total number," + all + ",\n" +
			hr + "Number of total moderators with sufficient linguistic expertise ,en," + english + ",\n"
	}
	aboutNotices := func(all, trusted string) string {
		const about = "Complaint regarding a decision not to take action on a notice submitted "
		row := strings.Replace(begin7, "Number of complaints submitted to the internal-complaints mechanism", about+"%s", 1)
		return fmt.Sprintf(row+"Total number,%s,\n"+row+"Total number,%s,\n", "in accordance with Article 16", all,
			"by a Trusted Flagger in accordance with Article 16", trusted)
	}
	notices := func(rows ...string) string { return head4 + strings.Join(rows, "\n") + "\n" }
	row4 := all + "TOTAL,,100,10,120,12,5,6,20,2,30,3"
	for _, c := range []struct {
		note       string
		file       string
		fine, have string
		want       string // rule@cell
	}{
		// FORMATS 2.4: how files are written
		{"first header cell is a stray character", "10_AMAR.csv", recipients("45000000"), strings.Replace(recipients("45000000"), "Applicability", "`", 1), "header@A1"},
		{"a misspelt header", "10_AMAR.csv", recipients("45000000"), strings.Replace(recipients("45000000"), "Reporting period", "Reporting periods", 1), "header@C1"},
		{"a mean for a median", "4_notices.csv", notices(row4), strings.Replace(notices(row4), ",Median time to take action,", ",Mean time to take action,", 1), "template-columns@1"},
		{"another column in the place of one", "10_AMAR.csv", recipients("45000000"), strings.Replace(recipients("45000000"), "Reporting period", "Contact person", 1), "template-columns@1"},
		{"notes below the table", "10_AMAR.csv", recipients("45000000"), recipients("45000000") + "Figures are estimates,,\n", "stray-row@A3"},
		{"an extra column", "10_AMAR.csv", recipients("45000000"), strings.Replace(recipients("45000000"), "Value", "Value,Remarks", 1), "unknown-column@H1"},
		{"a column is missing", "10_AMAR.csv", recipients("45000000"), strings.Replace(recipients("45000000"), "Value", "", 1), "template-columns@1"},
		{"semicolons", "10_AMAR.csv", recipients("45000000"), strings.ReplaceAll(recipients("45000000"), ",", ";"), "delimiter@"},
		{"not UTF-8", "10_AMAR.csv", recipients("45000000"), strings.ReplaceAll(recipients("45000000"), ",S,", ",Caf\xe9,"), "encoding@"},
		{"stray quotes", "10_AMAR.csv", recipients("45000000"), strings.ReplaceAll(recipients("45000000"), ",S,", ",S \"x\","), "quotes@"},
		{"thousands by commas", "10_AMAR.csv", recipients("45000000"), recipients(`"148,985,779"`), "thousands@G"},
		{"a unit in the cell", "7_appeals.csv", head7 + begin7 + "Median time,162.4,\n", head7 + begin7 + "Median time,162.4 HRS,\n", "unit@G2"},
		{"a decimal comma", "7_appeals.csv", head7 + begin7 + "Median time,289.42,\n", head7 + begin7 + "Median time,\"289,42\",\n", "decimal-comma@G"},
		{"a bound", "10_AMAR.csv", recipients("45000000"), recipients("> 45"), "range@G2"},
		{"a range in millions", "10_AMAR.csv", recipients("45000000"), recipients("2.1 - 2.6"), "range@G2"},
		{"an ambiguous point", "10_AMAR.csv", recipients("45000000"), recipients("45.000"), "ambiguous@G2"},
		{"words", "10_AMAR.csv", recipients("45000000"), recipients("about many"), "not-a-number@G2"},
		{"words for nothing", "10_AMAR.csv", recipients("45000000"), recipients("n/a"), "not-blank@G2"},
		{"percentages", "8_automated_means.csv", head7 + auto + "Accuracy of the automated means - Accuracy,Total number,1,\n", head7 + auto + "Accuracy of the automated means - Accuracy,Total number,100,\n", "percentages@G"},
		{"other marks in dates", "1_summary.csv", fine1, identification("2026/2/27", "2025-08-28", "2025-07-01", "2025-12-31"), "date-form@D3"},
		{"no day", "1_summary.csv", fine1, identification("February 2026", "2025-08-28", "2025-07-01", "2025-12-31"), "date@D3"},
		{"another form of period", "10_AMAR.csv", recipients("45000000"), strings.ReplaceAll(recipients("45000000"), "2025-07-01/2025-12-31", "2024-12-04-2025-12-03"), "period-form@C2"},
		{"a placeholder in the period", "10_AMAR.csv", recipients("45000000"), strings.ReplaceAll(recipients("45000000"), "2025-07-01/2025-12-31", "YYYY-MM-DD/YYYY-MM-DD"), "placeholder@C2"},
		{"a placeholder row", "10_AMAR.csv", recipients("45000000"), strings.Replace(recipients("45000000", "1"), ",AT,", ",[...],", 1), "placeholder@F3"},
		{"a day that does not exist", "10_AMAR.csv", recipients("45000000"), strings.ReplaceAll(recipients("45000000"), "12-31", "12-32"), "impossible-day@C2"},
		{"a date that was filled down", "10_AMAR.csv", recipients("45000000"), strings.ReplaceAll(recipients("45000000", "1"), "12-31", "12-33"), "fill-down@C"},
		{"periods that differ", "10_AMAR.csv", recipients("45000000", "1"), strings.Replace(recipients("45000000", "1"), "12-31", "12-30", 1), "period@C3"},
		{"a language in words", "9_human resources.csv", people("3", "4", "7", "5"), strings.Replace(people("3", "4", "7", "5"), ",en,", ",English,", 1), "language@F5"},
		{"a scope of its own", "9_human resources.csv", people("3", "4", "7", "5"), strings.Replace(people("3", "4", "7", "5"), ",en,", ",Fluent,", 1), "scope@F5"},
		{"what is no language", "9_human resources.csv", people("3", "4", "7", "5"), strings.Replace(people("3", "4", "7", "5"), ",en,", ",Agnostic,", 1), "scope-other@F5"},
		{"States for languages", "8_automated_means.csv", head7 + auto + "Accuracy of the automated means - Accuracy,sv,1,\n", head7 + auto + "Accuracy of the automated means - Accuracy,SE,1,\n", "states-for-languages@F2"},
		{"the service has two names", "10_AMAR.csv", recipients("45000000", "1"), strings.Replace(recipients("45000000", "1"), ",S,", ",T,", 1), "service@B3"},
		{"a row twice", "10_AMAR.csv", recipients("45000000", "1"), recipients("45000000", "1") + begin + "AT,2\n", "repeated-row@4"},
		{"a category of its own", "4_notices.csv", notices(row4, all+"STATEMENT_CATEGORY_VIOLENCE,,100,10,120,12,5,6,20,2,30,3"), notices(row4, all+"STATEMENT_CATEGORY_OTHER_ILLEGAL,,100,10,120,12,5,6,20,2,30,3"), "category@D3"},
		{"an invented sub-category", "4_notices.csv", notices(row4, all+"STATEMENT_CATEGORY_VIOLENCE,,1", all+"KEYWORD_OTHER_X,,1"), notices(row4, all+"KEYWORD_OTHER,,1"), "category@D3"},
		{"a sub-category of another", "4_notices.csv", notices(row4, all+"STATEMENT_CATEGORY_ANIMAL_WELFARE,,1", all+"KEYWORD_ANIMAL_HARM,,1"), notices(row4, all+"STATEMENT_CATEGORY_VIOLENCE,,1", all+"KEYWORD_ANIMAL_HARM,,1"), "category@D4"},
		{"an indicator of its own", "7_appeals.csv", head7 + begin7 + "Total number,1,\n", strings.Replace(head7+begin7+"Total number,1,\n", "Number of complaints submitted to", "Complaints in", 1), "indicator@E2"},
		{"digits of another script", "10_AMAR.csv", recipients("45000000"), recipients("٤٥٠٠٠٠٠٠"), "digits@G2"},
		{"a mark of a footnote", "10_AMAR.csv", recipients("45000000"), recipients("45000000*"), "footnote@G2"},
		{"a misspelt indicator", "10_AMAR.csv", recipients("45000000"), strings.ReplaceAll(recipients("45000000"), "recipients during", "recipents during"), "misspelt@E2"},
		{"a number that was rounded", "10_AMAR.csv", recipients("45000000"), recipients("4.50E+07"), "rounded@G2"},
		{"a row of another service", "10_AMAR.csv", recipients("45000000", "1"), strings.Replace(recipients("45000000", "1"), ",S,", ",T,", 1), "service-other@B3"},
		{"thousands that cut a row", "10_AMAR.csv", recipients(`"45,000,000"`, "1"), recipients("45,000,000", "1"), "shifted-row@2"},
		{"a column twice", "10_AMAR.csv", recipients("45000000"), strings.Replace(recipients("45000000"), "Value\n", "Value,Value\n", 1), "repeated-column@H1"},
		{"another unit below the table", "7_appeals.csv", appeals("10", "30.5"), appeals("10", "30.5") + "Median times are given in days,,\n", "remark-unit@G3"},

		// FORMATS 2.5: figures that cannot all be true
		{"kinds of complaint differ from the total", "7_appeals.csv", appeals("10") + kindOf7("10"), appeals("10") + kindOf7("9"), "complaints-kinds@G2"},
		{"a duration", "7_appeals.csv", appeals("10", "118.8"), appeals("10", "118:48:00"), "duration@G3"},
		{"decimal commas and points", "7_appeals.csv", appeals("10", "24.5", "30.5"), appeals("10", `"24,5"`, "30.5"), "separators@G"},
		{"an empty table", "10_AMAR.csv", recipients("45000000"), "\n", "empty@"},
		{"outcomes differ from the total", "7_appeals.csv", head7 + complaints + "1,\n", head7 + complaints + "0,\n", "outcomes-sum@G2"},
		{"more outcomes than complaints", "7_appeals.csv", head7 + complaints + "1,\n", head7 + complaints + "5,\n", "outcomes-sum@G2"},
		{"restrictions differ from the measures", "6_own_initiative_TC.csv", head6 + all + "TOTAL,,10,5,4,,,,,,,,,,,,,6\n", head6 + all + "TOTAL,,10,5,4,,,,,,,,,,,,,5\n", "restrictions-sum@F2"},
		{"categories differ from the total", "6_own_initiative_TC.csv", head6 + all + "TOTAL,,10\n" + all + "STATEMENT_CATEGORY_VIOLENCE,,10\n", head6 + all + "TOTAL,,10\n" + all + "STATEMENT_CATEGORY_VIOLENCE,,9\n", "categories-sum@F2"},
		{"sub-categories differ from the category", "6_own_initiative_TC.csv", head6 + all + "STATEMENT_CATEGORY_VIOLENCE,,9\n" + all + "KEYWORD_OTHER,,9\n", head6 + all + "STATEMENT_CATEGORY_VIOLENCE,,9\n" + all + "KEYWORD_OTHER,,8\n", "keywords-sum@F2"},
		{"more automated than all measures", "6_own_initiative_TC.csv", head6 + all + "TOTAL,,10,10\n", head6 + all + "TOTAL,,10,11\n", "automated-exceeds-measures@G2"},
		{"fewer items than notices", "4_notices.csv", notices(row4), notices(strings.Replace(row4, ",120,", ",99,", 1)), "items-below-notices@H2"},
		{"more trusted flaggers than all", "4_notices.csv", notices(row4), notices(strings.Replace(row4, ",10,", ",101,", 1)), "trusted-flaggers-exceed@G2"},
		{"more complaints of trusted flaggers than about notices", "7_appeals.csv", head7 + aboutNotices("5", "5"), head7 + aboutNotices("5", "6"), "trusted-flaggers-exceed@G3"},
		{"a median of more than 30 days", "4_notices.csv", notices(row4), notices(strings.Replace(row4, ",5,", ",720.5,", 1)), "median-long@J2"},
		{"notices and no median", "4_notices.csv", notices(row4), notices(strings.Replace(row4, ",5,", ",,", 1)), "median-missing@J2"},
		{"a median of nothing", "4_notices.csv", notices(row4), notices(strings.Replace(row4, ",10,", ",0,", 1)), "median-of-nothing@K2"},
		{"half a notice", "4_notices.csv", notices(row4), notices(strings.Replace(row4, ",100,", ",100.5,", 1)), "count-not-whole@F2"},
		{"fewer than none", "4_notices.csv", notices(row4), notices(strings.Replace(row4, ",10,", ",-1,", 1)), "count-negative@G2"},
		{"States differ from the total", "3_member_states_order.csv", head3 + all + "TOTAL,,TOTAL,3\n" + all + "TOTAL,,AT,3\n", head3 + all + "TOTAL,,TOTAL,3\n" + all + "TOTAL,,AT,2\n", "states-sum@G2"},
		{"accuracy above 1", "8_automated_means.csv", head7 + auto + "Accuracy of the automated means - Accuracy,Total number,1,\n", head7 + auto + "Accuracy of the automated means - Accuracy,Total number,101,\n", "share-range@G2"},
		{"accuracy below 0", "8_automated_means.csv", head7 + auto + "Accuracy of the automated means - Accuracy,Total number,0,\n", head7 + auto + "Accuracy of the automated means - Accuracy,Total number,-0.1,\n", "share-range@G2"},
		{"more on own initiative than all", "8_automated_means.csv", head7 + auto + "Number of measures solely taken by automated means,Total number,2,\n" + auto + "Number of measures solely taken by automated means,own initiative  ,2,\n", head7 + auto + "Number of measures solely taken by automated means,total number,2,\n" + auto + "Number of measures solely taken by automated means,own initiative  ,3,\n", "automated-parts@G3"},
		{"moderators do not add up", "9_human resources.csv", people("3", "4", "7", "5"), people("3", "4", "8", "5"), "moderators-sum@G4"},
		{"a language above the total", "9_human resources.csv", people("3", "4", "7", "7"), people("3", "4", "7", "8"), "language-above-total@G5"},
		{"too few recipients", "10_AMAR.csv", recipients("45000000"), recipients("44999999"), "amar-below-threshold@G2"},
		{"published late", "1_summary.csv", identification("2026-03-02", "2025-08-28", "2025-07-01", "2025-12-31"), identification("2026-03-03", "2025-08-28", "2025-07-01", "2025-12-31"), "published-late@D3"},
		{"published early", "1_summary.csv", fine1, identification("2025-12-30", "2025-08-28", "2025-07-01", "2025-12-31"), "published-early@D3"},
		{"no previous report", "1_summary.csv", fine1, identification("2026-02-27", "", "2025-07-01", "2025-12-31"), "previous-missing@D4"},
		{"the previous report is this one", "1_summary.csv", fine1, identification("2026-02-27", "2026-02-27", "2025-07-01", "2025-12-31"), "previous-not-before@D4"},
		{"a half-year that begins in January", "1_summary.csv", identification("2026-08-28", "2026-02-27", "2026-01-01", "2026-06-30"), identification("2026-07-28", "2026-02-27", "2026-01-01", "2026-05-31"), "period-prescribed@D6"},
		{"a period of its own", "1_summary.csv", fine1, identification("2026-02-27", "2025-08-28", "2025-06-01", "2025-12-31"), "period-prescribed@D6"},
	} {
		fine := found(t, open(t, folder(t, c.file, c.fine)))
		have := found(t, open(t, folder(t, c.file, c.have)))
		assert.NotContains(t, fine, c.want, c.note)
		assert.Contains(t, have, c.want, c.note)
	}
}

func TestRecipientsOfAllStates(t *testing.T) {
	t.Parallel()
	have := head10
	for i, state := range strings.Fields("TOTAL AT BE BG CY CZ DE DK EE EL ES FI FR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK") {
		value := "2000000"
		if i == 0 {
			value = "54000000"
		}
		have += begin + state + "," + value + "\n"
	}
	assert.NotContains(t, found(t, open(t, folder(t, "10_AMAR.csv", have))), "amar-sum@G2")
	assert.Contains(t, found(t, open(t, folder(t, "10_AMAR.csv", strings.Replace(have, "54000000", "54100000", 1)))), "amar-sum@G2")
	without := strings.Replace(have, begin+"MT,2000000\n", "", 1)
	assert.Contains(t, found(t, open(t, folder(t, "10_AMAR.csv", without))), "amar-states-missing@")
}
