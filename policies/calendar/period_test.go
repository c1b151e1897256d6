package calendar

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

func day(t testing.TB, text string) time.Time {
	t.Helper()
	d, err := time.Parse(time.DateOnly, text)
	require.NoError(t, err)
	return d
}

// TestPeriodEnd counts as the Regulation does, Article by Article.
func TestPeriodEnd(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		note  string
		start string
		n     int
		unit  Unit
		place string
		want  string
	}{
		{"Art. 3(1): the day of the event does not count", "2025-06-02", 1, Days, "IE", "2025-06-03"},
		{"Art. 3(2)(c): the day of the same date", "2025-05-14", 1, Months, "IE", "2025-06-16"},
		{"Art. 3(2)(c): the last day of a shorter month", "2023-10-31", 4, Months, "IE", "2024-02-29"},
		{"Art. 3(4): a Saturday moves the end to Monday", "2025-11-10", 2, Months, "IE", "2026-01-12"},
		{"Art. 3(4): so does a holiday of the State", "2025-01-17", 2, Months, "IE", "2025-03-18"},
		{"but not one of another State", "2025-01-17", 2, Months, "DE", "2025-03-17"},
		{"Christmas is a holiday everywhere, the day after not", "2025-11-25", 1, Months, "FR", "2025-12-26"},
		{"in Ireland it is, and a weekend follows", "2025-11-25", 1, Months, "IE", "2025-12-29"},
		{"the institutions rest until the New Year is over", "2025-11-25", 1, Months, Institutions, "2026-01-05"},
		{"wherever the State is, it ends no earlier", "2025-11-25", 1, Months, Earliest, "2025-12-26"},
		{"and no later", "2025-11-25", 1, Months, Latest, "2025-12-29"},
		{"Art. 3(5): two days from a Friday hold two working days", "2025-06-13", 2, Days, "IE", "2025-06-17"},
		{"Art. 3(5): a week over Easter does anyway", "2025-04-17", 1, Weeks, "DE", "2025-04-24"},
		{"one day need hold only one", "2025-06-13", 1, Days, "IE", "2025-06-16"},
		{"working days leave weekends and holidays out", "2025-04-16", 3, WorkingDays, "DE", "2025-04-23"},
		{"years end on the same date", "2024-02-29", 1, Years, "IE", "2025-02-28"},
		{"a place that is no Member State has only common holidays", "2025-01-17", 2, Months, "GB", "2025-03-17"},
		{"beyond the table only common holidays are known", "2029-01-17", 2, Months, "IE", "2029-03-19"},
		{"no time at all ends at once", "2025-06-04", 0, Days, "IE", "2025-06-04"},
	} {
		t.Run(c.note, func(t *testing.T) {
			t.Parallel()
			end, err := PeriodEnd(day(t, c.start), c.n, c.unit, c.place)
			require.NoError(t, err)
			require.Equal(t, c.want, end.Format(time.DateOnly))
		})
	}
}

func TestPeriodsThatCannotBeCounted(t *testing.T) {
	t.Parallel()
	_, err := PeriodEnd(day(t, "2025-06-02"), 1, "fortnights", "IE")
	require.ErrorContains(t, err, "no unit")
	_, err = PeriodEnd(day(t, "2025-06-02"), -1, Months, "IE")
	require.ErrorContains(t, err, "cannot be counted")
}

func TestLastDay(t *testing.T) {
	t.Parallel()
	for given, want := range map[string]string{
		"2023-02-17": "2023-02-17", // a Friday
		"2025-03-01": "2025-03-03", // a Saturday
		"2025-12-25": "2025-12-29", // Christmas, St Stephen's Day and a weekend
	} {
		end, err := LastDay(day(t, given), "IE")
		require.NoError(t, err)
		require.Equal(t, want, end.Format(time.DateOnly))
	}
}

// TestEarliestAndLatest holds each State between the two, for every day of the
// table.
func TestEarliestAndLatest(t *testing.T) {
	t.Parallel()
	for start := day(t, "2022-01-01"); start.Year() < 2028; start = start.AddDate(0, 0, 1) {
		first, err := LastDay(start, Earliest)
		require.NoError(t, err)
		last, err := LastDay(start, Latest)
		require.NoError(t, err)
		var met [2]bool
		for _, state := range MemberStates() {
			end, err := LastDay(start, state)
			require.NoError(t, err)
			require.False(t, end.Before(first) || end.After(last), "%s in %s", start, state)
			met[0], met[1] = met[0] || end.Equal(first), met[1] || end.Equal(last)
		}
		require.Equal(t, [2]bool{true, true}, met, "%s", start)
	}
}

// TestTable holds the table to what must be in it.
func TestTable(t *testing.T) {
	t.Parallel()
	require.Len(t, MemberStates(), 27)
	for place, of := range places() {
		for year := 2022; year <= 2027; year++ {
			require.GreaterOrEqual(t, len(of[year]), 8, "%s %d", place, year)
			require.True(t, of.has(time.Date(year, 1, 1, 0, 0, 0, 0, time.UTC)), "%s %d", place, year)
			require.True(t, of.has(time.Date(year, 12, 25, 0, 0, 0, 0, time.UTC)), "%s %d", place, year)
		}
	}
	_, err := parse("place,year,days\nIE,2025,02-30\n")
	require.ErrorContains(t, err, "IE 2025")
	_, err = parse("place,year,days\nIE,soon,02-03\n")
	require.ErrorContains(t, err, "IE")
}
