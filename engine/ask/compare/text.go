package compare

import (
	"bufio"
	"fmt"
	"io"

	"github.com/dsaeval/dsaeval/internal/words"
	"github.com/dsaeval/dsaeval/internal/writing"
)

// WriteText writes a diff for people at a terminal: per service what is new,
// resolved, changed and still breached, and last the totals.
func WriteText(w io.Writer, d *Diff) error {
	if w == nil || d == nil {
		return errNothingToWrite
	}
	t := text{bufio.NewWriter(w)}
	for i, s := range d.Services {
		if i > 0 {
			t.line("")
		}
		t.service(s)
	}
	if len(d.Unpaired) > 0 {
		t.line("\nINCOMPARABLE: nothing on the other side")
		for _, u := range d.Unpaired {
			t.line("  " + u.said())
		}
	}
	if len(d.Services) > 1 || len(d.Unpaired) > 0 {
		t.line("\n" + writing.Count(len(d.Services), "service", "services") + " compared: " + d.Summary.Words())
	}
	return t.w.Flush()
}

type text struct{ w *bufio.Writer }

// line writes one line; names and values come from files of anybody.
func (t text) line(s string) {
	for len(s) > 0 && s[0] == '\n' {
		fmt.Fprintln(t.w)
		s = s[1:]
	}
	fmt.Fprintln(t.w, writing.Harmless(s))
}

func (t text) service(s Service) {
	t.line(writing.Service(s.Service.Name, s.Service.Provider))
	t.line("  old: " + s.Old.said())
	t.line("  new: " + s.New.said())
	if limit := s.limit(); limit != "" {
		t.line("  " + limit)
	}
	for _, u := range s.Unlike {
		t.line("  not alike in " + u.said())
	}
	for _, h := range headings {
		list := s.listed(h.class)
		if len(list) == 0 {
			continue
		}
		t.line("\n" + h.title)
		for _, o := range list {
			t.obligation(s, o)
		}
	}
	if said := s.stillUndetermined(); said != "" {
		t.line("\nSTILL UNDETERMINED: " + said)
	}
	if old, now := s.only(); old+now > 0 {
		t.line(fmt.Sprintf("\nINCOMPARABLE: %s judged in the old report only, %d in the new only", writing.Count(old, "obligation", "obligations"), now))
	}
	t.line("\n" + s.Summary.Words())
}

func (s Side) said() string {
	said := "on " + string(s.AssessmentDate) + ", " + totals(s.Summary)
	if s.File != "" {
		said += "  (" + s.File + ")"
	}
	return said
}

// limit says how the cap has changed; it is empty where it has not.
func (s Service) limit() string {
	old, now := "nothing known", "nothing known"
	if s.Old.CapPerDecision != nil {
		old = *s.Old.CapPerDecision
	}
	if s.New.CapPerDecision != nil {
		now = *s.New.CapPerDecision
	}
	if old == now {
		return ""
	}
	return "the law caps a decision at " + now + ", was " + old
}

func (t text) obligation(s Service, o Obligation) {
	t.line("  " + words.Cite(o.Article) + "  " + o.Title + "  [" + o.ID + "]")
	if o.Class != StillOpen {
		worse := ""
		if o.Worse {
			worse = "; this is worse"
		}
		t.line("    " + o.turned() + worse)
	}
	for _, f := range o.Findings {
		t.line("    " + f.sign() + " " + f.said())
		for _, e := range f.Evidence {
			line := "        " + e.said()
			if at := e.place(s.New.File); at != "" {
				line += "  " + at
			}
			t.line(line)
		}
	}
	if len(o.Asked) > 0 {
		t.line("    waits now for " + facts(o.Asked))
	}
}
