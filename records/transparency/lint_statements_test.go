package transparency_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/records/lint"
	"github.com/dsaeval/dsaeval/records/transparency"
)

// halfYear is a report with 1000 measures under the terms, 200 against illegal
// content and 50 actions after notices.
func halfYear(t *testing.T) *transparency.Report {
	t.Helper()
	return open(t, folder(t,
		"1_summary.csv", identification("2026-02-27", "2025-08-28", "2025-07-01", "2025-12-31"),
		"4_notices.csv", head4+all+"TOTAL,,60,0,60,0,5,,20,0,30,0\n",
		"5_own_initiative_illegal.csv", strings.Replace(head6, "Category of incompatibility with the provider's terms and conditions", "Category of illegal content", 1)+all+"TOTAL,,200\n",
		"6_own_initiative_TC.csv", head6+all+"TOTAL,,1000\n"))
}

func compared(t *testing.T, change func(*lint.Statements)) ([]string, error) {
	t.Helper()
	statements := &lint.Statements{
		Platform: "S", From: "2025-07-01", To: "2025-12-31", Days: 184,
		OwnInitiativeTerms: 1000, OwnInitiativeIllegal: 200, Notices: 50,
	}
	change(statements)
	report, err := halfYear(t).Lint(transparency.LintOptions{Statements: statements})
	if err != nil {
		return nil, err
	}
	var found []string
	for _, f := range report.Findings {
		if slices.Contains([]string{"statements-terms", "statements-illegal", "statements-notices"}, f.Rule) {
			found = append(found, f.Rule+"@"+f.Cell)
			assert.Equal(t, lint.Warning, f.Severity)
		}
	}
	for _, r := range report.Rules {
		if r.ID == "statements-terms" {
			assert.Equal(t, 1, r.Checked)
		}
	}
	return found, nil
}

// Only another order of magnitude is worth a word: reports count measures, the
// database decisions on single contents.
func TestStatementsOfAnotherOrder(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		note   string
		change func(*lint.Statements)
		want   []string
	}{
		{"equal", func(*lint.Statements) {}, nil},
		{"ten times as many", func(s *lint.Statements) { s.OwnInitiativeTerms = 10_000 }, nil},
		{"more than ten times as many", func(s *lint.Statements) { s.OwnInitiativeTerms = 10_001 }, []string{"statements-terms@F2"}},
		{"a tenth", func(s *lint.Statements) { s.OwnInitiativeTerms = 100 }, nil},
		{"less than a tenth", func(s *lint.Statements) { s.OwnInitiativeTerms = 99 }, []string{"statements-terms@F2"}},
		{"none at all", func(s *lint.Statements) { s.OwnInitiativeIllegal = 0 }, []string{"statements-illegal@F2"}},
		{"few in all", func(s *lint.Statements) { s.Notices = 0 }, nil},
		{"many after notices", func(s *lint.Statements) { s.Notices = 501 }, []string{"statements-notices@L2"}},
		{"nine tenths of the days", func(s *lint.Statements) { s.Days = 166 }, nil},
	} {
		have, err := compared(t, c.change)
		require.NoError(t, err, c.note)
		assert.Equal(t, c.want, have, c.note)
	}
}

// What cannot be compared is an error: silence would read as agreement.
func TestStatementsThatCannotBeCompared(t *testing.T) {
	t.Parallel()
	_, err := compared(t, func(s *lint.Statements) { s.Days = 165 })
	require.ErrorIs(t, err, transparency.ErrNotComparable)
	require.ErrorContains(t, err, "they cover 165 of the 184 days from 2025-07-01 to 2025-12-31")
	options := transparency.LintOptions{Statements: &lint.Statements{Days: 184}}
	_, err = open(t, folder(t, "1_summary.csv", identification("2026-02-27", "2025-08-28", "2025-07-01", "2025-12-31"))).Lint(options)
	require.ErrorContains(t, err, "no total of measures in parts 4 to 6")
	_, err = open(t, folder(t, "10_AMAR.csv", head10+"Only for VLOPs,S,,AMAR,Number of average monthly active recipients during the reporting period ,TOTAL,1\n")).Lint(options)
	require.ErrorContains(t, err, "it does not tell its period")
}
