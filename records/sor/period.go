package sor

import (
	"fmt"
	"slices"
	"strings"
	"time"
)

// Period is the stretch of time over which statements are counted together.
type Period string

// Periods. All is the zero value: everything that was read.
const (
	All      Period = ""
	Day      Period = "day"
	Month    Period = "month"
	Quarter  Period = "quarter"
	HalfYear Period = "half-year"
	Year     Period = "year"
)

var periods = []Period{Day, Month, Quarter, HalfYear, Year}

// Grouping says which statements are counted together. Statements of the two
// schema versions never are.
type Grouping struct {
	// AllPlatforms counts all platforms together.
	AllPlatforms bool `json:"all_platforms,omitempty"`
	// Period counts each period apart.
	Period Period `json:"period,omitempty"`
}

// ParseGrouping reads what --group-by says: platform, and one period.
func ParseGrouping(words []string) (Grouping, error) {
	g := Grouping{AllPlatforms: true}
	for _, word := range words {
		switch {
		case word == "platform":
			g.AllPlatforms = false
		case word == "none" && len(words) == 1:
		case slices.Contains(periods, Period(word)) && g.Period == All:
			g.Period = Period(word)
		case slices.Contains(periods, Period(word)):
			return g, fmt.Errorf("two periods, %s and %s", g.Period, word)
		default:
			return g, fmt.Errorf("%q is not something to group by; expected platform, %s, or none", word, list3())
		}
	}
	return g, nil
}

func list3() string {
	var names []string
	for _, p := range periods {
		names = append(names, string(p))
	}
	return strings.Join(names, ", ")
}

// start returns the first day of the period that a day lies in.
func (p Period) start(day int32) int32 {
	if p == All {
		return 0
	}
	if p == Day {
		return day
	}
	t := date(day)
	month := t.Month()
	switch p {
	case Quarter:
		month -= (month - 1) % 3
	case HalfYear:
		month -= (month - 1) % 6
	case Year:
		month = time.January
	}
	return dayOf(t.Year(), month, 1)
}

// end returns the last day of the period that begins on a day.
func (p Period) end(start int32) int32 {
	t := date(start)
	switch p {
	case Month:
		return int32(floorDiv(t.AddDate(0, 1, 0).Unix(), 86400)) - 1
	case Quarter:
		return int32(floorDiv(t.AddDate(0, 3, 0).Unix(), 86400)) - 1
	case HalfYear:
		return int32(floorDiv(t.AddDate(0, 6, 0).Unix(), 86400)) - 1
	case Year:
		return int32(floorDiv(t.AddDate(1, 0, 0).Unix(), 86400)) - 1
	}
	return start
}
