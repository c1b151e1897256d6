package sor

import (
	"time"

	"github.com/dsaeval/dsaeval/internal/document"
)

// parseDay reads YYYY-MM-DD HH:MM:SS, or the day alone, as days since 1970.
// Times are not used: of the three dates of a statement two have none.
func parseDay(b []byte) (int32, bool) {
	if len(b) != 19 && len(b) != 10 || b[4] != '-' || b[7] != '-' {
		return 0, false
	}
	if len(b) == 19 {
		hour, ok1 := digits(b[11:13])
		minute, ok2 := digits(b[14:16])
		second, ok3 := digits(b[17:19])
		if b[10] != ' ' || b[13] != ':' || b[16] != ':' || !ok1 || !ok2 || !ok3 || hour > 23 || minute > 59 || second > 60 {
			return 0, false
		}
	}
	century, ok1 := digits(b[0:2])
	year, ok2 := digits(b[2:4])
	month, ok3 := digits(b[5:7])
	dayOfMonth, ok4 := digits(b[8:10])
	if !ok1 || !ok2 || !ok3 || !ok4 {
		return 0, false
	}
	t := time.Date(century*100+year, time.Month(month), dayOfMonth, 0, 0, 0, 0, time.UTC)
	if int(t.Month()) != month || t.Day() != dayOfMonth {
		return 0, false // 31 June and the like
	}
	return int32(floorDiv(t.Unix(), 86400)), true
}

// firstDay and lastDay are those that facts can be reckoned with from.
var (
	firstDay, _ = ParseDay(document.FirstDay)
	lastDay, _  = ParseDay(document.LastDay)
)

func digits(b []byte) (int, bool) {
	high, low := b[0]-'0', b[1]-'0'
	return int(high)*10 + int(low), high <= 9 && low <= 9
}

func floorDiv(a, b int64) int64 {
	q := a / b
	if a%b < 0 {
		q--
	}
	return q
}

// ParseDay reads YYYY-MM-DD as days since 1970-01-01.
func ParseDay(s string) (int32, bool) {
	if len(s) != 10 {
		return 0, false
	}
	return parseDay([]byte(s))
}

// FormatDay is the reverse of [ParseDay].
func FormatDay(day int32) string { return date(day).Format(time.DateOnly) }

func date(day int32) time.Time { return time.Unix(int64(day)*86400, 0).UTC() }

func dayOf(year int, month time.Month, day int) int32 {
	return int32(floorDiv(time.Date(year, month, day, 0, 0, 0, 0, time.UTC).Unix(), 86400))
}
