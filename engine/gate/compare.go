package gate

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode"

	"github.com/dsaeval/dsaeval/engine/report"
	spoken "github.com/dsaeval/dsaeval/internal/words"
)

// WriteChanges says in text what is new and what is resolved since the baseline:
// a line for each, marked with + and -, and a line of totals. A finding is
// resolved where the obligation was judged and the finding is gone; where the
// obligation is undetermined now, that is said, because less is known then and
// nothing is solved.
func (b *Baseline) WriteChanges(w io.Writer, reports ...*report.Report) error {
	c := b.Changes(w)
	for _, r := range reports {
		c.Add(r)
	}
	return c.End()
}

// Changes is WriteChanges for reports that come one after the other: what is new is
// written at once, what is resolved in the end.
type Changes struct {
	w                    io.Writer
	baseline             *Baseline
	now                  []*report.Report // of the services that the baseline knows, with what tells findings apart
	new, known, resolved int
	err                  error
}

// Changes begins to write what has changed since the baseline.
func (b *Baseline) Changes(w io.Writer) *Changes { return &Changes{w: w, baseline: b} }

// Add tells what is new in a report.
func (c *Changes) Add(r *report.Report) {
	if c == nil || r == nil || c.w == nil {
		return
	}
	c.added(r)
	if c.baseline.of(r.Service.Name) != nil {
		c.now = append(c.now, outlineOf(r))
	}
}

// outlineOf keeps of a report what is needed to tell what is gone.
func outlineOf(r *report.Report) *report.Report {
	outline := &report.Report{Service: r.Service}
	for _, o := range r.Obligations {
		one := report.Obligation{ID: o.ID, Verdict: o.Verdict}
		for _, f := range o.Findings {
			one.Findings = append(one.Findings, report.Finding{Code: f.Code, Item: f.Item})
		}
		outline.Obligations = append(outline.Obligations, one)
	}
	return outline
}

// End tells what is resolved, and the totals.
func (c *Changes) End() error {
	switch {
	case c == nil || c.baseline == nil:
		return errors.New("there is no baseline to compare with")
	case c.w == nil:
		return errors.New("there is nothing to write to")
	}
	for _, old := range c.baseline.reports {
		// Of several reports about a service only the latest can tell what is gone.
		if c.baseline.of(old.Service.Name) == old {
			c.gone(old, c.now)
		}
	}
	c.printf("baseline: %d new, %d known, %d resolved\n", c.new, c.known, c.resolved)
	return c.err
}

func (c *Changes) printf(format string, args ...any) {
	if c.err == nil {
		_, c.err = fmt.Fprintf(c.w, format, args...)
	}
}

func (c *Changes) added(r *report.Report) {
	for _, o := range r.Obligations {
		switch o.Verdict {
		case report.Undetermined:
			c.count(c.baseline.undetermined(r.Service.Name, o.ID), o.Waived(), r, o, "undetermined")
		case report.Breach:
			for _, f := range o.Findings {
				c.count(c.baseline.finding(r.Service.Name, o.ID, f), o.WaiverOf(f) != nil, r, o, messageOf(f))
			}
		}
	}
}

func (c *Changes) count(known, waived bool, r *report.Report, o report.Obligation, message string) {
	switch {
	case known:
		c.known++
	case !waived:
		c.new++
		c.line("+", "new", r, o, message)
	}
}

func (c *Changes) line(sign, state string, r *report.Report, o report.Obligation, message string) {
	c.printf("%s %s: %s  %s  %s  [%s]\n", sign, state, plain(nameOf(r)), spoken.Provision(o.Article, o.Origin), plain(message), o.ID)
}

func (c *Changes) gone(old *report.Report, reports []*report.Report) {
	for _, o := range old.Obligations {
		now, judged := judgedNow(reports, old.Service.Name, o.ID)
		if !judged {
			continue
		}
		switch o.Verdict {
		case report.Undetermined:
			if !slices.ContainsFunc(now, func(n report.Obligation) bool { return n.Verdict == report.Undetermined }) {
				c.resolved++
				c.line("-", "resolved", old, o, "undetermined")
			}
		case report.Breach:
			for _, f := range o.Findings {
				c.finding(old, o, f, now)
			}
		}
	}
}

func (c *Changes) finding(old *report.Report, o report.Obligation, f report.Finding, now []report.Obligation) {
	id := identityOf(old.Service.Name, o.ID, f)
	stands := slices.ContainsFunc(now, func(n report.Obligation) bool {
		for _, g := range n.Findings {
			if n.Verdict == report.Breach && identityOf(old.Service.Name, n.ID, g) == id {
				return true
			}
		}
		return false
	})
	switch {
	case stands:
	case slices.ContainsFunc(now, func(n report.Obligation) bool { return n.Verdict == report.Undetermined }):
		c.line("?", "undetermined now", old, o, messageOf(f))
	default:
		c.resolved++
		c.line("-", "resolved", old, o, messageOf(f))
	}
}

func judgedNow(reports []*report.Report, service, id string) (list []report.Obligation, judged bool) {
	for _, r := range reports {
		for _, o := range r.Obligations {
			if r.Service.Name == service && o.ID == id {
				list = append(list, o)
			}
		}
	}
	return list, len(list) > 0
}

func nameOf(r *report.Report) string {
	if r.Service.Name == "" {
		return "a service without a name"
	}
	return r.Service.Name
}

func messageOf(f report.Finding) string { return f.Message + spoken.Element(f.Item) }

// plain keeps text on its line: names come from facts, and a terminal or a CI
// server would obey what some of them hold.
func plain(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsGraphic(r) && r != '\u2028' && r != '\u2029' {
			return r
		}
		return unicode.ReplacementChar
	}, s)
}
