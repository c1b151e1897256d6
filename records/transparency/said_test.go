package transparency_test

import (
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/records/lint"
	"github.com/dsaeval/dsaeval/records/transparency"
)

// What these reports have wrong was seen in published ones; the figures and the
// service are invented.

const taken = auto + "Number of measures solely taken by automated means,"

// linted returns the findings of one table.
func linted(t *testing.T, file, content string) []lint.Finding {
	t.Helper()
	report, err := open(t, folder(t, file, content)).Lint(transparency.LintOptions{})
	require.NoError(t, err)
	return report.Findings
}

// saying returns the findings of a rule as severity@cell: message.
func saying(t *testing.T, rule, file, content string) []string {
	t.Helper()
	var all []string
	for _, f := range linted(t, file, content) {
		if f.Rule == rule {
			all = append(all, string(f.Severity)+"@"+f.Cell+": "+f.Text())
		}
	}
	return all
}

// A word that the facts are judged by has to stand with the figure, whatever it is.
func TestRemarksGoIntoTheSource(t *testing.T) {
	t.Parallel()
	have := head7 + taken + "Total number,466000,\"Figures of this table are worldwide, not limited to the EU.\"\n" +
		auto + "Number of measures not taken by automated means,Total number,15000,\n" +
		auto + "Number of notices solely processed by automated means,NAM Total,237000,Counted by hand.\u202e\n"
	assert.Equal(t, []string{`warning@H2: "Figures of this table are worldwide, not limited to the EU.", about the whole table, speaks of other places than the Union; it goes into the source of the facts`},
		saying(t, "remark-scope", "8_automated_means.csv", have))
	r := open(t, folder(t, "8_automated_means.csv", have))
	assert.True(t, noted(r, "the words \"Counted by hand."))
	f := document(t, r, transparency.FactOptions{})
	note := func(source string) string {
		said, _ := at(f, "/sources/"+source+"/note").(string)
		return said
	}
	assert.Contains(t, note("report-part-8.g4"), "The report says in H2: Figures of this table are worldwide, not limited to the EU. The report says in H4: Counted by hand")
	assert.NotContains(t, note("report-part-8.g4"), "\u202e")
	assert.Contains(t, note("report-part-8.g2"), "worldwide")
	assert.NotContains(t, note("report-part-8.g2"), "by hand", "that is about another figure")
	assert.NotContains(t, note("report-part-8.c2"), "worldwide", "a period is no figure")
	// Beside one figure of a table of categories, below a table, and in other words.
	marked := strings.Replace(head4, "\n", ",Contextual information on Number of notices received,Contextual information on Median time to take action\n", 1) + row4
	assert.Equal(t, []string{`warning@P2: "weltweit", beside this figure, speaks of other places than the Union; it goes into the source of the facts`},
		saying(t, "remark-scope", "4_notices.csv", marked+",weltweit,\n"))
	f = document(t, open(t, folder(t, "4_notices.csv", marked+",weltweit,\n")), transparency.FactOptions{})
	assert.Contains(t, note("report-part-4.f2"), "The report says in P2: weltweit")
	assert.NotContains(t, note("report-part-4.g2"), "weltweit")
	f = document(t, open(t, folder(t, "4_notices.csv", marked+"\nAll figures are global,,\n")), transparency.FactOptions{})
	assert.Contains(t, note("report-part-4.g2"), "The report says in A3: All figures are global")
	assert.Empty(t, saying(t, "remark-scope", "4_notices.csv", marked+",Counted by hand,n/a\n"))
	// Where the language is not known, remarks stand in the order of the numbers.
	words := "Slovo" + strings.Repeat(",Slovo", 24) + "\n"
	f = document(t, open(t, folder(t, "4_notices.csv", words+row4+",worldwide\n")), transparency.FactOptions{})
	assert.Contains(t, note("report-part-4.f2"), "The report says in P2: worldwide")
	assert.NotContains(t, note("report-part-4.g2"), "worldwide")
	// One source quotes some, and counts the rest.
	var below string
	for _, place := range []string{"Norway", "the UK", "Switzerland", "the EEA", "all countries", "the world, so worldwide"} {
		below += "\"All figures: with " + place + "\"\n"
	}
	f = document(t, open(t, folder(t, "4_notices.csv", head4+row4+"\n"+below)), transparency.FactOptions{})
	assert.Contains(t, note("report-part-4.f2"), "All figures: with the EEA. And 2 more")
}

