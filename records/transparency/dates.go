package transparency

import (
	"fmt"
	"strconv"

	"github.com/dsaeval/dsaeval/internal/document"
	"github.com/dsaeval/dsaeval/internal/lazy"
)

// dateOrder is what the first of two numbers that can be a month is.
type dateOrder int

const (
	anyOrder dateOrder = iota
	dayFirst
	monthFirst
)

var (
	yearFirst = lazy.NewRegexp(`^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ]\d{1,2}:\d{2}.*)?$`)
	yearLast  = lazy.NewRegexp(`^(\d{1,2})([-/.])(\d{1,2})[-/.](\d{4})(?:[T ]\d{1,2}:\d{2}.*)?$`)
	// 31 August 2026, 31. August 2026, 1er août 2026, 31 de agosto de 2026; August 31st, 2026.
	inWords = lazy.NewRegexp(`^(?:\p{L}+,? )?(?:(\d{1,2})(?:st|nd|rd|th|er|\.?º|\.)?[ -](?:of |de )?(\p{L}{3,13})\.?,?[ -](?:de )?(\d{4})|(\p{L}{3,13})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4}))$`)
	compact = lazy.NewRegexp(`^(20\d{2})(\d{2})(\d{2})$`)
	serial  = lazy.NewRegexp(`^[345]\d{4}(\.\d+)?$`)
)

// dayOf reads a date in every form that can be read in one way only. The form
// YYYY-MM-DD is prescribed. Where day and month could be each other, the order
// has to come from other dates.
func dayOf(text string, order dateOrder) (day string, prescribed, ok bool) {
	if m := yearFirst.FindStringSubmatch(text); m != nil {
		day, ok = calendarDay(m[1], m[2], m[3])
		return day, day == text, ok
	}
	if m := compact.FindStringSubmatch(text); m != nil {
		day, ok = calendarDay(m[1], m[2], m[3])
		return day, false, ok
	}
	if m := inWords.FindStringSubmatch(text); m != nil {
		if m[1] != "" {
			day, ok = calendarDay(m[3], monthNumber(m[2]), m[1])
		} else {
			day, ok = calendarDay(m[6], monthNumber(m[4]), m[5])
		}
		return day, false, ok
	}
	m := yearLast.FindStringSubmatch(text)
	if m == nil {
		return "", false, false
	}
	if order == anyOrder {
		order = orderOf(text)
	}
	switch order {
	case dayFirst:
		day, ok = calendarDay(m[4], m[3], m[1])
	case monthFirst:
		day, ok = calendarDay(m[4], m[1], m[3])
	}
	return day, false, ok
}

// orderOf tells the order of day and month, if a date does: more than twelve is
// no month, and who writes points between them writes the day first.
func orderOf(text string) dateOrder {
	m := yearLast.FindStringSubmatch(text)
	if m == nil {
		return anyOrder
	}
	first, _ := strconv.Atoi(m[1])
	second, _ := strconv.Atoi(m[3])
	switch {
	case m[2] == "." || first > 12:
		return dayFirst
	case second > 12:
		return monthFirst
	}
	return anyOrder
}

// calendarDay is a day that there is, and that facts can be reckoned with from.
func calendarDay(year, month, dayOfMonth string) (string, bool) {
	y, _ := strconv.Atoi(year)
	m, _ := strconv.Atoi(month)
	d, _ := strconv.Atoi(dayOfMonth)
	day := fmt.Sprintf("%04d-%02d-%02d", y, m, d)
	return day, document.CheckDay(day) == nil
}
