package gate

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode"

	"github.com/dsaeval/dsaeval/engine"
	"github.com/dsaeval/dsaeval/engine/policy"
)

// WriteChanges says in text what is new and what is resolved since the baseline:
// a line for each, marked with + and -, and a line of totals. A finding is
// resolved where the obligation was judged and the finding is gone; where the
// obligation is undetermined now, that is said, because less is known then and
// nothing is solved.
func (b *Baseline) WriteChanges(w io.Writer, reports ...*engine.Report) error {
	c := changes{w: w, baseline: b}
	for _, r := range reports {
		c.added(r)
	}
	for _, old := range b.reports {
		// Of several reports about a service only the latest can tell what is gone.
		if b.of(old.Service.Name) == old {
			c.gone(old, reports)
		}
	}
	c.printf("baseline: %d new, %d known, %d resolved\n", c.new, c.known, c.resolved)
	return c.err
}

type changes struct {
	w                    io.Writer
	baseline             *Baseline
	new, known, resolved int
	err                  error
}

func (c *changes) printf(format string, args ...any) {
	if c.err == nil {
		_, c.err = fmt.Fprintf(c.w, format, args...)
	}
}

func (c *changes) added(r *engine.Report) {
	for _, o := range r.Obligations {
		switch o.Verdict {
		case policy.Undetermined:
			c.count(c.baseline.undetermined(r.Service.Name, o.ID), o.Waived(), r, o, "undetermined")
		case policy.Breach:
			for _, f := range o.Findings {
				c.count(c.baseline.finding(r.Service.Name, o.ID, f), o.WaiverOf(f) != nil, r, o, messageOf(f))
			}
		}
	}
}

func (c *changes) count(known, waived bool, r *engine.Report, o engine.ObligationReport, message string) {
	switch {
	case known:
		c.known++
	case !waived:
		c.new++
		c.line("+", "new", r, o, message)
	}
}

func (c *changes) line(sign, state string, r *engine.Report, o engine.ObligationReport, message string) {
	c.printf("%s %s: %s  Art. %s  %s  [%s]\n", sign, state, plain(nameOf(r)), o.Article, plain(message), o.ID)
}

func (c *changes) gone(old *engine.Report, reports []*engine.Report) {
	for _, o := range old.Obligations {
		now, judged := judgedNow(reports, old.Service.Name, o.ID)
		if !judged {
			continue
		}
		switch o.Verdict {
		case policy.Undetermined:
			if !slices.ContainsFunc(now, func(n engine.ObligationReport) bool { return n.Verdict == policy.Undetermined }) {
				c.resolved++
				c.line("-", "resolved", old, o, "undetermined")
			}
		case policy.Breach:
			for _, f := range o.Findings {
				c.finding(old, o, f, now)
			}
		}
	}
}

func (c *changes) finding(old *engine.Report, o engine.ObligationReport, f engine.Finding, now []engine.ObligationReport) {
	id := identityOf(old.Service.Name, o.ID, f)
	stands := slices.ContainsFunc(now, func(n engine.ObligationReport) bool {
		for _, g := range n.Findings {
			if n.Verdict == policy.Breach && identityOf(old.Service.Name, n.ID, g) == id {
				return true
			}
		}
		return false
	})
	switch {
	case stands:
	case slices.ContainsFunc(now, func(n engine.ObligationReport) bool { return n.Verdict == policy.Undetermined }):
		c.line("?", "undetermined now", old, o, messageOf(f))
	default:
		c.resolved++
		c.line("-", "resolved", old, o, messageOf(f))
	}
}

func judgedNow(reports []*engine.Report, service, id string) (list []engine.ObligationReport, judged bool) {
	for _, r := range reports {
		for _, o := range r.Obligations {
			if r.Service.Name == service && o.ID == id {
				list = append(list, o)
			}
		}
	}
	return list, len(list) > 0
}

func nameOf(r *engine.Report) string {
	if r.Service.Name == "" {
		return "a service without a name"
	}
	return r.Service.Name
}

func messageOf(f engine.Finding) string {
	if f.Item != nil {
		return fmt.Sprintf("%s (element %d)", f.Message, *f.Item)
	}
	return f.Message
}

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
