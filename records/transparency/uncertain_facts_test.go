package transparency_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/dsaeval/dsaeval/records/transparency"
)

// stated returns the facts of files as pointer: value.
func stated(t *testing.T, options transparency.FactOptions, files ...string) map[string]string {
	t.Helper()
	facts, _ := open(t, folder(t, files...)).Facts(options)
	all := map[string]string{}
	for _, f := range facts {
		all[strings.TrimPrefix(strings.TrimPrefix(f.Pointer, "/transparency_reports/"), "/")] = fmt.Sprint(f.Value)
	}
	return all
}

var complete = transparency.FactOptions{Complete: true}

const row4 = all + "TOTAL,,100,10,120,12,5,6,20,2,30,3"

// What is there and was not understood is not missing: a report that is complete
// is not accused of it.
func TestWhatIsNotUnderstoodIsNotMissing(t *testing.T) {
	t.Parallel()
	sorted := head4 + row4 + "\n" + all + "STATEMENT_CATEGORY_VIOLENCE,,100\n"
	for _, c := range []struct {
		note, file, fine, unclear, fact string
	}{
		{"a word for the total that nobody knows", "4_notices.csv", head4 + row4 + "\n", head4 + strings.Replace(row4, "TOTAL", "OMNIA", 1) + "\n", "report_notices_count_given"},
		{"categories in words", "4_notices.csv", sorted, strings.Replace(sorted, "STATEMENT_CATEGORY_VIOLENCE", "Brutality", 1), "report_notices_by_type"},
		{
			"a scope with a unit", "7_appeals.csv", head7 + begin7 + "Total number,10,\n" + begin7 + "Decisions upheld,6,\n" + begin7 + "Decisions reversed,4,\n" + begin7 + "Median time,5,\n",
			head7 + begin7 + "Total number,10,\n" + begin7 + "Decisions upheld,6,\n" + begin7 + "Decisions reversed,4,\n" + begin7 + "Median time (hours),5,\n", "report_median_complaint_decision_time_given",
		},
		{"a figure in words", "4_notices.csv", head4 + row4 + "\n", head4 + strings.Replace(row4, ",100,", ",about 100,", 1) + "\n", "report_notices_count_given"},
		{"a row twice", "4_notices.csv", head4 + row4 + "\n", head4 + row4 + "\n" + strings.Replace(row4, ",100,", ",90,", 1) + "\n", "report_notices_count_given"},
	} {
		assert.Equal(t, "true", stated(t, complete, c.file, c.fine)[c.fact], c.note)
		assert.NotContains(t, stated(t, complete, c.file, c.unclear), c.fact, c.note)
	}
	// And what is really missing is.
	assert.Equal(t, "false", stated(t, complete, "4_notices.csv", head4+strings.Replace(row4, ",100,", ",,", 1)+"\n")["report_notices_count_given"])
	assert.Equal(t, "false", stated(t, complete, "4_notices.csv", head4+row4+"\n")["report_orders_count_given"], "there is no part 3")
	assert.NotContains(t, stated(t, complete, "4_notices.csv", head4+row4+"\n", "orders by State.csv", "State,Orders,Median,Remarks\nAT,3,2,x\n"), "report_orders_count_given", "there is a table that may be it")
}

// Totals are told in the languages of the Union.
func TestTotalsInOtherLanguages(t *testing.T) {
	t.Parallel()
	for _, word := range []string{"TOTAAL", "Insgesamt", "ΣΥΝΟΛΟ", "Σύνολο", "OGÓŁEM", "CELKEM", "YHTEENSÄ", "ОБЩО", "Összesen", "I alt"} {
		assert.Equal(t, "100", stated(t, transparency.FactOptions{}, "4_notices.csv", head4+strings.Replace(row4, "TOTAL", word, 1)+"\n")["report_notices_count"], word)
	}
}

func states(t *testing.T, change func(string) string) string {
	t.Helper()
	have := head10 + begin + "TOTAL,54000000\n"
	for _, state := range strings.Fields("AT BE BG CY CZ DE DK EE EL ES FI FR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK") {
		have += begin + state + ",2000000\n"
	}
	return change(have)
}