// A State that was not read hides neither that the others are too many nor what
// it may have been meant for.
func TestWhatSumsSayWithARowUnread(t *testing.T) {
	t.Parallel()
	have := states(t, func(s string) string {
		return strings.NewReplacer("54000000", "40000000", begin+"SE,", begin+"SEE,", begin+"FR,2000000", begin+"FR,3787").Replace(s)
	})
	assert.Equal(t, []string{"warning@G2: 40000000 recipients; the 26 Member States read already exceed the total and add up to 50003787"}, saying(t, "amar-sum", "10_AMAR.csv", have))
	assert.Equal(t, []string{`warning@F27: the scope "SEE" is not one of the template; its rows were not read; is SE meant?`}, saying(t, "scope", "10_AMAR.csv", have))
	assert.Equal(t, []string{"warning@G14: 3787 recipients in FR; the median of the Member States is 2000000. Is this one given in thousands?"}, saying(t, "amar-outlier", "10_AMAR.csv", have))
	// With less than the total, the State that was not read may be the rest.
	assert.Empty(t, saying(t, "amar-sum", "10_AMAR.csv", strings.Replace(have, "40000000", "54000000", 1)))
	// Malta is small, and has no thousandth of the others.
	assert.Empty(t, saying(t, "amar-outlier", "10_AMAR.csv", states(t, func(s string) string { return strings.Replace(s, "MT,2000000", "MT,20000", 1) })))

	orders := head3 + all + "TOTAL,,TOTAL,3\n" + all + "TOTAL,,AT,2\n"
	assert.Equal(t, []string{`warning@G2: "Number of orders to act against illegal content received" is 3; what could be read of the Member States already adds up to 4`},
		saying(t, "states-sum", "3_member_states_order.csv", orders+all+"TOTAL,,BE,2\n"+all+"TOTAL,,SEE,9\n"))
	assert.Empty(t, saying(t, "states-sum", "3_member_states_order.csv", orders+all+"TOTAL,,SEE,1\n"))
	assert.Equal(t, []string{`warning@F4: "Swedne" is no Member State; the row was not read; is SE meant?`}, saying(t, "scope", "3_member_states_order.csv", orders+all+"TOTAL,,Swedne,1\n"))
	assert.Equal(t, []string{`warning@F4: "Omnia" is no Member State; the row was not read`}, saying(t, "scope", "3_member_states_order.csv", orders+all+"TOTAL,,Omnia,1\n"))
	assert.NotEmpty(t, saying(t, "states-sum", "3_member_states_order.csv", orders), "nothing was left unread")
	notices := head4 + row4 + "\n" + all + "STATEMENT_CATEGORY_VIOLENCE,,90\n"
	assert.Empty(t, saying(t, "categories-sum", "4_notices.csv", notices+all+"Brutality,,10\n"))
	assert.NotEmpty(t, saying(t, "categories-sum", "4_notices.csv", notices+all+"STATEMENT_CATEGORY_ANIMAL_WELFARE,,11\n"+all+"Brutality,,10\n"))
}

// A word for a total before a language or a State does not hide it.
func TestPlacesBehindATotal(t *testing.T) {
	t.Parallel()
	have := head7 + taken + "Total number,30,\n" + taken + "Total number: es,10,\n" + taken + "Total number: SV,20,\n"
	r := open(t, folder(t, "8_automated_means.csv", have))
	var scopes []string
	for _, e := range r.Entries {
		scopes = append(scopes, e.Scope)
	}
	assert.Equal(t, []string{"total", "es", "sv"}, scopes)
	assert.Equal(t, "warning@F3: the language stands behind the word for a total here, and is read; two lower-case letters alone are prescribed; also F4", saying(t, "language", "8_automated_means.csv", have)[0])
	unread := head7 + taken + "Total number: of videos,10,\n"
	assert.Len(t, saying(t, "scope", "8_automated_means.csv", unread), 1)
	states := recipients("45000000") + begin + "TOTAL: DE,5\n"
	assert.Equal(t, "DE", open(t, folder(t, "10_AMAR.csv", states)).Entries[1].Scope)
	assert.Len(t, saying(t, "state-name", "10_AMAR.csv", states), 1)
}

