package transparency_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/records/lint"
	"github.com/dsaeval/dsaeval/records/transparency"
)

const median7 = "Complaint regarding a decision to suspend or terminate an account "

// appeals is part 7 with a number and medians of several kinds of complaint.
func appeals(count string, medians ...string) string {
	have := head7 + begin7 + "Total number," + count + ",\n"
	for i, m := range medians {
		row := begin7
		if i > 0 {
			row = strings.ReplaceAll(begin7, "Number of complaints submitted to the internal-complaints mechanism", median7)
		}
		have += row + "Median time," + m + ",\n"
	}
	return have
}

// kindOf7 is how many complaints were about accounts.
func kindOf7(count string) string {
	return strings.ReplaceAll(begin7, "Number of complaints submitted to the internal-complaints mechanism", median7) + "Total number," + count + ",\n"
}

// What commas and points mean is asked of the column first, and then of the
// table: who writes thousands with points means them everywhere.
func TestSeparatorsOfATable(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		note, count string
		medians     []string
		want        []string
	}{
		{"a point is the prescribed mark", "1234", []string{"1.234"}, []string{"1234", "617/500"}},
		{"points are thousands elsewhere", "1.234.567", []string{"1.234"}, []string{"1234567", "?"}},
		{"other medians decide", "1.234.567", []string{"1.234", "24.5"}, []string{"1234567", "617/500", "49/2"}},
		{"as commas", "1.234.567", []string{"1.234", `"24,5"`}, []string{"1234567", "1234", "49/2"}},
		{"a comma is as doubtful", "1234", []string{`"1,234"`}, []string{"1234", "?"}},
	} {
		r := open(t, folder(t, "7_appeals.csv", appeals(c.count, c.medians...)))
		assert.Equal(t, c.want, values(r), c.note)
	}
}

// Every decision is said, with an example.
func TestDecisionsAreSaid(t *testing.T) {
	t.Parallel()
	for have, want := range map[string]string{
		`"148,985,779"`: "commas separate thousands (G2:",
		"148 985 779":   "blanks or apostrophes separate thousands (G2:",
		"148'985'779":   "blanks or apostrophes separate thousands (G2:",
		"148.985.779":   "points separate thousands (G2:",
	} {
		r := open(t, folder(t, "10_AMAR.csv", recipients(have)))
		assert.Equal(t, []string{"148985779"}, values(r))
		assert.True(t, noted(r, want), have)
		assert.False(t, noted(r, "decimal mark"), have)
	}
	r := open(t, folder(t, "7_appeals.csv", appeals("1", `"1,234"`, "24.5")))
	assert.True(t, noted(r, `in this column (hours) commas separate thousands (G3: "1,234")`))
}

func TestDurations(t *testing.T) {
	t.Parallel()
	for have, want := range map[string]string{
		"118:48:00": "594/5", `"4 days, 22:48:00"`: "594/5", "2 days 3 hours": "51", "1h 30m": "3/2", "2 d 12 h": "60", "1.5 days": "36", "90 min": "3/2", "2 jours": "48", "3 Tage": "72", "2 dni": "48",
		"6:1": "?", "4:06": "?", "three days": "?", "2026-02-27": "?",
	} {
		r := open(t, folder(t, "7_appeals.csv", appeals("1", have)))
		assert.Equal(t, []string{"1", want}, values(r), have)
	}
}

// A share a little above 1 is wrong and no percentage, unless most are.
func TestSharesAndPercentages(t *testing.T) {
	t.Parallel()
	row := func(scope, value string) string {
		return auto + "Accuracy of the automated means - Accuracy," + scope + "," + value + ",\n"
	}
	for _, c := range []struct {
		note   string
		shares []string
		want   []string
		rule   string
	}{
		{"shares", []string{"0.95", "0.9", "1"}, []string{"19/20", "9/10", "1"}, ""},
		{"one outlier", []string{"1.02", "0.95", "0.93"}, []string{"?", "19/20", "93/100"}, "share-range"},
		{"one percentage among shares", []string{"98", "0.95", "0.93"}, []string{"?", "19/20", "93/100"}, "share-range"},
		{"alone and little above 1", []string{"1.02"}, []string{"?"}, "share-range"},
		{"percentages", []string{"98", "97.5", "0"}, []string{"49/50", "39/40", "0"}, "percentages"},
		{"one that can be either", []string{"98", "97", "0.9"}, []string{"49/50", "97/100", "?"}, "ambiguous"},
		{"the same in both forms", []string{"99.25", "97", "0.9925"}, []string{"397/400", "97/100", "397/400"}, "percentages"},
		{"more than all", []string{"98", "101"}, []string{"49/50", "?"}, "share-range"},
	} {
		have := head7
		for i, share := range c.shares {
			have += row([]string{"Total number", "Own-initiative", "NAM Total"}[i], share)
		}
		r := open(t, folder(t, "8_automated_means.csv", have))
		assert.Equal(t, c.want, values(r), c.note)
		rules := strings.Join(found(t, r), " ")
		for _, rule := range []string{"share-range", "percentages", "ambiguous"} {
			if rule == c.rule {
				assert.Contains(t, rules, rule, c.note)
			}
		}
		if c.rule == "" {
			assert.NotContains(t, rules, "share-range", c.note)
		}
	}
}

