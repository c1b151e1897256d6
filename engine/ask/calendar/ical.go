package calendar

import (
	"bytes"
	"fmt"
	"io"
	"strings"
	"time"

	ical "github.com/arran4/golang-ical"

	"github.com/dsaeval/dsaeval/internal/words"
)

// WriteICal writes the entries of calendars that have a day and are not done as
// events of RFC 5545 that last a whole day. They are stamped with the assessment
// date, so that the same facts give the same bytes.
func WriteICal(w io.Writer, calendars ...*Calendar) error {
	out := ical.NewCalendar()
	out.SetProductId("-//dsaeval//evaluate calendar//EN")
	out.SetMethod(ical.MethodPublish)
	for _, c := range calendars {
		stamp, err := time.Parse(time.DateOnly, string(c.AssessmentDate))
		if err != nil {
			return err
		}
		for _, e := range c.Entries {
			if e.Day() == "" || e.Status == Done || e.Status == DoneLate {
				continue
			}
			on, err := time.Parse(time.DateOnly, string(e.Day()))
			if err != nil {
				return err
			}
			event := out.AddEvent(e.UID)
			event.SetDtStampTime(stamp)
			event.SetAllDayStartAt(on)
			event.SetAllDayEndAt(on.AddDate(0, 0, 1))
			event.SetSummary(summary(c, e))
			event.SetDescription(description(c, e))
			event.AddCategory(string(e.Kind))
			event.SetTimeTransparency(ical.TransparencyTransparent)
		}
	}
	// The library does not tell that a write failed.
	var content bytes.Buffer
	if err := out.SerializeTo(&content, ical.WithNewLineWindows); err != nil {
		return err
	}
	_, err := content.WriteTo(w)
	return err
}

func summary(c *Calendar, e Entry) string {
	text := fmt.Sprintf("%s: %s %s%s", e.Label(), words.Cite(e.Article), e.Title, e.Limits())
	if c.Service.Name != "" {
		text = c.Service.Name + " – " + text
	}
	return text
}

func description(c *Calendar, e Entry) string {
	file := ""
	for _, f := range c.Provenance.Facts {
		file = f.File
	}
	var lines []string
	for _, g := range e.Grounds {
		if e.Kind == Due {
			lines = append(lines, "Else: "+g.Message)
		}
	}
	for _, f := range e.Facts {
		lines = append(lines, "Rests on "+words.Evidence(file, f.Evidence()))
	}
	for _, m := range e.Missing {
		lines = append(lines, "Missing: "+m.Question)
	}
	lines = append(lines, "If the facts stay as they were on "+string(c.AssessmentDate)+". "+strings.Join(e.Obligations, ", "))
	return strings.Join(lines, "\n")
}
