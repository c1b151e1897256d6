package transparency_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/records/transparency"
)

// found returns the findings as rule@cell.
func found(t *testing.T, r *transparency.Report) []string {
	t.Helper()
	report, err := r.Lint(transparency.LintOptions{})
	require.NoError(t, err)
	var all []string
	for _, f := range report.Findings {
		all = append(all, f.Rule+"@"+f.Cell)
	}
	return all
}

const (
	head1 = "Applicability,Service,Indicator,Value\n"
	head4 = "Applicability,Service,Reporting period,Category of illegal content,\"Description of the sub-category \"\"Other\"\"\",Number of notices received ,Number of notices received from Trusted flaggers," +
		"Number of specific items of information included in the total number of notices,Number of specific items of information included in the total number of notices by Trusted Flaggers (Trusted Flagger notices)," +
		"Median time to take action,Median time to take action (Trusted Flagger notices),Number of actions taken on the basis of the law,Number of actions taken on the basis of the law (Trusted Flagger notices)," +
		"Number of actions taken on the basis of the terms and conditions of the service,Number of actions taken on the basis of the terms and conditions of the service (Trusted Flagger notices)\n"
	head6 = "Applicability,Service,Reporting period,Category of incompatibility with the provider's terms and conditions,\"Description of the sub-category \"\"Other\"\"\",Number of measures taken at the provider's own initiative ," +
		"Number of measures taken after detection with solely automated means ,Visibility restriction Removal,Visibility restriction Disable,Visibility restriction Demoted,Visibility restriction Age restricted," +
		"Visibility restriction Interaction restricted,Visibility restriction Labelled ,Visibility restriction Other,Monetary restriction Suspension,Monetary restriction Termination,Monetary restriction Other," +
		"Provision of the service Suspension,Provision of the service Termination,Account restriction Suspension,Account restriction Termination\n"
	head3 = "Applicability,Service,Reporting period,Category of illegal content,\"Description of the sub-category \"\"Other\"\"\",Scope,Number of orders to act against illegal content received," +
		"Number of specific items of information included in the total number of orders to act against illegal content,Median time to inform the authority of the receipt of the order to act against illegal content," +
		"Median time to give effect to the order to act against illegal content,Number of orders to provide information,Median time to inform the authority of the receipt of the order to provide information," +
		"Median time to give effect to the order to provide information\n"
	all  = "All,S,2025-07-01/2025-12-31,"
	auto = all + "Use of automated means for content moderation,"
	hr   = "Only for VLOPs,S,2025-07-01/2025-12-31,Human resources dedicated to content moderation ,"
)

func identification(published, previous, from, to string) string {
	return head1 + "All,S,Name of the service provider,P\nAll,S,Date of the publication of the report," + published +
		"\nAll,S,Date of the publication of the latest previous report," + previous +
		"\nAll,S,Starting date of reporting period," + from + "\nAll,S,Ending date of reporting period," + to + "\n"
}

func TestRules(t *testing.T) {
	t.Parallel()
	seen := map[string]bool{}
	for _, r := range transparency.Rules() {
		assert.False(t, seen[r.ID], r.ID)
		seen[r.ID] = true
		assert.NotEmpty(t, r.Title)
	}
}

// Each median is asked for by a provision of its own.
func TestMediansAreAskedFor(t *testing.T) {
	t.Parallel()
	report, err := open(t, folder(t,
		"3_member_states_order.csv", head3+all+"TOTAL,,TOTAL,3,3,,2,0,,\n",
		"4_notices.csv", head4+all+"TOTAL,,100,0,120,0,,,20,0,30,0\n")).Lint(transparency.LintOptions{})
	require.NoError(t, err)
	var have []string
	for _, f := range report.Findings {
		if f.Rule == "median-missing" {
			have = append(have, f.Message+", "+f.Basis)
		}
	}
	assert.Equal(t, []string{
		`"Median time to inform the authority of the receipt of the order to act against illegal content" is blank, and "Number of orders to act against illegal content received" is 3, Art. 15(1)(a)`,
		`"Median time to take action" is blank, and "Number of notices received" is 100, Art. 15(1)(b)`,
	}, have)
}

// A rule that had nothing to look at is not one that was kept.
func TestRulesWithNothingToCheck(t *testing.T) {
	t.Parallel()
	report, err := open(t, folder(t, "10_AMAR.csv", recipients("> 45"))).Lint(transparency.LintOptions{})
	require.NoError(t, err)
	assert.Equal(t, 2, report.Summary.Errors)
	assert.Equal(t, len(transparency.Rules()), report.Summary.Checked+report.Summary.NotChecked)
	checked := map[string]int{}
	for _, r := range report.Rules {
		checked[r.ID] = r.Checked
	}
	assert.Equal(t, 1, checked["range"], "the one cell for a number")
	assert.Equal(t, 1, checked["amar-states-missing"])
	assert.Zero(t, checked["amar-sum"], "there is no number to compare")
	assert.Zero(t, checked["published-late"], "there is no part 1")
	assert.Zero(t, checked["outcomes-sum"], "there is no part 7")
}

// What several parts say of the same thing is compared.
func TestPartsBesideEachOther(t *testing.T) {
	t.Parallel()
	automated := func(measures, notices string) string {
		return head7 + auto + "Number of measures solely taken by automated means,Own-initiative," + measures + ",\n" +
			auto + "Number of measures not taken by automated means,Own-initiative,40,\n" +
			auto + "Number of notices solely processed by automated means,NAM Total," + notices + ",\n" +
			auto + "Number of notices not processed by automated means,NAM Total,30,\n"
	}
	for _, c := range []struct {
		note, automated string
		want            []string
	}{
		{"all add up", automated("60", "70"), nil},
		{"a tenth more measures can be counted otherwise", automated("70", "70"), nil},
		{"more measures than that", automated("71", "70"), []string{"automated-own-initiative@G2"}},
		{"one notice more", automated("60", "71"), []string{"automated-notices@G4"}},
	} {
		var have []string
		for _, f := range found(t, open(t, folder(t, "4_notices.csv", head4+row4+"\n", "6_own_initiative_TC.csv", head6+all+"TOTAL,,100\n", "8_automated_means.csv", c.automated))) {
			if strings.HasPrefix(f, "automated-") {
				have = append(have, f)
			}
		}
		if c.want == nil {
			assert.Empty(t, have, c.note)
			continue
		}
		assert.Equal(t, c.want, have, c.note)
	}
}
