package render

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/internal/words"
	"github.com/dsaeval/dsaeval/internal/writing"
)

// textStream writes reports for people: of each service first the counts and the money,
// then the breaches with what shows them and what would end them, then what is open
// with the next questions, then what would hold if more applied. The last line
// counts all four verdicts, so that silence is never read as approval; of several reports, a table
// of all stands last, where it is seen.
type textStream struct {
	w        io.Writer
	options  writeOptions
	begun    bool
	overview overview
}

func newText(w io.Writer, o writeOptions) stream { return &textStream{w: w, options: o} }

func (s *textStream) add(r *report.Report) error {
	s.overview.add(r)
	return s.part(func(buffered *bufio.Writer) {
		t := &text{w: buffered, r: r, writeOptions: s.options}
		t.head()
		t.money()
		t.breaches("BREACH", breaches(r, false))
		t.breaches("BREACH, ENDED: came late and is there now", breaches(r, true))
		t.moreAtStake()
		t.undetermined()
		t.stressTest()
		t.speaksAgainst()
		t.setAside()
		t.context()
		t.totals()
	})
}

func (s *textStream) refuse(list []report.Unusable) error {
	s.overview.refused(list)
	return s.part(func(w *bufio.Writer) {
		fmt.Fprintf(w, "NOT JUDGED: facts that cannot be used\n\n")
		for _, u := range list {
			fmt.Fprintf(w, "  %s: %s\n", writing.OneLine(u.Place()), writing.OneLine(u.Message))
			if u.Hint != "" {
				fmt.Fprintf(w, "      hint: %s\n", writing.OneLine(u.Hint))
			}
		}
	})
}

func (s *textStream) close() error {
	if s.overview.reports+s.overview.unusable < 2 {
		return nil
	}
	return s.part(func(w *bufio.Writer) { s.overview.write(w, s.options.width) })
}

// part writes what belongs together, apart from what stands before it.
func (s *textStream) part(write func(w *bufio.Writer)) error {
	begun := s.begun
	s.begun = true
	return s.options.text(s.w, func(w *bufio.Writer) {
		if begun {
			fmt.Fprintln(w)
		}
		write(w)
	})
}

type text struct {
	w *bufio.Writer
	r *report.Report
	writeOptions
}

// printf keeps what facts say on the line on which it stands.
func (t *text) printf(format string, args ...any) {
	for i, arg := range args {
		if said, ok := arg.(string); ok {
			args[i] = writing.OneLine(said)
		}
	}
	fmt.Fprintf(t.w, format, args...)
}

func (t *text) head() {
	t.printf("%s, on %s\n%s: %s\n", subject(t.r), t.r.AssessmentDate, t.judged(), totals(t.r.Summary))
}

// judged counts the obligations of the report, and all that there were where only some
// were chosen.
func (t *text) judged() string {
	if s := t.r.Provenance.Selection; s != nil && s.Judged < s.Of {
		return fmt.Sprintf("%d of %d obligations", s.Judged, s.Of)
	}
	return writing.Count(len(t.r.Obligations), "obligation", "obligations")
}

func (t *text) breaches(heading string, list []report.Obligation) {
	if len(list) == 0 {
		return
	}
	t.printf("\n%s\n", heading)
	for _, o := range list {
		t.printf("\n  %s  %s  [%s]\n", words.Provision(o.Article, o.Origin), o.Title, o.ID)
		t.basis(o)
		for i, f := range o.Findings {
			t.finding(f)
			if w := o.WaiverOf(f); w != nil {
				t.printf("      waived: %s\n", writing.OneLine(words.Waiver(*w)))
			}
			if remedy := o.RemedyAfter(i); remedy != "" {
				t.printf("      what ends it: %s\n", remedy)
			}
		}
	}
}

// basis says what a breach rests on where that is more than law and observation.
func (t *text) basis(o report.Obligation) {
	var parts []string
	if o.Basis != report.Law {
		parts = append(parts, words.Breach(o))
	}
	if said := words.StandsOn(o); said != "" {
		parts = append(parts, said)
	}
	if len(parts) > 0 {
		t.printf("    %s\n", strings.Join(parts, "; "))
	}
}

func (t *text) finding(f report.Finding) {
	t.printf("    %s\n", words.Finding(f))
	t.evidence(f.Evidence)
	for _, line := range words.Grounds(f) {
		t.printf("      %s\n", line)
	}
}

func (t *text) evidence(list []report.Evidence) {
	for _, e := range list {
		t.printf("      %s  %s = %s", words.Place(t.r.File(), e), words.Fact(e.Pointer), words.Found(e))
		if origin := words.Origin(e); origin != "" {
			t.printf("  (%s)", origin)
		}
		t.printf("\n")
		if e.Excerpt != "" {
			t.printf("        | %s\n", e.Excerpt)
		}
	}
}
