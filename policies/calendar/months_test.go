package calendar

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

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

func TestCycleEnd(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		start, day string
		months     int
		want       string
	}{
		{"2023-08-25", "2023-01-01", 0, "2023-08-25"},
		{"2023-08-25", "2023-08-25", 0, "2023-08-25"},
		{"2023-08-25", "2023-08-26", 0, "2024-08-25"},
		{"2023-08-25", "2024-08-25", 0, "2024-08-25"},
		{"2023-08-25", "2024-08-26", 0, "2025-08-25"},
		{"2023-08-25", "2023-12-31", 15, "2025-11-25"},
		{"2024-02-29", "2025-02-28", 12, "2026-02-28"},
		{"2024-02-29", "2025-03-01", 0, "2026-02-28"},
		{"2024-02-29", "2027-06-01", 0, "2028-02-29"},
	} {
		if got := CycleEnd(day(t, c.start), day(t, c.day), c.months).Format(time.DateOnly); got != c.want {
			t.Errorf("%d months after the cycle of %s since %s: want %s, have %s", c.months, c.day, c.start, c.want, got)
		}
	}
}
