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

// writeText writes reports as text with nothing asked for: see textOptions.
func writeText(w io.Writer, reports []*report.Report) error { return textOptions{}.plain(w, reports) }

// plain writes reports for people: of each service first the counts and the money,
// then the breaches with what shows them and what would end them, then what is open
// with the next questions, then what would hold if more applied. The last line
// counts all four verdicts, so that silence is never read as approval.
func (o textOptions) plain(w io.Writer, reports []*report.Report) error {
	buffered := bufio.NewWriter(w)
	for i, r := range reports {
		if i > 0 {
			fmt.Fprintln(buffered)
		}
		t := &text{w: buffered, r: r, textOptions: o}
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
	}
	return buffered.Flush()
}

type text struct {
	w *bufio.Writer
	r *report.Report
	textOptions
}

func (t *text) printf(format string, args ...any) { fmt.Fprintf(t.w, format, args...) }

func (t *text) head() {
	s := t.r.Summary
	t.printf("%s, on %s\n%s: %d breached%s, %d complied with, %d undetermined, %d not applicable\n", subject(t.r), t.r.AssessmentDate,
		writing.Count(len(t.r.Obligations), "obligation", "obligations"), s.Breach, ofWhichEnded(s), s.Compliant, s.Undetermined, s.NotApplicable)
}

func (t *text) breaches(heading string, list []report.Obligation) {
	if len(list) == 0 {
		return
	}
	t.printf("\n%s\n", heading)
	for _, o := range list {
		t.printf("\n  Art. %s  %s  [%s]\n", o.Article, o.Title, o.ID)
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