// Both are something else than the number of hours that Annex II asks for.
func TestOneSeverityForTimes(t *testing.T) {
	t.Parallel()
	for rule, text := range map[string]string{"duration": "01:05:00", "unit": "1.08 h"} {
		have := head7 + begin7 + "Total number,10,\n" + begin7 + "Median time," + text + ",\n"
		said := saying(t, rule, "7_appeals.csv", have)
		require.Len(t, said, 1, text)
		assert.True(t, strings.HasPrefix(said[0], "error@G3: "), said[0])
		assert.Equal(t, "1", stated(t, transparency.FactOptions{}, "7_appeals.csv", have)["transparency_report_annex_ii_departures_count"], text)
	}
}

func TestNoDateFollows(t *testing.T) {
	t.Parallel()
	const without = "there is no part 1, which gives the day of publication; no assessment.date follows from it (give one when they are judged)"
	notes := func(files ...string) string {
		var all []string
		_, list := open(t, folder(t, files...)).Facts(transparency.FactOptions{})
		for _, n := range list {
			all = append(all, n.String())
		}
		return strings.Join(all, "\n")
	}
	assert.Contains(t, notes("4_notices.csv", head4+row4+"\n"), "warning: "+without)
	blank := identification("", "", "2025-07-01", "2025-12-31")
	assert.Contains(t, notes("1_summary.csv", blank), "part 1 gives no day of publication that could be read; no assessment.date follows")
	assert.NotContains(t, notes("1_summary.csv", strings.Replace(blank, "report,\n", "report,2026-02-27\n", 1)), "assessment.date")
}

// What programs that cannot read a character leave of a label is still that label.
func TestDamagedLabels(t *testing.T) {
	t.Parallel()
	whole := states(t, func(s string) string { return s })
	label := "Number of average monthly active recipients during the reporting period "
	for _, damaged := range []string{
		"Number of average monthly active recipients during the reporting period\uFFFD",
		"Number of average\uFFFDmonthly active recipients during the \uFFFDreporting period",
		"Number of averagemonthly active recipients during the reporting period",
	} {
		have := strings.ReplaceAll(whole, label, damaged)
		assert.Equal(t, "54000000", stated(t, transparency.FactOptions{}, "10_AMAR.csv", have)["service/amar_value"], damaged)
		assert.NotEmpty(t, stated(t, transparency.FactOptions{}, "10_AMAR.csv", have)["service/amar_by_member_state"], damaged)
		assert.True(t, noted(open(t, folder(t, "10_AMAR.csv", have)), "of which characters were lost"), damaged)
	}
	header := strings.Replace(strings.Replace(head6, "restriction Removal", "restriction\uFFFDRemoval", 1), "restriction Disable", "restrictionDisable", 1)
	assert.Empty(t, saying(t, "template-columns", "6_own_initiative_TC.csv", header+all+"TOTAL,,7,1,3,4\n"))
	// What can be two labels is none: upheld and reversed differ in what was lost.
	assert.NotContains(t, stated(t, transparency.FactOptions{}, "7_appeals.csv", head7+begin7+"\uFFFD\uFFFD,5,\n"), "complaints/complaints_received_count")
}