// Dates are read where they can be one day only; another date of the report can
// tell the order.
func TestDates(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ have, other, want string }{
		{"2026-02-27", "", "2026-02-27"},
		{"2026/2/27", "", "2026-02-27"},
		{"27/02/2026", "", "2026-02-27"},
		{"02/27/2026", "", "2026-02-27"},
		{"03/02/2026", "", ""},
		{"03/02/2026", "28/08/2025", "2026-02-03"},
		{"03/02/2026", "08/28/2025", "2026-03-02"},
		{"03.02.2026", "", "2026-02-03"},
		{"27 February 2026", "", "2026-02-27"},
		{`"Friday, February 27, 2026"`, "", "2026-02-27"},
		{"27-Feb-2026", "", "2026-02-27"},
		{"2026-02-27 14:30", "", "2026-02-27"},
		{"2026-02-30", "", ""},
		{"February 2026", "", ""},
		{"7026-02-22", "", ""},
		{"0026-02-22", "", ""},
		{"27.02.9999", "", ""},
		{"2199-12-31", "", "2199-12-31"},
	} {
		r := open(t, folder(t, "1_summary.csv", identification(c.have, c.other, "2025-07-01", "2025-12-31")))
		assert.Equal(t, c.want, r.Identification.Published.Text, "%s beside %s", c.have, c.other)
	}
}

// What is said of one kind of row is that of the template.
func TestRowsOfTheTemplate(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ note, file, have, want string }{
		{"a category by its name", "4_notices.csv", head4 + row4 + "\n" + all + "Animal welfare,,1\n", "category-name@D3"},
		{"text of the template left in", "4_notices.csv", head4 + all + "STATEMENT_CATEGORY_VIOLENCE,,1\n" + all + "KEYWORD_OTHER,\"Text to detail the \"\"Other\"\" keyword.\",1\n", "placeholder-text@E3"},
		{"and where there is nothing to describe", "4_notices.csv", head4 + all + "STATEMENT_CATEGORY_VIOLENCE,,1\n" + all + "KEYWORD_OTHER,\"Text to detail the \"\"Other\"\" keyword.\",0\n", "placeholder-unused@E3"},
		{"applicability changed", "10_AMAR.csv", strings.ReplaceAll(recipients("45000000"), "Only for VLOPs and VLOSEs", "All"), "applicability@A2"},
		{"a median of nothing for many", "7_appeals.csv", appeals("5000", "0"), "median-zero@G3"},
		{"trusted flaggers above all notices", "8_automated_means.csv", head7 + auto + "Number of notices solely processed by automated means,NAM Total,500,\n" + auto + "Number of notices not processed by automated means,NAM Total,100,\n" +
			auto + "Number of notices solely processed by automated means,NAM Trusted Flagger,600,\n" + auto + "Number of notices not processed by automated means,NAM Trusted Flagger,100,\n", "trusted-flaggers-exceed@G4"},
		{"a State by its name", "10_AMAR.csv", recipients("45000000") + begin + "Germany,5\n", "state-name@F3"},
		{"a State that is no Member State", "10_AMAR.csv", recipients("45000000") + begin + "NO,5\n", "scope-other@F3"},
		{"a code that is no language", "9_human_resources.csv", head7 + hr + "Number of total moderators with sufficient linguistic expertise ,en,5,\n" + hr + "Number of total moderators with sufficient linguistic expertise ,gr,5,\n", "scope@F3"},
		{"States in capitals below languages", "8_automated_means.csv", head7 + auto + "Number of measures solely taken by automated means,sv,1,\n" + auto + "Number of measures solely taken by automated means,SE,1,\n", "states-for-languages@F3"},
		{"languages in capitals", "9_human_resources.csv", head7 + hr + "Number of total moderators with sufficient linguistic expertise ,EN,5,\n" + hr + "Number of total moderators with sufficient linguistic expertise ,AR,5,\n", "language@F2"},
		{"capitals that can be both", "9_human_resources.csv", head7 + hr + "Number of total moderators with sufficient linguistic expertise ,DE,5,\n" + hr + "Number of total moderators with sufficient linguistic expertise ,FR,5,\n", "language@F2"},
		{"States in small letters", "9_human_resources.csv", head7 + hr + "Number of total moderators with sufficient linguistic expertise ,de,5,\n" + hr + "Number of total moderators with sufficient linguistic expertise ,be,5,\n", "states-for-languages@F3"},
		{"a period that can be two", "10_AMAR.csv", strings.ReplaceAll(recipients("45000000"), "2025-07-01/2025-12-31", "01/07/2025 - 06/12/2025"), "period-form@C2"},
		{"a period without an end", "10_AMAR.csv", strings.ReplaceAll(recipients("45000000"), "2025-07-01/2025-12-31", "2025-07-01/9999-12-31"), "impossible-day@C2"},
		{"a text in place of a name", "10_AMAR.csv", strings.ReplaceAll(recipients("45000000"), ",S,", ","+strings.Repeat("words ", 60)+","), "name-long@B2"},
		{"a number without labels", "10_AMAR.csv", recipients("45000000") + begin + ",5\n", "unlabelled@G3"},
		{"a placeholder where nothing is", "10_AMAR.csv", recipients("45000000") + begin + "[...],\n", "placeholder-unused@F3"},
		{"lines that end in CR", "10_AMAR.csv", strings.ReplaceAll(recipients("45000000"), "\n", "\r"), "line-ends@"},
		{"labels of the first row only", "10_AMAR.csv", recipients("45000000", "5") + ",,,,,BE,5\n", "header-blank@E4"},
	} {
		assert.Contains(t, found(t, open(t, folder(t, c.file, c.have))), c.want, c.note)
	}
	// Persons can be full-time equivalents.
	people := head7 + hr + "Number of internal moderators employed by the provider,Total number,0.98,\n"
	assert.NotContains(t, found(t, open(t, folder(t, "9_human_resources.csv", people))), "count-not-whole@G2")
	r := open(t, folder(t, "4_notices.csv", head4+row4+"\n"+all+"Animal welfare,,1\n"))
	assert.Equal(t, "STATEMENT_CATEGORY_ANIMAL_WELFARE", r.Entries[len(r.Entries)-1].Category)
}