// A map is complete, so that it is not stated where a figure has lost its place;
// and no State is called missing that may be there.
func TestFiguresWithoutAPlace(t *testing.T) {
	t.Parallel()
	const fact = "service/amar_by_member_state"
	for _, c := range []struct {
		note   string
		change func(string) string
		known  bool
	}{
		{"as it should be", func(s string) string { return s }, true},
		{"no scope", func(s string) string { return strings.Replace(s, begin+"CY,", begin+",", 1) }, false},
		{"a State that is none", func(s string) string { return strings.Replace(s, begin+"ES,", begin+"SP,", 1) }, false},
		{"a State by its name", func(s string) string { return strings.Replace(s, begin+"DE,", begin+"Germany,", 1) }, true},
		{"other States as well", func(s string) string { return s + begin + "NO,5\n" + begin + "IS,5\n" }, true},
		{"the Union", func(s string) string { return strings.Replace(s, "TOTAL", "EU", 1) }, true},
		{"only the first row has all labels, as merged cells are exported", func(s string) string {
			return strings.ReplaceAll(strings.Replace(s, begin+"AT,", "AT!", 1), begin, ",,,,,")
		}, false},
	} {
		have := states(t, c.change)
		if strings.Contains(have, "AT!") {
			have = strings.Replace(have, ",,,,,TOTAL", begin+"TOTAL", 1)
			have = strings.Replace(have, "AT!", begin+"AT,", 1)
			c.known = true
		}
		facts := stated(t, transparency.FactOptions{}, "10_AMAR.csv", have)
		assert.Equal(t, c.known, facts[fact] != "", c.note)
		assert.Equal(t, "54000000", facts["service/amar_value"], c.note)
		assert.NotContains(t, found(t, open(t, folder(t, "10_AMAR.csv", have))), "amar-states-missing@", c.note)
	}
	missing := states(t, func(s string) string { return strings.Replace(s, begin+"MT,2000000\n", "", 1) })
	assert.Contains(t, found(t, open(t, folder(t, "10_AMAR.csv", missing))), "amar-states-missing@")
	assert.True(t, noted(open(t, folder(t, "10_AMAR.csv", states(t, func(s string) string { return strings.Replace(s, begin+"CY,", begin+",", 1) }))),
		`"2000000" stands in a row without "Scope" and was not read`))
	// Annex II asks providers that are not designated to leave the part blank.
	blank := head10 + begin + "TOTAL,\n" + begin + "AT,\n"
	assert.NotContains(t, found(t, open(t, folder(t, "10_AMAR.csv", blank))), "amar-states-missing@")
}

// Labels of one's own are not those of the template, however few they are.
func TestOtherIndicators(t *testing.T) {
	t.Parallel()
	accounts := strings.ReplaceAll(recipients("50000000"), "Number of average monthly active recipients during the reporting period ", "Number of registered accounts")
	assert.NotContains(t, stated(t, transparency.FactOptions{}, "10_AMAR.csv", accounts), "service/amar_value")
	assert.Contains(t, found(t, open(t, folder(t, "10_AMAR.csv", accounts))), "indicator@E2")
}

// What is pending has no median, and rows that apply to platforms only are left
// blank by others.
func TestNothingToMeasure(t *testing.T) {
	t.Parallel()
	disputes := "Only for providers of online platforms,S,2025-07-01/2025-12-31,Out-of-court dispute settlement bodies,Number of disputes submitted to out-of-court dispute settlement bodies,"
	pending := head7 + disputes + "Total number,5,\n" + disputes + "Decisions upheld,0,\n" + disputes + "Decisions partially reversed,0,\n" + disputes + "Decisions reversed,0,\n" +
		disputes + "Median time,,\n" + disputes + "Decision omitted,0,\n" + disputes + "Percentage of outcomes implemented,,\n"
	decided := strings.Replace(pending, "Decisions upheld,0", "Decisions upheld,5", 1)
	assert.NotContains(t, found(t, open(t, folder(t, "7_appeals.csv", pending))), "median-missing@G6")
	assert.Contains(t, found(t, open(t, folder(t, "7_appeals.csv", decided))), "median-missing@G6")
	assert.NotContains(t, stated(t, complete, "7_appeals.csv", pending), "report_ods_median_days_given")
	assert.Equal(t, "false", stated(t, complete, "7_appeals.csv", decided)["report_ods_median_days_given"])

	host := head7 + begin7 + "Total number,10,\n"
	for _, scope := range []string{"Decisions upheld", "Decisions partially reversed", "Decisions reversed", "Median time", "Decision omitted"} {
		host += strings.Replace(begin7, "All,", "Only for providers of online platforms,", 1) + scope + ",,\n"
	}
	facts := stated(t, complete, "7_appeals.csv", host)
	assert.Equal(t, "10", facts["report_complaints_count"])
	for _, name := range []string{"report_complaint_decisions_by_outcome", "report_median_complaint_decision_time_given", "report_complaints_reversed_count_given"} {
		assert.NotContains(t, facts, name)
	}
	assert.NotContains(t, found(t, open(t, folder(t, "7_appeals.csv", host))), "median-missing@G6")
}

