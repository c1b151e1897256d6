package report

import (
	"errors"
	"fmt"
	"time"
)

// Day is a calendar day, written YYYY-MM-DD with all its zeros, as facts, policies and
// reports write it. Days compare with ==, <, and as keys of maps; a constant needs no
// conversion. The zero Day, the empty text, is no day: what nobody said. It is neither
// before nor after another, and no number of days leads away from it.
//
// A conversion from text checks nothing; [ParseDay] does, as do reading and writing JSON
// and YAML.
type Day string

// ParseDay reads a real calendar day of a year of four digits.
func ParseDay(text string) (Day, error) {
	d := Day(text)
	if _, err := d.Time(); err != nil {
		return "", err
	}
	return d, nil
}

// DayOf is the day of a time, in the location of the time.
func DayOf(t time.Time) Day { return Day(t.Format(time.DateOnly)) }

// Time is the beginning of the day in UTC. The error says that it is none.
func (d Day) Time() (time.Time, error) {
	t, err := time.Parse(time.DateOnly, string(d))
	if err != nil || len(d) != len(time.DateOnly) {
		const most = 40
		text := []rune(string(d))
		if len(text) > most {
			text = append(text[:most], '…')
		}
		return time.Time{}, fmt.Errorf("%q is not a calendar day YYYY-MM-DD", string(text))
	}
	return t, nil
}

// Valid reports whether it is a real day.
func (d Day) Valid() bool {
	_, err := d.Time()
	return err == nil
}

// Before reports whether both are days and this is the earlier.
func (d Day) Before(other Day) bool { return d.Valid() && other.Valid() && d < other }

// After reports whether both are days and this is the later.
func (d Day) After(other Day) bool { return other.Before(d) }

// AddDays is the day so many days later, or earlier for fewer than none; the day itself
// where it is none.
func (d Day) AddDays(n int) Day {
	t, err := d.Time()
	if err != nil {
		return d
	}
	return DayOf(t.AddDate(0, 0, n))
}

// MarshalText writes the day, and nothing for the zero one.
func (d Day) MarshalText() ([]byte, error) {
	if _, err := d.Time(); d != "" && err != nil {
		return nil, err
	}
	return []byte(d), nil
}

// UnmarshalText reads a day, or nothing.
func (d *Day) UnmarshalText(text []byte) error {
	if d == nil {
		return errors.New("there is nowhere to put a day")
	}
	if len(text) == 0 {
		*d = ""
		return nil
	}
	day, err := ParseDay(string(text))
	if err == nil {
		*d = day
	}
	return err
}
