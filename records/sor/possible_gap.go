package sor

import "fmt"

// gap says why statements of a platform and period may not have been counted,
// "" if nothing suggests it. What the database holds is compared with what the
// provider sent, and what was not counted must not look as if it was not sent.
func (a *Aggregate) gap(s *Summary) string {
	var rejected, unread int64
	parts, unnamed := 0, false
	for _, f := range a.files {
		day, known := ParseDay(f.Day)
		if known && (day < s.First || day > s.Last || f.Slug != "global" && f.Slug != Slug(s.Platform)) {
			continue
		}
		rejected += f.Rejected
		unread += f.Unread
		unnamed = unnamed || !known
		if f.Part != "" {
			parts++
		}
	}
	days := int(s.Last-s.First) + 1
	switch {
	case unread > 0:
		return fmt.Sprintf("%d archives could not be read", unread)
	case rejected > 0:
		return fmt.Sprintf("%d rows were rejected", rejected)
	case parts > 0:
		return fmt.Sprintf("%d files are parts of a day, and there may be others", parts)
	case unnamed && a.grouping.Period != All:
		return "the names of the files do not tell which days of the period they hold"
	case !unnamed && a.DaysOf(s.Platform, s.First, s.Last) < days:
		return fmt.Sprintf("%d of %d days are missing", days-a.DaysOf(s.Platform, s.First, s.Last), days)
	}
	return ""
}