// Rows that many share have the same thing said once, with all places.
func TestFolded(t *testing.T) {
	t.Parallel()
	r := open(t, folder(t, "10_AMAR.csv", recipients("n/a", "n/a", "n/a")))
	var notes []string
	for _, n := range transparency.Folded(r.Notes) {
		notes = append(notes, n.Text)
	}
	const text = `"n/a" says that there is no number, for which a cell is left blank; it is left unknown`
	assert.Equal(t, []string{text + "; also G3, G4"}, notes)
	report, err := r.Lint(transparency.LintOptions{})
	require.NoError(t, err)
	require.Equal(t, []string{"part-missing@", "not-blank@G2"}, found(t, r))
	f := report.Findings[1]
	assert.Equal(t, text, f.Message)
	assert.Equal(t, text+"; also G3, G4", f.Text())
	assert.Equal(t, []lint.Ref{{File: f.Ref.File, Row: 3, Column: 7}, {File: f.Ref.File, Row: 4, Column: 7}}, f.Also)
}

// Each of 209 rows repeats another one, which is one mistake.
func TestRepeatedRowsAreOneFinding(t *testing.T) {
	t.Parallel()
	have := head3
	for _, figure := range []string{"1", "2"} {
		for i := range 209 {
			have += fmt.Sprintf("%sKEYWORD_%d,,DE,%s\n", all, i, figure)
		}
	}
	have = strings.Replace(have, head3, head3+all+"STATEMENT_CATEGORY_VIOLENCE,,DE,3\n", 1)
	r := open(t, folder(t, "3_member_states_order.csv", have))
	report, err := r.Lint(transparency.LintOptions{})
	require.NoError(t, err)
	var repeated []lint.Finding
	for _, f := range report.Findings {
		if f.Rule == "repeated-row" {
			repeated = append(repeated, f)
		}
	}
	require.Len(t, repeated, 1)
	assert.Len(t, repeated[0].Also, 208)
	assert.Contains(t, repeated[0].String(), "this row repeats row 3; it is unclear whether they add up, and both are left unknown; also 213, 214, ")
	assert.Contains(t, repeated[0].String(), " and 196 more (repeated-row)")
	// What is counted for Annex II is places, not what is said about them.
	blank := open(t, folder(t, "10_AMAR.csv", recipients("> 1", "> 1", "> 1")))
	facts, _ := blank.Facts(transparency.FactOptions{})
	last := facts[len(facts)-1]
	assert.Equal(t, "/transparency_reports/transparency_report_annex_ii_departures_count", last.Pointer)
	assert.Equal(t, transparency.Decimal("3"), last.Value)
}
