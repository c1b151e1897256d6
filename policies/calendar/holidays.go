package calendar

import (
	_ "embed"
	"encoding/csv"
	"fmt"
	"slices"
	"strings"
	"sync"
	"time"
)

//go:embed holidays.csv
var table string

// holidays are the public holidays of one place by year.
type holidays map[int]map[string]bool // year → MM-DD

// has reports whether a day is a holiday. In a year that the table does not
// hold, only New Year's Day and Christmas Day are: they are in every place.
func (h holidays) has(day time.Time) bool {
	of, known := h[day.Year()]
	if !known {
		of = everywhere
	}
	return of[day.Format("01-02")]
}

var everywhere = map[string]bool{"01-01": true, "12-25": true}

var places = sync.OnceValue(func() map[string]holidays {
	read, err := parse(table)
	if err != nil {
		panic(err) // the table is part of the program; a test reads it
	}
	return read
})

func holidaysOf(place string) holidays { return places()[place] }

// MemberStates returns the codes of the Member States, in their order.
var MemberStates = sync.OnceValue(func() []string {
	var states []string
	for place := range places() {
		if place != Institutions {
			states = append(states, place)
		}
	}
	slices.Sort(states)
	return states
})

// parse reads a table of place, year and days, MM-DD, separated by blanks.
func parse(content string) (map[string]holidays, error) {
	reader := csv.NewReader(strings.NewReader(content))
	reader.Comment = '#'
	rows, err := reader.ReadAll()
	if err != nil {
		return nil, fmt.Errorf("holidays: %w", err)
	}
	read := map[string]holidays{}
	for _, row := range rows[1:] {
		place, year := row[0], row[1]
		start, err := time.Parse("2006", year)
		if err != nil {
			return nil, fmt.Errorf("holidays: %s: %w", place, err)
		}
		if read[place] == nil {
			read[place] = holidays{}
		}
		days := map[string]bool{}
		for _, day := range strings.Fields(row[2]) {
			if _, err := time.Parse(time.DateOnly, year+"-"+day); err != nil {
				return nil, fmt.Errorf("holidays: %s %s: %w", place, year, err)
			}
			days[day] = true
		}
		read[place][start.Year()] = days
	}
	return read, nil
}
