package document

import (
	"errors"
	"fmt"
	"time"
)

// IsDate reports whether a text is a real calendar day written YYYY-MM-DD, with
// all its zeros: such texts compare as the days do.
func IsDate(text string) bool {
	if len(text) != len(time.DateOnly) {
		return false
	}
	_, err := time.Parse(time.DateOnly, text)
	return err == nil
}

// FirstDay and LastDay are those that can be reckoned with: rules add periods of up to a
// thousand years and more, and a year has four digits. What lies beyond them is no day of
// anything that the law knows, but a way of writing "without end" or "not known".
const FirstDay, LastDay = "1900-01-01", "2199-12-31"

// InReach reports whether a calendar day can be reckoned with.
func InReach(day string) bool { return FirstDay <= day && day <= LastDay }

// CheckDay says what is wrong with a text that is to be a day: that it is none, or that it
// cannot be reckoned with.
func CheckDay(text string) error {
	switch {
	case !IsDate(text):
		return fmt.Errorf("%s is not a calendar day YYYY-MM-DD", Quoted(text))
	case !InReach(text):
		return errors.New(OutOfReach(text))
	}
	return nil
}

// OutOfReach says of a calendar day that it cannot be reckoned with.
func OutOfReach(day string) string {
	return fmt.Sprintf("%s; days are reckoned with from %s to %s", day, FirstDay, LastDay)
}
