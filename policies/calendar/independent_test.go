package calendar

import (
	"encoding/json"
	"fmt"
	"os"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// differences are the days on which the table and the list of date-holidays
// differ, each with the reason why the table is kept.
var differences = map[string]func(day time.Time) bool{
	// The Labour Code, Art. 154, has 26 December and gives a working day for each
	// holiday but Easter that falls on a weekend; the list has neither.
	"BG": func(time.Time) bool { return true },
	// The list has Clean Monday on a Tuesday.
	"CY": func(day time.Time) bool { return day.Month() <= time.March || day.Month() == time.June },
	// The list counts a substitute day that only some regions gave.
	"ES": func(day time.Time) bool { return day.Format(time.DateOnly) == "2022-12-26" },
	// By decision 1 May was kept on 2 May 2022 and on 7 May 2024.
	"GR": func(day time.Time) bool { return day.Month() == time.May && (day.Year() == 2022 || day.Year() == 2024) },
	// A single day of remembrance.
	"IE": func(day time.Time) bool { return day.Format(time.DateOnly) == "2022-03-18" },
	// The day after the Song Festival.
	"LV": func(day time.Time) bool { return day.Format(time.DateOnly) == "2023-07-10" },
	// The Algemene termijnenwet, Art. 3, equates Good Friday and has 5 May each year.
	"NL": func(day time.Time) bool { return day.Month() <= time.May },
	// 2 January is a holiday; 6 and 7 January are only from 2024.
	"RO": func(day time.Time) bool { return day.Month() == time.January },
	// A single day of solidarity after the floods.
	"SI": func(day time.Time) bool { return day.Format(time.DateOnly) == "2023-08-14" },
}

// TestIndependentList compares the table with that of the npm package
// date-holidays, on the days that are no weekend. It runs in development only,
// with DATE_HOLIDAYS naming what testdata/independent.mjs printed.
func TestIndependentList(t *testing.T) {
	t.Parallel()
	file := os.Getenv("DATE_HOLIDAYS")
	if file == "" {
		t.Skip("DATE_HOLIDAYS does not name the output of testdata/independent.mjs")
	}
	content, err := os.ReadFile(file)
	require.NoError(t, err)
	var list map[string][]string
	require.NoError(t, json.Unmarshal(content, &list))
	compared := 0
	for _, state := range MemberStates() {
		for year := 2022; year <= 2027; year++ {
			theirs := map[string]bool{}
			for _, d := range list[fmt.Sprintf("%s %d", state, year)] {
				theirs[d] = true
			}
			for d := time.Date(year, 1, 1, 0, 0, 0, 0, time.UTC); d.Year() == year; d = d.AddDate(0, 0, 1) {
				if d.Weekday() == time.Saturday || d.Weekday() == time.Sunday {
					continue
				}
				compared++
				if explained := differences[state]; explained != nil && explained(d) {
					continue
				}
				require.Equal(t, theirs[d.Format(time.DateOnly)], holidaysOf(state).has(d), "%s on %s", state, d.Format(time.DateOnly))
			}
		}
	}
	t.Logf("%d days compared", compared)
}