// Departures from the instructions are a fact for Art. 15(3); what is only odd is
// none. That there are none is known of a whole report alone.
func TestDepartures(t *testing.T) {
	t.Parallel()
	const fact = "transparency_report_annex_ii_departures_count"
	for have, want := range map[string]string{
		"162.4": "", "162.4 HRS": "1", "> 45": "1", "about 5": "1", `"289,42"`: "", "800": "", "n/a": "",
	} {
		files := []string{"7_appeals.csv", appeals("10", have)}
		assert.Equal(t, want, stated(t, transparency.FactOptions{}, files...)[fact], have)
		if want == "" {
			want = "0"
		}
		assert.Equal(t, want, stated(t, complete, files...)[fact], have)
	}
	assert.Equal(t, "1", stated(t, transparency.FactOptions{}, "8_automated_means.csv", head7+auto+"Accuracy of the automated means - Accuracy,Total number,-0.1,\n")[fact])
}

const head11 = "Applicability,Service,Reporting period,Indicator,Value\n"

// Texts that only designated services owe are missed only where one of them is
// given.
func TestTextsOfDesignatedServices(t *testing.T) {
	t.Parallel()
	const fact = "report_moderator_qualifications"
	vlop := "Only for VLOPs,S,2025-07-01/2025-12-31,"
	governance := vlop + "High-level description of the content moderation governance structure,"
	qualifications := vlop + "Qualifications of the human resources dedicated to content moderation,"
	safeguards := all + "Safeguards applied to the use of automated means,"
	host := stated(t, complete, "11_qualitative_information.csv", head11+safeguards+"\n"+governance+"\n"+qualifications+"\n")
	assert.Equal(t, "false", host["report_automation_safeguards"])
	assert.NotContains(t, host, fact)
	designated := stated(t, complete, "11_qualitative_information.csv", head11+safeguards+"Reviewed\n"+governance+"One team\n"+qualifications+"\n")
	assert.Equal(t, "true", designated["report_automation_safeguards"])
	assert.Equal(t, "false", designated[fact])
	named := stated(t, complete, "11_qualitative_information.csv", head11+qualifications+"Training in law\n")
	assert.Equal(t, "true", named[fact])
}

// Rows of a block of which only the first names the Member State are about it.
func TestScopesOfBlocks(t *testing.T) {
	t.Parallel()
	block := all + "TOTAL,,TOTAL,7\n" + all + "TOTAL,,AT,3\n" + all + "STATEMENT_CATEGORY_VIOLENCE,,,3\n" + all + "TOTAL,,DE,4\n" + all + "STATEMENT_CATEGORY_VIOLENCE,,,4\n"
	r := open(t, folder(t, "3_member_states_order.csv", head3+block))
	var have []string
	for _, e := range r.Entries {
		if e.Measure == "orders_act" && strings.HasPrefix(e.Category, "STATEMENT") {
			have = append(have, e.Scope+" "+e.Category)
		}
	}
	assert.Equal(t, []string{"AT STATEMENT_CATEGORY_VIOLENCE", "DE STATEMENT_CATEGORY_VIOLENCE"}, have)
	assert.True(t, noted(r, "rows without a scope were given that of the rows above, as merged cells are exported: 2"))
}

// Recipients with decimals below a thousand may be millions, and so may whole numbers
// that would be those of a designated service in millions, or in thousands.
func TestRecipientsInMillions(t *testing.T) {
	t.Parallel()
	for have, want := range map[string]string{"45.2": "", "45000000": "45000000", "52": "", "64768": "", "5": "5", "5200": "5200", "640000": "640000", "3000000": "3000000"} {
		assert.Equal(t, want, stated(t, transparency.FactOptions{}, "10_AMAR.csv", recipients(have))["service/amar_value"], have)
	}
}

// What was not automated has no accuracy.
func TestAccuracyOfNothing(t *testing.T) {
	t.Parallel()
	const fact = "report_automation_accuracy"
	have := head7 + auto + "Number of measures solely taken by automated means,Total number,5,\n" + auto + "Accuracy of the automated means - Accuracy,Total number,0.9,\n"
	assert.Equal(t, "90", stated(t, complete, "8_automated_means.csv", have)[fact])
	assert.NotContains(t, stated(t, complete, "8_automated_means.csv", strings.Replace(have, "number,5", "number,0", 1)), fact)
}
