// Package calendar counts periods as Regulation (EEC, Euratom) No 1182/71 does,
// with the public holidays of the Member States and of the institutions.
//
// It is for periods within which something has to be done. The first day of a
// duty, days of grace, and periods during which something is kept or kept open
// do not move; they are counted with [AddMonths] alone.
package calendar

import (
	"fmt"
	"time"
)

// Unit is what a period is expressed in.
type Unit string

// The units of Art. 3. Of days, weeks, months and years every day counts, of
// working days only those that are no Saturday, Sunday or holiday.
const (
	Days        Unit = "days"
	WorkingDays Unit = "working_days"
	Weeks       Unit = "weeks"
	Months      Unit = "months"
	Years       Unit = "years"
)

// Places whose holidays move the end of a period, beside the Member States by
// their codes.
const (
	// Institutions: for what has to be done towards the Commission or another
	// institution of the Union.
	Institutions = "institutions"
	// Earliest and Latest: the first and the last day on which the period can
	// end, whichever the Member State is.
	Earliest = "earliest"
	Latest   = "latest"
)

// PeriodEnd returns the last day of a period that an event on the start day
// begins (Art. 3(1)): the day n units later, in months and years the last day
// of a shorter month (Art. 3(2)(c)), moved to the next working day (Art. 3(4)),
// and so late that a period of two days or more holds two working days
// (Art. 3(5)). For a place that is no Member State only those days are holidays
// that are so in all of them.
//
// It fails if the unit is not known or the day leaves the years of four digits.
func PeriodEnd(start time.Time, n int, unit Unit, place string) (time.Time, error) {
	if n < 0 || n > 366*100 {
		return time.Time{}, fmt.Errorf("a period of %d %s cannot be counted", n, unit)
	}
	return atPlace(place, func(h holidays) (time.Time, error) { return h.periodEnd(start, n, unit) })
}

// LastDay returns the end of a period whose last day is given: that day or, if
// it is none, the next working day (Art. 3(4)).
func LastDay(day time.Time, place string) (time.Time, error) {
	return atPlace(place, func(h holidays) (time.Time, error) { return h.next(day), nil })
}

// AddMonths returns the same day n months later or, where that month is
// shorter, its last day (Art. 3(2)(c)).
func AddMonths(day time.Time, n int) time.Time {
	first := time.Date(day.Year(), day.Month()+time.Month(n), 1, 0, 0, 0, 0, time.UTC)
	last := first.AddDate(0, 1, -1).Day()
	return first.AddDate(0, 0, min(day.Day(), last)-1)
}

// CycleEnd returns the day that lies a number of months after the end of a yearly
// cycle: of the cycles that begin on start, the one in which a day lies. A cycle
// ends with the day of the year on which it began; what lies before the first
// counts as done on start.
func CycleEnd(start, day time.Time, months int) time.Time {
	cycles := 0
	for AddMonths(start, 12*cycles).Before(day) {
		cycles++
	}
	return AddMonths(start, 12*cycles+months)
}

// atPlace counts with the holidays of a place or, for the earliest and the
// latest end, with those of each Member State.
func atPlace(place string, count func(holidays) (time.Time, error)) (time.Time, error) {
	if place != Earliest && place != Latest {
		return count(holidaysOf(place))
	}
	var found time.Time
	for _, state := range MemberStates() {
		end, err := count(holidaysOf(state))
		if err != nil {
			return time.Time{}, err
		}
		if found.IsZero() || (place == Earliest) == end.Before(found) && !end.Equal(found) {
			found = end
		}
	}
	return found, nil
}

func (h holidays) periodEnd(start time.Time, n int, unit Unit) (time.Time, error) {
	end := start
	switch unit {
	case Days:
		end = start.AddDate(0, 0, n)
	case Weeks:
		end = start.AddDate(0, 0, 7*n)
	case Months:
		end = AddMonths(start, n)
	case Years:
		end = AddMonths(start, 12*n)
	case WorkingDays:
		for range n {
			end = h.next(end.AddDate(0, 0, 1))
		}
		return end, nil
	default:
		return end, fmt.Errorf("%q is no unit of a period; expected days, working_days, weeks, months or years", unit)
	}
	end = h.next(end)
	if unit == Days && n < 2 || n == 0 {
		return end, nil
	}
	for h.workingDays(start, end, 2) < 2 {
		end = h.next(end.AddDate(0, 0, 1))
	}
	return end, nil
}

// workingDays counts the working days after one day up to another, to a limit.
func (h holidays) workingDays(after, upTo time.Time, limit int) int {
	count := 0
	for day := h.next(after.AddDate(0, 0, 1)); !day.After(upTo) && count < limit; day = h.next(day.AddDate(0, 0, 1)) {
		count++
	}
	return count
}

// next returns the day itself or the next one that is a working day.
func (h holidays) next(day time.Time) time.Time {
	for day.Weekday() == time.Saturday || day.Weekday() == time.Sunday || h.has(day) {
		day = day.AddDate(0, 0, 1)
	}
	return day
}