// A median or a share of nothing says nothing, and what it was given as is said.
func TestNothingOfNothing(t *testing.T) {
	t.Parallel()
	complaints := func(count, decided string) string {
		return head7 + begin7 + "Total number," + count + ",\n" + begin7 + "Decisions upheld," + decided + ",\n" + begin7 + "Decisions partially reversed,0,\n" +
			begin7 + "Decisions reversed,0,\n" + begin7 + "Median time,5,\n"
	}
	disputes := func(s string) string {
		return strings.ReplaceAll(s, "Internal complaints mechanism,Number of complaints submitted to the internal-complaints mechanism",
			"Out-of-court dispute settlement bodies,Number of disputes submitted to out-of-court dispute settlement bodies") +
			strings.Replace(begin7, "Internal complaints mechanism,Number of complaints submitted to the internal-complaints mechanism",
				"Out-of-court dispute settlement bodies,Number of disputes submitted to out-of-court dispute settlement bodies", 1) + "Percentage of outcomes implemented,0.5,\n"
	}
	automated := func(count string) string {
		return head7 + taken + "Total number," + count + ",\n" + taken + "es," + count + ",\n" + auto + "Accuracy of the automated means - Accuracy,Total number,0.9,\n" +
			auto + "Accuracy of the automated means - Accuracy,es,0.9,\n"
	}
	for _, c := range []struct {
		file, some, none string
		facts            []string
	}{
		{"7_appeals.csv", complaints("10", "3"), complaints("0", "0"), []string{"complaints/median_hours_complaint_to_decision", "report_median_complaint_decision_time"}},
		{"7_appeals.csv", complaints("10", "3"), complaints("10", "0"), []string{"complaints/median_hours_complaint_to_decision", "report_median_complaint_decision_time", "report_median_complaint_decision_time_given"}},
		{"7_appeals.csv", disputes(complaints("10", "3")), disputes(complaints("0", "0")), []string{"complaints/ods_decisions_implemented_share", "report_ods_median_days", "report_ods_implemented_share"}},
		{"8_automated_means.csv", automated("10"), automated("0"), []string{"report_automation_accuracy", "report_accuracy_by_language"}},
	} {
		some, none := stated(t, transparency.FactOptions{}, c.file, c.some), stated(t, transparency.FactOptions{}, c.file, c.none)
		for _, fact := range c.facts {
			assert.Contains(t, some, fact)
			assert.NotContains(t, none, fact)
		}
	}
	_, notes := open(t, folder(t, "7_appeals.csv", complaints("0", "0"))).Facts(transparency.FactOptions{})
	assert.Contains(t, notes[1].String(), "complaints.median_hours_complaint_to_decision is left unknown: 5 is given, and there is nothing that it could be of")
}

// firstQuoted is what a message quotes first.
var firstQuoted = regexp.MustCompile(`"(?:[^"\\]|\\.)*"`)

// A finding that quotes a cell points at it.
func TestFindingsPointAtWhatTheyQuote(t *testing.T) {
	t.Parallel()
	byState := head7
	for _, state := range []string{"AT", "BE", "DK", "SE"} {
		byState += taken + state + ",10,\n"
	}
	assert.Equal(t, []string{`error@F2: figures are given by Member State ("AT") where languages are asked for; they were not read`}, saying(t, "states-for-languages", "8_automated_means.csv", byState))
	compared := 0
	for file, content := range map[string]string{
		"8_automated_means.csv":     byState,
		"9_human_resources.csv":     head7 + hr + "Number of total moderators with sufficient linguistic expertise ,de,5,\n" + hr + "Number of total moderators with sufficient linguistic expertise ,be,5,\n",
		"10_AMAR.csv":               recipients("> 45", "n/a", "1 h") + begin + "SEE,1\n" + begin + "[...],\n" + begin + "Germany,5\n",
		"7_appeals.csv":             head7 + begin7 + "Total number,10,worldwide\n" + begin7 + "Median time,01:05:00,\n" + begin7 + "Decisions lost,3,\n",
		"4_notices.csv":             head4 + row4 + "\n" + all + "Brutality,,1\nFigures are estimates\n",
		"3_member_states_order.csv": head3 + all + "TOTAL,,SEE,3\n",
	} {
		r := open(t, folder(t, file, content))
		text := map[lint.Ref]string{}
		for _, s := range r.Sheets {
			for _, row := range s.Rows {
				for i := range row.Cells {
					text[s.At(row.Number, i+1)] = row.Text(i)
				}
			}
		}
		report, err := r.Lint(transparency.LintOptions{})
		require.NoError(t, err)
		for _, f := range report.Findings {
			quoted, err := strconv.Unquote(firstQuoted.FindString(f.Message))
			if err != nil || text[f.Ref] == "" {
				continue
			}
			compared++
			assert.Equal(t, quoted, text[f.Ref], f.String())
		}
	}
	assert.Greater(t, compared, 10)
}
