package policy

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

func day(t *testing.T, s string) time.Time {
	t.Helper()
	d, err := time.Parse(time.DateOnly, s)
	require.NoError(t, err)
	return d
}

// TestAddMonths counts months as Regulation 1182/71, Art. 3(2)(c), does.
func TestAddMonths(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		note, from string
		months     int
		want       string
	}{
		{"the day keeps its number", "2023-04-25", 4, "2023-08-25"},
		{"a shorter month ends the period with its last day", "2023-10-31", 4, "2024-02-29"},
		{"outside leap years too", "2024-10-31", 4, "2025-02-28"},
		{"over the end of the year", "2023-12-21", 4, "2024-04-21"},
		{"backwards", "2024-03-31", -1, "2024-02-29"},
		{"a whole year from a leap day", "2024-02-29", 12, "2025-02-28"},
		{"no months", "2024-02-29", 0, "2024-02-29"},
	} {
		t.Run(c.note, func(t *testing.T) {
			require.Equal(t, c.want, AddMonths(day(t, c.from), c.months).Format(time.DateOnly))
		})
	}
}

// TestAddMonthsNeverSkips checks that the result lies in the month that it
// should and never later in it than the day it came from.
func TestAddMonthsNeverSkips(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		from := time.Date(2000, 1, 1, 0, 0, 0, 0, time.UTC).AddDate(0, 0, rapid.IntRange(0, 20000).Draw(t, "day"))
		n := rapid.IntRange(-200, 200).Draw(t, "months")
		got := AddMonths(from, n)
		months := (got.Year()-from.Year())*12 + int(got.Month()-from.Month())
		require.Equal(t, n, months)
		require.LessOrEqual(t, got.Day(), from.Day())
	})
}

// TestDeadline moves deadlines as Regulation 1182/71, Art. 3(4), does.
func TestDeadline(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ note, from, want string }{
		{"a working day stays", "2025-08-29", "2025-08-29"},
		{"a Saturday becomes Monday", "2026-02-28", "2026-03-02"},
		{"a Sunday becomes Monday", "2025-08-31", "2025-09-01"},
		{"a holiday becomes the next working day", "2025-12-25", "2025-12-29"},
	} {
		t.Run(c.note, func(t *testing.T) {
			holidays := map[string]bool{"2025-12-25": true, "2025-12-26": true}
			require.Equal(t, c.want, Deadline(day(t, c.from), holidays).Format(time.DateOnly))
		})
	}
}
