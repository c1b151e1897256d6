package calendar

import (
	"fmt"
	"io"
	"strings"

	"github.com/mattn/go-runewidth"

	"github.com/dsaeval/dsaeval/internal/words"
	"github.com/dsaeval/dsaeval/internal/writing"
)

// textWidth is the number of columns that no entry exceeds.
const textWidth = 100

// TextOption changes how [WriteText] writes.
type TextOption func(*text)

// Long adds below each entry what is found on the day after, the facts that it
// rests on with their places, and those that are missing.
func Long() TextOption { return func(t *text) { t.long = true } }

type text struct {
	strings.Builder
	long bool
	file string
}

// WriteText writes a calendar for people, one line for each entry: what is
// overdue, what comes, what has no day, what is done.
func WriteText(w io.Writer, c *Calendar, options ...TextOption) error {
	t := &text{}
	for _, option := range options {
		option(t)
	}
	for _, file := range c.Provenance.Facts {
		t.file = file.File
	}
	name := c.Service.Name
	if name == "" {
		name = t.file
	}
	t.line("%s, %s to %s", runewidth.Truncate(name, textWidth-len(", 2006-01-02 to 2006-01-02"), "…"), c.AssessmentDate, c.Until)
	section := -1
	for _, e := range c.Entries {
		if rank := e.rank(); rank != section {
			section = rank
			t.line("")
			t.line("%s", headings[rank])
		}
		t.entry(e)
	}
	if len(c.Entries) == 0 {
		t.line("")
		t.line("Nothing begins, ends or falls due.")
	}
	_, err := io.WriteString(w, t.String())
	return err
}

var headings = []string{
	"Overdue, or perhaps", "Ahead", "Without a day, because facts are missing",
	"Without a day, and only if it applies", "Done",
}

func (t *text) line(format string, args ...any) {
	line := fmt.Sprintf(format, args...)
	t.WriteString(writing.Harmless(strings.TrimRight(line, " ")) + "\n")
}

func (t *text) entry(e Entry) {
	start := fmt.Sprintf("  %s  %-9s %-8s ", e.Day(), e.Label(), e.Article)
	if e.Day() == "" {
		start = fmt.Sprintf("  %-9s ", e.Article)
	}
	t.line("%s%s%s", start, runewidth.Truncate(e.Title, textWidth-len(start)-len(e.Limits()), "…"), e.Limits())
	if !t.long {
		return
	}
	for _, g := range e.Grounds {
		if e.Kind == Due {
			t.line("      else: %s", g.Message)
		}
	}
	for _, f := range e.Facts {
		t.line("      rests on %s", words.Evidence(t.file, f.Evidence()))
	}
	for _, m := range e.Missing {
		t.line("      missing: %s (%s)", m.Question, words.Fact(m.Pointer))
	}
}

// Label is the kind of an entry or, where that says more, its status.
func (e Entry) Label() string {
	switch {
	case e.Kind == Ends && e.Status == Overdue:
		return "ended"
	case e.Kind != Due:
		return string(e.Kind)
	case e.Status == Overdue:
		return "overdue"
	case e.Status == Unclear && e.Day() != "":
		return "overdue?"
	case e.Status == Done:
		return "done"
	case e.Status == DoneLate:
		return "done late"
	}
	return "due"
}

// Limits says in brackets what the day does not.
func (e Entry) Limits() string {
	var limits []string
	if !e.Certain && e.Day() != "" {
		limits = append(limits, "if it applies")
	}
	switch {
	case e.Day() == "" && len(e.Missing) == 1:
		limits = append(limits, "1 fact missing")
	case e.Day() == "":
		limits = append(limits, fmt.Sprintf("%d facts missing", len(e.Missing)))
	case e.Earliest == nil:
		limits = append(limits, "at the latest")
	case e.Latest == nil && e.Status == Open:
		limits = append(limits, "if not done")
	case e.Latest != nil && !e.Exact():
		limits = append(limits, "or later, up to "+string(*e.Latest))
	}
	if len(limits) == 0 {
		return ""
	}
	return " (" + strings.Join(limits, "; ") + ")"
}
